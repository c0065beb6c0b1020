import Crypto

extension BotVersion {
  /// SHA-256 over the files and the hashes of the media, by path, in hex.
  package var hash: String {
    var hash = SHA256()
    func add(_ text: String) {
      // A length before each part, so that no two versions are the same row of bytes.
      hash.update(data: Array("\(text.utf8.count):".utf8))
      hash.update(data: Array(text.utf8))
    }
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      add("file")
      add(path)
      add(text)
    }
    for (path, file) in media.sorted(by: { $0.key < $1.key }) {
      add("media")
      add(path)
      add(file.hash)
    }
    return hash.finalize().hex
  }
}
