import Dialogue
import StrictYAML

/// Reads `default`: what is said when nothing matched.
struct FallbackReader {
  let steps: StepReader

  func fallback(_ node: Node) -> Fallback {
    let findings = steps.replies.texts.findings.certain
    guard let fields = Vocabulary.fallback.fields(node, findings) else { return Fallback() }
    var fallback = Fallback(position: SourcePosition(node.span))
    if let reply = fields["reply"] {
      fallback.replies = [steps.replies.replies(reply, "`reply`")]
      if let span = fields.keySpan("replies") {
        findings.error(
          ScenarioRule.twoBodies, "`default` has `reply` or `replies`, not both", at: span,
          hint: "`replies` lists what is said at the first miss, the second, and so on.")
      }
    } else if let items = fields.items("replies") {
      if items.isEmpty {
        findings.error(
          ScenarioRule.emptyText, "`replies` is an empty list", at: fields["replies"]?.span ?? node.span,
          hint: "Write into it what is said at the first miss, the second, and so on.")
      }
      fallback.replies = items.map { steps.replies.replies($0, "an item of `replies`") }
    }
    fallback.then = steps.scenario(fields, "then")
    if let limit = fields.rate("at_most", example: "3 per 10m") {
      fallback.atMost = Frequency(limit.count, per: limit.per)
    }
    if let quiet = fields.duration("quiet") { fallback.quiet = quiet }
    if let media = fields["media"] { fallback.media = steps.replies.replies(media, "`media`") }
    if fallback.replies.isEmpty, fields.mapping.isWhole, !fields.hasUnknownKeys, fields["replies"] == nil,
      fields["then"] == nil
    {
      findings.error(
        ScenarioRule.noBody, "`default` says nothing", at: node.span, hint: "Give it a `reply` or `replies`.")
    }
    return fallback
  }
}
