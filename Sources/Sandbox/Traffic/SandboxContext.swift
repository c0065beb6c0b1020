import Hummingbird
import NIOCore

/// What a request's handlers know of it.
struct SandboxContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The connection it came by.
  let channel: any Channel
  /// Where it is written down; nil for the pages' own.
  var exchange: Exchange?

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }

  struct Exchange: Sendable {
    var id: Int
    var occasion: FaultOccasion
  }
}
