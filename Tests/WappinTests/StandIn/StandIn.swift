import Dialogue
import Foundation
import Gateway
import Sandbox
import Wappin

/// The client against the provider's stand-in, over HTTP.
enum StandIn {
  /// A world with everything that can be refused.
  static var world: World {
    var world = World()
    world.clients = [World.Client(id: "0009", secret: "geheim")]
    world.projects = [World.Project(), World.Project(id: "17", environment: .uat)]
    world.templates = [
      World.Template(name: "siap", text: "Halo {{1}}, siap jam {{2}}."),
      World.Template(name: "tagihan", text: "Tagihan {{1}}.", header: .media(.document)),
    ]
    world.smsTemplates = [World.SMSTemplate(name: "siap_sms", template: "siap", text: "Siap, {{1}}.")]
    world.numbers.invalid = ["628110000601"]
    world.numbers.unreachable = ["628110000600"]
    world.numbers.vendorError = ["628110000700"]
    return world
  }

  static let customer = "628989229471"

  /// Runs `body` with a client that has no token yet and a customer who has written.
  ///
  /// - Parameter faults: as the command line takes them.
  static func serving<Result: Sendable>(
    _ world: World = StandIn.world, faults: [String] = [],
    _ body: @escaping @Sendable (WappinClient, Sandbox) async throws -> Result
  ) async throws -> Result {
    let sandbox = Sandbox(world: world, port: 0)
    return try await sandbox.whileRunning { address in
      await sandbox.switchboard.write(.text("halo"), from: customer, to: "16")
      for line in faults { _ = try await sandbox.switchboard.set(try Fault(line: line)) }
      var limits = WappinLimits()
      limits.call = .milliseconds(500)
      return try await withClient("\(address)", store: MemoryTokenStore(), limits: limits) { client in
        try await body(client, sandbox)
      }
    }
  }

  static func message(
    _ content: Content, to number: String = customer, project: String = "16", file: String? = nil
  ) -> OutboundMessage {
    OutboundMessage(
      channel: Channel(clientID: "0009", projectID: project), recipient: number, content: content,
      mediaPath: file)
  }

  static func template(_ name: String = "siap", _ params: [String] = ["Ani", "14:00"], sms: String? = nil)
    -> Content
  {
    .template(
      MessageTemplate(name: name, params: params, sms: sms.map { .init(name: $0, params: ["Ani"]) }))
  }

  static func media(_ kind: Dialogue.MediaKind, _ name: String) -> Content {
    .media(Content.Media(kind: kind, hash: String(repeating: "ab", count: 32), fileName: name))
  }
}
