/// One version of a bot's files, whole: what is stored when it is accepted, and compiled again after a restart.
package struct BotVersion: Sendable, Hashable, Codable {
  /// A media file: its bytes are in the content-addressed store under `hash`.
  package struct MediaFile: Sendable, Hashable, Codable {
    package var hash: String
    package var size: Int

    package init(hash: String, size: Int) {
      self.hash = hash
      self.size = size
    }
  }

  /// The YAML files that were read, by their path relative to the bot's folder.
  package var files: [String: String]
  /// The media the bot sends, by the same kind of path.
  package var media: [String: MediaFile]

  package init(files: [String: String], media: [String: MediaFile]) {
    self.files = files
    self.media = media
  }
}
