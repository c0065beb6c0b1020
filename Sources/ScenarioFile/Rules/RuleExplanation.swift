import StrictYAML

/// What a rule is about, for an author who looks it up.
package struct RuleExplanation: Sendable {
  /// How grave it is; some rules have both.
  package var severities: [Diagnostic.Severity]
  /// One sentence: what it finds.
  package var finds: String
  /// One sentence: what to do.
  package var remedy: String
  /// A piece of a bot with the mistake.
  package var bad: String
  /// The same piece, mended.
  package var mended: String

  package init(
    _ severities: Diagnostic.Severity..., finds: String, remedy: String, bad: String, mended: String
  ) {
    self.severities = severities
    self.finds = finds
    self.remedy = remedy
    self.bad = bad
    self.mended = mended
  }
}
