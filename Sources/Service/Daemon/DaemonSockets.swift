import Glibc

/// The sockets a daemon listens on: passed by systemd, or its own.
struct DaemonSockets {
  let callback: ListeningSocket
  let monitor: ListeningSocket?
  let admin: ListeningSocket
  let addresses: Daemon.Addresses
  private let adminFile: SocketFile?

  init(_ configuration: Configuration, variables: [String: String]) throws(DaemonFailure) {
    let passed = try PassedSockets(variables: variables)
    if let given = passed.socket(named: "callback") {
      callback = given
    } else {
      callback = try ListeningSocket(configuration.listen, for: "listen")
    }
    let endpoint = callback.endpoint ?? configuration.listen
    // A socket of systemd may listen elsewhere than the configuration says.
    if configuration.callback.isOpen, !endpoint.isLoopback {
      throw DaemonFailure(
        .configuration,
        "Anybody who reaches \(endpoint) could speak as the provider: set `bearer`, `allow` or a secret in `path` "
          + "under `callback`.")
    }
    if let own = configuration.monitor {
      if let given = passed.socket(named: "monitor") {
        monitor = given
      } else {
        monitor = try ListeningSocket(own, for: "monitor")
      }
    } else {
      monitor = nil
    }
    admin = try ListeningSocket(path: configuration.admin, mode: 0o660, for: "admin")
    adminFile = SocketFile(configuration.admin)
    addresses = Daemon.Addresses(
      callback: endpoint, monitor: monitor?.endpoint, admin: configuration.admin)
  }

  /// Takes the admin socket's file away, so that nobody waits for an answer there.
  func remove() { adminFile?.remove() }

  /// For a start that fails after all: nothing serves the sockets.
  func close() {
    remove()
    for socket in [callback, monitor, admin] { socket?.close() }
  }
}
