import Foundation
import Ledger
import Testing

@Suite("Whatever ends the daemon, no customer loses their place, a variable or a timer", .serialized)
struct ConversationKillTests {
  private static let contacts = 6
  private static let conversations = 5
  private static let turns = 10

  @Test("16 deaths by SIGKILL at random moments of conversations of ten turns")
  func kills() async throws {
    let seed = UInt64.random(in: 0..<1_000_000)
    let ends = Self.contacts * Self.conversations
    let report = try await Proof.run(
      contacts: Self.contacts, text: { Self.ordinal($0) == 0 ? "mulai \($0)" : $0 },
      plan: { plan in
        plan.messagesPerNumber = Self.turns
        plan.goesOn = { $0 < Self.turns * Self.conversations }
      }, bot: Self.survey
    ) { proof in
      var random = SeededGenerator(seed: seed)
      for _ in 0..<16 {
        let daemon = try DaemonProcess(proof.premises)
        if Int.random(in: 0..<10, using: &random) > 0 {
          try await daemon.ready()
          try await proof.wait(forMore: Int.random(in: 0..<40, using: &random))
        }
        daemon.send(SIGKILL)
        #expect(await daemon.end() == SIGKILL)
      }
      let daemon = try DaemonProcess(proof.premises)
      try await daemon.ready()
      // In the journal: a message may end as held there, if a death left it in doubt twice.
      try await proof.wait(for: "the last word of \(ends) conversations, seed \(seed)") {
        let said = (try? JournalRecord(path: proof.premises.journal).messages) ?? []
        return Set(said.filter { $0.content.hasPrefix("waktu") }.map(\.number)).count == ends
      }
      Self.check(try JournalRecord(path: proof.premises.journal), proof.load.lines, seed)
      return daemon
    }
    print("seed \(seed): \(report)")
  }

  /// Each customer is asked each question once, in order, with all that was answered before, and told of the time once.
  private static func check(_ journal: JournalRecord, _ load: [LoadLine], _ seed: UInt64) {
    var written: [String: [String]] = [:]
    for case .sent(let id, let number, _) in load where ordinal(id) > 0 {
      written[number, default: []].append(id)
    }
    #expect(written.count == contacts * conversations)
    for (number, answers) in written {
      let questions = (1...turns).map { ([String($0)] + answers.prefix($0 - 1)).joined(separator: " ") }
      let expected = questions + [(["waktu"] + answers).joined(separator: " ")]
      let said = journal.messages.filter { $0.number == number }.sorted { $0.id < $1.id }.map(\.content)
      #expect(said == expected, "\(number), seed \(seed)")
    }
  }

  /// The number of a message in its conversation, from 0.
  private static func ordinal(_ id: String) -> Int {
    (id.split(separator: "-").last.flatMap { Int($0) } ?? 0) % turns
  }

  /// Nine questions, each of which says all answers, and a tenth that closes by time.
  private static var survey: String {
    var steps: [String] = []
    for turn in 1...turns {
      let answers = (1..<turn).map { "{a\($0)}" }
      let text = ([String(turn)] + answers).joined(separator: " ")
      steps.append("      - ask: \"\(text)\"")
      guard turn == turns else {
        steps.append("        save: a\(turn)")
        continue
      }
      steps += [
        "        timeout: 1s", "        on_timeout:",
        "          - say: \"\((["waktu"] + answers).joined(separator: " "))\"", "          - end: session",
      ]
    }
    return """
      scenarios:
        survey:
          keywords: [mulai]
          steps:
      \(steps.joined(separator: "\n"))
      default:
        reply: "maaf {message.text}"
      """
  }
}
