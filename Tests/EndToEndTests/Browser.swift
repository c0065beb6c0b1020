import Foundation
import Glibc

/// Chromium without a window, driven over a pair of pipes ("Chrome DevTools Protocol", --remote-debugging-pipe).
final class Browser {
  struct Failure: Error, CustomStringConvertible { var description: String }

  private static let program = "/usr/bin/chromium-headless-shell"

  private let pid: pid_t
  private let commands: FileHandle
  private let answers: FileHandle
  private let profile: URL
  private var unread: [UInt8] = []
  private var lastID = 0
  private var session: String?

  init() throws {
    guard access(Self.program, X_OK) == 0 else {
      throw Failure(
        description:
          "\(Self.program) is missing: apt-get install chromium-headless-shell fonts-noto-color-emoji")
    }
    profile = FileManager.default.temporaryDirectory.appendingPathComponent(
      "balas-browser-\(UUID().uuidString)")
    let (toBrowser, fromUs) = try Self.pipe()
    let (toUs, fromBrowser) = try Self.pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The browser reads descriptor 3 and writes descriptor 4; first out of the way of both.
    posix_spawn_file_actions_adddup2(&actions, toBrowser, 103)
    posix_spawn_file_actions_adddup2(&actions, fromBrowser, 104)
    posix_spawn_file_actions_adddup2(&actions, 103, 3)
    posix_spawn_file_actions_adddup2(&actions, 104, 4)
    posix_spawn_file_actions_addclose(&actions, 103)
    posix_spawn_file_actions_addclose(&actions, 104)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = [
      Self.program, "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(profile.path)", "about:blank",
    ]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, Self.program, &actions, nil, &words, environ)
    Glibc.close(toBrowser)
    Glibc.close(fromBrowser)
    self.pid = pid
    commands = FileHandle(fileDescriptor: fromUs, closeOnDealloc: true)
    answers = FileHandle(fileDescriptor: toUs, closeOnDealloc: true)
    guard code == 0 else {
      throw Failure(description: "Chromium does not start: \(String(cString: strerror(code)))")
    }
    let targets = try send("Target.getTargets")["targetInfos"] as? [[String: Any]] ?? []
    guard let page = targets.first(where: { $0["type"] as? String == "page" })?["targetId"] else {
      throw Failure(description: "Chromium has no page.")
    }
    session = try send("Target.attachToTarget", ["targetId": page, "flatten": true])["sessionId"] as? String
    for domain in ["Page", "Runtime"] { try send("\(domain).enable") }
  }

  private static func pipe() throws -> (read: CInt, write: CInt) {
    var ends: [CInt] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(description: "No pipe: errno \(errno).") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  func close() {
    _ = try? send("Browser.close", ofBrowser: true)
    var status: CInt = 0
    waitpid(pid, &status, 0)
    try? FileManager.default.removeItem(at: profile)
  }

  /// Sends one command and waits for its answer; events in between are dropped.
  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:], ofBrowser: Bool = false) throws -> [String:
    Any]
  {
    lastID += 1
    var command: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    if let session, !ofBrowser { command["sessionId"] = session }
    try commands.write(contentsOf: JSONSerialization.data(withJSONObject: command) + [0])
    while true {
      let message = try receive()
      guard message["id"] as? Int == lastID else { continue }
      if let error = message["error"] as? [String: Any] {
        throw Failure(description: "\(method): \(error["message"] ?? error)")
      }
      return message["result"] as? [String: Any] ?? [:]
    }
  }

  private func receive() throws -> [String: Any] {
    while true {
      if let end = unread.firstIndex(of: 0) {
        let data = Data(unread[..<end])
        unread.removeFirst(end + 1)
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
      }
      var more = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(answers.fileDescriptor, &more, more.count)
      guard count > 0 else { throw Failure(description: "Chromium ended.") }
      unread.append(contentsOf: more[..<count])
    }
  }
}
