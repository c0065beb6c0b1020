import Dialogue
import Foundation
import Journal
import Testing

@testable import Service

@Suite("a broadcast is proved as a whole before anything is stored")
struct BroadcastPlanTests {
  private static let people = """
    nama,No. HP,tanggal
    Ani,0812-3456-7890,1 Des
    Budi,+62 812 3456 7891,2 Des

    """

  private func plan(
    _ csv: String = people, map: String? = "1=nama,2=tanggal",
    _ change: (inout BroadcastOrder) -> Void = { _ in }
  ) throws -> BroadcastPlan {
    var order = BroadcastOrder(template: "templ_uat_2", file: "people.csv", csv: Data(csv.utf8))
    order.map = map
    change(&order)
    return try BroadcastPlan(order, channel: .sample)
  }

  private func refusal(
    _ csv: String = people, map: String? = "1=nama,2=tanggal",
    _ change: (inout BroadcastOrder) -> Void = { _ in }
  ) -> String {
    do {
      _ = try plan(csv, map: map, change)
      return "taken"
    } catch {
      return "\(error)"
    }
  }

  @Test("each row has its number in canonical form, and what stands in the places")
  func rows() throws {
    let plan = try plan()
    #expect(plan.numberColumn == "No. HP")
    #expect(plan.mistakes.isEmpty)
    #expect(plan.rows.map(\.line) == [2, 3])
    #expect(plan.rows.map(\.number) == ["6281234567890", "6281234567891"])
    #expect(plan.rows.map(\.places.params) == [["Ani", "1 Des"], ["Budi", "2 Des"]])
    let filled = plan.rows[0].places.filling(plan.template)
    #expect(filled == MessageTemplate(name: "templ_uat_2", params: ["Ani", "1 Des"]))
  }

  @Test("a place may hold a text in quotes, with commas and signs of equality in it")
  func texts() throws {
    let plan = try plan(map: "2='Toko Melati, Jl. A=B', 1 = nama") {
      $0.sms = "sms_1"
      $0.smsMap = "1=\"Melati's\""
      $0.header = "tanggal"
      $0.languageCode = "id"
    }
    #expect(plan.rows[0].places.params == ["Ani", "Toko Melati, Jl. A=B"])
    let filled = plan.rows[0].places.filling(plan.template)
    #expect(filled.sms == .init(name: "sms_1", params: ["Melati's"]))
    #expect(filled.header == "1 Des")
    #expect(filled.languageCode == "id")
  }

  @Test("line breaks and tabs in a value become one blank, because WhatsApp refuses them")
  func oneLine() throws {
    let plan = try plan("nama,hp,tanggal\n\" Ani\n\tSari\u{1} \",08123456789,x\n")
    #expect(plan.rows.map(\.places.params) == [["Ani Sari", "x"]])
  }

  @Test("the first of the rows with one number is sent, the others say which it was")
  func repeated() throws {
    let plan = try plan(
      "nama,hp,tanggal\nAni,x,1\nAni,08123456789,1\nBudi,628123456789,2\n+,+62 812 3456 789,3\n")
    #expect(plan.rowsToSend.map(\.line) == [3])
    #expect(plan.rows.map(\.skipped) == [nil, "repeated, see line 3", "repeated, see line 3"])
  }

