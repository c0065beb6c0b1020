import Foundation

/// A browser that shows pages of a running `balas sandbox`.
struct SandboxBrowser {
  let browser: Browser
  let address: String

  /// Runs `body` with both, on a thread of its own: it waits for the browser.
  static func open(
    _ path: String, of sandbox: SandboxProcess, width: Int = 1280, height: Int = 800,
    theme: Browser.Theme = .light, _ body: @escaping @Sendable (SandboxBrowser) throws -> Void
  ) async throws {
    let address = sandbox.address
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let browser = try Browser()
            defer { browser.close() }
            try browser.open(address + path, width: width, height: height, theme: theme)
            try browser.wait(for: "document.body.dataset.ready === 'true'")
            try body(SandboxBrowser(browser: browser, address: address))
          })
      }
    }
  }

  /// What the sandbox answers to curl with these arguments.
  @discardableResult
  func curl(_ path: String, _ arguments: String...) throws -> String {
    try Command.run("/usr/bin/curl", ["-s", "-m", "20", address + path] + arguments).output
  }

  /// An access token of the default client.
  func token() throws -> String {
    let answer = try curl("/v1/token/get", "-u", "0009:rahasia", "-X", "POST")
    return answer.firstMatch(of: /[0-9a-f]{64}/).map { String($0.output) } ?? ""
  }

  /// Makes a call of the default client.
  @discardableResult
  func call(_ name: String, _ json: String) throws -> String {
    try curl("/v1/message/\(name)", "-H", "Authorization: Bearer \(token())", "-d", json)
  }
}
