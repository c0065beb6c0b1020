import Foundation
import Ledger
import Testing

/// A disk that is really full: one of 200 MiB, seen by the daemon alone.
@Suite struct FullDiskTests {
  @Test(
    "on a full disk nothing is acknowledged that is not kept; once there is room all goes on by itself",
    .enabled(if: getuid() == 0, "only root can mount a small disk: run the tests as root"))
  func full() async throws {
    let provider = try LineFile<ProviderLine>()
    try await ProviderStandIn.serving(ledger: provider) { standIn in
      let premises = try Premises()
      // Slow enough for the disk to be full before all of one customer's replies have left.
      try premises.configure(provider: standIn.baseURL, contactRate: 2)
      let daemon = try SmallDisk.daemon(premises)
      try await daemon.ready()
      let disk = SmallDisk(premises, daemon)
      var acknowledged: Set<String> = []
      func send(_ id: String, from number: String) async throws -> Bool {
        let isKept = try await premises.acknowledges(message: id, from: number)
        if isKept { acknowledged.insert(id) }
        return isKept
      }

      // Below the reserve: the write that finds it out may still be kept.
      try disk.fill(leaving: 100 << 20)
      _ = try await send("reserve", from: "6281111100")
      #expect(try await send("refused", from: "6281111101") == false)
      #expect(access(disk.file("ballast"), F_OK) == 0)
      try disk.empty()

      for id in 0..<6 { #expect(try await send("before\(id)", from: "6281111110"), "\(premises.logText)") }
      // To the last byte, and again when the daemon has given up what it keeps for this case.
      try disk.fill(leaving: 0)
      _ = try await send("surprise", from: "6281111120")
      for round in 0..<3 {
        try disk.fill(leaving: 0)
        for id in 0..<5 { #expect(try await send("full\(round)-\(id)", from: "628111112\(round)") == false) }
      }
      #expect(daemon.isRunning, "\(premises.logText)")

      try disk.empty()
      for id in 0..<5 { #expect(try await send("after\(id)", from: "6281111130"), "\(premises.logText)") }
      try await premises.monitor.waitUntilIdle()
      let replies = provider.lines.map { $0.content.replacing("jawab tanya ", with: "") }
      #expect(replies.sorted() == acknowledged.sorted(), "\(premises.logText)")
      daemon.send(SIGTERM)
      #expect(await daemon.end() == 0, "\(premises.logText)")
    }
  }
}

/// A data folder on a disk of its own.
private struct SmallDisk {
  /// The data folder, as the daemon sees it.
  private let folder: String

  static func daemon(_ premises: Premises) throws -> DaemonProcess {
    let data = premises.file("data")
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    return try DaemonProcess(
      premises,
      wrapper: [
        "/usr/bin/unshare", "--mount", "/bin/sh", "-c",
        "mount -t tmpfs -o size=200m,mode=700 tmpfs '\(data)' && exec \"$@\"", "sh",
      ])
  }

  init(_ premises: Premises, _ daemon: DaemonProcess) {
    folder = "/proc/\(daemon.id)/root\(premises.file("data"))"
  }

  func file(_ name: String) -> String { folder + "/" + name }

  /// Fills the disk, up to its last page if `free` is 0.
  func fill(leaving free: Int) throws {
    let descriptor = open(file("filler"), O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0o600)
    guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    defer { close(descriptor) }
    var state = statvfs()
    guard fstatvfs(descriptor, &state) == 0 else { throw POSIXError(.EIO) }
    var rest = Int(state.f_bavail) * Int(state.f_frsize) - free
    let page = [UInt8](repeating: 1, count: 1 << 16)
    while rest > 0 || free == 0 {
      let count = write(descriptor, page, page.count)
      guard count > 0 else { return }
      rest -= count
    }
  }

  func empty() throws { try FileManager.default.removeItem(atPath: file("filler")) }
}
