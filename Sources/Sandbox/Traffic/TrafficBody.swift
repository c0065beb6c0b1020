/// A body as it is kept: text up to a limit; of a form its parts, and of files only what they are.
package struct TrafficBody: Sendable, Hashable, Codable {
  package struct Part: Sendable, Hashable, Codable {
    package var name: String
    /// Nil for a file.
    package var value: String?
    /// Nil for a field.
    package var fileName: String?
    package var type: String?
    /// In bytes.
    package var size: Int
  }

  /// In bytes, as far as it was read.
  package var size = 0
  /// Nil for a form.
  package var text: String?
  /// Nil for what is no form.
  package var parts: [Part]?
  /// Whether ``text`` is only its beginning.
  package var isCut = false

  var weight: Int {
    (text?.utf8.count ?? 0)
      + (parts ?? []).reduce(0) { $0 + $1.name.utf8.count + ($1.value?.utf8.count ?? 0) + 64 }
  }
}
