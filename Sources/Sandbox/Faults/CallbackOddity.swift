/// What can be odd about a callback.
enum CallbackOddity: Sendable, Hashable {
  /// The field names of the document's table, `status_message` and `environtment`, not of its samples.
  case spelling
  /// `message_content` is null.
  case nullContent
  case absent(Set<String>)
  /// Numbers where the document has strings of digits.
  case numbers
  /// A status comes after the one that follows it.
  case swapped
  /// Of a message's statuses only `read` or `failed` comes.
  case readAlone
  case twice
  case late(DurationRange)
  case unknownType(String)
  case lost

  /// The fields a callback can do without.
  private static let fields = [
    "client_id", "client_name", "project_name", "status_messages", "message_content", "environment",
    "timestamp", "callback_type", "sender_number", "message_id", "project_id",
  ]

  /// - Returns: nil if there is no such kind.
  init?(kind: String, _ reader: inout FaultFields) throws(FaultMistake) {
    switch kind {
    case "callback-spelling": self = .spelling
    case "callback-null": self = .nullContent
    case "callback-absent":
      let names = reader.text("fields")?.split(separator: " ").map(String.init)
      if let wrong = names?.first(where: { !Self.fields.contains($0) }) {
        throw FaultMistake(
          "A callback has no field \"\(wrong.prefix(40))\": \(Self.fields.joined(separator: ", ")).")
      }
      self = .absent(Set(names ?? ["client_name", "project_name", "environment"]))
    case "callback-numbers": self = .numbers
    case "callback-swapped": self = .swapped
    case "callback-read-alone": self = .readAlone
    case "callback-twice": self = .twice
    case "callback-late":
      self = .late(try reader.required("delay", kind, DurationRange.read, "like 30s or 1m-5m"))
    case "callback-unknown-type": self = .unknownType(reader.text("type") ?? "reaction")
    case "callback-lost": self = .lost
    default: return nil
    }
  }
}
