/// Phone numbers in the one form used everywhere: digits with country code, no plus ("Wappin API v1.7, Callback": `62…`).
package enum PhoneNumber {
  /// `text` in canonical form: `08…`, `+62…`, `62…`, with spaces, dots, dashes and brackets; only a leading `0` becomes `62`.
  ///
  /// - Returns: 8 to 15 digits; nil if `text` is no phone number.
  package static func canonical(_ text: String) -> String? { nil }
}
