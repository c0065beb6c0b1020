import StrictYAML

/// What can be wrong with a file that describes a world, beyond what can be wrong with any YAML file.
package enum WorldRule: String, Rule {
  /// A number that is two things at once, or a project with what its kind does not have.
  case contradiction
  case noNumber = "no-number"
  /// Places for values that cannot be filled.
  case placeholders
  /// Something that must be there once.
  case sameName = "same-name"
  /// A template's name that the dashboard would not take.
  case templateName = "template-name"
  case unknownName = "unknown-name"
  case unreadable
}
