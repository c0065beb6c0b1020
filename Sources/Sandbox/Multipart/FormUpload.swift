import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A file that came with a form.
struct Upload: Sendable, Hashable {
  /// In the media folder.
  var file: String
  /// As its sender calls it.
  var name: String
  /// In bytes, as far as it was kept.
  var size: Int
  var isTooLarge = false
}

/// A form with at most one file, which goes to disk as it arrives.
struct FormUpload: Sendable {
  enum Failure: Error { case notAForm, tooManyFields, fieldTooLong }

  /// WhatsApp takes documents of up to 100 MB.
  static let fileLimit = 100 << 20
  private static let fieldLimit = 64 << 10
  private static let partLimit = 32

  var fields: [String: String] = [:]
  /// The part named `media` that has a file name, which of two with this name is the one that counts.
  var upload: Upload?

  /// Reads a request's body to its end.
  ///
  /// - Throws: ``Failure``, a ``MultipartParser/Failure``, or what the disk says; no file is left then.
  static func read(_ request: Request, into folder: MediaFolder) async throws -> FormUpload {
    guard let boundary = boundary(of: request.headers[.contentType] ?? "") else { throw Failure.notAForm }
    var reader = FormReader(folder: folder, boundary: boundary)
    do {
      for try await buffer in request.body { try reader.read(buffer.readableBytesView) }
      return try reader.finish()
    } catch {
      reader.abandon()
      throw error
    }
  }

  static func boundary(of contentType: String) -> String? {
    guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
    guard let boundary = PartHead.parameters(contentType[...])["boundary"],
      (1...70).contains(boundary.utf8.count)
    else { return nil }
    return boundary
  }

  /// Puts the parts where they belong.
  private struct FormReader {
    let folder: MediaFolder
    var parser: MultipartParser
    var form = FormUpload()
    var parts = 0
    var head: PartHead?
    var field: [UInt8] = []
    var open: (upload: Upload, handle: FileHandle)?

    init(folder: MediaFolder, boundary: String) {
      self.folder = folder
      parser = MultipartParser(boundary: boundary)
    }

    mutating func read(_ bytes: some Sequence<UInt8>) throws {
      for event in try parser.read(bytes) {
        switch event {
        case .part(let head): try begin(head)
        case .bytes(let bytes): try take(bytes)
        case .partEnd: try end()
        case .end: break
        }
      }
    }

    private mutating func begin(_ head: PartHead) throws {
      parts += 1
      guard parts <= FormUpload.partLimit else { throw Failure.tooManyFields }
      self.head = head
      field = []
      guard head.name == "media", let name = head.fileName, !name.isEmpty else { return }
      abandon()
      let (file, handle) = try folder.create(for: name)
      open = (Upload(file: file, name: name, size: 0), handle)
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) throws {
      if let handle = open?.handle {
        let size = (open?.upload.size ?? 0) + bytes.count
        guard size <= FormUpload.fileLimit else {
          open?.upload.isTooLarge = true
          return
        }
        open?.upload.size = size
        try handle.write(contentsOf: bytes)
      } else {
        guard field.count + bytes.count <= FormUpload.fieldLimit else { throw Failure.fieldTooLong }
        field.append(contentsOf: bytes)
      }
    }

    private mutating func end() throws {
      if let (upload, handle) = open {
        try handle.close()
        form.upload = upload
        open = nil
      } else if let name = head?.name, head?.fileName == nil {
        form.fields[name] = String(decoding: field, as: UTF8.self)
      }
    }

    func finish() throws -> FormUpload {
      try parser.finish()
      return form
    }

    /// Forgets the file there is so far.
    mutating func abandon() {
      try? open?.handle.close()
      for upload in [open?.upload, form.upload].compactMap({ $0 }) { folder.remove(upload.file) }
      open = nil
      form.upload = nil
    }
  }
}
