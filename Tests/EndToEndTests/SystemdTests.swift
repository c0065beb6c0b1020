import Foundation
import Testing

/// balas under a real systemd, and the units it is delivered with.
@Suite(.serialized) struct SystemdTests {
  @Test("readiness, reload, kill, watchdog, restarts and stop behave under a real systemd")
  func underSystemd() throws {
    let folder = try SharedFolder()
    let boot = Repository.path("Tests/EndToEndTests/Systemd/boot")
    let drive = Repository.path("Tests/EndToEndTests/Systemd/drive")
    let result = try Command.run(boot, [drive, folder.path, "150"])
    if result.status == 125 {
      withKnownIssue("this machine does not let us boot systemd: not root, or no unified control groups") {
        Issue.record()
      }
      return
    }
    let log = try String(contentsOfFile: folder.path + "/log", encoding: .utf8)
    #expect(result.status == 0, "\(log)\(result.output)")
    #expect(log.components(separatedBy: "\nok: ").count >= 9, "\(log)")
  }

  @Test("systemd finds nothing wrong with the units")
  func verifyUnits() throws {
    let units = try InstalledUnits()
    let result = try Command.run("/usr/bin/systemd-analyze", ["verify", units.service, units.socket])
    #expect(result.status == 0)
    #expect(result.output == "")
  }

  @Test("the service is confined to an exposure of at most 1.5")
  func confinement() throws {
    let units = try InstalledUnits()
    let result = try Command.run(
      "/usr/bin/systemd-analyze", ["security", "--offline=yes", "--threshold=15", units.service])
    #expect(result.status == 0, "\(result.output)")
  }
}

/// What the booted systemd gets: the program, its libraries, the units.
private final class SharedFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "balas-systemd-" + UUID().uuidString
    let files = FileManager.default
    try files.createDirectory(atPath: path + "/lib", withIntermediateDirectories: true)
    try files.copyItem(atPath: Repository.program, toPath: path + "/balas")
    try files.copyItem(atPath: Repository.path("deploy"), toPath: path + "/deploy")
    for library in try Command.run("/usr/bin/ldd", [Repository.program]).output.split(separator: "\n") {
      // Those of the system are there; those of the toolchain may lie where the service may not look.
      let parts = library.split(separator: " ")
      guard parts.count > 2, !parts[2].hasPrefix("/lib"), !parts[2].hasPrefix("/usr/lib/x86_64") else {
        continue
      }
      try files.copyItem(atPath: String(parts[2]), toPath: "\(path)/lib/\(parts[0])")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The units, with the program's path as it is here.
private final class InstalledUnits {
  let folder: String
  var service: String { folder + "/balas.service" }
  var socket: String { folder + "/balas.socket" }

  init() throws {
    folder = NSTemporaryDirectory() + "balas-units-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for unit in ["balas.service", "balas.socket"] {
      let text = try String(contentsOfFile: Repository.path("deploy/" + unit), encoding: .utf8)
      try text.replacing("/usr/bin/balas", with: Repository.program)
        .write(toFile: folder + "/" + unit, atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
