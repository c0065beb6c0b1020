/// What one event does: the conversation after it, what the shell must do, and why.
package struct Turn: Sendable, Hashable {
  package var conversation: Conversation
  /// The contact's `contact.x` variables after the turn.
  package var contactVars: [String: String]
  package var effects: [Effect]
  package var reason: Reason
  /// Session variables at the end of the turn, also where the turn ended the session.
  package var lastVars: [String: String]
  package var trace: Trace
}

/// What the shell must do after a turn, in this order.
package enum Effect: Sendable, Hashable {
  case send(Content, SendTerms)
  /// A service is to be asked; its answer is an event.
  case call(CallRequest)
  /// The customer wants no more messages of this kind.
  case optOut(String)
  /// An author's mistake found at run time: logged and counted, never an error.
  case problem(Problem)
}

/// How one message is sent.
package struct SendTerms: Sendable, Hashable {
  /// How long it is of use; nil for the usual time.
  package var expires: Duration?
  /// Nil where nothing follows from its not arriving.
  package var note: SendNote?

  package init(expires: Duration? = nil, note: SendNote? = nil) {
    self.expires = expires
    self.note = note
  }
}

/// A call with its places filled.
package struct CallRequest: Sendable, Hashable, Codable {
  /// What the event of its end must carry.
  package var serial: Int
  package var method: String
  package var url: String
  /// May hold `{secret.name}`; an opening brace of a variable's value is doubled.
  package var headers: [String: String]
  /// JSON.
  package var body: String?
  /// In milliseconds.
  package var timeout: Int64

  package init(
    serial: Int, method: String, url: String, headers: [String: String], body: String?, timeout: Int64
  ) {
    self.serial = serial
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
  }
}

/// An author's mistake that only a running conversation shows.
package struct Problem: Sendable, Hashable {
  package var message: String
  package var position: SourcePosition?

  package init(_ message: String, at position: SourcePosition? = nil) {
    self.message = message
    self.position = position
  }
}
