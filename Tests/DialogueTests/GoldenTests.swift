import Foundation
import Testing

@testable import Dialogue
@testable import ScenarioFile

/// Folders with a bot and a conversation; `RECORD=1 swift test` writes the bot's part anew, and fails.
@Suite struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test(
    "each verb that an author can write has a golden of its kind of step", arguments: StepKinds.byVerb.keys)
  func complete(verb: String) {
    let kinds = [
      "say": Step.Kind.send, "image": .send, "document": .send, "audio": .send, "template": .send,
      "menu": .ask,
      "opt_out": .optOut,
    ]
    let kind = kinds[verb] ?? Step.Kind(rawValue: verb)
    let name = kind?.rawValue ?? verb
    #expect(Self.names.contains(name), "add Goldens/\(name) with bot.yaml and talk.txt")
  }

  @Test("the bot says what it said", arguments: names)
  func conversation(name: String) throws {
    let folder = Self.folder.appendingPathComponent(name)
    let file = folder.appendingPathComponent("talk.txt")
    let compilation = Compilation.folder(folder.path)
    #expect(compilation.diagnostics.isEmpty)
    let bot = try #require(compilation.bot)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let got = try Transcript.replay(expected, with: bot)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try got.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
    }
    #expect(got == expected)
  }
}

/// Conversations as goldens show them.
private enum Transcript {
  struct Unreadable: Error { let line: String }

  /// The lines of `text` that are not the bot's, each followed by what the bot does.
  static func replay(_ text: String, with bot: Bot) throws -> String {
    var talk = Talk(bot)
    var output = ""
    for line in text.split(separator: "\n").map(String.init) {
      guard let colon = line.firstIndex(of: ":"), !line.hasPrefix(" ") else { continue }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      switch String(line[..<colon]) {
      case "bot", "problem", "why", "is", "opt out", "call": continue
      case "user":
        output += "user: \(value)\n" + told(talk.hear(.message(text: value == "[media]" ? nil : value)))
      case "timer":
        guard let kind = TimerKind(rawValue: value) else { throw Unreadable(line: line) }
        output += "timer: \(value)\n" + told(talk.hear(.timer(kind)))
      case "call ends":
        let outcome = value.hasPrefix("{") ? CallOutcome.answered(json: value) : .failed(status: value)
        output += "call ends: \(value)\n"
        output += told(talk.hear(.callEnded(serial: talk.conversation.call?.serial ?? 0, outcome)))
      case "poisoned": output += "poisoned:\n" + told(talk.hear(.poisoned))
      case "undelivered":
        output += "undelivered:\n" + told(talk.hear(.undelivered(outboxID: 1, reason: "dead", note: nil)))
      case "wait":
        let units: [Character: Int] = ["h": 3600, "m": 60, "s": 1]
        guard let unit = value.last.flatMap({ units[$0] }), let count = Int(value.dropLast()) else {
          throw Unreadable(line: line)
        }
        talk.now = talk.now + .seconds(count * unit)
        output += "wait: \(value)\n"
      case "name":
        talk.contact.name = value
        output += "name: \(value)\n"
      case "state":
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        output += "state:\nis: \(String(decoding: try encoder.encode(talk.conversation), as: UTF8.self))\n"
      default: throw Unreadable(line: line)
      }
    }
    return output
  }

  private static func told(_ turn: Turn) -> String {
    let effects = turn.effects.map { effect in
      switch effect {
      case .send(.text(let text), _): "bot: " + text.replacing("\n", with: "\n     ")
      case .send(.media(let media), _):
        "bot: [\(media.kind.rawValue) \(media.fileName)]" + (media.caption.map { " \($0)" } ?? "")
      case .send(.template(let template), _): "bot: " + template.line
      case .optOut(let kind): "opt out: \(kind)"
      case .call(let request): "call: \(request.method) \(request.url) \(request.body ?? "")"
      case .problem(let problem):
        "problem: \(problem.message) (\(problem.position?.description ?? "nowhere"))"
      }
    }
    return (effects + ["why: " + why(turn.reason)]).map { $0 + "\n" }.joined()
  }

  private static func why(_ reason: Reason) -> String {
    let start = reason.match.map { "\($0.kind.rawValue) \"\($0.phrase)\"" }
    switch reason.winner {
    case .scenario: return ((start.map { [$0] } ?? []) + reason.path).joined(separator: " > ")
    case .fallback(let miss): return "default \(miss)"
    case .mediaFallback: return "media default"
    case .answer(let place):
      return (["answer \(place.scenario)/\(place.step)"] + reason.path).joined(separator: " > ")
    case .retry(let place): return "retry \(place.scenario)/\(place.step)"
    case .closed: return "closed"
    case .timer(let kind): return (["timer \(kind.rawValue)"] + reason.path).joined(separator: " > ")
    case .callEnded(let place):
      return (["call \(place.scenario)/\(place.step)"] + reason.path).joined(separator: " > ")
    case .gone(let place):
      return (["gone \(place.scenario)/\(place.step)"] + reason.path).joined(separator: " > ")
    case .notSent(let place): return "not sent \(place.scenario)/\(place.step)"
    case .released: return (["released"] + reason.path).joined(separator: " > ")
    case .silent(let why): return "silent, \(why)"
    }
  }
}
