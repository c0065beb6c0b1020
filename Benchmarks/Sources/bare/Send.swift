import ArgumentParser
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// AsyncHTTPClient posts JSON texts as fast as it can.
struct Send: AsyncParsableCommand {
  @Option var url: String
  @Option var count: Int
  @Option var connections = 64

  func run() async throws {
    let client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup)
    let clock = ContinuousClock()
    let start = clock.now
    let each = count / connections
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for connection in 0..<connections {
        tasks.addTask {
          for n in 0..<each {
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(
              ByteBuffer(
                string: """
                  {"client_id":"0009","project_id":"16","message_content":"Halo \(n)",\
                  "recipient_number":"62812\(connection)"}
                  """))
            let answer = try await client.execute(request, timeout: .seconds(30))
            _ = try await answer.body.collect(upTo: 65536)
          }
        }
      }
      try await tasks.waitForAll()
    }
    let seconds = (clock.now - start) / .seconds(1)
    try await client.shutdown()
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let cpu =
      Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    print("\(each * connections) \(seconds) \(cpu)")
  }
}
