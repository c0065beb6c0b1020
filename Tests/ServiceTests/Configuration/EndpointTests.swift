import Testing

@testable import Service

@Suite struct EndpointTests {
  @Test("which addresses are of this machine only")
  func loopback() throws {
    for text in ["127.0.0.1:1", "127.9.9.9:1", "[::1]:1", "localhost:1"] {
      #expect(try #require(Endpoint(text)).isLoopback)
    }
    for text in ["0.0.0.0:1", "[::]:1", "10.0.0.1:1"] { #expect(!(try #require(Endpoint(text)).isLoopback)) }
    for text in ["127.0.0.1", "::1:80", "127.0.0.1:70000", "example.org:80", ":80"] {
      #expect(Endpoint(text) == nil, "\(text)")
    }
  }
}
