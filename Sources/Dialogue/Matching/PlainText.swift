import Foundation

/// Writes text plainly, so that what an author typed and what a customer typed can be compared word by word.
///
/// NFKC, case and accents are taken off, keycap emoji become digits, other emoji and zero-width characters go,
/// punctuation separates words, and an apostrophe inside a word vanishes (`Jum'at` is `jumat`).
/// Scripts other than Latin, Greek and Cyrillic keep their vowel signs.
package enum PlainText {
  /// The words of `text`, written plainly; empty for a text of punctuation and emoji alone.
  package static func words(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 < 0x80 }) { return asciiWords(bytes) }
      return unicodeWords(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The words of each piece, none of which has a line break in it.
  ///
  /// This is many times faster than one piece after the other, where they have characters beyond ASCII.
  static func words(ofEach pieces: [Substring]) -> [[String]] {
    if pieces.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) { return pieces.map { words(String($0)) } }
    return unicodeLines(pieces.joined(separator: "\n"))
  }

  private static func asciiWords(_ bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var index = 0
    let end = bytes.count
    while index < end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        word.append(byte)
      case 0x41...0x5A:
        word.append(byte | 0x20)
      case 0x27 where !word.isEmpty && index < end && isASCIIWordByte(bytes[index]):
        continue
      default:
        if !word.isEmpty {
          words.append(String(decoding: word, as: UTF8.self))
          word.removeAll(keepingCapacity: true)
        }
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func isASCIIWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
