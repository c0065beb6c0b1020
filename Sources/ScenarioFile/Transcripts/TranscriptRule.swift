import StrictYAML

/// What can be wrong with a test file, beside what can be wrong with any YAML file.
package enum TranscriptRule: String, Rule {
  case callAnswer = "call-answer"
  case callKey = "call-key"
  case emptyTalk = "empty-talk"
  case lineValue = "line-value"
  case lineWord = "line-word"
  case name
  case noTests = "no-tests"
  case talkForm = "talk-form"
  case testUnreadable = "test-unreadable"
  case unknownLanguage = "unknown-language"
  case unknownStart = "unknown-start"
}
