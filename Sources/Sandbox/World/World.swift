/// What the stand-in pretends to be: who may call it, which numbers it serves, and how it calls back.
package struct World: Sendable {
  package var clients: [Client] = [Client()]
  package var projects: [Project] = [Project()]
  /// Who is in the phone when it is opened first; whoever is written to joins them.
  package var customers: [Customer] = Customer.samples
  /// Numbers that are not on WhatsApp ("Wappin API v1.7", 601 Contact invalid); canonical.
  package var invalidNumbers: Set<String> = []
  package var tokens = TokenRules()
  package var callback = CallbackRules()
  /// How long after a customer's last message a project may write freely; nil for ever.
  ///
  /// The document gives no code for a message outside of it: the call is accepted, the message then `failed`.
  package var session: Duration? = .seconds(86_400)
  /// How many messages, calls and callbacks are remembered, each.
  package var kept = 10_000

  package init() {}

  /// Who calls: the "client ID" and "secret key" of the provider's dashboard.
  package struct Client: Sendable, Hashable {
    package var id: String
    package var secret: String
    package var name: String

    package init(id: String = "0009", secret: String = "rahasia", name: String = "balas-demo") {
      self.id = id
      self.secret = secret
      self.name = name
    }
  }

  /// One business number.
  package struct Project: Sendable, Hashable {
    package enum Environment: String, Sendable, Hashable {
      case production = "PRODUCTION"
      /// May not send session messages ("Wappin API v1.7, Send Message (Text) (UAT)").
      case uat = "UAT"
    }

    package var id: String
    package var clientID: String
    package var name: String
    package var environment: Environment

    package init(
      id: String = "16", clientID: String = "0009", name: String = "Toko Contoh",
      environment: Environment = .production
    ) {
      self.id = id
      self.clientID = clientID
      self.name = name
      self.environment = environment
    }
  }

  /// How access tokens live.
  package struct TokenRules: Sendable, Hashable {
    /// What a second call gives while the token lives, beside the message `Token not expired`: nobody documents it.
    package enum Repeated: Sendable, Hashable { case sameToken, noData, nullData }

    package var life: Duration = .seconds(86_400)
    package var repeated: Repeated = .sameToken

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
