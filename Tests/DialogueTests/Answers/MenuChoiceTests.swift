import Testing

@testable import Dialogue

@Suite struct MenuChoiceTests {
  private let menu = MenuChoice(labels: ["Katalog", "Pesan", "Bicara dengan CS", "Pesanan saya"])

  @Test(
    "a choice by number, label or the beginning of one",
    arguments: [
      ("1", 0), ("1.", 0), ("2)", 1), ("no 1", 0), ("No. 2", 1), ("nomor 3", 2), ("no1", 0), ("satu", 0),
      ("nomer dua", 1), ("yang kedua", 1), ("pilih 3 kak", 2), ("1️⃣", 0), ("katalog", 0), ("KATALOG dong", 0),
      ("kat", 0), ("pesan", 1), ("pesan ya", 1), ("bicara", 2), ("bicara dengan", 2), ("pesanan", 3),
      ("4", 3),
      ("ka", nil), ("pes", nil), ("5", nil), ("0", nil), ("", nil), ("kak", nil), ("1 2", nil), ("12", nil),
      ("cs", nil),
      ("satu dua", nil), ("1 juta", nil), ("katalog harga", nil),
    ] as [(String, Int?)])
  func choices(typed: String, index: Int?) {
    #expect(menu.index(of: typed) == index, "\(typed)")
  }

  @Test("labels that are the same choose nothing, and a label that ends politely is not cut")
  func labels() {
    #expect(MenuChoice(labels: ["Ya", "ya!"]).index(of: "ya") == nil)
    #expect(MenuChoice(labels: ["Saya pilih ya", "Tidak"]).index(of: "saya pilih ya") == 0)
    #expect(MenuChoice(labels: ["1 orang", "2 orang", "4 orang"]).index(of: "4 orang") == 2)
    #expect(menu.vocabulary.contains("bicara"))
  }

  @Test("a respelled word chooses its label")
  func respelled() {
    #expect(menu.index(of: WrittenMessage("katlog kak", respelled: ["katalog", "kak"])) == 0)
  }
}
