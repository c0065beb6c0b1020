/// What faults and the traffic page call the provider's calls: the last step of their path.
enum CallName: String, Sendable, Hashable, CaseIterable {
  case token
  case text = "do-send"
  case media = "do-send-media"
  case template = "do-send-hsm"
  case templateWithMedia = "do-send-hsm-with-media"
  case inquiry
  case numberChecker = "number-checker"

  /// - Returns: nil for a path that is no call.
  init?(path: String) {
    let steps = path.split(separator: "/")
    guard steps.count == 3, steps[0] == "v1" else { return nil }
    if steps[1] == "token", steps[2] == "get" {
      self = .token
    } else {
      self.init(rawValue: String(steps[2]))
    }
  }
}
