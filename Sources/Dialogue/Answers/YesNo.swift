/// Understands yes and no as Indonesians and English speakers type them.
enum YesNo {
  private static let yes: Set<String> = [
    "ya", "yaa", "y", "yo", "yoi", "yap", "yup", "yep", "yes", "yeah", "iya", "iyah", "iyaa", "iye",
    "ok", "oke", "okay", "okey", "okeh", "okd", "sip", "siap", "betul", "btul", "benar", "bener", "bnr",
    "setuju",
    "boleh", "blh", "mau", "sudah", "udah", "sdh", "udh", "tentu", "sure", "correct", "right", "ada", "punya",
    "nggih", "inggih", "enggih", "iyo", "muhun",
  ]
  /// What may follow a yes without changing it.
  private static let afterYes: Set<String> = [
    "saja", "deh", "sekali", "semua", "semuanya", "banget", "bgt", "kok", "lah", "please",
  ]
  private static let no: Set<String> = [
    "tidak", "tdk", "tak", "ndak", "nggak", "enggak", "engga", "ngga", "nggk", "gak", "ga", "gk", "g",
    "kagak",
    "kaga", "ogah", "no", "n", "nope", "not", "jangan", "jgn", "bukan", "belum", "blm", "blum", "belom",
    "salah",
    "mboten", "ora", "henteu",
  ]
  /// What may follow a no without changing it.
  private static let afterNo: Set<String> = [
    "usah", "mau", "jadi", "perlu", "boleh", "setuju", "benar", "bener", "betul", "dulu", "ada", "punya",
    "deh", "sih", "kok",
    "makasih", "terima", "kasih", "thanks", "thank", "you", "yet",
  ]

  /// Whether `text` says yes; nil if it says neither yes nor no.
  static func isYes(_ text: Substring, _ words: ArraySlice<String>) -> Bool? {
    if words.isEmpty { return isYes(signs: text) }
    guard words.count <= 4 else { return nil }
    let words = words.map(Repetition.shortest)
    if yes.contains(words[0]), words.allSatisfy({ yes.contains($0) || afterYes.contains($0) }) { return true }
    if no.contains(words[0]), words.dropFirst().allSatisfy({ no.contains($0) || afterNo.contains($0) }) {
      return false
    }
    return nil
  }

  private static func isYes(signs text: Substring) -> Bool? {
    let scalars = Set(text.unicodeScalars)
    let says = (
      yes: !scalars.isDisjoint(with: ["👍", "👌", "✅", "🆗"]), no: !scalars.isDisjoint(with: ["👎", "❌"])
    )
    return says.yes == says.no ? nil : says.yes
  }
}
