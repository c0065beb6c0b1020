import StrictYAML

extension WorldReader {
  func templates(_ fields: Fields, projects: [World.Project]) -> [World.Template] {
    let keys = ["name", "text", "language", "header", "buttons", "active", "projects"]
    var names = UniqueNames(what: "template", findings)
    return (fields.items("templates") ?? []).compactMap { item in
      guard let entry = Fields(item, "a template", keys: keys, findings),
        let name = entry.required("name")?.text("`name`", findings),
        let text = entry.required("text")?.text("`text`", findings)
      else { return nil }
      checkName(name)
      checkPlaces(text)
      let owners = owners(entry, among: projects)
      let language = entry.text("language")?.text
      names.add(name, as: "\(name.text) \(language ?? "") \(owners.sorted())")
      return World.Template(
        name: name.text, text: text.text, language: language, header: header(entry),
        buttons: (entry.items("buttons") ?? []).compactMap(button), isActive: entry.isOn("active") ?? true,
        projects: owners)
    }
  }

  func smsTemplates(_ fields: Fields, templates: [World.Template]) -> [World.SMSTemplate] {
    var names = UniqueNames(what: "SMS template", findings)
    return (fields.items("sms_templates") ?? []).compactMap { item in
      guard
        let entry = Fields(item, "an SMS template", keys: ["name", "template", "text", "rule"], findings),
        let name = entry.required("name")?.text("`name`", findings),
        let template = entry.required("template")?.text("`template`", findings),
        let text = entry.required("text")?.text("`text`", findings)
      else { return nil }
      names.add(name, as: "\(name.text) \(template.text)")
      checkPlaces(text)
      let known = templates.map(\.name)
      if !known.contains(template.text) { unknown(template, what: "template", among: known) }
      return World.SMSTemplate(
        name: name.text, template: template.text, text: text.text, rule: rule(entry) ?? .both)
    }
  }

  private enum PlainRule: String, CaseIterable {
    case both
    case invalidNumber = "invalid_number"
  }

  private enum Reached: String, CaseIterable { case sent, delivered }

  private func rule(_ entry: Fields) -> World.SMSTemplate.Rule? {
    guard let node = entry["rule"] else { return nil }
    if let word = node.scalar, !word.isEmpty {
      guard let rule = PlainRule(rawValue: word.text) else {
        findings.error(
          YAMLRule.wrongValue, "`\(word.text)` is not a value of `rule`", at: word.span,
          hint: Nearest.hint(word.text, among: PlainRule.allCases.map(\.rawValue))
            ?? "It takes `both`, `invalid_number` or `{waiting: {days: 1, after: delivered}}`.")
        return nil
      }
      return rule == .both ? .both : .invalidNumber
    }
    guard let fields = Fields(node, "`rule`", keys: ["waiting"], findings),
      let waiting = fields.fields("waiting", keys: ["days", "after"])
    else { return nil }
    let days = waiting.required("days") == nil ? nil : waiting.integer("days", in: 1...30)
    let after = waiting.required("after") == nil ? nil : waiting.choice("after", Reached.self)
    guard let days, let after else { return nil }
    return .waiting(days: days, after: after == .sent ? .sent : .delivered)
  }

  private enum HeaderMedia: String, CaseIterable { case image, document }

  private func header(_ entry: Fields) -> World.Template.Header? {
    guard let node = entry["header"], let header = fields(node, "`header`", oneOf: ["text", "media"]) else {
      return nil
    }
    if let text = header.text("text") {
      checkPlaces(text, atMost: 1)
      return .text(text.text)
    }
    return header.choice("media", HeaderMedia.self).map { .media($0 == .image ? .image : .document) }
  }

  private func button(_ node: Node) -> World.Template.Button? {
    guard let button = Fields(node, "a button", keys: ["label", "url"], findings),
      let label = button.required("label")?.text("`label`", findings)
    else { return nil }
    guard button["url"] != nil else { return .reply(label: label.text) }
    guard let url = address(button, "url") else { return nil }
    checkPlaces(url, atMost: 1)
    return .url(label: label.text, url: url.text)
  }

  /// The projects a template belongs to; empty for all.
  private func owners(_ entry: Fields, among projects: [World.Project]) -> Set<String> {
    let written = entry.texts("projects") ?? []
    for project in written where !projects.contains(where: { $0.id == project.text }) {
      unknown(project, what: "project", among: projects.map(\.id))
    }
    return Set(written.map(\.text))
  }

  /// "Wappin API v1.7, Create Notification Template" asks for small letters, digits and underscores, and has an
  /// example with capitals.
  private func checkName(_ name: Node.Scalar) {
    let isPlain = name.text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    guard !isPlain else { return }
    findings.warning(
      WorldRule.templateName, "the dashboard takes no template called `\(name.text)`", at: name.span,
      hint: "It asks for small letters, digits and underscores.")
  }

  /// The places for values are `{{1}}` to `{{n}}` without a gap.
  private func checkPlaces(_ scalar: Node.Scalar, atMost limit: Int = 99) {
    let places = Placeholders.numbers(in: scalar.text)
    let rest = Placeholders.removed(from: scalar.text)
    if rest.contains("{{") || rest.contains("}}") {
      findings.error(
        WorldRule.placeholders, "a place for a value is written `{{1}}`, with a number", at: scalar.span)
    } else if places.count > limit {
      findings.error(
        WorldRule.placeholders, "here is room for one value only, `{{1}}`", at: scalar.span)
    } else if let missing = (1...max(1, places.count)).first(where: { !places.contains($0) }),
      !places.isEmpty
    {
      findings.error(
        WorldRule.placeholders, "the places for values count from 1 without a gap; {{\(missing)}} is missing",
        at: scalar.span)
    }
  }
}
