import Dialogue
import Foundation
import Testing
import Wappin

@Suite("WIB time")
struct WIBTimeTests {
  @Test("the document's sample is 09:21:51 UTC")
  func sample() {
    #expect(
      WIBTime.timestamp("2019-07-20 16:21:51") == Timestamp(milliseconds: 1_563_614_511_000))
  }

  @Test(
    "what is no time is none",
    arguments: ["", "2019-07-20", "2019-13-20 16:21:51", "16:21:51 2019-07-20", "2019-07-20 24:00:00", "x y"])
  func noTime(text: String) {
    #expect(WIBTime.timestamp(text) == nil)
  }

  @Test("times are written and read back, as Foundation's calendar would")
  func roundTrip() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 7 * 3600))
    for _ in 0..<500 {
      let seconds = Int64.random(in: 0..<7_000_000_000, using: &random)
      let time = Timestamp(milliseconds: seconds * 1000)
      let text = WIBTime.text(time)
      #expect(WIBTime.timestamp(text) == time, "seed \(seed)")
      let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: time.date)
      let expected = String(
        format: "%d-%02d-%02d %02d:%02d:%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0,
        parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
      #expect(text == expected, "seed \(seed)")
    }
  }
}
