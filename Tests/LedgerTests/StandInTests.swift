import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

@testable import Ledger

struct StandInTests {
  private static let media = [
    "--cut", #"Content-Disposition: form-data; name="recipient_number""#, "", "62811", "--cut",
    #"Content-Disposition: form-data; name="caption""#, "", "jawab in1", "--cut",
    #"Content-Disposition: form-data; name="media"; filename="a.jpg""#, "Content-Type: image/jpeg", "",
    "\u{1}--\n",
    "--cut--", "",
  ].joined(separator: "\r\n")

  private func post(_ url: String, _ body: String, type: String = "application/json") async throws -> String {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: type)
    request.body = .bytes(Array(body.utf8), length: .known(Int64(body.utf8.count)))
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
    return String(buffer: try await response.body.collect(upTo: 1 << 16))
  }

  @Test("the stand-in notes texts and media in the order they come, with what it answered")
  func notes() async throws {
    let ledger = try LineFile<ProviderLine>()
    let text = #"{"client_id":"1","project_id":"2","message_content":"halo","recipient_number":"62811"}"#
    let fates: [ProviderStandIn.Fate] = [.accept, .refuse("601"), .lose, .accept]
    try await ProviderStandIn.serving(ledger: ledger, fate: { fates[$0] }) { standIn in
      #expect(try await post(standIn.baseURL + "/v1/token/get", "").contains("access_token"))
      let send = standIn.baseURL + "/v1/message/do-send"
      #expect(try await post(send, text).contains("message_id"))
      #expect(try await post(send, text).contains("601"))
      await #expect(throws: (any Error).self) { try await post(send, text) }
      _ = try await post(send + "-media", Self.media, type: "multipart/form-data; boundary=cut")
    }
    #expect(ledger.lines.map(\.sequence) == [0, 1, 2, 3])
    #expect(ledger.lines.map(\.answer) == [.accepted, .refused, .lost, .accepted])
    #expect(ledger.lines.map(\.content) == ["halo", "halo", "halo", "jawab in1"])
    #expect(ledger.lines.map { $0.messageID == nil } == [false, true, false, false])
  }

  @Test("a ledger file is read back as it was written")
  func files() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "balas-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let lines: [LoadLine] = [.sent(id: "a\n", number: "62", ordinal: 3), .acknowledged(id: "a\n")]
    let file = try LineFile<LoadLine>(path: path)
    for line in lines { try file.append(line) }
    #expect(try LineFile<LoadLine>.read(path) == lines)
  }
}
