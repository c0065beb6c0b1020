/// What `call` asks of a service.
package struct Call: Sendable {
  package var method: String
  /// Filled values are percent-encoded.
  package var url: TextTemplate
  /// May hold `{secret.name}`, which the engine leaves to whoever makes the call.
  package var headers: [String: TextTemplate]
  package var body: JSONTemplate?
  package var timeout: Duration
  /// What the answer is kept under.
  package var variable: String?
  package var failed: Handler

  package init(
    method: String, url: TextTemplate, headers: [String: TextTemplate] = [:], body: JSONTemplate? = nil,
    timeout: Duration, variable: String? = nil, failed: Handler
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.variable = variable
    self.failed = failed
  }
}

/// JSON whose texts have places to fill; every value is sent as a string.
package indirect enum JSONTemplate: Sendable, Hashable {
  case text(TextTemplate)
  case list([JSONTemplate])
  /// In the order written.
  case object([Member])

  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: JSONTemplate

    package init(_ key: String, _ value: JSONTemplate) {
      self.key = key
      self.value = value
    }
  }
}
