import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The provider's calls over HTTP.
struct ProviderRoutes {
  let switchboard: Switchboard
  /// Where uploads are kept.
  let media: MediaFolder

  /// More than any JSON call needs.
  private static let bodyLimit = 1 << 20

  func add(to router: Router<some RequestContext>) {
    router.post("v1/token/get") { request, _ in
      let reply = await switchboard.getToken(authorization: request.headers[.authorization])
      // Bodies differ from client to client and say nothing.
      for try await _ in request.body {}
      return await record(reply, request, [:])
    }
    router.post("v1/message/do-send") { request, _ in
      await answer(request) { client in
        let body = try? await request.body.collect(upTo: Self.bodyLimit)
        let send = body.flatMap { SendRequest(json: $0.readableBytesView) }
        return (await switchboard.sendText(send, client: client), send?.fields ?? [:])
      }
    }
    router.post("v1/message/do-send-media") { request, _ in
      await answer(request) { client in
        guard let form = try? await FormUpload.read(request, into: media) else {
          return (ProviderReply(.noInput), [:])
        }
        let send = SendRequest(fields: form.fields)
        let reply = await switchboard.sendMedia(send, upload: form.upload, client: client)
        if reply.code != .success, let upload = form.upload { media.remove(upload.file) }
        return (reply, send.fields.merging(["media": form.upload?.name ?? ""]) { $1 })
      }
    }
  }

  /// Answers a call that needs an access token; an unknown caller's body is not looked at.
  private func answer(
    _ request: Request, _ call: (World.Client) async -> (ProviderReply, [String: String])
  ) async -> ProviderReply {
    switch await switchboard.caller(authorization: request.headers[.authorization]) {
    case .refused(let reply): return await record(reply, request, [:])
    case .client(let client):
      let (reply, fields) = await call(client)
      return await record(reply, request, fields)
    }
  }

  private func record(_ reply: ProviderReply, _ request: Request, _ fields: [String: String]) async
    -> ProviderReply
  {
    await switchboard.record(
      ReceivedCall(
        at: switchboard.time.now().milliseconds, path: request.uri.path, fields: fields,
        status: reply.code.rawValue, message: reply.message, messageID: reply.messageID))
    return reply
  }
}
