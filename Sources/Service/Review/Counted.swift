/// Counts as people read them.
package enum Counted {
  /// `4,298`, whatever the machine's language.
  package static func text(_ count: Int) -> String {
    let digits = Array(String(count))
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
      })
  }
}
