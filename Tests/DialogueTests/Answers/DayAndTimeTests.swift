import Foundation
import Testing

@testable import Dialogue

@Suite struct DayAndTimeTests {
  private func check(_ expectation: String, _ typed: String, _ saved: String?) throws {
    let expectation = try Dialogue.Expectation(parsing: expectation)
    #expect(
      expectation.answer(typed, in: ExpectationTests.context)?.value == saved, "\(typed.debugDescription)")
  }

  @Test(
    "days as Indonesians type them, on Tuesday 3 February 2026",
    arguments: [
      ("hari ini", "2026-02-03"), ("besok", "2026-02-04"), ("bsk", "2026-02-04"), ("lusa", "2026-02-05"),
      ("besok lusa", "2026-02-05"), ("kemarin", "2026-02-02"), ("3 hari lagi", "2026-02-06"),
      ("dua hari lagi", "2026-02-05"), ("17 agustus", "2026-08-17"), ("17 Agustus 2027", "2027-08-17"),
      ("tujuh belas agustus", "2026-08-17"), ("17agustus", "2026-08-17"), ("17 agt", "2026-08-17"),
      ("tgl 17 agustus", "2026-08-17"), ("tanggal 17", "2026-02-17"), ("tgl 1", "2026-03-01"),
      ("17/8/2026", "2026-08-17"),
      ("17-08-26", "2026-08-17"), ("17.8.2026", "2026-08-17"), ("17-8", "2026-08-17"), ("1/2", "2027-02-01"),
      ("3/2", "2026-02-03"), ("2026-08-17", "2026-08-17"), ("17081990", "1990-08-17"),
      ("17/8/90", "1990-08-17"),
      ("senin", "2026-02-09"), ("selasa", "2026-02-10"), ("selasa ini", "2026-02-03"),
      ("jumat", "2026-02-06"),
      ("jum'at", "2026-02-06"), ("senin depan", "2026-02-09"), ("jumat depan", "2026-02-13"),
      ("hari minggu", "2026-02-08"),
      ("minggu", "2026-02-08"), ("hari minggu depan", "2026-02-15"), ("senin lalu", "2026-02-02"),
      ("Senin, 17 Agustus 2026", "2026-08-17"), ("hari senin tanggal 17 agustus", "2026-08-17"),
      ("today", "2026-02-03"), ("tomorrow", "2026-02-04"), ("next monday", "2026-02-09"),
      ("friday", "2026-02-06"),
      ("August 17, 2026", "2026-08-17"), ("17th of August", "2026-08-17"), ("8/17/2026", "2026-08-17"),
      ("29 februari", "2028-02-29"), ("BESOK!", "2026-02-04"), ("3 mei", "2026-05-03"),
    ])
  func days(typed: String, saved: String) throws { try check("date", typed, saved) }

  @Test(
    "what is no day is none",
    arguments: [
      "", "nanti", "31/2/2026", "32 agustus", "17", "agustus", "2026", "minggu depan",
      "selasa 17 agustus 2026", "0/5",
      "17 agustus 2026 jam 8", "13/13/2026", "hari", "besok pagi sekali", "17 8 2026 5", "min", "1/1/0001",
    ])
  func noDays(typed: String) throws { try check("date", typed, nil) }

  @Test("future and past are counted with today, and choose the year that fits")
  func expectations() throws {
    try check("date future", "hari ini", "2026-02-03")
    try check("date future", "kemarin", nil)
    try check("date past", "besok", nil)
    try check("date past", "17 agustus", "2025-08-17")
    try check("date past", "17/8/26", nil)
    try check("date past", "17/8/25", "2025-08-17")
    try check("date past", "senin", "2026-02-02")
    try check("date past", "tgl 20", "2026-01-20")
    try check("date future", "17/8/2025", nil)
  }

  @Test(
    "times as Indonesians type them",
    arguments: [
      ("jam 8", "08:00"), ("8", "08:00"), ("08.00", "08:00"), ("8:30", "08:30"), ("08.00 WIB", "08:00"),
      ("8 pagi", "08:00"), ("8pagi", "08:00"), ("jam 3 sore", "15:00"), ("7 malam", "19:00"),
      ("12 malam", "00:00"),
      ("12 siang", "12:00"), ("jam 1 siang", "13:00"), ("11 siang", "11:00"), ("2 dini hari", "02:00"),
      ("setengah 9", "08:30"), ("jam setengah 9 malam", "20:30"), ("setengah sembilan", "08:30"),
      ("jam delapan", "08:00"), ("8 lewat 15", "08:15"), ("8 kurang 15 menit", "07:45"),
      ("jam 8 lewat seperempat", "08:15"), ("pukul 20.15", "20:15"), ("0830", "08:30"), ("24.00", "00:00"),
      ("20.00 malam", "20:00"), ("8am", "08:00"), ("8:30 PM", "20:30"), ("12 am", "00:00"),
      ("12:30pm", "12:30"),
      ("noon", "12:00"), ("tengah malam", "00:00"), ("8 in the morning", "08:00"), ("half past 8", "08:30"),
      ("06:01:30", "06:01"), ("08-30", "08:30"), ("jam 10 malam", "22:00"), ("1 malam", "01:00"),
    ])
  func times(typed: String, saved: String) throws { try check("time", typed, saved) }

  @Test(
    "what is no time is none",
    arguments: [
      "", "nanti", "25", "8:60", "8.5", "pagi", "jam", "13 pm", "08:00 09:00", "100", "8 8 8", "jam banyak",
      "9-10", "jam 9 - 11", "9–10 pagi", "antara jam 9-10 kak",
    ])
  func noTimes(typed: String) throws { try check("time", typed, nil) }

  @Test("days since 1970 and the calendar agree", arguments: 0..<20)
  func calendar(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for _ in 0..<50 {
      let days = Int.random(in: -200_000...200_000, using: &random)
      let date = CivilDate(daysSince1970: days)
      #expect(date.daysSince1970 == days && CivilDate(iso: date.iso) == date, "seed \(seed): \(days)")
      let foundation = calendar.component(.weekday, from: Date(timeIntervalSince1970: Double(days) * 86_400))
      #expect((date.weekday.number + 1) % 7 + 1 == foundation, "seed \(seed): \(days)")
    }
  }

  @Test("a date and a clock give the moment back", arguments: 0..<20)
  func moments(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let zone = try #require(TimeZone(identifier: seed % 2 == 0 ? "Asia/Jakarta" : "Asia/Jayapura"))
    for _ in 0..<50 {
      let date = CivilDate(daysSince1970: Int.random(in: 10_000...30_000, using: &random))
      let minute = Int.random(in: 0..<1440, using: &random)
      let civil = CivilTime(Timestamp(date, minute: minute, in: zone), in: zone)
      #expect(civil.date == date.iso && civil.hour * 60 + civil.minute == minute, "seed \(seed)")
    }
  }
}
