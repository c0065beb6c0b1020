/// The answer to `inquiry` ("Wappin API v1.7, API Inquiry").
package struct InquiryReply: WireValue {
  /// One thing that became of the message.
  package struct Entry: WireValue {
    /// `sent`, `delivered`, `read` or `failed`, and whatever else the provider may say; nil if it says nothing.
    package var status: String?
    /// Seconds since 1970 as text.
    package var timestamp: String?

    package init(status: String?, timestamp: String?) {
      self.status = status
      self.timestamp = timestamp
    }

    private enum CodingKeys: String, CodingKey { case status, timestamp }

    package init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      status = values.text(.status)
      timestamp = values.text(.timestamp)
    }
  }

  package var status: String?
  package var message: String?
  /// In the provider's order; empty if there is no data, nil if it is neither a list nor one entry.
  package var data: [Entry]?

  package init(status: String?, message: String?, data: [Entry]?) {
    self.status = status
    self.message = message
    self.data = data
  }

  private enum CodingKeys: String, CodingKey { case status, message, data }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    status = values.text(.status)
    message = values.text(.message)
    let hasNone = try !values.contains(.data) || values.decodeNil(forKey: .data)
    if hasNone {
      data = []
    } else if let list = try? values.decode([Entry].self, forKey: .data) {
      data = list
    } else {
      data = (try? values.decode(Entry.self, forKey: .data)).map { $0 == Entry.nothing ? [] : [$0] }
    }
  }
}

extension InquiryReply.Entry {
  /// An object that says nothing, as some services write an empty list.
  fileprivate static let nothing = Self(status: nil, timestamp: nil)
}
