import NIOCore

/// Makes of a body that comes by in pieces what is kept of it.
struct BodyRecorder: Sendable {
  /// How much of a text is kept, in bytes.
  static let limit = 16 << 10
  private static let partLimit = 64

  private var size = 0
  private var kept: [UInt8] = []
  /// Nil for what is no form, or a broken one.
  private var parser: MultipartParser?
  private var parts: [TrafficBody.Part] = []
  private var value: [UInt8] = []

  init(contentType: String? = nil) {
    parser = contentType.flatMap(FormUpload.boundary).map(MultipartParser.init)
  }

  mutating func read(_ buffer: ByteBuffer) {
    size += buffer.readableBytes
    if kept.count < Self.limit { kept += buffer.readableBytesView.prefix(Self.limit - kept.count) }
    guard let events = try? parser?.read(buffer.readableBytesView) else {
      parser = nil
      return
    }
    for event in events { take(event) }
  }

  private mutating func take(_ event: MultipartParser.Event) {
    switch event {
    case .part(let head):
      value = []
      guard parts.count < Self.partLimit else { return }
      let fileName = head.fileName
      parts.append(
        TrafficBody.Part(
          name: head.name ?? "", value: fileName == nil ? "" : nil, fileName: fileName,
          type: head.contentType,
          size: 0))
    case .bytes(let bytes):
      guard let last = parts.indices.last else { return }
      parts[last].size += bytes.count
      guard parts[last].fileName == nil, value.count < Self.limit / 4 else { return }
      value += bytes
      parts[last].value = String(decoding: value.prefix(Self.limit / 4), as: UTF8.self)
    case .partEnd, .end: break
    }
  }

  var body: TrafficBody {
    guard parser == nil || parts.isEmpty else { return TrafficBody(size: size, parts: parts) }
    return TrafficBody(
      size: size, text: String(decoding: kept, as: UTF8.self), isCut: size > kept.count)
  }

  /// What a form's or a JSON object's fields say so far.
  var fields: [String: String] {
    guard parser == nil || parts.isEmpty else {
      let fields = parts.compactMap { part in part.value.map { (part.name, $0) } }
      return Dictionary(fields) { $1 }
    }
    return LooseFields.read(kept) ?? [:]
  }
}
