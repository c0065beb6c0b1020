/// How the provider is reached; a reload may replace it.
package struct WappinSettings: Sendable, Equatable {
  /// `https://api.wappin.id`, without a slash at the end.
  package var baseURL: String
  /// The secret key of each client id.
  package var secrets: [String: String]
  package var limits: WappinLimits

  package init(
    baseURL: String = "https://api.wappin.id", secrets: [String: String],
    limits: WappinLimits = WappinLimits()
  ) {
    self.baseURL = baseURL
    self.secrets = secrets
    self.limits = limits
  }
}

/// How long and how much a call may take.
package struct WappinLimits: Sendable, Equatable {
  package var connect: Duration = .seconds(5)
  /// The whole call, the body of the answer included; an upload gets ``perUpload`` for each 256 KiB on top.
  package var call: Duration = .seconds(30)
  package var perUpload: Duration = .seconds(1)
  /// The largest answer in bytes.
  package var answerSize = 64 * 1024
  /// An idle connection is closed after this time: one the provider closes at the same moment costs a message its answer.
  package var idle: Duration = .seconds(15)
  package var connections = 256

  package init() {}

  func time(forUpload bytes: Int64) -> Duration { call + perUpload * Int((bytes + 262_143) / 262_144) }
}
