/// A path with wildcards: `*` stands for any part of a name, `**` for any folders.
struct PathPattern: Hashable {
  let segments: [String]

  /// Nil if the path leaves the folder it is relative to.
  init?(_ path: String) {
    guard let segments = RelativePath.segments(path) else { return nil }
    self.segments = segments
  }

  var hasWildcard: Bool { segments.contains { $0.contains("*") } }

  /// Whether a path relative to the same folder fits; a name that begins with a dot fits no wildcard.
  func fits(_ path: String) -> Bool {
    guard let names = RelativePath.segments(path) else { return false }
    var states: Set<Int> = skippingFolders([0])
    for name in names {
      var next: Set<Int> = []
      for state in states where state < segments.count {
        if segments[state] == "**" {
          if !name.hasPrefix(".") { next.insert(state) }
        } else if Self.fits(name, segments[state]) {
          next.insert(state + 1)
        }
      }
      states = skippingFolders(next)
    }
    return states.contains(segments.count)
  }

  /// `**` may stand for no folder at all.
  private func skippingFolders(_ states: Set<Int>) -> Set<Int> {
    var all = states
    for var state in states {
      while state < segments.count, segments[state] == "**" {
        state += 1
        all.insert(state)
      }
    }
    return all
  }

  static func fits(_ name: String, _ segment: String) -> Bool {
    guard segment.contains("*") else { return name == segment }
    guard !name.hasPrefix(".") else { return false }
    let name = Array(name.unicodeScalars)
    let segment = Array(segment.unicodeScalars)
    var (at, of, star, mark) = (0, 0, -1, 0)
    while at < name.count {
      if of < segment.count, segment[of] == "*" {
        (star, mark) = (of, at)
        of += 1
      } else if of < segment.count, segment[of] == name[at] {
        at += 1
        of += 1
      } else if star >= 0 {
        mark += 1
        (at, of) = (mark, star + 1)
      } else {
        return false
      }
    }
    return segment[of...].allSatisfy { $0 == "*" }
  }
}

/// A path with forward slashes, relative to the bot's folder.
enum RelativePath {
  /// Its names, without `.`; nil if it is empty, absolute, holds `..` or a NUL.
  static func segments(_ path: String) -> [String]? {
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), !path.contains("\0") else { return nil }
    let segments = path.split(separator: "/").map(String.init).filter { $0 != "." }
    return segments.isEmpty || segments.contains("..") ? nil : segments
  }

  /// The path in its shortest form; nil as for ``segments(_:)``.
  static func normal(_ path: String) -> String? { segments(path)?.joined(separator: "/") }
}
