/// A business number at the provider: one client and one of its projects.
///
/// Both parts are opaque text, compared and sent exactly as configured.
package struct Channel: Sendable, Hashable, Codable {
  package var clientID: String
  package var projectID: String

  package init(clientID: String, projectID: String) {
    self.clientID = clientID
    self.projectID = projectID
  }

  /// `client/project`, the form the journal and the logs use.
  package var name: String { "\(clientID)/\(projectID)" }

  /// The channel that ``name`` came from; nil if `name` has no slash.
  package init?(name: String) {
    guard let slash = name.lastIndex(of: "/") else { return nil }
    self.init(clientID: String(name[..<slash]), projectID: String(name[name.index(after: slash)...]))
  }
}
