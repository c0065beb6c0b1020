import StrictYAML

/// Reads the tree of a file that describes a world.
struct WorldReader {
  let findings: Findings

  private static let keys = [
    "clients", "projects", "templates", "sms_templates", "numbers", "customers", "token", "session",
    "callback", "http_status",
  ]

  /// Nil if it is no mapping; what is wrong is among ``findings``.
  func world(_ root: Node) -> World? {
    guard let fields = Fields(root, "the world", keys: Self.keys, findings) else { return nil }
    var world = World()
    if let clients = clients(fields) { world.clients = clients }
    if let projects = projects(fields, clients: world.clients) {
      world.projects = projects
    } else if let owner = world.clients.first {
      world.projects = [World.Project(clientID: owner.id)]
    }
    world.templates = templates(fields, projects: world.projects)
    world.smsTemplates = smsTemplates(fields, templates: world.templates)
    world.numbers = numbers(fields)
    if let customers = customers(fields) { world.customers = customers }
    world.tokens = tokens(fields)
    world.callback = callback(fields)
    world.session = session(fields, standard: world.session)
    world.httpStatus = fields.choice("http_status") ?? world.httpStatus
    return world
  }

  private func clients(_ fields: Fields) -> [World.Client]? {
    guard let items = someItems(fields, "clients") else { return nil }
    var names = UniqueNames(what: "client", findings)
    return items.compactMap { item in
      guard let entry = Fields(item, "a client", keys: ["id", "secret", "name", "allow"], findings),
        let id = entry.required("id")?.text("`id`", findings),
        let secret = entry.required("secret")?.text("`secret`", findings)
      else { return nil }
      // `9` and `0009` are one client.
      names.add(id, as: String(id.text.drop { $0 == "0" }))
      var client = World.Client(id: id.text, secret: secret.text, name: entry.text("name")?.text ?? id.text)
      client.allow = networks(entry, "allow")
      return client
    }
  }

  private func projects(_ fields: Fields, clients: [World.Client]) -> [World.Project]? {
    guard let items = someItems(fields, "projects") else { return nil }
    var names = UniqueNames(what: "project", findings)
    let keys = ["id", "client", "name", "environment", "keywords", "default_message"]
    return items.compactMap { item in
      guard let entry = Fields(item, "a project", keys: keys, findings),
        let id = entry.required("id")?.text("`id`", findings)
      else { return nil }
      names.add(id)
      var owner = clients.first?.id ?? ""
      if let name = entry.text("client") {
        if let client = clients.first(where: { World.Client.isSame($0.id, name.text) }) {
          owner = client.id
        } else {
          unknown(name, what: "client", among: clients.map(\.id))
        }
      }
      var project = World.Project(id: id.text, clientID: owner, name: entry.text("name")?.text ?? id.text)
      project.environment = entry.choice("environment", WrittenEnvironment.self)?.environment ?? .production
      project.keywords = keywords(entry)
      project.defaultMessage = entry.text("default_message")?.text
      if project.environment == .uat,
        let key = ["keywords", "default_message"].first(where: { entry[$0] != nil })
      {
        findings.error(
          WorldRule.contradiction, "a project of `uat` has no `\(key)`", at: entry.keySpan(key) ?? item.span,
          hint: "The dashboard has chatbots for projects of `production` only.")
      }
      return project
    }
  }

  private enum WrittenEnvironment: String, CaseIterable {
    case production, uat

    var environment: World.Project.Environment { self == .uat ? .uat : .production }
  }

  private func keywords(_ entry: Fields) -> [String: String] {
    guard let written = entry["keywords"]?.entries("`keywords`", findings) else { return [:] }
    var names = UniqueNames(what: "keyword", findings)
    var keywords: [String: String] = [:]
    for entry in written {
      names.add(entry.key, as: World.Project.keyword(entry.key.text))
      guard let answer = entry.value.text("the answer to `\(entry.key.text)`", findings) else { continue }
      keywords[entry.key.text] = answer.text
    }
    return keywords
  }

  private func customers(_ fields: Fields) -> [Customer]? {
    guard let items = someItems(fields, "customers") else { return nil }
    var names = UniqueNames(what: "customer", findings)
    return items.compactMap { item in
      guard let entry = Fields(item, "a customer", keys: ["number", "name"], findings),
        let written = entry.required("number")?.text("`number`", findings), let number = number(written)
      else { return nil }
      names.add(written, as: number)
      return Customer(number: number, name: entry.text("name")?.text ?? "")
    }
  }

  /// The items of a list that has one at least; nil if the key is absent.
  private func someItems(_ fields: Fields, _ key: String) -> [Node]? {
    guard let node = fields[key], let items = node.items("`\(key)`", findings) else { return nil }
    if items.isEmpty {
      findings.error(
        YAMLRule.emptyValue, "`\(key)` is empty", at: node.span,
        hint: "Leave `\(key)` out for those the stand-in has of itself.")
    }
    return items
  }
}
