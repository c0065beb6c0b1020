/// The answer that stops the provider from sending a callback again: `{"status":"000"}` ("Wappin API v1.7, Callback").
package struct CallbackAcknowledgement: WireValue {
  package static let good = Self(status: "000")
  package static let bytes = [UInt8](#"{"status":"000"}"#.utf8)

  package var status: String

  package init(status: String) { self.status = status }

  package init(from decoder: any Decoder) throws {
    status = try decoder.container(keyedBy: CodingKeys.self).text(.status) ?? ""
  }

  private enum CodingKeys: String, CodingKey { case status }
}
