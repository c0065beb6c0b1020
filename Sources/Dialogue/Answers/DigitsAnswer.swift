/// Digits a customer types in groups, as identity and account numbers are written.
enum DigitsAnswer {
  /// The digits of `text`, which may have blanks, dots and dashes between them; nil if it has anything else.
  ///
  /// - Parameter words: those of `text`, plain and not respelled.
  static func digits(_ text: Substring, written words: ArraySlice<String>) -> String? {
    let isDigits = words.reversed().allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard !words.isEmpty, isDigits else { return nil }
    let separators: Set<Unicode.Scalar> = [
      ".", "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}",
    ]
    let others = text.unicodeScalars.contains {
      $0.isASCII && !$0.properties.isWhitespace && !("0"..."9").contains($0) && !separators.contains($0)
    }
    return others ? nil : words.joined()
  }
}

/// Mail addresses as customers type them.
enum EmailAddress {
  static func isValid(_ text: String) -> Bool {
    guard text.utf8.count <= 254 else { return false }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64 else {
      return false
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isLocal = parts[0].unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && !",;:<>()[]\"\\".unicodeScalars.contains(scalar)
    }
    let areLabels = labels.allSatisfy { label in
      !label.isEmpty && label.first != "-" && label.last != "-"
        && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
    let areDotsApart =
      parts[0].first != "." && parts[0].last != "." && !parts[0].contains("..")
    return isLocal && areLabels && areDotsApart && labels.count >= 2 && (labels.last?.count ?? 0) >= 2
      && labels.last?.allSatisfy(\.isLetter) == true
  }
}
