extension TrafficEntry {
  /// One try to hand over a callback, as it begins.
  init(_ callback: Callback, to url: String, bearer: String?, attempt: Int, at: Int64) {
    var headers = [Header(name: "Content-Type", value: "application/json")]
    if let bearer { headers.append(Header(name: "Authorization", value: Self.masked("Bearer \(bearer)"))) }
    let body = callback.json
    self.init(
      id: 0, kind: .callback, at: at, method: "POST", target: url, call: callback.news,
      number: callback.chat.customer, project: callback.chat.project, messageID: callback.messageID,
      attempt: attempt, headers: headers, body: TrafficBody(size: body.utf8.count, text: body),
      faults: callback.faults)
  }

  mutating func end(with reply: CallbackReply, after duration: Duration) {
    self.duration = duration / .milliseconds(1)
    answer = reply.answer
    code = reply.answer?.body.status
    if case .unreachable(let reason) = reply.outcome { ending = reason }
  }

  /// An `Authorization` of which only the scheme and the beginning are readable.
  static func masked(_ authorization: String) -> String {
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return "\(authorization.prefix(6))…" }
    return "\(parts[0]) \(parts[1].prefix(6))…"
  }
}

extension TrafficBody {
  /// The `status` in its JSON; nil if there is none.
  var status: String? { text.flatMap { LooseFields.read(Array($0.utf8))?["status"] } }
}
