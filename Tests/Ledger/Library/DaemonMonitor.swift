import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// What a daemon's `monitor` address says of its work.
package struct DaemonMonitor: Sendable {
  package struct NeverIdle: Error, CustomStringConvertible {
    package var description: String
  }

  private let url: String

  package init(url: String) { self.url = url }

  /// Returns when no event waits to be run and no message to be sent.
  package func waitUntilIdle(tries: Int = 2000) async throws {
    var last = "it does not answer"
    for _ in 0..<tries {
      if let (events, messages) = try? await waiting() {
        if events == 0, messages == 0 { return }
        last = "\(events) events and \(messages) messages wait"
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw NeverIdle(description: "the daemon at \(url) does not come to rest: \(last)")
  }

  private func waiting() async throws -> (events: Int, messages: Int)? {
    let response = try await HTTPClient.shared.execute(
      HTTPClientRequest(url: url + "/metrics"), timeout: .seconds(5))
    let lines = String(buffer: try await response.body.collect(upTo: 1 << 20)).split(separator: "\n")
    func value(_ name: String) -> Int? {
      lines.first { $0.hasPrefix(name + " ") }.flatMap { Int($0.dropFirst(name.count + 1)) }
    }
    guard let events = value("balas_waiting_events"), let messages = value("balas_waiting_messages") else {
      return nil
    }
    return (events, messages)
  }
}
