/// Recognises a file by its first bytes.
enum MediaSignature {
  /// How many bytes are looked at.
  static let length = 1024

  /// Whether the first bytes are those of a file with this extension.
  static func fits(_ fileExtension: String, _ head: some Collection<UInt8>) -> Bool {
    let head = Array(head)
    return switch fileExtension {
    case "pdf": isPDF(head)
    case "doc", "xls", "ppt": isOffice97(head)
    case "docx", "xlsx", "pptx": isZip(head)
    case "jpg", "jpeg": isJPEG(head)
    case "png": isPNG(head)
    case "ogg", "opus": isOgg(head)
    case "m4a": isMPEG4(head)
    case "mp3": hasID3(head) || isMPEGAudio(head)
    case "aac": hasID3(head) || isADTS(head) || head.starts(with: "ADIF".utf8)
    default: false
    }
  }

  /// What the first bytes are, as a person calls it; nil if they are nothing known.
  static func name(_ head: some Collection<UInt8>) -> String? {
    let head = Array(head)
    let kinds: [(String, Bool)] = [
      ("a PDF document", isPDF(head)), ("an older Office document", isOffice97(head)),
      ("an Office document or ZIP archive", isZip(head)), ("a JPEG image", isJPEG(head)),
      ("a PNG image", isPNG(head)), ("Ogg audio", isOgg(head)), ("MPEG-4 audio or video", isMPEG4(head)),
      ("MP3 audio", hasID3(head)), ("AAC audio", isADTS(head)), ("MP3 audio", isMPEGAudio(head)),
      ("a WebP image or WAV audio", head.starts(with: "RIFF".utf8)),
      ("a GIF image", head.starts(with: "GIF8".utf8)),
      ("a web page", head.starts(with: "<".utf8)),
    ]
    return kinds.first { $0.1 }?.0
  }

  // Readers accept a PDF whose header stands anywhere in its first 1024 bytes (ISO 32000-1, annex H).
  private static func isPDF(_ head: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    guard head.count >= mark.count else { return false }
    return (0...(head.count - mark.count)).contains { head[$0..<($0 + mark.count)].elementsEqual(mark) }
  }

  private static func isOffice97(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  private static func isZip(_ head: [UInt8]) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  private static func isJPEG(_ head: [UInt8]) -> Bool { head.starts(with: [0xFF, 0xD8, 0xFF]) }

  private static func isPNG(_ head: [UInt8]) -> Bool {
    head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  }

  private static func isOgg(_ head: [UInt8]) -> Bool { head.starts(with: "OggS".utf8) }

  private static func isMPEG4(_ head: [UInt8]) -> Bool { head.dropFirst(4).starts(with: "ftyp".utf8) }

  private static func hasID3(_ head: [UInt8]) -> Bool { head.starts(with: "ID3".utf8) }

  /// A frame's sync word with a layer (ISO/IEC 11172-3).
  private static func isMPEGAudio(_ head: [UInt8]) -> Bool {
    head.count >= 2 && head[0] == 0xFF && head[1] & 0xE0 == 0xE0 && head[1] & 0x06 != 0
  }

  /// An ADTS frame's sync word, whose layer is 0 (ISO/IEC 13818-7).
  private static func isADTS(_ head: [UInt8]) -> Bool {
    head.count >= 2 && head[0] == 0xFF && head[1] & 0xF6 == 0xF0
  }
}
