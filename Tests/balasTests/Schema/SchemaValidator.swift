import Foundation
import ScenarioFile

/// A validator of JSON Schema that others wrote (Debian's python3-jsonschema), with the schema of balas.
struct SchemaValidator {
  enum Reading: String, CaseIterable {
    /// As balas reads YAML: every value is text.
    case strings
    /// As editors read YAML.
    case editor
  }

  struct Failure: Error { var output: String }

  /// What is wrong with each file, by its path; empty where nothing is.
  static func verdicts(_ paths: [String], _ reading: Reading) throws -> [String: String] {
    let folder = try TemporaryFolder()
    try folder.write(BotSchema.text, to: "balas.schema.json")
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("validate.py")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments =
      [script.path, folder.url.appendingPathComponent("balas.schema.json").path, reading.rawValue] + paths
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // Not gone before it is read.
    withExtendedLifetime(folder) {}
    guard process.terminationStatus == 0,
      let verdicts = try JSONSerialization.jsonObject(with: output) as? [String: String]
    else { throw Failure(output: String(decoding: output, as: UTF8.self)) }
    return verdicts
  }
}
