import ArgumentParser
import Foundation
import Sandbox
import Service
import ServiceLifecycle
import UnixSignals

/// `balas sandbox`: the provider's stand-in alone.
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Stand in for the provider: its calls, its callbacks, and a phone in the browser.",
    discussion: """
      For trying any program that speaks Wappin API V1, balas or another one, without credentials and without
      sending anything to anybody. Nothing is kept once it ends.

      Examples:
        balas sandbox                                            calls only, nobody is called back
        balas sandbox --callback http://127.0.0.1:8080/callback --callback-token rahasia
        balas sandbox --listen 127.0.0.1:9000 --client-id 0009 --secret s3cret --project-id 16
        balas sandbox --example-world > world.yaml               templates, numbers, rules: a file to change
        balas sandbox --world world.yaml
        balas sandbox --fault kind=reset,share=0.01,when=after --fault kind=latency,delay=1s-5s,call=do-send

      Options win over the file: --client-id and --secret over its first client, --project-id and --name over its
      first project.
      What was received and sent: /sandbox/traffic, /sandbox/requests, /sandbox/messages, /sandbox/calls,
      /sandbox/callbacks. What goes wrong on demand: /sandbox/faults. Both live in the browser: /traffic.
      Exit status: 0 stopped when told to, 64 wrong usage, 69 the port is taken, 78 the file has mistakes.
      """)

  @Option(
    help: ArgumentHelp("A file that describes the provider's world.", valueName: "file"), completion: .file())
  var world: String?

  @Flag(help: "Print a file that describes a world, with a remark at every word, and end.")
  var exampleWorld = false

  @Option(help: ArgumentHelp("Where to listen.", valueName: "address:port"))
  var listen = "127.0.0.1:8090"

  @Option(help: ArgumentHelp("Where callbacks go.", valueName: "url"))
  var callback: String?

  @Option(
    help: ArgumentHelp(
      "The bearer token callbacks carry; without it, the client's access token.", valueName: "token"))
  var callbackToken: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Seconds between the tries of a callback that is not answered 000 (default: 5).", valueName: "seconds"))
  var retryInterval: Double?

  @Option(help: ArgumentHelp("The client that may call (default: \(World.Client().id)).", valueName: "id"))
  var clientId: String?

  @Option(help: ArgumentHelp("Its secret key (default: \(World.Client().secret)).", valueName: "key"))
  var secret: String?

  @Option(help: ArgumentHelp("Its project (default: \(World.Project().id)).", valueName: "id"))
  var projectId: String?

  @Option(
    help: ArgumentHelp(
      "The business name the phone shows (default: \(World.Project().name)).", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "What goes wrong from the start, as the fault interface takes it; may be given several times.",
      valueName: "kind=…,…"))
  var fault: [String] = []

  func validate() throws {
    guard Endpoint(listen) != nil else {
      throw ValidationError("--listen takes an address and a port, like 127.0.0.1:8090; \(listen) is none.")
    }
    guard callback.map({ $0.hasPrefix("http://") || $0.hasPrefix("https://") }) ?? true else {
      throw ValidationError("--callback takes an address that begins with http:// or https://.")
    }
    guard (0...3600).contains(retryInterval ?? 0) else {
      throw ValidationError("--retry-interval takes 0 to 3600 seconds.")
    }
    for line in fault {
      do throws(FaultMistake) {
        _ = try Fault(line: line)
      } catch {
        throw ValidationError("--fault \(line): \(error)")
      }
    }
  }

  func run() async throws {
    if exampleWorld {
      FileHandle.standardOutput.write(Data(World.example.utf8))
      return
    }
    guard let endpoint = Endpoint(listen) else { throw ExitCode(Exit.usage.rawValue) }
    var world = try described()
    apply(to: &world)
    let chosen = world
    let sandbox = Sandbox(world: chosen, host: endpoint.host, port: endpoint.port) { address in
      Announcement.say(Self.welcome(address, chosen))
    }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [sandbox], gracefulShutdownSignals: [.sigterm, .sigint], logger: Sandbox.quietLogger))
    do {
      try await group.run()
    } catch {
      throw Announcement.cannotListen(on: "\(endpoint)", error)
    }
  }

  static func welcome(_ address: SandboxAddress, _ world: World) -> String {
    // The lines below send text, which only a project in production may.
    let project = world.projects.first { $0.environment == .production } ?? world.projects[0]
    let client = world.client(project.clientID) ?? world.clients[0]
    let customer = (world.customers.first ?? Customer.samples[0]).number
    let callback =
      world.callback.target.map {
        "\($0.url), with \($0.bearer == nil ? "the client's access token" : "the given bearer token")"
      } ?? "nowhere (give --callback http://127.0.0.1:8080/callback)"
    return """
      The provider's stand-in runs. Nothing leaves this machine; Ctrl-C ends it.

        phone        \(address)
        traffic      \(address)/traffic
        base_url     \(address)
        client_id    "\(client.id)"
        project_id   "\(project.id)"
        secret       \(client.secret)
        callbacks    \(callback)

      By hand: take a token, let a customer write (that opens the 24-hour session), answer.

        token=$(curl -s -u \(client.id):\(client.secret) -X POST \(address)/v1/token/get | grep -o '[0-9a-f]\\{64\\}')
        curl \(address)/sandbox/customers/\(customer)/messages -d '{"text": "halo"}'
        curl \(address)/v1/message/do-send -H "Authorization: Bearer $token" -d '{"client_id": "\(client.id)",
          "project_id": "\(project.id)", "recipient_number": "\(customer)", "message_content": "Halo *Kak*!"}'

      """
  }
}
