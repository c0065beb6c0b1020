/// A `chat_panel` scenario: the conversation is a person's until it is released.
package struct Panel: Sendable {
  /// Said while no person has written.
  package struct Nudge: Sendable {
    package var after: Duration
    package var replies: [Reply]
    package var times: Int

    package init(after: Duration, replies: [Reply], times: Int = 1) {
      self.after = after
      self.replies = replies
      self.times = times
    }
  }

  /// How it ends by itself.
  package struct Release: Sendable {
    /// From the last message of either side.
    package var idle: Duration?
    /// Each the whole message of the customer, written plainly.
    package var keywords: [[String]]
    package var replies: [Reply]
    package var then: String?

    package init(
      idle: Duration? = nil, keywords: [[String]] = [], replies: [Reply] = [], then: String? = nil
    ) {
      self.idle = idle
      self.keywords = keywords
      self.replies = replies
      self.then = then
    }
  }

  /// The name of the opening hours outside of which it does not open; nil for always.
  package var hours: String?
  package var opened: [Reply]
  package var closed: [Reply]
  package var nudge: Nudge?
  package var release: Release

  package init(
    hours: String? = nil, opened: [Reply] = [], closed: [Reply] = [], nudge: Nudge? = nil,
    release: Release = Release()
  ) {
    self.hours = hours
    self.opened = opened
    self.closed = closed
    self.nudge = nudge
    self.release = release
  }
}
