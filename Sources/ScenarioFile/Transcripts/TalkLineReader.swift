import Dialogue
import StrictYAML

/// Reads one line of a talk.
struct TalkLineReader {
  let findings: Findings

  /// The words that lines begin with.
  static let words = [
    "user", "bot", "agent", "as", "wait", "at", "restart", "reload", "again", "status", "expect",
  ]
  private static let wordsAlone: Set = ["restart", "again"]

  /// Nil, and a diagnostic, if the line cannot be read.
  func line(_ written: TalkReader.Written) -> TalkLine? {
    guard Self.words.contains(written.word) else { return reportWord(written) }
    let value = written.value ?? ""
    if Self.wordsAlone.contains(written.word) {
      guard value.isEmpty else {
        return wrong(written, "`\(written.word)` stands alone", hint: "Remove what is behind it.")
      }
    } else if written.value == nil || value.isEmpty {
      return wrong(written, "`\(written.word)` has no value", hint: Self.example(written.word))
    }
    return action(written, value).map { TalkLine($0, span: written.span, lastLine: written.lastLine) }
  }

  private func action(_ written: TalkReader.Written, _ value: String) -> TalkLine.Action? {
    switch written.word {
    case "user": return .user(value == "[media]" ? nil : value)
    case "bot": return value == "(silent)" ? .silent : .bot(WildcardText(value))
    case "agent": return .agent(value)
    case "restart": return .restart
    case "again": return .again
    case "reload": return .reload(value)
    case "as":
      let digits = value.filter { $0.isASCII && $0.isNumber }
      let isNumber = value.allSatisfy { $0.isASCII && ($0.isNumber || " +-".contains($0)) }
      return isNumber && !digits.isEmpty ? .customer(digits) : wrong(written, "`\(value)` is not a number")
    case "wait":
      if let time = Duration(written: value), time > .zero { return .wait(time) }
      return wrong(
        written, "`\(value)` is not a time to wait",
        hint: Duration.written(likely: value).flatMap { $0 == value ? nil : "Write `wait: \($0)`." })
    case "at":
      return WallTime(written: value).map { .at($0) } ?? wrong(written, "`\(value)` is not a day and a time")
    case "status":
      return status(written, value)
    default: return expectation(written, value).map { .expect($0) }
    }
  }

  private func status(_ written: TalkReader.Written, _ value: String) -> TalkLine.Action? {
    let parts = value.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let status = parts.first.flatMap({ DeliveryStatus(rawValue: $0) }) else {
      let known = DeliveryStatus.allCases.map(\.rawValue)
      return wrong(
        written, "`\(value)` is not a status", hint: Nearest.hint(parts.first ?? value, among: known))
    }
    guard parts.count > 1 else { return .status(status, message: nil) }
    guard parts.count == 2, let number = Int(written: parts[1]), number > 0 else {
      return wrong(written, "`\(parts.dropFirst().joined(separator: " "))` is not the number of a message")
    }
    return .status(status, message: number)
  }

  private func expectation(_ written: TalkReader.Written, _ value: String) -> TalkExpectation? {
    let plain = WildcardText.plain(value)
    switch plain {
    case "no open question", "no question": return .noQuestion
    case "open question": return .question(nil)
    case "panel open": return .panel(isOpen: true)
    case "panel closed": return .panel(isOpen: false)
    default: break
    }
    if let sign = value.firstIndex(of: "="), Self.isName(String(value[..<sign].trimmingSpaces())) {
      let wanted = value[value.index(after: sign)...].trimmingSpaces()
      return .variable(
        String(value[..<sign].trimmingSpaces()), wanted.isEmpty ? nil : WildcardText(String(wanted)))
    }
    if let name = plain.before(" is not set"), Self.isName(name) { return .variable(name, nil) }
    if let name = plain.before(" is set"), Self.isName(name) { return .isSet(name) }
    if plain.hasPrefix("question ") { return .question(String(plain.dropFirst("question ".count))) }
    if plain.hasPrefix("sent ") { return sent(written, String(plain.dropFirst("sent ".count))) }
    let forms = ["no open question", "open question", "panel open", "panel closed"]
    return wrong(
      written, "`\(plain)` is nothing that can be expected",
      hint: Nearest.hint(plain, among: forms) ?? Self.example("expect"))
  }

  private func sent(_ written: TalkReader.Written, _ text: String) -> TalkExpectation? {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard parts.count >= 2, let (method, url) = CallAnswersReader.request(parts[0] + " " + parts[1]) else {
      return wrong(written, "`\(text)` is not a call", hint: Self.example("expect sent"))
    }
    guard parts.count == 3 else { return .sent(method: method, url: WildcardText(url), body: nil) }
    let document = Document.read(Array(parts[2].utf8), file: written.span.file)
    guard document.diagnostics.isEmpty, let body = document.root, body.scalar == nil else {
      return wrong(written, "`\(parts[2])` is not JSON", hint: Self.example("expect sent"))
    }
    return .sent(method: method, url: WildcardText(url), body: body)
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "_.".unicodeScalars.contains($0))
      }
  }

  private func reportWord(_ written: TalkReader.Written) -> TalkLine? {
    let word = written.word.split(separator: " ").first.map(String.init) ?? written.word
    var place = written.span
    place.length = max(1, written.word.unicodeScalars.count)
    let known = Self.words.map { "`\($0)`" }.joined(separator: " ")
    let hint =
      Nearest.hint(written.word, among: Self.words)
      ?? (Self.wordsAlone.contains(word) ? "`\(word)` stands alone: remove what is behind it." : nil)
      ?? (Self.words.contains(word) ? "Put a colon behind `\(word)`." : nil)
      ?? "A line begins with one of \(known); one that continues the line above is indented."
    findings.error(
      TranscriptRule.lineWord,
      written.value == nil
        ? "this line does not begin with who speaks" : "no line begins with `\(written.word)`", at: place,
      hint: hint)
    return nil
  }

  private func wrong<Value>(_ written: TalkReader.Written, _ message: String, hint: String? = nil) -> Value? {
    findings.error(
      TranscriptRule.lineValue, message, at: written.valueSpan, hint: hint ?? Self.example(written.word))
    return nil
  }

  private static func example(_ word: String) -> String {
    switch word {
    case "user": "Write `user: halo`, or `user: [media]` for a message without text."
    case "bot": "Write `bot: Halo Kak`, `bot: ...` for any message, or `bot: (silent)`."
    case "agent": "Write `agent: Baik Kak`."
    case "as": "Write a customer's number, such as `as: 628111`."
    case "wait": "Write it as `wait: 11m`, `wait: 2h30m` or `wait: 1d`."
    case "at": "Write it as `at: 2026-08-14 09:00`."
    case "reload": "Write a folder inside the bot's, such as `reload: variants/new`."
    case "status":
      "It takes " + DeliveryStatus.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        + ", alone for the bot's last message, or as `status: failed 2` for the second it sent."
    case "expect sent": "Write it as `expect: sent POST https://erp.example.co.id/orders {qty: 2}`."
    default:
      "Write it as `expect: name = Budi`, `name is not set`, `no open question`, `question qty`, "
        + "`panel open`, `panel closed` or `sent POST https://… {qty: 2}`."
    }
  }
}

extension String {
  /// What stands before `end`; nil if the text does not end so.
  fileprivate func before(_ end: String) -> String? {
    hasSuffix(end) ? String(dropLast(end.count)) : nil
  }
}
