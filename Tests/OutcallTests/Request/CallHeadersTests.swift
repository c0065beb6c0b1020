import Testing

@testable import Outcall

@Suite struct CallHeadersTests {
  private func make(_ headers: [String: String]) throws -> [String: String] {
    let made = try CallHeaders.make(headers, hasBody: true, key: "k", userAgent: "balas") {
      ["erp_key": "s3cret", "broken": "a\r\nX: y"][$0]
    }
    return Dictionary(made.map { ($0.name, $0.value) }, uniquingKeysWith: { "\($0) and \($1)" })
  }

  @Test("secrets are filled in, and doubled braces are single ones")
  func filled() throws {
    let made = try make([
      "A": "Bearer {secret.erp_key}", "B": "{{secret.erp_key}", "C": "{ {x} }", "D": "{{{secret.erp_key}{",
      "E": "{secret.erp_key",
    ])
    #expect(made["A"] == "Bearer s3cret")
    #expect(made["B"] == "{secret.erp_key}")
    #expect(made["C"] == "{ {x} }")
    #expect(made["D"] == "{s3cret{")
    #expect(made["E"] == "{secret.erp_key")
  }

  @Test("an author's header takes the place of ours, whatever its capitals")
  func replaced() throws {
    let made = try make([
      "content-type": "application/vnd.api+json", "idempotency-key": "INV-1", "ACCEPT": "*/*",
    ])
    #expect(made["content-type"] == "application/vnd.api+json")
    #expect(made["idempotency-key"] == "INV-1")
    #expect(made["ACCEPT"] == "*/*")
    #expect(made.count == 4)
  }

  @Test(
    "no value ends its line", arguments: ["a\r\nX: y", "a\nb", "a\rb", "a\0b", "a\u{7F}b", "{secret.broken}"])
  func injection(value: String) {
    let refusal = #expect(throws: CallRefusal.self) { try make(["X-Name": value]) }
    #expect(refusal?.sentence.contains("`X-Name`") == true)
    #expect(refusal?.sentence.contains(value) == false)
  }

  @Test(
    "what belongs to the connection cannot be set, and a name must be one",
    arguments: [
      "Host", "content-length", "Transfer-Encoding", "Connection", "Proxy-Authorization", "TE", "", "a b",
      "a:b",
      "a\r\nb", "é",
    ])
  func reserved(name: String) {
    #expect(throws: CallRefusal.self) { try make([name: "x"]) }
  }

  @Test("a missing secret is told by its name and its credential")
  func missing() {
    let refusal = #expect(throws: CallRefusal.self) { try make(["A": "{secret.crm_api_key}"]) }
    #expect(
      refusal?.sentence
        == "There is no secret `crm_api_key`: give the daemon the credential `secret-crm-api-key`.")
  }
}
