import CSV
import Foundation
import Service

/// Where the results go, one after the other: what is known is there even if the rest never comes.
final class NumberResults {
  private let format: Number.Format
  private let writer: CSVWriter
  private let out: FileHandle
  private var reports: [NumberReport] = []

  /// - Parameter file: nil for standard output.
  /// - Throws: a sentence if the file cannot be written.
  init(format: Number.Format, separator: CSVSeparator, file: String?) throws {
    self.format = format
    writer = CSVWriter(separator: separator)
    if let file {
      guard FileManager.default.createFile(atPath: file, contents: nil),
        let handle = FileHandle(forWritingAtPath: file)
      else {
        throw AdminRefusal(.invalid, "\(file) cannot be written; look at its folder and who may write there.")
      }
      out = handle
    } else {
      out = .standardOutput
    }
    if format == .csv { try write(writer.line(["number", "result", "why"])) }
  }

  func add(_ report: NumberReport) throws {
    switch format {
    case .json: reports.append(report)
    case .csv: try write(writer.line([report.number, report.verdict.rawValue, Self.line(report.why ?? "")]))
    case .text: try write(report.text)
    }
  }

  func end() throws {
    if format == .json { try write(ListFormat.json(reports)) }
  }

  private func write(_ text: String) throws { try out.write(contentsOf: Data(text.utf8)) }

  fileprivate static func line(_ text: String) -> String { LogText.line(text) }
}

extension NumberReport {
  /// The result in one line.
  fileprivate var text: String {
    let word = verdict.rawValue
    guard let why else { return "\(number)  \(word)\n" }
    return "\(number)  \(word)\(String(repeating: " ", count: 7 - word.count))  \(NumberResults.line(why))\n"
  }
}
