/// The stable names of what can be wrong in one kind of file; each room has its own enumeration.
package protocol Rule: RawRepresentable<String>, CaseIterable, Sendable {}

/// What can be wrong with any YAML file.
package enum YAMLRule: String, Rule {
  case alias
  case anchor
  case colonInText = "colon-in-text"
  case commentInText = "comment-in-text"
  case controlCharacter = "control-character"
  case duplicateKey = "duplicate-key"
  case emptyValue = "empty-value"
  case encoding
  case indentation
  case keyNotText = "key-not-text"
  case missingKey = "missing-key"
  case quotesNeeded = "quotes-needed"
  case spaceAfterColon = "space-after-colon"
  case syntax
  case tab
  case tag
  case textAfterQuote = "text-after-quote"
  case tooBig = "too-big"
  case tooDeep = "too-deep"
  case tooManyValues = "too-many-values"
  case twoDocuments = "two-documents"
  case unclosed
  case unknownKey = "unknown-key"
  case wrongKind = "wrong-kind"
  case wrongValue = "wrong-value"
}
