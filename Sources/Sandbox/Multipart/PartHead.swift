/// What a part of a form says of itself.
struct PartHead: Equatable {
  var name: String?
  /// Only the last step of a path; nil for a part that is no file.
  var fileName: String?
  /// As it is written.
  var contentType: String?

  /// - Parameter lines: the header lines of one part.
  init(lines: String) {
    for line in lines.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...]
      switch line[..<colon].lowercased() {
      case "content-disposition":
        let parameters = Self.parameters(value)
        name = parameters["name"]
        fileName = parameters["filename"].map { String($0.split { $0 == "/" || $0 == "\\" }.last ?? "") }
      case "content-type": contentType = String(value).trimmed
      default: break
      }
    }
  }

  /// `; name="value"` and `; name=value`, names in lower case.
  static func parameters(_ header: Substring) -> [String: String] {
    var rest = header.drop { $0 != ";" }
    var found: [String: String] = [:]
    while rest.first == ";" {
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      let name = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest.dropFirst(name.count)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst()
      var value = ""
      if rest.first == "\"" {
        rest = rest.dropFirst()
        while let character = rest.popFirst(), character != "\"" {
          if character == "\\", rest.first == "\"" || rest.first == "\\", let escaped = rest.popFirst() {
            value.append(escaped)
          } else {
            value.append(character)
          }
        }
      } else {
        value = String(rest.prefix { $0 != ";" }).trimmed
      }
      rest = rest.drop { $0 != ";" }
      found[name.lowercased().trimmed] = decoded(value)
    }
    return found
  }

  /// The three characters browsers escape in names (WHATWG HTML, "multipart/form-data").
  private static func decoded(_ value: String) -> String {
    value.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
