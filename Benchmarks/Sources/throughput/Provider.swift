import Foundation

/// nginx as the provider: the cheapest stand-in there is, so that the daemon is what is measured.
struct Provider {
  let port: Int
  private let process: ChildProcess

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

  func stop() { process.stop() }
}
