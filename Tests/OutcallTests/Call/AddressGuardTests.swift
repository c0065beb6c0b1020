import Dialogue
import Outcall
import Testing
import TestSupport

@Suite("where a call may go", .timeLimit(.minutes(1)))
struct AddressGuardTests {
  private func request(_ url: String) -> CallRequest {
    CallRequest(serial: 1, method: "POST", url: url, headers: [:], body: "{}", timeout: 20_000)
  }

  private func allowed(_ texts: String..., isLocal: Bool = false) -> [AllowedHost] {
    texts.compactMap { AllowedHost($0, isLocal: isLocal) }
  }

  @Test("a host that is not listed is refused, with the line to add, and its name is not looked up")
  func notListed() async throws {
    try await CallBench.answering("{}") { bench async throws in
      let resolver = CountedResolver(["127.0.0.1"])
      let report = try await bench.call(
        request("http://other.example:\(bench.service.port)/a?secret=1"), resolver: resolver.resolver)
      #expect(report.ending == .refused)
      #expect(report.outcome == .failed(status: "unreachable"))
      let place = "other.example:\(bench.service.port)"
      #expect(
        report.sentence
          == "A call was not made. Scenarios may not call \(place): if they should, add `\(place)` to `call.allow` "
          + "in balas.yaml.")
      #expect(resolver.asked == [])
    }
  }

  @Test("a host that is listed without a port is not called at another one")
  func otherPort() async throws {
    try await CallBench.answering("{}") { bench async throws in
      let report = try await bench.call(
        request("http://erp.lan:\(bench.service.port)/"), resolver: CountedResolver(["127.0.0.1"]).resolver,
        hosts: allowed("erp.lan", isLocal: true))
      #expect(report.ending == .refused)
      #expect(bench.service.requests.isEmpty)
    }
  }

  @Test("capitals do not matter, and the service hears its name in small letters")
  func capitals() async throws {
    try await CallBench.answering("{}") { bench async throws in
      let resolver = CountedResolver(["127.0.0.1"])
      let report = try await bench.call(
        request("HTTP://ERP.Lan:\(bench.service.port)/"), resolver: resolver.resolver)
      #expect(report.ending == .answered)
      #expect(resolver.asked == ["erp.lan"])
      #expect(bench.service.requests.first?.headers["host"] == bench.place)
    }
  }

  @Test(
    "a listed host whose addresses are private, special, or only partly public is refused",
    arguments: [
      ["127.0.0.1"], ["10.0.0.5"], ["::1"], ["::ffff:127.0.0.1"], ["169.254.169.254"], ["64:ff9b::7f00:1"],
      ["0.0.0.0"], ["1.1.1.1", "127.0.0.1"], ["1.1.1.1", "2606:4700::1111", "fe80::1"],
    ])
  func badAddress(addresses: [String]) async throws {
    try await CallBench.answering("{}") { bench async throws in
      let report = try await bench.call(
        request("http://\(bench.place)/"), resolver: CountedResolver(addresses).resolver,
        hosts: allowed(bench.place))
      #expect(report.ending == .refused)
      #expect(bench.service.requests.isEmpty)
    }
  }

  @Test("the sentence says how the operator allows a private host")
  func sentence() async throws {
    let report = try await ServiceClient(resolver: CountedResolver(["10.1.2.3"]).resolver).call(
      request("https://erp.lan/orders"), key: "k", hosts: allowed("erp.lan"), secret: { _ in nil })
    #expect(
      report.sentence
        == "A call was not made. erp.lan has the address 10.1.2.3, of this machine or a private network: if it is "
        + "yours, put `erp.lan` under `call.private` in balas.yaml.")
  }

  @Test(
    "no operator can allow an address that no service has",
    arguments: ["169.254.169.254", "0.0.0.0", "::", "224.0.0.1", "fe80::1", "::127.0.0.1", "2002:7f00:1::1"])
  func special(address: String) async throws {
    let report = try await ServiceClient(resolver: CountedResolver([address]).resolver).call(
      request("http://erp.lan/"), key: "k", hosts: allowed("erp.lan", isLocal: true), secret: { _ in nil })
    #expect(report.ending == .refused)
  }

  @Test("a name is looked up once: what it becomes meanwhile changes nothing")
  func rebinding() async throws {
    try await CallBench.answering("{}") { bench async throws in
      // No other resolver knows this name, so whoever asked again would not reach the service.
      let resolver = CountedResolver(["127.0.0.1"], ["10.255.255.1"])
      let report = try await bench.call(
        request("http://\(bench.place)/"), resolver: resolver.resolver)
      #expect(report.ending == .answered)
      #expect(resolver.asked == ["erp.lan"])
      #expect(bench.service.requests.map { $0.headers["host"] } == [bench.place])
    }
  }

  @Test("an address in place of a name is judged like any other", arguments: [true, false])
  func literal(isLocal: Bool) async throws {
    try await CallBench.answering("{}") { bench async throws in
      let place = "127.0.0.1:\(bench.service.port)"
      let resolver = CountedResolver(["1.1.1.1"])
      for host in [place, "[::ffff:127.0.0.1]:\(bench.service.port)"] {
        let report = try await bench.call(
          request("http://\(host)/"), resolver: resolver.resolver, hosts: allowed(place, isLocal: isLocal))
        #expect(report.ending == (isLocal ? .answered : .refused))
      }
      #expect(resolver.asked == [])
    }
  }

  @Test(
    "other ways to write an address are names, and what they mean is judged",
    arguments: ["127.1", "2130706433", "0x7f.1", "017700000001", "localhost"])
  func disguised(host: String) async throws {
    try await CallBench.answering("{}") { bench async throws in
      let place = "\(host):\(bench.service.port)"
      let report = try await bench.call(
        request("http://\(place)/"), resolver: .system, hosts: allowed(place))
      #expect(report.ending == .refused)
      #expect(bench.service.requests.isEmpty)
    }
  }

  @Test("a name service that hangs takes no longer than the call may")
  func hangingNames() async throws {
    let (gate, key) = AsyncStream.makeStream(of: Never.self)
    defer { key.finish() }
    let hanging = HostResolver { _ in
      // Like the system's, it does not hear of cancellation.
      await Task.detached { for await _ in gate {} }.value
      return []
    }
    var slow = request("http://erp.lan/")
    slow.timeout = 200
    let report = try await ServiceClient(resolver: hanging).call(
      slow, key: "k", hosts: allowed("erp.lan"), secret: { _ in nil })
    #expect(report.outcome == .failed(status: "timeout"))
  }

  @Test("a name without an address is unreachable", arguments: [[String]()])
  func unknown(addresses: [String]) async throws {
    let report = try await ServiceClient(resolver: CountedResolver(addresses).resolver).call(
      request("http://erp.lan/"), key: "k", hosts: allowed("erp.lan"), secret: { _ in nil })
    #expect(report.outcome == .failed(status: "unreachable"))
  }
}
