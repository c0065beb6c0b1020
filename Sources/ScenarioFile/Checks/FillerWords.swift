/// Words that people add to any message, so that a keyword of nothing else would fit nearly all of them.
enum FillerWords {
  static let all: Set = [
    "kak", "kakak", "bu", "ibu", "pak", "bapak", "mas", "mbak", "mba", "min", "ya", "yah", "dong", "aja",
    "saja", "deh", "sih", "nih", "kok", "lah", "please", "pls", "dan", "atau", "yang", "yg", "di", "ke",
    "dari", "untuk", "dengan", "ini", "itu", "the", "and", "of",
  ]
}
