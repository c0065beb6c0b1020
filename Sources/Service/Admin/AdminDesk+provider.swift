import Dialogue
import Gateway
import Journal

extension AdminDesk {
  /// More than any id of a provider has.
  private static let idLimit = 200

  package func inquire(_ id: String, projectID: String?) async throws -> InquiryReport {
    let provider = try needed("inquiry").provider
    guard (1...Self.idLimit).contains(id.utf8.count), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw AdminRefusal(
        .invalid, "`\(LogText.quoted(id))` is no id of a message; write it like 5d31a231ab0ea.")
    }
    let row = try await outboxRow(namedBy: id, projectID: projectID)
    if let row, row.messageID == nil {
      throw AdminRefusal(
        .conflict,
        "The provider gave message \(row.id) no id: it is \(row.state.rawValue). "
          + "`balas outbox show \(row.id)` tells more.")
    }
    let messageID = row?.messageID ?? id
    let channel = try channel(projectID: row?.channel.projectID ?? projectID)
    let answer = await provider.inquire(messageID, on: channel)
    var report = InquiryReport(
      channel: channel.name, messageID: messageID, message: row.map { OutboxItem($0, now: now()) },
      isKnown: true,
      news: [])
    switch answer {
    case .known(let news): report.news = news
    case .notFound(let result): (report.isKnown, report.detail) = (false, result.reason)
    case .failed(let result): throw AdminRefusal(.failed, result.reason)
    }
    return report
  }

  package func check(_ number: String, projectID: String?) async throws -> NumberReport {
    let provider = try needed("number").provider
    let number = try Self.number(number)
    return NumberReport(number, await provider.check(number, on: try channel(projectID: projectID)))
  }

  /// The provider's ids may be all digits: an id of the outbox is what is none of those.
  func outboxRow(namedBy id: String, projectID: String?) async throws -> OutboxRow? {
    let channels = live.current.projects.map(\.channel).filter {
      projectID == nil || $0.projectID == projectID
    }
    if let row = try await journal.outboxRow(messageID: id, among: channels) { return row }
    guard let number = Int64(id) else { return nil }
    return try await journal.outboxRow(number)?.row
  }
}
