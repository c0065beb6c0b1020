import Dialogue
import Outcall
import TestSupport

/// A service on loopback that is called by a name only the test knows.
struct CallBench: Sendable {
  let service: ScriptedServer

  static func scripted(
    _ script: @escaping ScriptedServer.Script, _ body: @Sendable (CallBench) async throws -> Void
  ) async throws {
    try await ScriptedServer.run(manners: .init(method: nil), script) {
      try await body(CallBench(service: $0))
    }
  }

  /// Answers every request with this JSON.
  static func answering(
    _ json: String, _ body: @Sendable (CallBench) async throws -> Void
  ) async throws {
    try await scripted({ _ in .answer(http: 200, body: json) }, body)
  }

  var place: String { "erp.lan:\(service.port)" }

  /// Calls the service as `erp.lan`, which is a private host there.
  func call(
    _ method: String = "POST", path: String = "/orders", headers: [String: String] = [:],
    body: String? = #"{"qty":"2"}"#, timeout: Duration = .seconds(20), addresses: [String] = ["127.0.0.1"],
    limits: CallLimits = CallLimits()
  ) async throws -> CallReport {
    try await call(
      CallRequest(
        serial: 1, method: method, url: "http://\(place)\(path)", headers: headers, body: body,
        timeout: timeout.wholeMilliseconds),
      resolver: CountedResolver(addresses).resolver, limits: limits)
  }

  func call(
    _ request: CallRequest, resolver: HostResolver, hosts: [AllowedHost]? = nil,
    limits: CallLimits = CallLimits()
  ) async throws -> CallReport {
    try await ServiceClient(resolver: resolver, limits: limits, userAgent: "balas/test").call(
      request, key: "key-1", hosts: hosts ?? [AllowedHost(place, isLocal: true)].compactMap(\.self),
      secret: { $0 == "erp_key" ? "s3cret" : nil })
  }
}
