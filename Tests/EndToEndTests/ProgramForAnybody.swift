import Foundation

/// A copy of the program and its libraries that every user may run, wherever the working copy lies.
final class ProgramForAnybody: Sendable {
  let folder: String
  var path: String { folder + "/balas" }
  var environment: [String: String] { ["LD_LIBRARY_PATH": folder + "/lib"] }

  init() throws {
    folder = NSTemporaryDirectory() + "balas-program-" + UUID().uuidString
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/lib", withIntermediateDirectories: true)
    try files.copyItem(atPath: Repository.program, toPath: path)
    for library in try Command.run("/usr/bin/ldd", [Repository.program]).output.split(separator: "\n") {
      // Those of the system are there; those of the toolchain may lie where others may not look.
      let parts = library.split(separator: " ")
      guard parts.count > 2, !parts[2].hasPrefix("/lib"), !parts[2].hasPrefix("/usr/lib/x86_64") else {
        continue
      }
      try files.copyItem(atPath: String(parts[2]), toPath: "\(folder)/lib/\(parts[0])")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
