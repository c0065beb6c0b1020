import Foundation
import Synchronization

/// What a program writes, standard output and standard error together.
enum Output {
  private static let starting = Mutex(())

  /// Starts `process` and returns the end to read from, which ends with the process.
  ///
  /// Not by Pipe(): programs that other tests start at the same moment would hold its other end open.
  static func start(_ process: Process) throws -> FileHandle {
    try starting.withLock { _ in
      var ends: [CInt] = [0, 0]
      guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let output = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
      process.standardOutput = output
      process.standardError = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      try output.close()
      return FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    }
  }
}
