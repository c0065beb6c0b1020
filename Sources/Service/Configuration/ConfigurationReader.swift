import Dialogue
import Foundation
import StrictYAML

/// Reads the tree of a `balas.yaml`.
struct ConfigurationReader {
  /// What relative paths are relative to.
  let folder: String
  /// Nil leaves secrets out.
  let credentials: Credentials?
  let findings: Findings

  private static let keys = [
    "listen", "callback", "data", "admin", "monitor", "gateway", "projects", "call", "keep",
  ]

  /// Nil if something needed is missing; what is wrong is among ``findings``.
  func configuration(_ root: Node) -> Configuration? {
    guard let fields = Fields(root, "the configuration", keys: Self.keys, findings) else { return nil }
    let listen = endpoint(fields, "listen") ?? Endpoint(host: "127.0.0.1", port: 8080)
    let callback = callback(fields)
    if callback.isOpen, !listen.isLoopback {
      findings.error(
        ConfigurationRule.openCallback, "anybody who reaches \(listen) could speak as the provider",
        at: fields.keySpan("callback") ?? fields.keySpan("listen") ?? root.span,
        hint:
          "Set `bearer`, `allow` or a secret in `path` under `callback`, or listen on 127.0.0.1 behind a proxy."
      )
    }
    let projects = projects(fields)
    return Configuration(
      listen: listen, callback: callback, data: path(fields, "data") ?? "/var/lib/balas",
      admin: path(fields, "admin") ?? "/run/balas/admin.sock", monitor: endpoint(fields, "monitor"),
      gateway: gateway(fields), projects: projects,
      callHosts: callHosts(fields), keep: keep(fields))
  }

  private func endpoint(_ fields: Fields, _ key: String) -> Endpoint? {
    fields.value(key, expected: "an address and a port such as `127.0.0.1:8080`") { Endpoint($0) }
  }

  private func path(_ fields: Fields, _ key: String) -> String? {
    fields.text(key).map { absolute($0.text) }
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : URL(filePath: folder).appending(path: path).standardizedFileURL.path
  }

  private func gateway(_ fields: Fields) -> GatewaySettings {
    var settings = GatewaySettings()
    let keys = [
      "base_url", "rate", "contact_rate", "contact_burst", "on_ambiguous", "settle", "exclusive",
    ]
    guard let gateway = fields.fields("gateway", keys: keys) else { return settings }
    let url = gateway.value("base_url", expected: "an address such as `https://api.wappin.id`") { text in
      URL(string: text).flatMap { ["http", "https"].contains($0.scheme) && $0.host() != nil ? text : nil }
    }
    settings.baseURL = url.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? settings.baseURL
    settings.rate = gateway.rate("rate") ?? settings.rate
    settings.contactRate = gateway.rate("contact_rate") ?? settings.contactRate
    settings.contactBurst = gateway.integer("contact_burst", in: 1...1000) ?? settings.contactBurst
    settings.onAmbiguous = gateway.choice("on_ambiguous") ?? settings.onAmbiguous
    settings.settle = gateway.duration("settle") ?? settings.settle
    settings.isExclusive = gateway.isOn("exclusive") ?? settings.isExclusive
    return settings
  }

  private func keep(_ fields: Fields) -> Configuration.Keep {
    var keep = Configuration.Keep()
    guard let written = fields.fields("keep", keys: ["messages", "media"]) else { return keep }
    keep.messages = written.duration("messages") ?? keep.messages
    keep.media = written.duration("media") ?? keep.media
    return keep
  }

  private func projects(_ fields: Fields) -> [Project] {
    guard let node = fields.required("projects"), let items = node.items("`projects`", findings) else {
      return []
    }
    if items.isEmpty {
      findings.error(YAMLRule.emptyValue, "`projects` has no project", at: node.span)
    }
    var seen: [Channel: Span] = [:]
    var secrets: [String: (value: Secret, span: Span)] = [:]
    return items.compactMap { item in
      let keys = ["client_id", "project_id", "secret", "bot"]
      guard let entry = Fields(item, "a project", keys: keys, findings) else { return nil }
      let clientID = id(entry, "client_id")
      let projectID = id(entry, "project_id")
      let secret = entry.required("secret").flatMap { self.secret($0, "`secret`") }
      let bot = entry.required("bot")?.text("`bot`", findings)
      guard let clientID, let projectID, let secret, let bot else { return nil }
      let channel = Channel(clientID: clientID.text, projectID: projectID.text)
      if let first = seen.updateValue(projectID.span, forKey: channel) {
        findings.error(
          ConfigurationRule.sameProject, "project \(channel.name) is configured twice", at: projectID.span,
          notes: [Diagnostic.Note("first here", at: first)])
      }
      if let first = secrets[channel.clientID], first.value != secret {
        findings.error(
          ConfigurationRule.clientSecrets, "the client \(channel.clientID) has two different secrets",
          at: entry["secret"]?.span ?? item.span, hint: "Name the same credential for all its projects.",
          notes: [Diagnostic.Note("another one here", at: first.span)])
      } else {
        secrets[channel.clientID] = (secret, entry["secret"]?.span ?? item.span)
      }
      return Project(channel: channel, secret: secret, bot: absolute(bot.text))
    }
  }

  /// An id of the provider's: a channel's name is two of them with a slash between.
  private func id(_ entry: Fields, _ key: String) -> Node.Scalar? {
    guard let scalar = entry.required(key)?.text("`\(key)`", findings) else { return nil }
    guard scalar.text.isEmpty || scalar.text.contains(where: { $0 == "/" || $0.isWhitespace }) else {
      return scalar
    }
    findings.error(
      YAMLRule.wrongValue, "`\(scalar.text)` is no `\(key)`: it holds a slash or a blank, or nothing",
      at: scalar.span, hint: "Copy it from the provider's dashboard.")
    return nil
  }
}
