import Foundation
import Synchronization

/// A file of JSON values, one a line, in the order they were written.
package final class LineFile<Line: Codable & Sendable>: Sendable {
  private struct State {
    var lines: [Line] = []
    var handle: FileHandle?
  }

  private let state: Mutex<State>

  /// - Parameter path: a file to begin anew; nil keeps the lines in memory alone.
  package init(path: String? = nil) throws {
    var handle: FileHandle?
    if let path {
      try Data().write(to: URL(filePath: path))
      handle = try FileHandle(forWritingTo: URL(filePath: path))
    }
    state = Mutex(State(handle: handle))
  }

  package var lines: [Line] { state.withLock { $0.lines } }

  package func append(_ line: Line) throws { try append { _ in line } }

  /// - Parameter line: makes the line from the number of lines before it.
  package func append(_ line: (Int) throws -> Line) throws {
    try state.withLock { state in
      let line = try line(state.lines.count)
      state.lines.append(line)
      try state.handle?.write(contentsOf: JSONEncoder().encode(line) + [UInt8(ascii: "\n")])
    }
  }

  package static func read(_ path: String) throws -> [Line] {
    try Data(contentsOf: URL(filePath: path)).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Line.self, from: $0)
    }
  }
}
