import Testing

@testable import Dialogue

@Suite struct RespellerTests {
  private static let words: Set<String> = [
    "halo", "harga", "katalog", "pesanan", "berapa", "buku", "ongkir", "alamat", "maaf", "operator", "cs",
    "selesai",
    "bagaimana", "tidak", "salam", "salah", "rekening", "pembayaran",
  ]
  private let respeller = Respeller(vocabulary: words)

  @Test(
    "a word that is no word of the bot is respelled by the first stage that makes it one",
    arguments: [
      ("haloooo", "halo", .repeatedLetters), ("maaaf", "maaf", .repeatedLetters),
      ("haaallloo", "haaallloo", nil),
      ("brp", "berapa", .chat), ("gmn", "bagaimana", .chat), ("gak", "tidak", .chat),
      ("almt", "alamat", .chat),
      ("harganya", "harga", .ending), ("berapakah", "berapa", .ending), ("katalogmu", "katalog", .ending),
      ("csnya", "csnya", nil), ("halo", "halo", nil), ("bu", "bu", nil), ("hrga", "harga", .chat),
      ("111", "111", nil),
    ] as [(String, String, Respelled.Stage?)])
  func stages(word: String, respelled: String, stage: Respelled.Stage?) {
    #expect(respeller.respelled([word]) == [Respelled(respelled, original: word, by: stage)])
  }

  @Test(
    "typos are mended to the one nearest word",
    arguments: [
      ("hraga", "harga"), ("hargs", "harga"), ("harg", "harga"), ("kataolg", "katalog"),
      ("ktalog", "katalog"),
      ("pembyran", "pembayaran"), ("pmebayarna", "pembayaran"), ("opreatro", "operator"), ("salan", nil),
      ("bku", nil),
      ("jarga", nil), ("halp", nil), ("hrgaa", nil), ("katlgo", nil), ("pmbyran", nil), ("x", nil),
    ] as [(String, String?)])
  func typos(word: String, mended: String?) {
    let words = respeller.respelled([word])
    #expect(respeller.mended(words) == mended.map { [Respelled($0, original: word, by: .typo)] })
  }

  @Test("a word that everybody writes is no slip, whatever it is near")
  func commonWords() {
    let respeller = Respeller(vocabulary: ["antar", "salam", "biaya"])
    for word in ["antara", "salah", "bisa"] { #expect(respeller.mended(respeller.respelled([word])) == nil) }
    #expect(respeller.mended(respeller.respelled(["antarr"]))?.map(\.word) == ["antar"])
    #expect(respeller.respelled(["antara"], with: ["antara"]).map(\.word) == ["antara"])
  }

  @Test("labels and listed words of a question are words of the bot there")
  func question() {
    #expect(respeller.respelled(["merahnya"], with: ["merah"]).map(\.word) == ["merah"])
    #expect(respeller.respelled(["merahnya"]).map(\.word) == ["merahnya"])
    #expect(respeller.mended(respeller.respelled(["mreah"]), with: ["merah"])?.map(\.word) == ["merah"])
    #expect(respeller.mended(respeller.respelled(["harge"]), with: ["hargo"]) == nil)
  }

  @Test("spelling and typos can be switched off")
  func switches() {
    let plain = Respeller(vocabulary: Self.words, chat: false, typos: false)
    #expect(plain.respelled(["brp", "haloooo"]).map(\.word) == ["brp", "haloooo"])
    #expect(plain.mended(plain.respelled(["hraga"])) == nil)
  }

  @Test("a word is never mended twice, and one that was respelled stays")
  func once() {
    let words = respeller.respelled(["brp", "hraga"])
    #expect(respeller.mended(words)?.map(\.word) == ["berapa", "harga"])
    #expect(respeller.mended(respeller.respelled(["brp"])) == nil)
  }

  @Test("the chat dictionary is written plainly, and no word stands for itself")
  func dictionary() {
    #expect(ChatDictionary.words.count > 150)
    for word in ChatDictionary.words {
      let meanings = ChatDictionary.meanings(of: word)
      #expect(!meanings.isEmpty && !meanings.contains(word), "\(word)")
      for written in meanings + [word] { #expect(PlainText.words(written) == [written]) }
    }
  }

  @Test("the index and a slow, obvious search agree on the nearest word", arguments: 0..<40)
  func agreement(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func word(_ random: inout SeededRandom) -> String {
      (0..<Int.random(in: 3...10, using: &random)).map { _ in random.pick(["a", "b", "é", "1"]) }.joined()
    }
    let words = Set((0..<60).map { _ in word(&random) })
    let index = TypoIndex(words)
    for _ in 0..<60 {
      let typed = word(&random)
      guard !words.contains(typed) else { continue }
      var best: [String] = []
      var least = 3
      for candidate in words where candidate.first == typed.first && candidate.allSatisfy(\.isLetter) {
        let limit = candidate.count < 5 ? 0 : candidate.count < 8 ? 1 : 2
        let edits = EditTable.edits(Array(typed), Array(candidate))
        guard edits <= limit, edits <= least else { continue }
        if edits < least { best = [] }
        least = edits
        best.append(candidate)
      }
      let expected = best.count == 1 ? best.first : nil
      #expect(TypoIndex.only(index.nearest(typed)) == expected, "seed \(seed): \(typed)")
    }
  }
}
