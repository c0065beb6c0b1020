import Foundation

/// A load of customer messages, each with an id of its own, made by wrk.
struct Wrk {
  struct Result {
    var requests: Double
    var seconds: Double
    var perSecond: Double
    /// 99 of 100 answers came within this many milliseconds.
    var p99: Double
    var failures: Double
  }

  var url: String
  var bearer: String
  var connections: Int
  var seconds: Int
  /// Told apart by it: ids of one run never meet those of another.
  var run: String
  var text: String
  var contacts: Int
  var folder: URL

  func load() throws -> Result {
    let script = folder.appendingPathComponent("load-\(run).lua")
    try """
    local n = 0
    local now = os.time()
    local headers = {["Content-Type"] = "application/json", ["Authorization"] = "Bearer \(bearer)"}
    request = function()
      n = n + 1
      local body = string.format('{"message_id":"\(run)%d","client_id":"0009","client_name":"toko",' ..
        '"project_id":"16","project_name":"TOKO","sender_number":"62812%07d","status_messages":"-",' ..
        '"message_content":"\(text)","environment":"PRODUCTION","timestamp":"%d","callback_type":"message"}',
        n, n % \(contacts), now)
      return wrk.format("POST", nil, headers, body)
    end
    done = function(summary, latency)
      io.write(string.format("RESULT %d %f %f %d\\n", summary.requests, summary.duration / 1e6,
        latency:percentile(99) / 1000, summary.errors.connect + summary.errors.read + summary.errors.write
        + summary.errors.status + summary.errors.timeout))
    end
    """.write(to: script, atomically: true, encoding: .utf8)
    let printed = try ChildProcess.output(
      of: "wrk", ["-t1", "-c\(connections)", "-d\(seconds)s", "-s", script.path, url], folder: folder)
    let line = printed.split(separator: "\n").first { $0.hasPrefix("RESULT ") }
    let numbers = line?.split(separator: " ").dropFirst().compactMap { Double($0) } ?? []
    guard numbers.count == 4 else { throw Failure("wrk printed no result:\n\(printed)") }
    return Result(
      requests: numbers[0], seconds: numbers[1], perSecond: numbers[0] / numbers[1], p99: numbers[2],
      failures: numbers[3])
  }
}
