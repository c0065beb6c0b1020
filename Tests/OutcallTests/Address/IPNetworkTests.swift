import Testing

import Outcall

@Suite struct IPNetworkTests {
  @Test("a network holds its own addresses only, at every length")
  func lengths() throws {
    let address = try #require(IPAddress("203.0.113.77"))
    for length in 0...32 {
      let mask = length == 0 ? 0 : ~UInt32(0) << UInt32(32 - length)
      let base: UInt32 = 0xCB00_714D & mask
      let text = stride(from: 24, through: 0, by: -8).map { "\((base >> UInt32($0)) & 0xff)" }
        .joined(separator: ".")
      let network = try #require(IPNetwork("\(text)/\(length)"))
      #expect(network.contains(address), "/\(length)")
      if length > 0 {
        let other = IPAddress(v4: 0xCB00_714D ^ (1 << UInt32(32 - length)))
        #expect(!network.contains(other), "/\(length)")
      }
      #expect(!network.contains(try #require(IPAddress("2001:db8::1"))))
    }
  }

  @Test("addresses are written as they were read")
  func text() throws {
    for text in ["127.0.0.1", "255.255.255.255", "::1", "2001:db8::42"] {
      #expect(try #require(IPAddress(text)).description == text)
    }
    for text in ["", "127.0.0", "256.0.0.1", "example.org", "::g", "127.0.0.1/8"] {
      #expect(IPAddress(text) == nil)
    }
    #expect(IPNetwork("2001:db8::/32")?.contains(try #require(IPAddress("2001:db8:ffff::1"))) == true)
    for text in ["10.0.0.1/8", "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/8/8", "10.0.0.0/-1"] {
      #expect(IPNetwork(text) == nil, "\(text)")
    }
  }
}
