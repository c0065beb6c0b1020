import ArgumentParser
import Foundation
import Glibc
import NIOCore
import Service

/// What a verb that goes on running tells the person who started it.
enum Announcement {
  /// Prints at once, whoever reads.
  static func say(_ text: String) {
    FileHandle.standardOutput.write(Data("\(text)\n".utf8))
  }

  static func complain(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
  }

  /// Asks on the line the answer is written on.
  static func ask(_ question: String) { FileHandle.standardError.write(Data(question.utf8)) }

  /// Puts a line in place of the one before, on a terminal.
  static func overwrite(_ line: String) { FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8)) }

  /// Why a port cannot be listened on as a sentence and exit status 69; any other error as it is.
  static func cannotListen(on place: String, _ error: any Error) -> any Error {
    guard let error = error as? IOError else { return error }
    complain(
      error.errnoCode == EADDRINUSE
        ? "balas: \(place) is taken by another program; choose another port."
        : "balas: \(place) cannot be listened on: \(String(cString: strerror(error.errnoCode))).")
    return ExitCode(Exit.unavailable.rawValue)
  }
}
