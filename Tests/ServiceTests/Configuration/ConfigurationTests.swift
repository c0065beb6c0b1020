import Dialogue
import Outcall
import StrictYAML
import Testing

@testable import Service

@Suite struct ConfigurationTests {
  /// Every key there is.
  private static let whole = """
    listen: 127.0.0.1:8080
    callback:
      path: "/callback/{credential: callback-secret}"
      bearer: [{credential: callback-token}, provider-token]
      allow: [10.0.0.0/8]
      proxies: []
    data: data
    admin: /run/balas/admin.sock
    monitor: 127.0.0.1:9464
    gateway:
      base_url: https://api.wappin.id/
      rate: 20/s
      contact_rate: 30/m
      contact_burst: 5
      on_ambiguous: hold
      settle: 30s
      exclusive: false
    projects:
      - client_id: "0009"
        project_id: "16"
        secret: {credential: wappin-0009}
        bot: bots/toko-melati
    call:
      allow: [erp.example.co.id]
      private: ["erp.lan:8069"]
    keep: {messages: 90d, media: 30d}

    """

  private static let variables = [
    "BALAS_CALLBACK_SECRET": "s", "BALAS_CALLBACK_TOKEN": "t", "BALAS_WAPPIN_0009": "w",
  ]

  private func read(
    _ text: String, in folder: TemporaryFolder, variables: [String: String] = Self.variables
  ) throws -> ConfigurationReading {
    let file = try folder.write("balas.yaml", text)
    return Configuration.read(file: file, credentials: Credentials(variables: variables))
  }

