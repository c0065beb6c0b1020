import Foundation
import HTTPTypes
import Hummingbird

/// Sets, lists and clears faults.
struct FaultRoutes {
  let switchboard: Switchboard

  func add(to router: Router<some RequestContext>) {
    router.get("sandbox/faults") { _, _ in PageJSON.response(await switchboard.allFaults) }
    router.post("sandbox/faults") { request, _ in
      let body = try await request.body.collect(upTo: 64 << 10)
      guard let fields = LooseFields.read(body.readableBytesView) else {
        return PageJSON.refusal("Send a JSON object with a kind: {\"kind\": \"reset\", \"share\": 0.01}.")
      }
      do throws(FaultMistake) {
        return PageJSON.response(try await switchboard.set(Fault(fields: fields)))
      } catch {
        return PageJSON.refusal(error.description)
      }
    }
    router.delete("sandbox/faults") { _, _ in
      await switchboard.clearFaults()
      return Response(status: .noContent)
    }
    router.delete("sandbox/faults/:id") { _, context in
      let text = context.parameters.get("id") ?? ""
      guard let id = Int(text), await switchboard.clearFault(id) else {
        return PageJSON.response(["error": "There is no fault \(text.prefix(40))."], status: .notFound)
      }
      return Response(status: .noContent)
    }
  }
}
