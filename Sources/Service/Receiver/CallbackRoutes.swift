import Dialogue

/// Finds the channel a callback speaks of.
package struct CallbackRoutes: Sendable {
  private let byProject: [String: [Channel]]
  private let channels: [Channel]

  package init(_ channels: [Channel]) {
    self.channels = channels
    byProject = Dictionary(grouping: channels, by: \.projectID)
  }

  /// The channel with this project; the client only decides between several, and may be written with or without
  /// leading zeros ("Wappin API v1.7, Callback": `9` and `0009`).
  package func channel(clientID: String?, projectID: String?) -> Channel? {
    let candidates = projectID.map { byProject[$0] ?? [] } ?? channels
    if candidates.count == 1 { return candidates[0] }
    guard let clientID else { return nil }
    let plain = Self.plain(clientID)
    let fitting = candidates.filter { Self.plain($0.clientID) == plain }
    return fitting.first { $0.clientID == clientID } ?? (fitting.count == 1 ? fitting[0] : nil)
  }

  private static func plain(_ id: String) -> Substring { id.drop { $0 == "0" } }
}
