import ArgumentParser
import Foundation
import Service

/// `balas reload`: takes changed files over.
struct Reload: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Have the daemon read its configuration and bots again: all of them, or none if one has a mistake.",
    discussion: """
      Examples:
        balas reload --wait                        as `systemctl reload balas` does
        balas reload --admin /run/balas/admin.sock

      What changed is told in a line for each bot; `balas plan` tells it before, with examples.

      Exit status: 0 reloaded, 1 the files have mistakes and nothing changed, 2 no daemon answers.
      """)

  @Flag(help: "Wait for the reload and tell what came of it; it always does, so this only says so.")
  var wait = false

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: true) { administration in
      let reply = try await administration.reload()
      if reply.succeeded {
        print(reply.text + (reply.plan?.summary ?? ""), terminator: "")
        for (channel, version) in reply.versions.sorted(by: { $0.key < $1.key }) {
          print("\(channel)  \(version.prefix(12))")
        }
        return
      }
      FileHandle.standardError.write(Data((reply.text + "balas: nothing was changed.\n").utf8))
      throw ExitCode(1)
    }
  }
}
