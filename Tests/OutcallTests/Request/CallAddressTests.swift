import Testing

@testable import Outcall

@Suite struct CallAddressTests {
  @Test(
    "an address is written anew of what was looked at",
    arguments: [
      ("https://erp.example.co.id/orders", "https://erp.example.co.id/orders"),
      ("HTTPS://ERP.Example.co.id:443", "https://erp.example.co.id/"),
      ("http://erp.lan:8069/a%20b?x=%26&y=1#part", "http://erp.lan:8069/a%20b?x=%26&y=1"),
      ("http://[FD00::0007]:80/", "http://[fd00::7]/"),
      ("http://[::ffff:10.0.0.1]/", "http://10.0.0.1/"),
      ("http://erp%2Elan/", "http://erp.lan/"),
      ("http://erp.lan/a/...", "http://erp.lan/a/..."),
    ])
  func written(text: String, url: String) throws {
    #expect(try CallAddress(text).url == url)
  }

  @Test(
    "what is no plain http address is refused",
    arguments: [
      "", "erp.lan/orders", "ftp://erp.lan/", "file:///etc/passwd", "unix:///run/a", "http+unix://a/",
      "http:///a", "http://user@erp.lan/", "http://user:word@erp.lan/", "http://@erp.lan/",
      "http://:x@erp.lan/",
      "http://a b/", "http://a\\b/", "http://erp.lan\\@evil.example/", "http://erp.lan:0/",
      "http://erp.lan:70000/", "http://erp.lan:x/", "http://erp..lan/", "http://erp.lan./",
      "http://[fe80::1%25eth0]/",
      "http://[127.0.0.1]/", "http://ｅvil.example/", "http://erp.lan/a\r\nX: y", "http://erp.lan/a b",
      "http://erp.lan%00.evil.example/",
    ])
  func refused(text: String) {
    #expect(throws: CallRefusal.self, "\(text)") { try CallAddress(text) }
  }

  @Test(
    "a value cannot climb out of the folder that the author wrote",
    arguments: ["/orders/..", "/orders/../admin", "/./a", "/orders/%2e%2e/admin", "/orders/.%2E"])
  func climbing(path: String) {
    #expect(throws: CallRefusal.self) { try CallAddress("https://erp.lan" + path) }
  }
}