  @Test("every key is read, paths relative to the file")
  func whole() throws {
    let folder = try TemporaryFolder()
    let reading = try read(Self.whole, in: folder)
    #expect(reading.diagnostics == [])
    let configuration = try #require(reading.configuration)
    #expect(configuration.listen == Endpoint(host: "127.0.0.1", port: 8080))
    #expect(configuration.callback.path == Secret("/callback/s"))
    #expect(configuration.callback.hasPathSecret)
    #expect(configuration.callback.bearer == [.secret(Secret("t")), .providerToken])
    #expect(configuration.callback.allow == [try #require(IPNetwork("10.0.0.0/8"))])
    #expect(configuration.data == folder.path + "/data")
    #expect(configuration.admin == "/run/balas/admin.sock")
    #expect(configuration.monitor == Endpoint(host: "127.0.0.1", port: 9464))
    #expect(
      configuration.gateway
        == GatewaySettings(
          baseURL: "https://api.wappin.id", rate: Rate(count: 20, per: .seconds(1)),
          contactRate: Rate(count: 30, per: .seconds(60)), contactBurst: 5, onAmbiguous: .hold,
          settle: .seconds(30)))
    #expect(
      configuration.projects == [
        Project(
          channel: Channel(clientID: "0009", projectID: "16"), secret: Secret("w"),
          bot: folder.path + "/bots/toko-melati")
      ])
    #expect(
      configuration.callHosts == [
        try #require(AllowedHost("erp.example.co.id", isLocal: false)),
        try #require(AllowedHost("erp.lan:8069", isLocal: true)),
      ])
    #expect(configuration.keep.messages == .seconds(90 * 86400))
  }

  @Test("what is not written has its usual value")
  func usual() throws {
    let folder = try TemporaryFolder()
    let text = """
      projects:
        - {client_id: "9", project_id: "16", secret: {credential: wappin-0009}, bot: /srv/bot}

      """
    let configuration = try #require(try read(text, in: folder).configuration)
    #expect(configuration.listen == Endpoint(host: "127.0.0.1", port: 8080))
    #expect(configuration.gateway == GatewaySettings())
    #expect(configuration.gateway.baseURL == "https://api.wappin.id")
    #expect(configuration.monitor == nil)
    #expect(configuration.callback == CallbackRules())
    #expect(configuration.projects.first?.bot == "/srv/bot")
  }

  @Test("a secret comes from systemd's credentials first, without its line break")
  func credentials() throws {
    let folder = try TemporaryFolder()
    try folder.write("credentials/wappin-0009", "from-file\n")
    var variables = Self.variables
    variables["CREDENTIALS_DIRECTORY"] = folder.path + "/credentials"
    let configuration = try #require(try read(Self.whole, in: folder, variables: variables).configuration)
    #expect(configuration.projects.first?.secret == Secret("from-file"))
    #expect(configuration.callback.path == Secret("/callback/s"))
  }

  @Test("a secret that is nowhere is told with both places")
  func missingCredential() throws {
    let folder = try TemporaryFolder()
    var variables = Self.variables
    variables["BALAS_WAPPIN_0009"] = nil
    variables["CREDENTIALS_DIRECTORY"] = "/run/credentials/balas.service"
    let reading = try read(Self.whole, in: folder, variables: variables)
    #expect(reading.configuration == nil)
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.rule == "missing-credential")
    #expect(diagnostic.span.line == 21)
    #expect(diagnostic.message.contains("/run/credentials/balas.service/wappin-0009"))
    #expect(diagnostic.message.contains("BALAS_WAPPIN_0009"))
    #expect(Configuration.read(file: diagnostic.span.file, credentials: nil).configuration != nil)
  }

  @Test("secrets are never printed")
  func printing() throws {
    let folder = try TemporaryFolder()
    let configuration = try #require(
      try read(Self.whole, in: folder, variables: Self.variables.mapValues { _ in "hush" }).configuration)
    var dumped = "\(configuration) \(String(reflecting: configuration))"
    dump(configuration, to: &dumped)
    #expect(!dumped.contains("hush"))
  }

  @Test(
    "a mistake is told with its place and what to do",
    arguments: [
      ("listen: 127.0.0.1:8080", "listen: example.org:8080", "wrong-value", 1),
      ("listen: 127.0.0.1:8080", "listen: 127.0.0.1", "wrong-value", 1),
      ("monitor:", "monitr:", "unknown-key", 9),
      ("rate: 20/s", "rate: fast", "wrong-value", 12),
      ("on_ambiguous: hold", "on_ambiguous: hodl", "wrong-value", 15),
      ("allow: [10.0.0.0/8]", "allow: [10.0.0.1/8]", "wrong-value", 5),
      ("{credential: wappin-0009}", "geheim", "plain-secret", 21),
      ("{credential: wappin-0009}", "{credential: ../x}", "credential-name", 21),
      (#""/callback/{credential: callback-secret}""#, "callback", "wrong-value", 3),
      ("    bot: bots/toko-melati\n", "", "missing-key", 19),
      ("allow: [erp.example.co.id]", "allow: [https://erp.example.co.id]", "wrong-value", 24),
      ("allow: [erp.example.co.id]", "allow: [\"*.example.co.id\"]", "wrong-value", 24),
      ("allow: [erp.example.co.id]", "allow: [10.1.2.3]", "call-host", 24),
      ("private: [\"erp.lan:8069\"]", "private: [169.254.169.254]", "call-host", 25),
      ("private: [\"erp.lan:8069\"]", "privat: [erp.lan]", "unknown-key", 25),
      ("keep: {messages: 90d", "keep: {messages: long", "wrong-value", 26),
      (#"project_id: "16""#, #"project_id: "16/1""#, "wrong-value", 20),
      (#"client_id: "0009""#, #"client_id: "00 09""#, "wrong-value", 19),
      ("exclusive: false", "exclusive: ya", "wrong-value", 17),
    ])
  func mistakes(_ good: String, _ bad: String, _ rule: String, _ line: Int) throws {
    let folder = try TemporaryFolder()
    #expect(Self.whole.contains(good))
    let reading = try read(Self.whole.replacing(good, with: bad), in: folder)
    #expect(reading.configuration == nil)
    #expect(reading.diagnostics.map(\.rule).contains(rule), "\(reading.diagnostics)")
    #expect(reading.diagnostics.first { $0.rule == rule }?.span.line == line, "\(reading.diagnostics)")
  }

  @Test("without any check of callers it listens on this machine only")
  func openCallback() throws {
    let folder = try TemporaryFolder()
    let text = """
      listen: 0.0.0.0:8080
      projects:
        - {client_id: "9", project_id: "16", secret: {credential: wappin-0009}, bot: /srv/bot}

      """
    #expect(try read(text, in: folder).diagnostics.map(\.rule) == ["open-callback"])
    #expect(try read(text + "callback: {allow: 10.1.2.3}\n", in: folder).diagnostics == [])
  }

  @Test("one project twice is a mistake")
  func twice() throws {
    let folder = try TemporaryFolder()
    let project = #"  - {client_id: "9", project_id: "16", secret: {credential: wappin-0009}, bot: b}"#
    let reading = try read("projects:\n\(project)\n\(project)\n", in: folder)
    #expect(reading.diagnostics.map(\.rule) == ["same-project"])
  }

  @Test("two projects of one client have one secret, by whatever names")
  func clientSecrets() throws {
    let folder = try TemporaryFolder()
    let text = """
      projects:
        - {client_id: "9", project_id: "16", secret: {credential: one}, bot: b}
        - {client_id: "9", project_id: "17", secret: {credential: two}, bot: b}
        - {client_id: "8", project_id: "18", secret: {credential: three}, bot: b}

      """
    let variables = ["BALAS_ONE": "a", "BALAS_TWO": "a", "BALAS_THREE": "c"]
    #expect(try read(text, in: folder, variables: variables).diagnostics == [])
    let reading = try read(text, in: folder, variables: variables.merging(["BALAS_TWO": "b"]) { $1 })
    #expect(reading.configuration == nil)
    #expect(reading.diagnostics.map(\.rule) == ["client-secrets"])
    #expect(reading.diagnostics.first?.span.line == 3)
    #expect(reading.diagnostics.first?.notes.first?.span.line == 2)
  }

  @Test("a file that is not there is told so")
  func absent() {
    let reading = Configuration.read(file: "/nowhere/balas.yaml", credentials: nil)
    #expect(reading.configuration == nil)
    #expect(reading.diagnostics.first?.message == "/nowhere/balas.yaml cannot be read: it is not there")
  }
}