  @Test("every row that cannot be used is named with its line and column")
  func mistakes() throws {
    let plan = try plan(
      """
      nama,hp,tanggal
      Ani,08123456789
      ,08123456788,1
      Budi,,2
      Cici,enam dua,3
      Dedi,08123456787,\(String(repeating: "a", count: 1025))
      Eka,08123456786,5

      """)
    let told = plan.mistakes.map { "\($0.line) \($0.column ?? "-"): \($0.words)" }
    #expect(
      told == [
        "2 -: has 2 values for 3 columns.",
        "3 nama: it is empty, and stands in the template; write something.",
        "4 hp: it is empty; write the customer's number.",
        "5 hp: `enam dua` is no phone number; write it like 628123456789 or 08123456789.",
        "6 tanggal: it has 1025 characters; WhatsApp takes at most 1024: make it shorter.",
      ])
    #expect(plan.rowsToSend.map(\.line) == [7])
    #expect(plan.allRows.map(\.line) == [2, 3, 4, 5, 6, 7])
    #expect(
      plan.allRows[1].skipped
        == "broken: column `nama`: it is empty, and stands in the template; write something.")
    #expect(plan.allRows[3].number == "enam dua")
  }

  @Test("what is wrong as a whole is told in a sentence, with what may have been meant")
  func refusals() {
    #expect(
      refusal(map: "1=nma")
        == "--map: people.csv has no column \"nma\"; its columns are \"nama\", \"No. HP\", \"tanggal\". Did you mean `nama`?"
    )
    #expect(refusal(map: "1=nama,3=tanggal").hasPrefix("--map: the place 2 is missing"))
    #expect(refusal(map: "1=nama,1=tanggal") == "--map: the place 1 is given twice.")
    #expect(
      refusal(map: "nama") == "--map: `nama` is not understood; write it like 1=name,2='Toko Melati'.")
    #expect(refusal(map: "1='nama") == "--map: the text 'nama opens a quote and does not close it.")
    #expect(refusal(map: "1=' '") == "--map: the text ' ' is empty; write something.")
    #expect(refusal { $0.to = "telepon" }.hasPrefix("--to: people.csv has no column \"telepon\""))
    #expect(
      refusal("nama,a\nx,y\n", map: nil)
        == "people.csv has no column that is called like a phone number; name one of \"nama\", \"a\" with --to."
    )
    #expect(
      refusal("hp,wa\nx,y\n", map: nil)
        == "people.csv has several columns that may hold the phone number; name one of \"hp\", \"wa\" with --to."
    )
    #expect(refusal("nama,hp\n", map: nil) == "people.csv has no rows under the names of its columns.")
    #expect(refusal("") == "people.csv is empty; its first line must name the columns.")
    #expect(refusal { $0.template = " " } == "The template's name is empty; write something.")
    #expect(refusal { $0.smsMap = "1=nama" }.hasPrefix("--sms-map fills the places of an SMS template"))
    #expect(
      refusal {
        $0.sms = "s"
        $0.checksNumbers = true
      }.hasSuffix("give one of the two."))
  }

  @Test("a file and a template have a digest of their own, whatever stands in the places")
  func digest() throws {
    let one = try plan().digest
    #expect(try plan(map: "1=nama").digest == one)
    #expect(try plan { $0.template = "other" }.digest != one)
    #expect(try plan(Self.people + "\n").digest != one)
    #expect(one.count == 64)
  }

  @Test(
    "a moment is one of where the bot is, unless it says otherwise",
    arguments: [
      ("2026-12-01 09:00", "2026-12-01T02:00:00Z"), ("2026-12-01T09:00", "2026-12-01T02:00:00Z"),
      ("2026-12-01 09:00Z", "2026-12-01T09:00:00Z"), ("2026-12-01 09:00 +09:00", "2026-12-01T00:00:00Z"),
      ("2026-12-01 09:00-0130", "2026-12-01T10:30:00Z"),
    ])
  func moments(written: String, expected: String) throws {
    let jakarta = try #require(TimeZone(identifier: "Asia/Jakarta"))
    let time = try BroadcastMoment.read(written, option: "--at", in: jakarta)
    #expect(time.date.formatted(.iso8601) == expected)
  }

  @Test(
    "what is no moment is refused", arguments: ["besok", "2026-13-01 09:00", "2026-12-01 24:00", "09:00"])
  func noMoments(written: String) {
    #expect(throws: AdminRefusal.self) { try BroadcastMoment.read(written, option: "--at", in: .gmt) }
  }
}
