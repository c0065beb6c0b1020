import Foundation
import Testing

@testable import Dialogue

@Suite struct OpeningHoursTests {
  private static func at(_ text: String) -> Timestamp {
    let parts = text.split(separator: " ")
    let date = CivilDate(iso: parts[0]) ?? CivilDate(daysSince1970: 0)
    return Timestamp(date, minute: TimeOfDay.minutes(parts[1]) ?? 0, in: TestBots.jakarta)
  }

  private static func hours(_ days: [(String, String)], closed: [String] = []) throws -> OpeningHours {
    var windows: [Weekday: [OpeningHours.Window]] = [:]
    for (names, times) in days {
      for day in try Weekday.days(parsing: names) {
        windows[day, default: []] += try OpeningHours.Window.list(parsing: times)
      }
    }
    return OpeningHours(windows: windows, closed: Set(try closed.map { try CivilDate(parsing: $0) }))
  }

  private static func office() throws -> OpeningHours {
    try hours([("mon-fri", "08:00-12:00, 13:00-17:00"), ("sat", "08:00-12:00")], closed: ["2026-08-17"])
  }

  @Test(
    "an office is open from inclusive to exclusive, and not on closed dates",
    arguments: [
      ("2026-08-14 08:00", true), ("2026-08-14 07:59", false), ("2026-08-14 12:00", false),
      ("2026-08-14 13:00", true),
      ("2026-08-14 16:59", true), ("2026-08-14 17:00", false), ("2026-08-15 11:59", true),
      ("2026-08-15 13:00", false),
      ("2026-08-16 10:00", false), ("2026-08-17 10:00", false), ("2026-08-18 10:00", true),
    ])
  func office(time: String, isOpen: Bool) throws {
    #expect(try Self.office().isOpen(at: Self.at(time), in: TestBots.jakarta) == isOpen)
  }

  @Test(
    "the next opening is after now, over weekends and closed dates",
    arguments: [
      ("2026-08-14 07:00", "2026-08-14 08:00"), ("2026-08-14 08:00", "2026-08-14 13:00"),
      ("2026-08-14 17:00", "2026-08-15 08:00"), ("2026-08-15 12:00", "2026-08-18 08:00"),
    ])
  func next(time: String, opening: String) throws {
    let next = try Self.office().nextOpening(after: Self.at(time), in: TestBots.jakarta)
    #expect(next == Self.at(opening))
  }

  @Test("a window over midnight belongs to the day it begins on")
  func midnight() throws {
    let bar = try Self.hours([("fri-sat", "20:00-02:00")], closed: ["2026-08-15"])
    #expect(bar.isOpen(at: Self.at("2026-08-14 23:00"), in: TestBots.jakarta))
    #expect(bar.isOpen(at: Self.at("2026-08-15 01:59"), in: TestBots.jakarta))
    #expect(!bar.isOpen(at: Self.at("2026-08-15 02:00"), in: TestBots.jakarta))
    #expect(!bar.isOpen(at: Self.at("2026-08-15 21:00"), in: TestBots.jakarta))
    #expect(!bar.isOpen(at: Self.at("2026-08-16 01:00"), in: TestBots.jakarta))
    #expect(
      bar.nextOpening(after: Self.at("2026-08-14 21:00"), in: TestBots.jakarta) == Self.at("2026-08-21 20:00")
    )
  }

  @Test("what never opens or never closes has no next opening")
  func always() throws {
    let always = try Self.hours([("mon-sun", "00:00-24:00")])
    #expect(always.isOpen(at: Self.at("2026-08-14 23:59"), in: TestBots.jakarta))
    #expect(always.nextOpening(after: Self.at("2026-08-14 10:00"), in: TestBots.jakarta) == nil)
    let never = try Self.hours([("mon-sun", "tutup")])
    #expect(never.nextOpening(after: Self.at("2026-08-14 10:00"), in: TestBots.jakarta) == nil)
  }

  @Test("days in English and Indonesian, ranges over the weekend too")
  func days() throws {
    #expect(try Weekday.days(parsing: "mon-fri") == [.mon, .tue, .wed, .thu, .fri])
    #expect(try Weekday.days(parsing: "sat-mon") == [.sat, .sun, .mon])
    #expect(try Weekday.days(parsing: "Senin, Jum'at") == [.mon, .fri])
    #expect(try Weekday.days(parsing: "senin - kamis") == [.mon, .tue, .wed, .thu])
    let mistake = #expect(throws: SyntaxMistake.self) { try Weekday.days(parsing: "mon-firday") }
    #expect(mistake?.offset == 4 && mistake?.length == 6 && mistake?.word == "firday")
    #expect(mistake?.candidates.contains("friday") == true)
  }

  @Test(
    "spans of time that are none",
    arguments: [
      ("08:00", 0, 5), ("08:00-25:00", 0, 11), ("08:00-12:00, 13-17", 12, 6), ("8-17", 0, 4),
      ("08:00-08:00", 0, 11), ("", 0, 0),
    ])
  func spans(text: String, offset: Int, length: Int) throws {
    let mistake = #expect(throws: SyntaxMistake.self) { try OpeningHours.Window.list(parsing: text) }
    #expect(mistake?.offset == offset && mistake?.length == length)
    #expect(throws: SyntaxMistake.self) { try CivilDate(parsing: "2026-02-30") }
  }

  @Test("the next opening is the first minute that is open after one that is not", arguments: 0..<20)
  func agreement(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let date = try #require(CivilDate(iso: "2026-08-10"))
    for _ in 0..<5 {
      var windows: [Weekday: [OpeningHours.Window]] = [:]
      for day in Weekday.allCases where random.once(in: 2) {
        windows[day] = (0..<Int.random(in: 1...2, using: &random)).map { _ in
          let from = Int.random(in: 0..<1440, using: &random)
          return .init(from: from, to: (from + Int.random(in: 1..<1440, using: &random)) % 1440)
        }
      }
      let closed = Set((0..<3).map { _ in date.adding(days: Int.random(in: 0...7, using: &random)) })
      let hours = OpeningHours(windows: windows, closed: closed)
      let start = Timestamp(date, minute: Int.random(in: 0..<1440, using: &random), in: TestBots.jakarta)
      var expected: Timestamp?
      var wasOpen = hours.isOpen(at: start, in: TestBots.jakarta)
      for minute in 1...(1440 * 15) {
        let time = start + .seconds(minute * 60)
        let isOpen = hours.isOpen(at: time, in: TestBots.jakarta)
        if isOpen && !wasOpen {
          expected = time
          break
        }
        wasOpen = isOpen
      }
      #expect(hours.nextOpening(after: start, in: TestBots.jakarta) == expected, "seed \(seed)")
    }
  }
}
