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

  @Test("of many ways so many are drawn that each part is in some, and all fit")
  func drawn() throws {
    let source =
      "(a|b|c|d|e|f) [yang] (merah|biru|hijau) [dan] (besar|kecil) [sekali] (satu|dua|tiga|empat) "
      + "{n:digits}"
    let pattern = try Pattern(parsing: source)
    #expect(pattern.samples(upTo: 64) == nil)
    let samples = pattern.someSamples(100)
    for word in ["a", "f", "yang", "hijau", "dan", "kecil", "sekali", "empat"] {
      #expect(samples.contains { $0.split(separator: " ").contains(Substring(word)) }, "\(word)")
    }
    #expect(samples.allSatisfy { pattern.match(WrittenMessage($0), in: .anytime) != nil })
  }
}
