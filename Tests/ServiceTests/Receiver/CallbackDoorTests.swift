import HTTPTypes
import Outcall
import Testing

@testable import Service

@Suite struct CallbackDoorTests {
  private func refusal(
    _ rules: CallbackRules, method: HTTPRequest.Method = .post, path: String = "/callback",
    _ headers: HTTPFields = [:], from peer: String? = "192.0.2.1", tokens: [String] = []
  ) -> CallbackDoor.Refusal? {
    CallbackDoor(rules) { tokens.map { SecretDigest($0) } }
      .refusal(method: method, path: path, headers: headers, peer: peer.flatMap { IPAddress($0) })
  }

  @Test("without rules only path and method matter")
  func open() {
    #expect(refusal(CallbackRules()) == nil)
    #expect(refusal(CallbackRules(), path: "/callback/") == nil)
    #expect(refusal(CallbackRules(), path: "/other") == .path)
    #expect(refusal(CallbackRules(), method: .get) == .method)
  }

  @Test("a secret in the path must fit whole")
  func pathSecret() {
    let rules = CallbackRules(path: Secret("/callback/s3cret"), hasPathSecret: true)
    #expect(refusal(rules, path: "/callback/s3cret") == nil)
    for wrong in ["/callback", "/callback/", "/callback/s3cre", "/callback/s3cret1", "/CALLBACK/s3cret"] {
      #expect(refusal(rules, path: wrong) == .path)
    }
  }

  @Test("any of the bearer tokens will do, and nothing else")
  func bearer() {
    let rules = CallbackRules(bearer: [.secret(Secret("one")), .secret(Secret("two"))])
    for good in ["Bearer one", "bearer two", "Bearer  two"] {
      #expect(refusal(rules, [.authorization: good]) == nil, "\(good)")
    }
    for wrong in ["Bearer three", "Bearer", "Basic one", "one", "Bearer one two", ""] {
      #expect(refusal(rules, [.authorization: wrong]) == .bearer, "\(wrong)")
    }
    #expect(refusal(rules) == .bearer)
  }

  @Test("our own tokens are taken only where the configuration says so")
  func providerToken() {
    let headers: HTTPFields = [.authorization: "Bearer ours"]
    #expect(refusal(CallbackRules(bearer: [.providerToken]), headers, tokens: ["ours", "older"]) == nil)
    #expect(refusal(CallbackRules(bearer: [.providerToken]), headers, tokens: ["other"]) == .bearer)
    #expect(refusal(CallbackRules(bearer: [.secret(Secret("x"))]), headers, tokens: ["ours"]) == .bearer)
  }

  @Test("only allowed addresses may call")
  func allow() throws {
    let rules = CallbackRules(allow: [
      try #require(IPNetwork("10.0.0.0/8")), try #require(IPNetwork("2001:db8::/32")),
    ])
    #expect(refusal(rules, from: "10.255.0.1") == nil)
    #expect(refusal(rules, from: "::ffff:10.0.0.1") == nil)
    #expect(refusal(rules, from: "2001:db8::1") == nil)
    for wrong in ["11.0.0.1", "2001:db9::1", nil] { #expect(refusal(rules, from: wrong) == .address) }
  }

  @Test("X-Forwarded-For is believed from our proxies only, and only up to the first that is none")
  func proxies() throws {
    let rules = CallbackRules(
      allow: [try #require(IPNetwork("203.0.113.7"))], proxies: [try #require(IPNetwork("127.0.0.0/8"))])
    func headers(_ value: String) throws -> HTTPFields {
      [try #require(HTTPField.Name("X-Forwarded-For")): value]
    }
    #expect(refusal(rules, try headers("203.0.113.7"), from: "127.0.0.1") == nil)
    #expect(refusal(rules, try headers("198.51.100.1, 203.0.113.7, 127.0.0.2"), from: "127.0.0.1") == nil)
    #expect(refusal(rules, try headers("203.0.113.7, 198.51.100.1"), from: "127.0.0.1") == .address)
    #expect(refusal(rules, try headers("203.0.113.7"), from: "198.51.100.1") == .address)
    #expect(refusal(rules, try headers("203.0.113.7, nonsense"), from: "127.0.0.1") == .address)
    #expect(refusal(rules, from: "203.0.113.7") == nil)
  }

  @Test("every rule that is set must be met")
  func all() throws {
    let rules = CallbackRules(
      path: Secret("/c/x"), hasPathSecret: true, bearer: [.secret(Secret("t"))],
      allow: [try #require(IPNetwork("10.0.0.0/8"))])
    let headers: HTTPFields = [.authorization: "Bearer t"]
    #expect(refusal(rules, path: "/c/x", headers, from: "10.1.1.1") == nil)
    #expect(refusal(rules, path: "/c/y", headers, from: "10.1.1.1") == .path)
    #expect(refusal(rules, path: "/c/x", headers, from: "9.1.1.1") == .address)
    #expect(refusal(rules, path: "/c/x", from: "10.1.1.1") == .bearer)
  }
}
