/// The answer to `token/get` ("Wappin API v1.7, Get Token").
package struct TokenReply: WireValue {
  package struct Data: WireValue {
    package var accessToken: String
    /// Without a zone, in ``WIBTime``; nil if the provider left it out.
    package var expiredDatetime: String?

    package init(accessToken: String, expiredDatetime: String?) {
      self.accessToken = accessToken
      self.expiredDatetime = expiredDatetime
    }

    private enum CodingKeys: String, CodingKey {
      case accessToken = "access_token"
      case expiredDatetime = "expired_datetime"
      case tokenType = "token_type"
    }

    package init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      accessToken = try values.decode(String.self, forKey: .accessToken)
      expiredDatetime = values.text(.expiredDatetime)
    }

    package func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encode(accessToken, forKey: .accessToken)
      try values.encodeIfPresent(expiredDatetime, forKey: .expiredDatetime)
      try values.encode("access_token", forKey: .tokenType)
    }
  }

  package var status: String?
  package var message: String?
  /// Nil if it is absent, null or holds no token.
  package var data: Data?

  package init(status: String?, message: String?, data: Data?) {
    self.status = status
    self.message = message
    self.data = data
  }

  private enum CodingKeys: String, CodingKey { case status, message, data }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    status = values.text(.status)
    message = values.text(.message)
    data = try? values.decodeIfPresent(Data.self, forKey: .data)
    if data?.accessToken.isEmpty == true { data = nil }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(status, forKey: .status)
    try values.encodeIfPresent(message, forKey: .message)
    try values.encode(data, forKey: .data)
  }
}
