import ArgumentParser
import Dialogue
import Foundation
import Glibc
import NIOCore
import Service

/// `balas demo`: a bot, the daemon, the provider's stand-in and a phone, in one process.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try a bot in a phone in the browser: no account, no credentials, nothing leaves this machine.",
    discussion: """
      Runs the daemon against the provider's stand-in, over real HTTP. A saved file of the bot is in force at
      once; one with mistakes is told here, and the bot goes on as it was. Nothing is kept once it ends.

      Examples:
        balas demo                      a bot that comes along
        balas demo bots/toko-roti       your own
        balas demo bots/toko-roti --port 9000

      Exit status: 0 stopped when told to, 2 the bot cannot run, 69 the port is taken.
      """)

  @Argument(help: "The bot's folder, with its bot.yaml.", completion: .directory)
  var bot: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The phone's port; without it 8090, or any that is free.", valueName: "port"))
  var port: Int?

  func validate() throws {
    guard (0...65535).contains(port ?? 0) else { throw ValidationError("--port takes 0 to 65535.") }
  }

  func run() async throws {
    let folder = try DemoFolder()
    defer { folder.remove() }
    let bot = BotFolder(path: try bot ?? folder.defaultBot())
    let demo = Demo(bot: bot, name: try bot.open().name, folder: folder)
    do {
      try await demo.run(port: port ?? 8090)
    } catch let error as IOError where port == nil && error.errnoCode == EADDRINUSE {
      try await demo.run(port: 0)
    } catch let failure as DaemonFailure {
      Announcement.complain("balas: \(failure)")
      throw ExitCode(failure.exit.rawValue)
    } catch {
      throw Announcement.cannotListen(on: "127.0.0.1:\(port ?? 8090)", error)
    }
  }
}
