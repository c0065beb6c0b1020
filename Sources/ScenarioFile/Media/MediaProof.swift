import Crypto
import Dialogue

/// Proves that the provider will take a file as one kind of media.
struct MediaProof {
  let kind: MediaKind
  let path: String

  /// The file's hash and size.
  func prove(_ file: OpenedFile) throws(MediaProblem) -> BotVersion.MediaFile {
    let fileExtension = MediaFormat.fileExtension(path)
    guard MediaFormat.extensions(kind).contains(fileExtension) else { throw .wrongType }
    guard file.size > 0 else { throw .empty }
    let limit = MediaFormat.limit(kind)
    guard file.size <= limit else { throw .tooBig(bytes: file.size, limit: limit) }
    var hash = SHA256()
    var head: [UInt8] = []
    var size = 0
    do throws(FileProblem) {
      try file.chunks { chunk in
        head.append(contentsOf: chunk.prefix(MediaSignature.length - head.count))
        hash.update(bufferPointer: chunk)
        size += chunk.count
        return size <= limit
      }
    } catch {
      throw .file(error)
    }
    guard size <= limit else { throw .tooBig(bytes: size, limit: limit) }
    guard MediaSignature.fits(fileExtension, head) else {
      throw .wrongContent(looksLike: MediaSignature.name(head))
    }
    return BotVersion.MediaFile(hash: hash.finalize().hex, size: size)
  }
}

extension Digest {
  /// In small hexadecimal digits.
  var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
