import Foundation

/// Where a call goes, taken apart once: what was looked at is what is called.
struct CallAddress: Sendable, Hashable {
  enum Scheme: String {
    case http, https

    var usualPort: Int { self == .http ? 80 : 443 }
  }

  var scheme: Scheme
  /// As ``HostName`` writes it.
  var host: String
  var port: Int
  /// Percent-encoded; begins with a slash.
  private var path: String
  /// Percent-encoded.
  private var query: String?

  init(_ url: String) throws(CallRefusal) {
    guard let parts = URLComponents(string: url, encodingInvalidCharacters: false),
      let scheme = parts.scheme.flatMap({ Scheme(rawValue: $0.lowercased()) }),
      let host = parts.host.flatMap({ HostName.canonical($0) }),
      (1...65535).contains(parts.port ?? scheme.usualPort)
    else {
      throw CallRefusal("Its address is not `http://HOST/…` or `https://HOST/…`.")
    }
    self.scheme = scheme
    self.host = host
    port = parts.port ?? scheme.usualPort
    path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    query = parts.percentEncodedQuery
    guard parts.user == nil, parts.password == nil else {
      throw CallRefusal(
        "Its address at \(place) has a user or password: put them into `headers` as a secret.")
    }
    // A value that a customer gave must not lead out of the folder that the author wrote.
    let climbs = path.split(separator: "/").contains { segment in
      [".", ".."].contains(segment.lowercased().replacing("%2e", with: "."))
    }
    guard path.hasPrefix("/"), !climbs else {
      throw CallRefusal("Its address at \(place) has `.` or `..` for a part of its path.")
    }
  }

  /// The host as the log names it, with its port if that is not the usual one.
  var place: String { bracketed + (port == scheme.usualPort ? "" : ":\(port)") }

  var url: String { "\(scheme.rawValue)://\(place)\(path)\(query.map { "?" + $0 } ?? "")" }

  private var bracketed: String { host.contains(":") ? "[\(host)]" : host }
}
