import Testing

@testable import Outcall

@Suite struct AllowedHostTests {
  @Test(
    "a host is read with and without a port",
    arguments: [
      ("ERP.example.co.id", "erp.example.co.id"), ("erp.lan:8069", "erp.lan:8069"), ("10.1.2.3", "10.1.2.3"),
      ("10.1.2.3:80", "10.1.2.3:80"), ("[FD00::0007]:8443", "[fd00::7]:8443"), ("fd00::7", "[fd00::7]"),
      ("[::1]", "[::1]"), ("::ffff:10.0.0.1", "10.0.0.1"),
    ])
  func read(text: String, written: String) throws {
    #expect(try #require(AllowedHost(text, isLocal: false)).description == written)
  }

  @Test(
    "anything else is none",
    arguments: [
      "", ":80", "erp.lan:", "erp.lan:0", "erp.lan:65536", "erp.lan:+1", "https://erp.lan", "erp.lan/orders",
      "*.lan",
      "erp lan", ".lan", "erp.", "[erp.lan]", "[10.0.0.1]", "[::1", "10.0.0.0/8", "user@erp.lan", "érp.lan",
    ])
  func refused(text: String) {
    #expect(AllowedHost(text, isLocal: false) == nil)
  }

  @Test("without a port the usual one of the scheme is meant")
  func ports() throws {
    func covers(_ host: String, _ url: String) throws -> Bool {
      try #require(AllowedHost(host, isLocal: false)).covers(CallAddress(url))
    }
    #expect(try covers("erp.lan", "https://erp.lan/"))
    #expect(try covers("erp.lan", "http://erp.lan/"))
    #expect(!(try covers("erp.lan", "https://erp.lan:8443/")))
    #expect(!(try covers("erp.lan", "https://erp.lan:80/")))
    #expect(try covers("erp.lan:443", "https://erp.lan/"))
    #expect(!(try covers("erp.lan:443", "http://erp.lan/")))
    #expect(!(try covers("erp.lan", "https://other.erp.lan/")))
  }
}
