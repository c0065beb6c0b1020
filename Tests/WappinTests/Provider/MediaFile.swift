import Foundation

/// A file for the length of a test.
enum MediaFile {
  static func with<Result: Sendable>(
    _ bytes: [UInt8], _ body: @Sendable (String) async throws -> Result
  ) async throws -> Result {
    let path = NSTemporaryDirectory() + "balas-media-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
  }
}
