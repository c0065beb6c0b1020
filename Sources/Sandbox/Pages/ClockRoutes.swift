import Foundation
import HTTPTypes
import Hummingbird
import StrictYAML

/// Puts the stand-in's clock forward: tokens expire, sessions end, and SMS that waited go out.
struct ClockRoutes {
  let switchboard: Switchboard

  private struct Step: Decodable { var forward: String }

  /// Tokens and SMS wait for days.
  private static let limit = Duration.seconds(366 * 86_400)

  func add(to router: Router<some RequestContext>) {
    router.get("sandbox/clock") { _, _ in PageJSON.response(["now": switchboard.time.now().wib]) }
    router.post("sandbox/clock") { request, _ in
      let body = try await request.body.collect(upTo: 64 << 10)
      let step = try? JSONDecoder().decode(Step.self, from: Data(body.readableBytesView))
      guard let forward = step.flatMap({ Duration(written: $0.forward) }), forward <= Self.limit else {
        return PageJSON.refusal(
          "Send JSON with a time of at most 366 days: {\"forward\": \"25h\"}, {\"forward\": \"90m\"}.")
      }
      await switchboard.putForward(by: forward)
      return PageJSON.response(["now": switchboard.time.now().wib])
    }
  }
}
