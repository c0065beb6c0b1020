import Dialogue
import Foundation

/// Reads what a service answered.
enum AnswerReader {
  static func report(_ answer: AnswerCollector.Answer, place: String) -> CallReport {
    guard (200..<300).contains(answer.code) else { return .status(answer.code, at: place) }
    guard let text = String(validating: answer.body.readableBytesView, as: UTF8.self) else {
      return .notJSON(at: place, with: answer.code, because: "it is not UTF-8")
    }
    guard !text.isEmpty else { return .notJSON(at: place, with: answer.code, because: "it is empty") }
    // Before decoding: a decoder that recurses must not see a depth bomb.
    guard !NestingDepth.exceeds(Limits.answerDepth, in: text.utf8) else {
      return .notJSON(
        at: place, with: answer.code, because: "it nests deeper than \(Limits.answerDepth) levels")
    }
    let json = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    guard json != nil else {
      return .notJSON(at: place, with: answer.code, because: "it cannot be read as such")
    }
    return .answered(text)
  }
}
