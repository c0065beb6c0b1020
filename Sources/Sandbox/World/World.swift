/// What the stand-in pretends to be: who may call it, which numbers and templates it has, and how it calls back.
package struct World: Sendable {
  package var clients: [Client] = [Client()]
  package var projects: [Project] = [Project()]
  package var templates: [Template] = []
  package var smsTemplates: [SMSTemplate] = []
  /// Who is in the phone when it is opened first; whoever is written to joins them.
  package var customers: [Customer] = Customer.samples
  package var numbers = Numbers()
  package var tokens = TokenRules()
  package var callback = CallbackRules()
  /// How long after a customer's last message a project may write freely; nil for ever.
  ///
  /// The document gives no code for a message outside of it: the call is accepted, the message then `failed`.
  package var session: Duration? = .seconds(86_400)
  package var httpStatus = HTTPStatusRule.always200
  /// How many messages, calls and callbacks are remembered, each.
  package var kept = 10_000

  /// What goes wrong from the start.
  package var faults: [Fault] = []

  package init() {}

  /// The HTTP status of an answer, whose code is in its JSON.
  package enum HTTPStatusRule: String, Sendable, Hashable, CaseIterable {
    case always200 = "always_200"
    /// The code itself where it is one of HTTP's; 400 for the provider's own (600 and more).
    case mirrored
  }

  /// How access tokens live.
  package struct TokenRules: Sendable, Hashable {
    /// What a second call gives while the token lives, beside the message `Token not expired`: nobody documents it.
    package enum Repeated: String, Sendable, Hashable, CaseIterable {
      case sameToken = "same-token"
      case noData = "no-data"
      case nullData = "null-data"
    }

    package var life: Duration = .seconds(86_400)
    package var repeated: Repeated = .sameToken
    /// A token is refused from then on, whatever it said of its life; nil for one that keeps its word.
    package var diesAfter: Duration?

    package init() {}
  }

  /// How the provider calls back.
  package struct CallbackRules: Sendable, Hashable {
    /// Where callbacks go; nil for nowhere.
    package var target: CallbackTarget?
    /// How often a callback that was not answered `000` is sent again ("Wappin API v1.7, Callback").
    package var retries = 3
    /// Between two tries; the document does not say how long.
    package var interval: Duration = .seconds(5)
    /// How long one try may take.
    package var timeout: Duration = .seconds(10)

    package init() {}
  }
}

/// Where callbacks go.
package struct CallbackTarget: Sendable, Hashable {
  package var url: String
  /// Sent as `Authorization: Bearer`; nil for the client's access token of the day, if there is one.
  package var bearer: String?

  package init(url: String, bearer: String? = nil) {
    self.url = url
    self.bearer = bearer
  }
}
