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
    guard result.status != 125 else {
      Issue.record(
        "This machine does not let the tests boot systemd (\(result.output)): run them as root, with control groups v2."
      )
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
  private let program: ProgramForAnybody
  var path: String { program.folder }

  init() throws {
    program = try ProgramForAnybody()
    try FileManager.default.copyItem(atPath: Repository.path("deploy"), toPath: path + "/deploy")
  }
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
