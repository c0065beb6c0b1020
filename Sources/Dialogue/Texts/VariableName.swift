/// The name of a variable: small letters, digits and `_`, in parts with a dot between them.
///
/// Behind its first dot it may hold what the fields of a service's answer are called, capitals and `-` too.
package enum VariableName {
  package static func isName(_ text: some StringProtocol) -> Bool {
    isName(Array(text.unicodeScalars)[...])
  }

  static func isName(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var isField = false
    for index in scalars.indices {
      guard
        isNameScalar(scalars[index], first: index == scalars.startIndex)
          || isField && isFieldScalar(scalars[index])
      else { return false }
      isField = isField || scalars[index] == "."
    }
    return !scalars.isEmpty
  }

  /// Whether a step can set it: nothing in it is left to a service.
  package static func isOwn(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.enumerated().allSatisfy { isNameScalar($1, first: $0 == 0) }
  }

  /// The name that an author may have meant by one that is none; empty if nothing is left of it.
  package static func suggestion(for name: String) -> String {
    var small = ""
    for scalar in name.lowercased().unicodeScalars {
      if isNameScalar(scalar, first: small.isEmpty) {
        small.unicodeScalars.append(scalar)
      } else if scalar == " " || scalar == "-", !small.isEmpty {
        small += "_"
      }
    }
    while small.hasSuffix("_") { small.removeLast() }
    return small
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "_": true
    case "0"..."9", ".": !first
    default: false
    }
  }

  private static func isFieldScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || ("A"..."Z").contains(scalar)
  }
}
