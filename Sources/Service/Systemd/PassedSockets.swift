import Glibc

/// The listening sockets that systemd passed (sd_listen_fds(3)), by their names.
package struct PassedSockets: Sendable {
  package private(set) var sockets: [(name: String, socket: ListeningSocket)] = []

  /// - Parameter variables: the environment; its `LISTEN_` variables speak to this process only if they say so.
  package init(variables: [String: String]) throws(DaemonFailure) {
    guard variables["LISTEN_PID"].flatMap({ pid_t($0) }) == getpid(),
      let count = variables["LISTEN_FDS"].flatMap({ CInt($0) }), (1..<1024).contains(count)
    else { return }
    let names = (variables["LISTEN_FDNAMES"] ?? "").split(separator: ":", omittingEmptySubsequences: false)
    for index in 0..<count {
      let descriptor = 3 + index
      _ = fcntl(descriptor, F_SETFD, fcntl(descriptor, F_GETFD) | FD_CLOEXEC)
      let socket = ListeningSocket(descriptor: descriptor)
      let name = Int(index) < names.count ? String(names[Int(index)]) : ""
      guard socket.isListening else {
        throw DaemonFailure(
          .configuration,
          "systemd passed descriptor \(descriptor), which is no listening socket; use ListenStream= in the unit."
        )
      }
      sockets.append((name, socket))
    }
  }

  /// The socket named `name`; a single socket serves callbacks whatever its name.
  package func socket(named name: String) -> ListeningSocket? {
    if let found = sockets.first(where: { $0.name == name }) { return found.socket }
    return name == "callback" && sockets.count == 1 ? sockets[0].socket : nil
  }
}
