import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// What the driver asks over HTTP.
enum Web {
  /// A GET's body; nil if nobody answers or the answer is not 200.
  static func text(_ url: String) async -> String? {
    guard
      let answer = try? await HTTPClient.shared.execute(HTTPClientRequest(url: url), timeout: .seconds(2)),
      answer.status == .ok, let body = try? await answer.body.collect(upTo: 1 << 20)
    else { return nil }
    return String(buffer: body)
  }

  /// Waits until something listens on a port of this machine.
  static func listening(port: Int, path: String) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(30)
    while clock.now < deadline {
      if (try? await HTTPClient.shared.execute(
        HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)"), timeout: .milliseconds(500))) != nil
      {
        return
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw Failure("nothing listens on port \(port)")
  }
}
