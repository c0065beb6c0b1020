import Foundation

/// nginx as the provider: the cheapest stand-in there is, so that the daemon is what is measured.
final class Provider {
  let port: Int
  private let process: ChildProcess
  /// Our own questions, which nginx counts like all others.
  private var polls = 0

  init(port: Int, folder: URL) throws {
    self.port = port
    let configuration = folder.appendingPathComponent("nginx.conf")
    try """
    daemon off;
    worker_processes 1;
    pid \(folder.path)/nginx.pid;
    error_log \(folder.path)/nginx-error.log;
    events { worker_connections 1024; }
    http {
      access_log off;
      keepalive_requests 100000000;
      client_body_temp_path \(folder.path)/body;
      proxy_temp_path \(folder.path)/proxy;
      fastcgi_temp_path \(folder.path)/fastcgi;
      uwsgi_temp_path \(folder.path)/uwsgi;
      scgi_temp_path \(folder.path)/scgi;
      default_type application/json;
      server {
        listen 127.0.0.1:\(port);
        location /v1/token/get {
          return 200 '{"status":"200","message":"Success","data":{"access_token":"benchmark",\
    "expired_datetime":"2099-01-01 00:00:00","token_type":"access_token"}}';
        }
        location /v1/message/do-send {
          return 200 '{"message_id":"$request_id","status":"200","message":"Success","data":null}';
        }
        location /count { stub_status; }
      }
    }
    """.write(to: configuration, atomically: true, encoding: .utf8)
    process = try ChildProcess(
      "/usr/sbin/nginx", ["-p", folder.path, "-c", configuration.path],
      log: folder.appendingPathComponent("nginx.log"))
  }

  /// How many requests of others it has answered (ngx_http_stub_status_module, third number of line 3).
  func answered() async throws -> Int {
    polls += 1
    guard let status = await Web.text("http://127.0.0.1:\(port)/count") else {
      throw Failure("the stand-in for the provider does not answer")
    }
    let numbers = status.split(separator: "\n").dropFirst(2).first?.split(separator: " ") ?? []
    guard numbers.count == 3, let count = Int(numbers[2]) else {
      throw Failure("the stand-in's status cannot be read: \(status)")
    }
    return count - polls
  }

  /// Waits until it has answered `count` requests of others.
  func answered(_ count: Int) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(60)
    while true {
      let answered = try await answered()
      if answered >= count { return }
      guard clock.now < deadline else {
        throw Failure("only \(answered) of \(count) replies left within a minute")
      }
      try await clock.sleep(for: .milliseconds(20))
    }
  }

  func stop() { process.stop() }
}
