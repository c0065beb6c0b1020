import Dialogue

/// Which stage of the priority rule decided about a message, and what the stages before it found.
package struct MessageStage: Codable, Sendable, Hashable {
  /// The stages in the order of the rule, with what stands before it.
  package enum Name: String, Codable, Sendable {
    case panel = "open panel"
    case hours = "opening hours"
    case firstMessage = "first message"
    case always = "always-words"
    case question = "open question"
    case whole = "whole message"
    case most = "most words"
    case first = "written first"
    case above = "written above"
    case fallback = "default"
  }

  package var name: Name
  /// What made it decide, in a few words; nil where its name says all.
  package var why: String?
  /// What the stages before it found, each in a few words.
  package var passed: [String]

  /// `most words (2 of the message's 4); no always-word, nothing is the whole message`
  package var line: String {
    name.rawValue + (why.map { " (\($0))" } ?? "")
      + (passed.isEmpty ? "" : "; " + passed.joined(separator: ", "))
  }

  /// Nil where the reason says all there is to say.
  ///
  /// - Parameters:
  ///   - rung: what decided between the starts that fit.
  ///   - question: the question that was open.
  ///   - bot: to tell a customer's first message from the default's `then`.
  init?(_ rung: Rung, _ reason: Reason, at question: StepPlace?, in bot: Bot?) {
    let unanswered = question.map { ["no answer to \($0)"] } ?? []
    switch reason.winner {
    case .answer(let place):
      let start = reason.match.map { "\($0.kind.rawValue) \"\($0.phrase)\" chooses an option of \(place)" }
      (name, why, passed) = (.question, start ?? "an answer to \(place)", [])
    case .retry(let place):
      (name, why, passed) = (.question, "no answer to \(place), and nothing else fits", [])
    case .closed: (name, why, passed) = (.hours, "they are over", [])
    case .released: (name, why, passed) = (.panel, "the words that end it", [])
    case .fallback:
      (name, why, passed) = (.fallback, nil, unanswered + ["nothing fits, typos mended or not"])
    case .scenario(let name) where reason.match == nil:
      guard let bot else { return nil }
      if name == bot.options.first {
        (self.name, why, passed) = (.firstMessage, "`first` comes before everything", [])
      } else if name == bot.fallback.then {
        (self.name, why, passed) = (
          .fallback, "the miss after its last reply", unanswered + ["nothing fits, typos mended or not"]
        )
      } else {
        return nil
      }
    case .scenario:
      (name, why) = Self.decision(rung)
      passed = unanswered + Self.passed(rung)
    case .mediaFallback, .timer, .callEnded, .gone, .notSent, .silent: return nil
    }
  }

  private static func decision(_ rung: Rung) -> (Name, String?) {
    let share =
      rung.count == rung.of ? "all \(words(rung.of))" : "\(rung.count) of the message's \(words(rung.of))"
    switch rung.kind {
    case .always: return (.always, nil)
    case .whole: return (.whole, nil)
    case .most: return (.most, share)
    case .first:
      return (.first, "\(rung.rivals == 1 ? "another has" : "others have") \(words(rung.count)) too")
    case .above: return (.above, "as many words, at the same place")
    case .none: return (.fallback, nil)
    }
  }

  private static func passed(_ rung: Rung) -> [String] {
    let mended = rung.isMended ? ["nothing fits before typos are mended"] : []
    switch rung.kind {
    case .always, .none: return mended
    case .whole: return mended + ["no always-word"]
    case .most, .first, .above: return mended + ["no always-word", "nothing is the whole message"]
    }
  }

  private static func words(_ count: Int) -> String { count == 1 ? "1 word" : "\(count) words" }
}
