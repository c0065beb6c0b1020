/// What can be said of calls before one is made.
package enum CallAllowance {
  /// Why a call to an address could not be made, in a whole sentence; nil if its host is allowed.
  ///
  /// - Parameter beginning: of the address, scheme and host at least.
  package static func obstacle(to beginning: String, hosts: [AllowedHost]) -> String? {
    do throws(CallRefusal) {
      _ = try permission(CallAddress(beginning), hosts)
      return nil
    } catch {
      return error.sentence
    }
  }

  static func permission(
    _ address: CallAddress, _ hosts: [AllowedHost]
  ) throws(CallRefusal) -> AllowedHost {
    // The one that allows more, if a host is listed twice.
    let fitting = hosts.filter { $0.covers(address) }
    if let host = fitting.first(where: \.isLocal) ?? fitting.first { return host }
    let list = IPAddress(address.host)?.reach == .local ? "call.private" : "call.allow"
    throw CallRefusal(
      "Scenarios may not call \(address.place): if they should, add `\(address.place)` to `\(list)` in balas.yaml."
    )
  }
}
