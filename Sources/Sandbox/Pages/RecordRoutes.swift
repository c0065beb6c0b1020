import Foundation
import HTTPTypes
import Hummingbird

/// Everything the sandbox received and sent, for tests and for the curious.
struct RecordRoutes {
  let switchboard: Switchboard

  private struct Target: Decodable {
    var url: String?
    var bearer: String?
  }

  func add(to router: Router<some RequestContext>) {
    router.get("sandbox/messages") { request, _ in
      let query = request.uri.queryParameters
      let customer = query["customer"].flatMap { Customer.number(from: String($0)) }
      let author = query["author"].flatMap { ChatMessage.Author(rawValue: String($0)) }
      let messages = await switchboard.allMessages.filter {
        (customer == nil || $0.customer == customer) && (author == nil || $0.author == author)
      }
      return PageJSON.response(messages)
    }
    router.get("sandbox/calls") { _, _ in PageJSON.response(await switchboard.calls) }
    router.get("sandbox/callbacks") { _, _ in PageJSON.response(await switchboard.callbackAttempts) }
    router.get("sandbox/customers") { _, _ in PageJSON.response(await switchboard.customers) }
    router.post("sandbox/callback") { request, _ in
      let body = try await request.body.collect(upTo: 64 << 10)
      guard let new = try? JSONDecoder().decode(Target.self, from: Data(body.readableBytesView)) else {
        return PageJSON.refusal("Send JSON with the address: {\"url\": \"http://127.0.0.1:8080/callback\"}.")
      }
      await switchboard.callBack(new.url.map { CallbackTarget(url: $0, bearer: new.bearer) })
      return Response(status: .noContent)
    }
    router.post("sandbox/tokens/revoke") { _, _ in
      await switchboard.revokeTokens()
      return Response(status: .noContent)
    }
  }
}
