import Dialogue
import StrictYAML

/// Reads what a service answers in a test.
struct CallAnswersReader {
  let findings: Findings

  /// The answers of one entry of `calls`; nil, and a diagnostic, if it cannot be read.
  func answers(_ entry: Node.Mapping.Entry) -> CallAnswers? {
    guard let (method, url) = Self.request(entry.key.text) else {
      findings.error(
        TranscriptRule.callKey, "`\(entry.key.text)` is not a call", at: entry.key.span,
        hint: "Write the method and the whole address, such as `POST https://erp.example.co.id/orders`.")
      return nil
    }
    let items = entry.value.sequence?.items
    let answers = (items ?? [entry.value]).map { answer($0) }
    guard !answers.isEmpty else {
      findings.error(
        TranscriptRule.callAnswer, "this list of answers is empty", at: entry.value.span,
        hint: "Leave the call out if nothing may ask it.")
      return nil
    }
    let known = answers.compactMap(\.self)
    guard known.count == answers.count else { return nil }
    return CallAnswers(method: method, url: url, answers: known, repeats: items == nil, span: entry.key.span)
  }

  /// Method and address of `POST https://…`; nil for anything else.
  static func request(_ text: String) -> (method: String, url: String)? {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].allSatisfy({ $0.isASCII && $0.isUppercase }),
      parts[1].hasPrefix("http://") || parts[1].hasPrefix("https://")
    else { return nil }
    return (parts[0], parts[1])
  }

  /// One answer; nil, and a diagnostic, if it is none.
  func answer(_ node: Node) -> CallOutcome? {
    guard let scalar = node.scalar else { return .answered(json: node.json) }
    switch scalar.text {
    case "timeout", "unreachable": return .failed(status: scalar.text)
    default:
      if scalar.text.count == 3, let status = Int(written: scalar.text), (100...599).contains(status) {
        return (200...299).contains(status) ? .answered(json: "") : .failed(status: scalar.text)
      }
      findings.error(
        TranscriptRule.callAnswer, "`\(scalar.text)` is not an answer", at: scalar.span,
        hint: Nearest.hint(scalar.text, among: ["timeout", "unreachable"])
          ?? "It takes a body such as `{id: 7}`, `timeout`, `unreachable`, an HTTP status such as `503`, "
          + "or a list of these.")
      return nil
    }
  }
}
