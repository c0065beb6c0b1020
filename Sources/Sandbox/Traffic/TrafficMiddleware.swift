import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Writes down every request that is not the pages' own, whatever becomes of it.
struct TrafficMiddleware: RouterMiddleware {
  let switchboard: Switchboard

  /// Whether a path belongs to the pages and the interface for tests.
  static func isOwn(_ path: String) -> Bool {
    path == "/" || path == "/favicon.ico"
      || ["/phone/", "/sandbox/", "/traffic"].contains { path.hasPrefix($0) }
  }

  func handle(
    _ request: Request, context: SandboxContext,
    next: (Request, SandboxContext) async throws -> Response
  ) async throws -> Response {
    guard !Self.isOwn(request.uri.path) else { return try await next(request, context) }
    let began = ContinuousClock.now
    let at = switchboard.time.now().milliseconds
    let recorded = try await RecordedBody(request)
    let (body, fields) = recorded.soFar
    var entry = TrafficEntry(request, fields: fields, at: at)
    entry.body = body
    entry.id = await switchboard.begin(entry)
    var context = context
    context.exchange = SandboxContext.Exchange(
      id: entry.id,
      occasion: FaultOccasion(
        what: .call(ProviderCall(path: request.uri.path)),
        number: await switchboard.exchange(entry.id)?.number, project: entry.project))
    var request = request
    request.body = recorded.body
    do {
      let response = try await Self.answer { try await next(request, context) }
      let (whole, bytes) = try await response.collected()
      await end(entry.id, recorded, began, bytes.answer(whole), nil)
      return whole
    } catch let cut as ConnectionCut {
      await end(entry.id, recorded, began, cut.sent, cut.ending)
      return await cut.response(on: context.channel)
    }
  }

  /// Refusals are answers.
  private static func answer(_ next: () async throws -> Response) async throws -> Response {
    do {
      return try await next()
    } catch let error as HTTPError {
      return PageJSON.response(["error": error.body ?? error.status.reasonPhrase], status: error.status)
    }
  }

  private func end(
    _ id: Int, _ recorded: RecordedBody, _ began: ContinuousClock.Instant, _ answer: TrafficEntry.Answer?,
    _ ending: String?
  ) async {
    let body = recorded.soFar.body
    let duration = ContinuousClock.now - began
    await switchboard.change(exchange: id) { entry in
      entry.body = body
      entry.answer = answer
      entry.code = answer?.body.status
      entry.ending = ending
      entry.duration = duration / .milliseconds(1)
      if entry.messageID == nil { entry.messageID = answer?.body.messageID }
    }
  }
}

extension TrafficEntry {
  /// A request as it arrives.
  init(_ request: Request, fields: [String: String], at: Int64) {
    var headers = request.headers.map { field in
      let isSecret = field.name == .authorization
      return Header(name: field.name.rawName, value: isSecret ? Self.masked(field.value) : field.value)
    }
    if let host = request.head.authority { headers.insert(Header(name: "Host", value: host), at: 0) }
    self.init(
      id: 0, kind: .request, at: at, method: request.method.rawValue, target: request.head.path ?? "",
      call: ProviderCall(path: request.uri.path)?.rawValue,
      number: (fields["recipient_number"] ?? fields["phone_number"]).flatMap(Customer.number),
      project: fields["project_id"], messageID: fields["message_id"], headers: headers, body: TrafficBody())
  }
}

extension TrafficBody {
  /// The `message_id` in its JSON; nil if there is none.
  var messageID: String? { text.flatMap { LooseFields.read(Array($0.utf8))?["message_id"] } }
}
