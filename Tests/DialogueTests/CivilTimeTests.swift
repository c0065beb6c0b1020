import Foundation
import Testing

@testable import Dialogue

@Suite struct CivilTimeTests {
  @Test("date and time agree with Foundation's calendar, in any zone and year", arguments: 0..<20)
  func calendar(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for name in ["Asia/Jakarta", "Asia/Makassar", "Europe/Berlin", "America/New_York", "UTC"] {
      let zone = try #require(TimeZone(identifier: name))
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = zone
      for _ in 0..<50 {
        let time = Timestamp(
          milliseconds: Int64.random(in: -2_208_988_800_000...4_102_444_800_000, using: &random))
        let civil = CivilTime(time, in: zone)
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: time.date)
        #expect(
          [civil.year, civil.month, civil.day, civil.hour, civil.minute]
            == [parts.year, parts.month, parts.day, parts.hour, parts.minute],
          "seed \(seed): \(time.milliseconds) in \(name)")
      }
    }
  }

  @Test("dates and times are written with leading zeros")
  func padding() {
    let civil = CivilTime(TestBots.morning, in: TestBots.jakarta)
    #expect(civil.date == "2026-02-03")
    #expect(civil.time == "06:01")
  }
}
