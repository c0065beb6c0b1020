/// A row whose contents make no sense, in a file that SQLite finds in order: it concerns one contact, not the journal.
package struct UnreadableRow: Error, Sendable, Hashable, CustomStringConvertible {
  /// Whom it holds up; nil where the row does not say.
  package var contactID: Int64?
  /// The message it would have been; nil where it is none.
  package var outboxID: Int64?
  /// Where it stands, for example `outbox row 7`.
  package var place: String
  package var reason: String

  init(place: String, reason: String, outboxID: Int64? = nil) {
    self.place = place
    self.reason = reason
    self.outboxID = outboxID
  }

  /// What `body` returns, or the row it cannot read.
  static func caught<Value>(
    of contactID: Int64, _ body: () throws -> Value?
  ) throws -> Result<Value?, UnreadableRow> {
    do {
      return .success(try body())
    } catch var row as UnreadableRow {
      row.contactID = contactID
      return .failure(row)
    }
  }

  /// What could be read; `unreadable` hears of the rest.
  static func told<Value>(
    _ found: [Result<Value?, UnreadableRow>], to unreadable: (UnreadableRow) -> Void
  ) -> [Value] {
    found.compactMap { result in
      switch result {
      case .success(let value): return value
      case .failure(let row):
        unreadable(row)
        return nil
      }
    }
  }

  package var description: String { "\(place) of the journal cannot be read: \(reason)" }
}
