import Dialogue

/// The provider's times in callbacks and inquiries: seconds since 1970, as text or as a number.
enum EpochTime {
  /// What is too large for seconds is taken as milliseconds.
  ///
  /// - Returns: nil if `text` is no such time.
  static func timestamp(_ text: String?) -> Timestamp? {
    guard let text, let number = Double(text), number > 0, number < 1e15 else { return nil }
    let isMilliseconds = number >= 1e11
    return Timestamp(milliseconds: Int64(isMilliseconds ? number : number * 1000))
  }
}
