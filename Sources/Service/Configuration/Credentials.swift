import Foundation

/// Looks secrets up: where systemd put them, then in the environment.
package struct Credentials: Sendable {
  package enum Lookup: Sendable, Equatable {
    case found(Secret)
    /// One sentence that names both places.
    case missing(String)
  }

  private let variables: [String: String]

  package init(variables: [String: String]) { self.variables = variables }

  /// The secret of this name.
  package func secret(named name: String) -> Lookup {
    let variable = Self.variable(for: name)
    var places: [String] = []
    if let folder = variables["CREDENTIALS_DIRECTORY"] {
      let path = "\(folder)/\(name)"
      if let data = FileManager.default.contents(atPath: path),
        let value = Self.value(String(decoding: data, as: UTF8.self))
      {
        return .found(Secret(value))
      }
      places.append("in \(path)")
    } else {
      places.append(
        "in $CREDENTIALS_DIRECTORY/\(name) (the variable is not set: LoadCredential= in the unit sets it)")
    }
    if let value = variables[variable].flatMap(Self.value) { return .found(Secret(value)) }
    places.append("in the environment as \(variable)")
    return .missing("the credential `\(name)` is neither \(places[0]) nor \(places[1])")
  }

  /// `wappin-0009` as `BALAS_WAPPIN_0009`.
  package static func variable(for name: String) -> String {
    "BALAS_" + name.uppercased().replacing("-", with: "_").replacing(".", with: "_")
  }

  /// Whether `name` can be a file's name and a variable's.
  package static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".")
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
  }

  private static func value(_ text: String) -> String? {
    let trimmed = text.trimmingCharacters(in: .newlines)
    return trimmed.isEmpty ? nil : trimmed
  }
}
