import Foundation
import Synchronization

/// What a program writes, standard output and standard error together.
enum Output {
  private static let starting = Mutex(())

  /// Starts `process` and returns the end to read from, which ends with the process.
  ///
  /// Not by Pipe(): programs that other tests start at the same moment would hold its other end open.
  ///
  /// - Parameter input: what it reads, less than a pipe holds (64 KiB); nil for nothing.
  static func start(_ process: Process, input: Data? = nil) throws -> FileHandle {
    try starting.withLock { _ in
      var ends: [CInt] = [0, 0]
      guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let output = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
      process.standardOutput = output
      process.standardError = output
      process.standardInput = try input.map(filled) ?? FileHandle.nullDevice
      try process.run()
      try output.close()
      return FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    }
  }

  /// The end to read from of a pipe that holds `input` and no more.
  private static func filled(_ input: Data) throws -> FileHandle {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let writing = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
    try writing.write(contentsOf: input)
    try writing.close()
    return FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
  }
}
