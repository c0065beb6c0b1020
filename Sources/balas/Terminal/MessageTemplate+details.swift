import Dialogue

extension MessageTemplate {
  /// What a template is given, a line each, for a person.
  var details: [String] {
    var lines = ["template  \(name)\(languageCode.map { "  in \($0)" } ?? "")"]
    lines += Self.numbered(params)
    if let header { lines.append("  header  \(Self.line(header))") }
    if let media { lines.append("  header  [\(media.kind.rawValue) \(media.fileName)]") }
    if let url = button?.url { lines.append("  button address  \(Self.line(url))") }
    for (index, payload) in (button?.replyPayloads ?? []).enumerated() {
      lines.append("  button \(index + 1) replies  \(Self.line(payload))")
    }
    if let sms { lines += ["SMS  \(sms.name)"] + Self.numbered(sms.params) }
    return lines
  }

  private static func numbered(_ params: [String]) -> [String] {
    params.enumerated().map { "  {{\($0 + 1)}}  \(line($1))" }
  }

  private static func line(_ text: String) -> String { text.replacing("\n", with: " ") }
}
