import HTTPTypes
import Hummingbird
import NIOCore
import Outcall

/// The provider's calls over HTTP.
struct ProviderRoutes {
  let switchboard: Switchboard
  /// Where uploads are kept.
  let media: MediaFolder

  /// More than any JSON call needs.
  private static let bodyLimit = 1 << 20

  func add(to router: Router<SandboxContext>) {
    for call in ProviderCall.allCases {
      router.post(RouterPath(call.path)) { request, context in
        await answer(call, request, from: IPAddress(context.channel.remoteAddress))
      }
    }
  }

  private func answer(_ call: ProviderCall, _ request: Request, from address: IPAddress?) async
    -> ProviderReply
  {
    let client: World.Client
    do throws(Refusal) {
      client = try await switchboard.caller(
        call, authorization: request.headers[.authorization], from: address)
    } catch {
      // An unknown caller's body is not looked at.
      return await record(error.reply(), request, [:])
    }
    guard let (body, upload) = await body(of: request, call.body) else {
      return await record(Refusal.noInput.reply(), request, [:])
    }
    let reply: ProviderReply
    do throws(Refusal) {
      reply = try await switchboard.answer(call, body, upload: upload, client: client)
    } catch {
      reply = error.reply()
    }
    // An error of the vendor of SMS leaves the message itself sent.
    if ![.success, .vendorError].contains(reply.code), let upload { media.remove(upload.file) }
    let file = call.body == .form ? ["media": upload?.name ?? ""] : [:]
    return await record(reply, request, body.record.merging(file) { $1 })
  }

  /// What a call says, and its file; nil if it is not what it should be.
  private func body(of request: Request, _ kind: ProviderCall.BodyKind) async -> (CallBody, Upload?)? {
    switch kind {
    case .any:
      do { for try await _ in request.body {} } catch { return nil }
      return (CallBody(fields: [:]), nil)
    case .form:
      guard let form = try? await FormUpload.read(request, into: media) else { return nil }
      return (CallBody(fields: form.fields), form.upload)
    case .json:
      let bytes = try? await request.body.collect(upTo: Self.bodyLimit)
      return bytes.flatMap { CallBody(json: $0.readableBytesView) }.map { ($0, nil) }
    }
  }

  private func record(_ reply: ProviderReply, _ request: Request, _ fields: [String: String]) async
    -> ProviderReply
  {
    await switchboard.record(
      ReceivedCall(
        at: switchboard.time.now().milliseconds, path: request.uri.path, fields: fields,
        status: reply.code.rawValue, message: reply.message, messageID: reply.messageID))
    var reply = reply
    if switchboard.world.httpStatus == .mirrored { reply.httpStatus = reply.code.mirrored }
    return reply
  }
}
