import Outcall
import Testing

@Suite struct AddressReachTests {
  @Test(
    "hosts of the internet are global",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
      "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
      "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "2400:cb00::1", "2001:200::1", "2606:4700::1111",
    ])
  func global(text: String) throws {
    #expect(try #require(IPAddress(text)).reach == .global)
  }

  @Test(
    "this machine and private networks are local, also in the shape of an IPv6 address",
    arguments: [
      "127.0.0.1", "127.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255",
      "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255", "::1", "fc00::1", "fdff:ffff::1",
      "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:c0a8:1",
    ])
  func local(text: String) throws {
    #expect(try #require(IPAddress(text)).reach == .local)
  }

  @Test(
    "what no service can have is special, and so is an address inside of another one",
    arguments: [
      "0.0.0.0", "0.1.2.3", "169.254.169.254", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1",
      "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255", "240.0.0.1",
      "255.255.255.255", "::", "::ffff:169.254.169.254", "::127.0.0.1", "::10.0.0.1", "::8.8.8.8",
      "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "100::1", "2001::a00:1", "2001:0:4136:e378::1",
      "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::1", "2002:a00:1::", "2002:808:808::1",
      "3fff::1", "5f00::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1", "::ffff:0:127.0.0.1",
    ])
  func special(text: String) throws {
    #expect(try #require(IPAddress(text)).reach == .special)
  }
}
