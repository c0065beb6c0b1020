import Gateway
import TestSupport
import Testing
import Wappin

@Suite("the token of all calls")
struct SharedTokenTests {
  @Test("whatever call is refused first, one token is asked for, and all go on with it")
  func singleFlight() async throws {
    try await MediaFile.with(Array("bytes".utf8)) { path in
      try await ScriptedServer.run { request in
        if request.path == Wire.tokenPath { return Wire.token("fresh") }
        guard request.headers["authorization"] == "Bearer fresh" else {
          return .answer(http: 200, body: #"{"status":"401","message":"Invalid credential"}"#)
        }
        return .answer(http: 200, body: Wire.good)
      } _: { provider in
        try await withClient(provider.url) { client in
          await withTaskGroup(of: CallEnd.self) { group in
            for _ in 0..<5 {
              for call in ProviderCall.allCases where call != .token {
                group.addTask { await client.make(call, file: path).end }
              }
            }
            for await end in group { #expect(end == .asked || end == .send(.accepted)) }
          }
        }
        #expect(provider.requests(to: Wire.tokenPath).count == 1)
      }
    }
  }
}
