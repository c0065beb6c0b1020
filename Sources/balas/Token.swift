import ArgumentParser
import Dialogue
import Foundation
import Service

/// `balas token`: the provider's access tokens.
struct Token: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the provider's access tokens, without their values, or get new ones.",
    discussion: """
      Examples:
        balas token
        balas token --renew          after a secret was changed at the provider
        balas token --format json
      """)

  @Flag(help: "Ask the provider for new tokens first; needs a running daemon.")
  var renew = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var daemon: DaemonOptions

  func run() async throws {
    try await daemon.withAdministration(needsDaemon: renew) { administration in
      var items = try await administration.tokens()
      if renew {
        for index in items.indices {
          items[index] = try await administration.renewToken(clientID: items[index].clientID)
        }
      }
      if format == .json {
        print(try ListFormat.json(items), terminator: "")
      } else {
        for item in items { print(Self.line(item)) }
      }
    }
  }

  private static func line(_ item: TokenItem) -> String {
    guard let masked = item.masked, let expiresAt = item.expiresAt else {
      return "client \(item.clientID)  none yet; the daemon asks for one when it sends"
    }
    return "client \(item.clientID)  \(masked)  until \(expiresAt.date.formatted(.iso8601))"
  }
}
