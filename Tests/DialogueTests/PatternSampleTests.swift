import Testing

@testable import Dialogue

@Suite("messages written for a pattern")
struct PatternSampleTests {
  @Test(
    "fit it",
    arguments: [
      "[cek] [faktur] INV-{number:digits 4-8}", "cari {what:text}", "... ada (jual|stok) {what:text 3-30}",
      "kirim {qty:number 1-100} ke {city:word}", "telepon {phone:phone} jam {at:time}",
      "kode {code:digits 25}", "curhat {story:text 440}", "sandi {key:word 350-}",
      "lahir {day:date past}", "booking {day:date future} ...",
    ])
  func fit(source: String) throws {
    let pattern = try Pattern(parsing: source)
    let samples = try #require(pattern.samples(upTo: 64))
    for sample in samples {
      #expect(pattern.match(WrittenMessage(sample), in: .anytime) != nil, "\(sample)")
    }
  }

  @Test("are not written where there are more ways than asked for")
  func many() throws {
    #expect(try Pattern(parsing: "[a] [b] [c] [d] {x:word}").samples(upTo: 8) == nil)
  }

  @Test("a slot is certain where no message fits without it")
  func certain() throws {
    let pattern = try Pattern(parsing: "a {x:word} [{y:word}] (satu {z:word}|dua {z:word} {w:digits})")
    #expect(pattern.certainSlots == ["x", "z"])
  }
}
