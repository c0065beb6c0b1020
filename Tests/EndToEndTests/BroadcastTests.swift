import Foundation
import Ledger
import TestSupport
import Testing

@Suite("A broadcast reaches each of its rows at most once, whatever ends the daemon", .serialized)
struct BroadcastTests {
  private static let rows = 10_000
  /// Rows of customers who want no broadcasts: before it begins, and while it runs.
  private static let optedOut = 0..<20
  private static let optedOutLater = 9000..<9020
  private static let repeated = 10
  /// Numbers of customers who write while it runs.
  private static let talking = (0..<3).flatMap { contact in (0..<10).map { "6281\(1000 + contact)\($0)" } }

  /// 1 % of what reaches the provider is lost: half of it was taken, half was not. Now and then it asks to wait.
  @Sendable private static func fate(_ sequence: Int) -> ProviderStandIn.Fate {
    if sequence % 2500 == 1300 { return .postpone }
    return switch sequence % 200 {
    case 57: .lose
    case 151: .fail
    default: .accept
    }
  }

  private static func number(_ row: Int) -> String { "\(62_850_000_000 + row)" }

  private static var csv: String {
    var text = "nama,hp\n"
    for row in 0..<rows {
      // Some of them talk to the bot meanwhile.
      guard row >= optedOut.upperBound + talking.count || row < optedOut.upperBound else {
        text += "Ani \(row),\(talking[row - optedOut.upperBound])\n"
        continue
      }
      // The last rows repeat the numbers of the first ones.
      text +=
        "Ani \(row),0\(number(row < rows - repeated ? row : row - rows + repeated + 100).dropFirst(2))\n"
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
      try await optOut(Self.optedOut, premises)
      try await proof.wait(for: "confirmed opt-outs") {
        proof.provider.lines.count { $0.content.hasPrefix("baik ") } >= Self.optedOut.count
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
        // What is acknowledged survives the death.
        if share == 4 { try await optOut(Self.optedOutLater, premises) }
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

  @Test("the program shows what would happen, asks for --yes, sends, and tells each row's end")
  func program() async throws {
    let provider = try LineFile<ProviderLine>()
    try await ProviderStandIn.serving(ledger: provider) { standIn in
      let premises = try Premises()
      try premises.configure(provider: standIn.baseURL)
      let daemon = try DaemonProcess(premises)
      try await daemon.ready()
      func balas(_ words: String..., csv: String) async throws -> (status: Int32, log: String) {
        let file = premises.file("people.csv")
        try csv.write(toFile: file, atomically: true, encoding: .utf8)
        let first = words.first.map { ["list", "show", "result"].contains($0) } ?? false
        let own = first ? [] : ["--template", "promo", "--csv", file, "--map", "1=nama"]
        let process = try BalasProcess(
          ["broadcast"] + words + own + ["--config", premises.file("balas.yaml")])
        return (await process.status(), process.log)
      }
      let people = "nama,hp\nAni,0812000001\nBudi,0812000002\nCici,0812000009\nAni,0812000001\n"
      let dry = try await balas("--dry-run", "--header", "'Promo'", csv: people)
      #expect(dry.status == 0)
      #expect(
        dry.log.contains("people.csv: 4 rows, numbers in the column `hp`\n  3 to send on 0009/16\n"),
        "\(dry.log)")
      #expect(dry.log.contains("  1 skipped: repeated\n"), "\(dry.log)")
      #expect(dry.log.contains("line 2  62812000001  [template promo] Ani\n  header  Promo\n"), "\(dry.log)")
      let broken = try await balas("--yes", csv: people + "Dedi,x\n,0812000003\n")
      #expect(broken.status == 1)
      #expect(
        broken.log.hasPrefix(
          "people.csv:6 column `hp`: `x` is no phone number; write it like 628123456789 or 08123456789.\n"
            + "people.csv:7 column `nama`: it is empty, and stands in the template; write something.\n"),
        "\(broken.log)")
      #expect(try await balas(csv: people).log.contains("--yes says that it may be"))
      let unknown = try await balas("--yes", "--to", "telp", csv: people)
      #expect(unknown.status == 2)
      #expect(unknown.log.contains("has no column \"telp\""), "\(unknown.log)")
      #expect(provider.lines.isEmpty)
      let sent = try await balas(
        "--yes", "--check-numbers", "--name", "Desember", "--rate", "100/s", csv: people)
      #expect(sent.status == 0, "\(sent.log)")
      #expect(sent.log.contains("broadcast 1  done  4/4  promo  0009/16  Desember\n"), "\(sent.log)")
      #expect(provider.lines.map(\.content).sorted() == ["promo|Ani", "promo|Budi"])
      let list = try await balas("list", csv: people)
      #expect(list.log == "1  done  4/4  promo  0009/16  Desember\n")
      let result = try await balas("result", "1", csv: people)
      #expect(result.log.contains("\n4,62812000009,skipped,not on WhatsApp,,,,\n"), "\(result.log)")
      #expect(result.log.contains("\n5,62812000001,skipped,\"repeated, see line 2\",,,,\n"), "\(result.log)")
      daemon.send(SIGTERM)
      #expect(await daemon.end() == 0)
      // What became of it is known without a daemon as well.
      #expect(try await balas("show", "1", csv: people).log.hasPrefix("broadcast 1  done  4/4"))
    }
  }

  @Test("Ctrl-C leaves the window and not the broadcast, and a second window shows it again")
  func detach() async throws {
    let provider = try LineFile<ProviderLine>()
    try await ProviderStandIn.serving(ledger: provider) { standIn in
      let premises = try Premises()
      try premises.configure(provider: standIn.baseURL)
      let daemon = try DaemonProcess(premises)
      try await daemon.ready()
      let csv = "hp\n" + (0..<40).map { "62812000\($0 + 100)\n" }.joined()
      try csv.write(toFile: premises.file("people.csv"), atomically: true, encoding: .utf8)
      let config = ["--config", premises.file("balas.yaml")]
      let window = try BalasProcess(
        ["broadcast", "--template", "promo", "--csv", premises.file("people.csv"), "--yes"] + config)
      try await premises.wait(for: "a message") { !provider.lines.isEmpty }
      window.signal(SIGINT)
      #expect(await window.status() == 0, "\(window.log)")
      #expect(window.log.contains("Broadcast 1 goes on without this window."), "\(window.log)")
      #expect(provider.lines.count < 40)
      let other = try BalasProcess(["broadcast", "show", "1", "--follow"] + config)
      #expect(await other.status() == 0, "\(other.log)")
      #expect(other.log.contains("broadcast 1  done  40/40"), "\(other.log)")
      #expect(provider.lines.count == 40)
      daemon.send(SIGTERM)
      #expect(await daemon.end() == 0)
    }
  }

  /// Lets the customers of these rows say that they want no more of it.
  private func optOut(_ rows: Range<Int>, _ premises: Premises) async throws {
    for row in rows {
      let caller = try Caller(port: premises.ports.callback)
      caller.send(
        try premises.callback(message: "stop-\(row)", from: Self.number(row), text: "berhenti \(row)"))
      #expect(try await caller.answer().body == #"{"status":"000"}"#)
    }
  }

  /// Holds the result against what reached the provider.
  private static func check(_ result: String, against provider: [ProviderLine]) throws {
    let rows = result.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.map { String($0[0]) } == (0..<Self.rows).map { "\($0 + 2)" })
    // What is asked to come again comes again; nothing else does.
    let received = Dictionary(
      grouping: provider.filter { $0.content.hasPrefix("promo|") && $0.answer != .postponed },
      by: \.recipient)
    #expect(received.values.allSatisfy { $0.count == 1 })
    #expect(received.values.allSatisfy { $0[0].content.hasSuffix("|Toko Melati") })
    for row in [optedOut, optedOutLater].joined() { #expect(received[number(row)] == nil) }
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
    #expect(counts["skipped"] == optedOut.count + optedOutLater.count + repeated)
    let lost = received.values.count { $0[0].answer != .accepted }
    #expect(lost > 50)
    #expect((lost...(lost + 400)).contains(counts["uncertain"] ?? 0), "\(counts), \(lost) lost")
  }
}
