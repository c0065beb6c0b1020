/// Whom a fault strikes, how often and how long; what is nil limits nothing.
struct FaultLimits: Sendable, Hashable {
  /// One of ``ProviderCall``'s.
  var call: ProviderCall?
  /// Canonical.
  var number: String?
  var project: String?
  /// The news a fault of callbacks strikes.
  var news: Set<String>?
  var times: Int?
  /// Above 0 and at most 1.
  var share: Double?
  /// Makes a share strike the same calls in each run.
  var seed: UInt64?
  /// How long from the moment it is set.
  var life: Duration?

  init(_ fields: inout FaultFields, of kind: FaultKind) throws(FaultMistake) {
    if let name = fields.text("call") {
      guard !kind.isOfCallbacks else {
        throw FaultMistake(
          "A fault of callbacks has no call; name the news with \"callback\": \"delivered\".")
      }
      guard let call = ProviderCall(rawValue: name) else {
        let names = ProviderCall.allCases.map(\.rawValue).joined(separator: ", ")
        throw FaultMistake("There is no call \"\(name.prefix(40))\": \(names).")
      }
      self.call = call
    }
    if let text = fields.text("number") {
      guard let number = Customer.number(from: text) else {
        throw FaultMistake("\"\(text.prefix(40))\" is no phone number: write it like 0812 3456 7890.")
      }
      self.number = number
    }
    project = fields.text("project")
    news = try Self.news(&fields, of: kind)
    try readAmount(&fields)
  }

  private static func news(_ fields: inout FaultFields, of kind: FaultKind) throws(FaultMistake) -> Set<
    String
  >? {
    guard let text = fields.text("callback") else {
      switch kind {
      // Both are of a message, and begin with its first status.
      case .callback(.swapped), .callback(.readAlone): return ["sent"]
      default: return nil
      }
    }
    guard kind.isOfCallbacks else {
      throw FaultMistake("Only a fault of callbacks has \"callback\"; this one strikes calls.")
    }
    let known = ["message", "status", "sent", "delivered", "read", "failed"]
    let names = text.split(separator: " ").map(String.init)
    if let wrong = names.first(where: { !known.contains($0) }) {
      throw FaultMistake("There is no callback \"\(wrong.prefix(40))\": \(known.joined(separator: ", ")).")
    }
    return Set(names.flatMap { $0 == "status" ? ["sent", "delivered", "read", "failed"] : [$0] })
  }

  private mutating func readAmount(_ fields: inout FaultFields) throws(FaultMistake) {
    times = try fields.whole("times", 1...1_000_000_000)
    if let text = fields.text("share") {
      guard let share = Double(text), share > 0, share <= 1 else {
        throw FaultMistake("\"share\" is the part of the calls that is struck, like 0.01; \(text) is none.")
      }
      self.share = share
    }
    if let text = fields.text("seed") {
      guard let seed = UInt64(text) else {
        throw FaultMistake("\"seed\" is a whole number, like 42; \(text.prefix(40)) is none.")
      }
      self.seed = seed
    }
    if let text = fields.text("for") {
      guard let range = DurationRange.read(text), range.isOne, range.shortest > .zero else {
        throw FaultMistake("\"for\" is how long the fault lasts, like 30s or 5m; \(text.prefix(40)) is none.")
      }
      life = range.shortest
    }
  }
}
