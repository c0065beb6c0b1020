import Outcall

/// What `balas.yaml` says, checked, with every path absolute and every secret looked up.
package struct Configuration: Sendable, Equatable {
  /// Where callbacks arrive; a socket passed by systemd wins over it.
  package var listen: Endpoint
  package var callback: CallbackRules
  /// The data folder.
  package var data: String
  /// The admin socket's path.
  package var admin: String
  /// `/metrics`, `/healthz`, `/readyz`; nil if nobody monitors.
  package var monitor: Endpoint?
  package var gateway: GatewaySettings
  package var projects: [Project]
  /// Hosts a scenario's `call` may reach.
  package var callHosts: [AllowedHost]
  package var keep: Keep

  package init(
    listen: Endpoint, callback: CallbackRules = CallbackRules(), data: String, admin: String,
    monitor: Endpoint? = nil, gateway: GatewaySettings, projects: [Project],
    callHosts: [AllowedHost] = [], keep: Keep = Keep()
  ) {
    self.listen = listen
    self.callback = callback
    self.data = data
    self.admin = admin
    self.monitor = monitor
    self.gateway = gateway
    self.projects = projects
    self.callHosts = callHosts
    self.keep = keep
  }

  /// How long things are kept.
  package struct Keep: Sendable, Equatable {
    package var messages: Duration = .seconds(90 * 86400)
    package var media: Duration = .seconds(30 * 86400)

    package init() {}
  }
}
