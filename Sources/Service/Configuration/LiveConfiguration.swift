import Synchronization

/// The configuration in force; a reload replaces it.
package final class LiveConfiguration: Sendable {
  private let box: Mutex<Configuration>

  package init(_ configuration: Configuration) { box = Mutex(configuration) }

  package var current: Configuration { box.withLock { $0 } }

  package func replace(by configuration: Configuration) { box.withLock { $0 = configuration } }
}
