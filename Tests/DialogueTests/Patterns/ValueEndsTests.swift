import Testing

@testable import Dialogue

@Suite struct ValueEndsTests {
  private static let words = [
    "1", "2", "12", "17", "08", "8", "30", "000", "500", "2026", "0812", "3456", "7890", "dua", "satu",
    "tujuh", "sepuluh", "puluh", "belas", "ratus", "seratus", "ribu", "seribu", "juta", "rb", "jt", "twenty",
    "five", "hundred", "thousand", "and", "nol", "rp", "pcs", "kg", "duapuluh", "limaratus", "enambelas",
    "besok", "hari", "ini", "lagi", "senin", "depan", "tgl", "agustus", "maret", "minggu", "the", "of", "jam",
    "pagi", "malam", "setengah", "lewat", "kurang", "wib", "a",
  ]

  private static let slots = ["number", "number 1-500", "phone", "date", "date past", "time", "digits 2-4"]

  @Test("the readers are asked wherever they would say yes", arguments: 0..<40)
  func complete(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let slots = try Self.slots.map { try PatternSlot(parsing: "x:\($0)") }
    var found = 0
    for _ in 0..<40 {
      let text = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        random.pick(Self.words) + random.pick([" ", " ", " ", " ", ".", ",", "-", ":", "/", "\n", ""])
      }.joined()
      let message = WrittenMessage(text)
      let values = ValueEnds(message, ExpectationTests.context)
      for slot in slots {
        let read = Dictionary(grouping: values.values(of: slot), by: \.place)
        for place in message.tokens.indices {
          let line = message.tokens[place...].firstIndex { $0.isLineBreak } ?? message.tokens.count
          let all = (place...max(place, min(line, place + slot.longest))).reversed().filter {
            $0 > place && slot.value(place..<$0, of: message, in: ExpectationTests.context) != nil
          }
          let ends = (read[place] ?? []).map { place + $0.length }
          #expect(
            ends == all, "seed \(seed): \(slot) in \(text.debugDescription)")
          found += all.count
        }
      }
    }
    #expect(found > 100)
  }
}
