import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a phone does: writes, sends files, looks at chats, and hears what happens.
struct PhoneRoutes {
  let switchboard: Switchboard
  let media: MediaFolder

  /// WhatsApp's own limit of a text, in characters.
  private static let textLimit = 4096

  private struct NewCustomer: Decodable {
    var number: String
    var name: String?
  }

  private struct NewMessage: Decodable {
    var text: String
    var project: String?
  }

  private struct Glance: Decodable { var project: String? }

  func add(to router: Router<some RequestContext>) {
    router.get("sandbox/events") { request, _ in
      await PhoneEvents(switchboard: switchboard).response(to: request)
    }
    router.post("sandbox/customers") { request, _ in
      guard let new = try await Self.decode(NewCustomer.self, request),
        let number = Customer.number(from: new.number)
      else {
        return PageJSON.refusal("That is no phone number: write it like 0812 3456 7890 or +62 812 3456 7890.")
      }
      let customer = Customer(number: number, name: String((new.name ?? "").prefix(60)))
      await switchboard.add(customer)
      return PageJSON.response(customer)
    }
    router.post("sandbox/customers/:number/messages") { request, context in
      guard let number = context.parameters.get("number").flatMap(Customer.number) else {
        return PageJSON.refusal("The address names no phone number.")
      }
      guard let new = try await Self.decode(NewMessage.self, request), !new.text.isEmpty else {
        return PageJSON.refusal("Send JSON with a text: {\"text\": \"halo\"}.")
      }
      guard new.text.count <= Self.textLimit else {
        return PageJSON.refusal(
          "A message has at most \(Self.textLimit) characters; this has \(new.text.count).")
      }
      return await write(.text(new.text), from: number, to: new.project)
    }
    router.post("sandbox/customers/:number/media") { request, context in
      guard let number = context.parameters.get("number").flatMap(Customer.number) else {
        return PageJSON.refusal("The address names no phone number.")
      }
      let query = request.uri.queryParameters
      let name = query["name"].map(String.init) ?? "file"
      let stored = try await media.keep(request.body, name: name, limit: FormUpload.fileLimit)
      guard let stored else { return PageJSON.refusal("A file has at most 100 MB.") }
      let caption = query["caption"].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
      return await write(
        .media(stored, caption: caption), from: number, to: query["project"].map(String.init))
    }
    router.post("sandbox/customers/:number/seen") { request, context in
      guard let number = context.parameters.get("number").flatMap(Customer.number) else {
        return PageJSON.refusal("The address names no phone number.")
      }
      let project =
        try await Self.decode(Glance.self, request)?.project ?? switchboard.world.projects.first?.id
      if let project { await switchboard.see(customer: number, project: project) }
      return Response(status: .noContent)
    }
  }

  private func write(_ draft: Switchboard.Draft, from number: String, to project: String?) async -> Response {
    let project = project ?? switchboard.world.projects.first?.id ?? ""
    guard let message = await switchboard.write(draft, from: number, to: project) else {
      return PageJSON.refusal("There is no project \(project).")
    }
    return PageJSON.response(message)
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ request: Request) async throws -> Value?
  {
    let body = try await request.body.collect(upTo: 256 << 10)
    return try? JSONDecoder().decode(type, from: Data(body.readableBytesView))
  }
}
