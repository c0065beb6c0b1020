import Foundation
import Ledger
import TestSupport
import Testing

@Suite("A broadcast reaches each of its rows at most once, whatever ends the daemon", .serialized)
struct BroadcastTests {
  private static let rows = 10_000
  private static let optedOut = 20
  private static let repeated = 10

  /// 1 % of what reaches the provider is lost: half of it was taken, half was not.
  @Sendable private static func fate(_ sequence: Int) -> ProviderStandIn.Fate {
    switch sequence % 200 {
    case 57: .lose
    case 151: .fail
    default: .accept
    }
  }

  private static func number(_ row: Int) -> String { "\(62_850_000_000 + row)" }

  private static var csv: String {
    var text = "nama,hp\n"
    for row in 0..<rows {
      // The last rows repeat the numbers of the first ones.
      text +=
        "Ani \(row),0\(number(row < rows - repeated ? row : row - rows + repeated + optedOut).dropFirst(2))\n"
    }
    return text
  }

  private static let bot = """
    scenarios:
      question:
        keywords: [tanya]
        reply: "jawab {message.text}"
      stop:
        keywords: [berhenti]
        steps:
          - opt_out: marketing
          - say: "baik {message.text}"
    default:
      reply: "maaf {message.text}"
    """

  @Test("10,000 rows with 1 % of lost answers, and two deaths by SIGKILL, while people are answered")
  func tenThousand() async throws {
    let report = try await Proof.run(contacts: 3, fate: Self.fate, bot: Self.bot) { proof in
      let premises = proof.premises
      try Self.csv.write(toFile: premises.file("people.csv"), atomically: true, encoding: .utf8)
      var daemon = try DaemonProcess(premises)
      try await daemon.ready()
      for row in 0..<Self.optedOut {
        let caller = try Caller(port: premises.ports.callback)
        caller.send(
          try premises.callback(message: "stop-\(row)", from: Self.number(row), text: "berhenti \(row)"))
        #expect(try await caller.answer().body == #"{"status":"000"}"#)
      }
      try await proof.wait(for: "confirmed opt-outs") {
        proof.provider.lines.count { $0.content.hasPrefix("baik ") } >= Self.optedOut
      }
      let order = [
        "broadcast", "--config", premises.file("balas.yaml"), "--template", "promo", "--csv",
        premises.file("people.csv"), "--map", "1=nama,2='Toko Melati'", "--rate", "5000/s", "--yes",
        "--detach",
      ]
      let start = try Command.run(Repository.program, order)
      #expect(start.status == 0, "\(start.output)")
      let repeated = try Command.run(Repository.program, order)
      #expect(repeated.status == 2, "\(repeated.output)")
      #expect(repeated.output.contains("already, as broadcast 1"), "\(repeated.output)")
      for share in [4, 2] {
        try await proof.wait(for: "1/\(share) of the broadcast") {
          proof.provider.lines.count { $0.content.hasPrefix("promo|") } > Self.rows / share
        }
        daemon.send(SIGKILL)
        #expect(await daemon.end() == SIGKILL)
        daemon = try DaemonProcess(premises)
        try await daemon.ready()
      }
      // Not `Command`, which would hold up a thread that the stand-in needs.
      let followed = try BalasProcess(
        ["broadcast", "show", "1", "--config", premises.file("balas.yaml"), "--follow"])
      #expect(await followed.status() == 1, "\(followed.log)")
      #expect(followed.log.contains("uncertain"), "\(followed.log)")
      let result = try Command.run(
        Repository.program, ["broadcast", "result", "1", "--config", premises.file("balas.yaml")])
      try Self.check(result.output, against: proof.provider.lines)
      return daemon
    }
    print(report)
    #expect(report.replies > Self.rows)
  }

  /// Holds the result against what reached the provider.
  private static func check(_ result: String, against provider: [ProviderLine]) throws {
    let rows = result.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.map { String($0[0]) } == (0..<Self.rows).map { "\($0 + 2)" })
    let received = Dictionary(grouping: provider.filter { $0.content.hasPrefix("promo|") }, by: \.recipient)
    #expect(received.values.allSatisfy { $0.count == 1 })
    #expect(received.values.allSatisfy { $0[0].content.hasSuffix("|Toko Melati") })
    for row in 0..<optedOut { #expect(received[number(row)] == nil) }
    var counts: [String: Int] = [:]
    for row in rows {
      let (number, state) = (String(row[1]), String(row[2]))
      counts[state, default: 0] += 1
      let line = received[number]?.first
      switch state {
      case "sent", "delivered", "read":
        #expect(line?.answer == .accepted && line?.messageID == String(row[4]), "\(row)")
      case "uncertain":
        // It may have died before the first byte left, or with the answer at its door.
        break
      case "skipped":
        #expect(
          row[3] == "opted out" || row[3].contains("repeated") || row[3].hasPrefix("\"repeated"), "\(row)")
      default: Issue.record("\(row) has no end")
      }
    }
    print("ends of the broadcast's rows: \(counts)")
    #expect(counts["skipped"] == optedOut + repeated)
    let lost = received.values.count { $0[0].answer != .accepted }
    #expect(lost > 50)
    #expect((lost...(lost + 400)).contains(counts["uncertain"] ?? 0), "\(counts), \(lost) lost")
  }
}
