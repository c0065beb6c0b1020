import ServiceLifecycle

/// Sends nothing.
struct IdleSending: Outgoing, Service {
  func wake(_ contacts: [Int64]) {}
  func run() async throws { try await gracefulShutdown() }
}
