import Dialogue
import StrictYAML

/// Reads media to customers: the file, its caption and its name.
final class MediaReader {
  /// The media that were proved, by their path.
  private(set) var proved: [String: BotVersion.MediaFile] = [:]
  private let source: any BotSource
  private let texts: TextReader
  private var problems: [String: MediaProblem] = [:]

  init(source: any BotSource, texts: TextReader) {
    self.source = source
    self.texts = texts
  }

  private var certain: Findings { texts.findings.certain }

  /// The message; nil, and diagnostics, if the medium cannot be sent.
  func reply(_ kind: MediaKind, _ fields: Fields) -> Reply? {
    var caption: LocalizedText?
    if let node = fields["caption"] {
      if kind == .audio {
        certain.error(
          ScenarioRule.audioCaption, "WhatsApp shows no caption below audio",
          at: fields.keySpan("caption") ?? node.span, hint: "Say it in a text before or after.")
      } else {
        caption = texts.single(node, "`caption`", limit: TextReader.captionLimit)
      }
    }
    guard let scalar = fields.text(kind.rawValue), let path = constantText(scalar, "a path") else {
      return nil
    }
    let file = prove(path, as: kind, at: scalar)
    guard let name = name(fields, kind, path: path), let file else { return nil }
    return .media(kind: kind, hash: file.hash, fileName: name, caption: caption)
  }

  private func prove(_ path: String, as kind: MediaKind, at scalar: Node.Scalar) -> BotVersion.MediaFile? {
    // The extension belongs to one kind only, so a path is proved for one kind only.
    let key = RelativePath.normal(path) ?? path
    let isOfKind = MediaFormat.extensions(kind).contains(MediaFormat.fileExtension(path))
    if isOfKind, let known = proved[key] { return known }
    do throws(MediaProblem) {
      if let problem = isOfKind ? problems[key] : nil { throw problem }
      let file = try source.media(path, as: kind)
      proved[key] = file
      return file
    } catch {
      if isOfKind { problems[key] = error }
      certain.add(MediaMessage(path: path, kind: kind, problem: error).diagnostic(at: scalar.span))
      return nil
    }
  }

  /// The name the customer sees, with an extension of the kind; nil if `name` is wrong.
  private func name(_ fields: Fields, _ kind: MediaKind, path: String) -> String? {
    let own = String(path.split(separator: "/").last ?? "")
    guard fields["name"] != nil else { return own }
    guard let scalar = fields.text("name"), let name = constantText(scalar, "a file's name") else {
      return nil
    }
    let trimmed = String(name.trimmingSpaces())
    let isPlain = trimmed.unicodeScalars.allSatisfy {
      $0 != "/" && $0 != "\\" && $0.properties.generalCategory != .control
    }
    guard isPlain, !trimmed.isEmpty, !trimmed.hasPrefix("."), trimmed.utf8.count <= 240 else {
      certain.error(
        ScenarioRule.mediaName, "this is no name for a file", at: scalar.span,
        hint: "Write a name such as `Katalog.pdf`, without slashes.")
      return nil
    }
    let wanted = MediaFormat.fileExtension(own)
    let given = MediaFormat.fileExtension(trimmed)
    if given == wanted || Set([given, wanted]) == ["jpg", "jpeg"] { return trimmed }
    guard MediaFormat.kind(ofExtension: given) == nil else {
      certain.error(
        ScenarioRule.mediaName, "the name ends in `.\(given)`, but the file is a `.\(wanted)`",
        at: scalar.span,
        hint: "End the name in `.\(wanted)`, or leave the ending off.")
      return nil
    }
    return trimmed + "." + wanted
  }

  /// The text with constants from `vars` filled in; nil, and a diagnostic, if it holds anything else.
  private func constantText(_ scalar: Node.Scalar, _ what: String) -> String? {
    guard let template = try? TextTemplate.parse(scalar.text) else {
      certain.error(
        ScenarioRule.mediaPath, "\(what) with braces that cannot be read", at: scalar.span,
        hint: "`{name}` stands for a constant from `vars`.")
      return nil
    }
    let constants = texts.variables.constants
    for name in template.slotNames where constants[name] == nil {
      texts.findings.unless(.key(name)).error(
        ScenarioRule.mediaPath, "\(what) may use constants from `vars` only, and `\(name)` is none",
        at: scalar.span,
        hint: Nearest.to(name, among: constants.keys.sorted()).map { "Did you mean `{\($0)}`?" })
      return nil
    }
    return template.render { constants[$0] }
  }
}
