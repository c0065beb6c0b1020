/// The numbers an answer may be; a bound that is nil does not bound.
package struct NumberRange: Sendable, Hashable {
  package var lower: Int?
  package var upper: Int?

  package init(from lower: Int? = nil, to upper: Int? = nil) {
    self.lower = lower
    self.upper = upper
  }

  package func contains(_ number: Int) -> Bool {
    number >= lower ?? .min && number <= upper ?? .max
  }
}

/// The days an answer may be.
package enum DateExpectation: String, Sendable, Hashable {
  case any
  /// Today or later.
  case future
  /// Today or earlier.
  case past
}
