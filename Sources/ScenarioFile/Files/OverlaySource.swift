import Dialogue

/// A bot's folder with the files of another laid over it.
struct OverlaySource: BotSource {
  let upper: FolderSource
  let lower: FolderSource

  func read(_ path: String) throws(FileProblem) -> [UInt8] {
    do throws(FileProblem) {
      return try upper.read(path)
    } catch .missing {
      return try lower.read(path)
    } catch {
      throw error
    }
  }

  func files(matching pattern: PathPattern) -> [String] {
    Set(upper.files(matching: pattern) + lower.files(matching: pattern)).sorted()
  }

  func media(_ path: String, as kind: MediaKind) throws(MediaProblem) -> BotVersion.MediaFile {
    do throws(MediaProblem) {
      return try upper.media(path, as: kind)
    } catch .file(.missing) {
      return try lower.media(path, as: kind)
    } catch {
      throw error
    }
  }
}
