import Dialogue
import StrictYAML

/// `template`: a message template that is registered at the provider.
enum TemplateStep: StepKind {
  static let verb = "template"

  static func action(_ fields: Fields, _ reader: StepReader) -> Step.Action? {
    let name = fields.text(verb).flatMap { Self.name($0, reader.findings.certain) }
    let params = fields["params"].map { Self.params($0, "`params`", reader) } ?? []
    let sms = fields["sms"].map { Self.sms($0, reader) }
    let options = reader.sendOptions(fields)
    guard let name else { return nil }
    if let sms, sms == nil { return nil }
    return .send([.template(TemplateReply(name: name, params: params, sms: sms ?? nil))], options)
  }

  private static func sms(_ node: Node, _ reader: StepReader) -> TemplateReply.SMS? {
    guard let fields = Vocabulary.sms.fields(node, reader.findings.certain) else { return nil }
    let params = fields["params"].map { Self.params($0, "`params`", reader) } ?? []
    guard fields.required("name") != nil, let scalar = fields.text("name") else { return nil }
    return TemplateReply.SMS(name: scalar.text, params: params)
  }

  private static func params(_ node: Node, _ name: String, _ reader: StepReader) -> [LocalizedText] {
    (node.items(name, reader.findings.certain) ?? []).enumerated().compactMap { index, item in
      reader.replies.texts.single(item, "number \(index + 1) of \(name)", limit: Limits.templateParam)
    }
  }

  private static func name(_ scalar: Node.Scalar, _ findings: Findings) -> String? {
    let name = scalar.text
    let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "{") }
    guard isPlain, !name.isEmpty, name.utf8.count <= Limits.templateName else {
      findings.error(
        ScenarioRule.templateName, "`\(name)` is no name of a template", at: scalar.span,
        hint: "Write the name as it stands in the provider's dashboard, for example `pesanan_siap`.")
      return nil
    }
    let isUsual = name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (0x30...0x39).contains($0)
        || $0 == UInt8(ascii: "_")
    }
    if !isUsual {
      findings.warning(
        ScenarioRule.templateName, "names of templates have small letters, digits and `_` only",
        at: scalar.span, hint: "Compare it with the provider's dashboard: it is sent exactly as written here."
      )
    }
    return name
  }
}
