import Foundation
import HTTPTypes
import Hummingbird

/// What was exchanged, for tests and for the traffic page.
struct TrafficRoutes {
  let switchboard: Switchboard

  func add(to router: Router<some RequestContext>) {
    router.get("sandbox/traffic/events") { request, _ in
      await TrafficEvents(switchboard: switchboard).response(to: request)
    }
    for (path, kind) in [("sandbox/traffic", nil), ("sandbox/requests", TrafficEntry.Kind.request)] {
      router.get(RouterPath(path)) { request, _ in
        var filter: TrafficFilter
        do throws(FilterMistake) {
          filter = try Self.filter(request.uri.queryParameters)
        } catch {
          return PageJSON.refusal(error.sentence)
        }
        if let kind { filter.kind = kind }
        return PageJSON.response(await switchboard.exchanges(filter))
      }
      router.delete(RouterPath(path)) { _, _ in
        await switchboard.forgetExchanges()
        return Response(status: .noContent)
      }
      router.get(RouterPath("\(path)/:id")) { _, context in
        let text = context.parameters.get("id") ?? ""
        guard let id = Int(text), let entry = await switchboard.exchange(id) else {
          return PageJSON.response(
            ["error": "Exchange \(text.prefix(40)) is not known, or forgotten by now."], status: .notFound)
        }
        return PageJSON.response(entry)
      }
    }
  }

  struct FilterMistake: Error { var sentence: String }

  static func filter(_ query: Parameters) throws(FilterMistake) -> TrafficFilter {
    var filter = TrafficFilter()
    for (name, value) in query {
      let text = String(value)
      switch name {
      case "since": filter.since = try whole(name, text)
      case "limit": filter.limit = Int(clamping: max(0, try whole(name, text)))
      case "call": filter.call = text
      case "status": filter.status = text
      case "number":
        guard let number = Customer.number(from: text) else {
          throw FilterMistake(
            sentence: "\"\(text.prefix(40))\" is no phone number: write it like 081234567890.")
        }
        filter.number = number
      case "kind":
        guard let kind = TrafficEntry.Kind(rawValue: text) else {
          throw FilterMistake(sentence: "\"kind\" is request or callback; \"\(text.prefix(40))\" is neither.")
        }
        filter.kind = kind
      default:
        throw FilterMistake(
          sentence: "There is no filter \"\(name.prefix(40))\": since, number, call, status, kind, limit.")
      }
    }
    return filter
  }

  private static func whole(_ name: Substring, _ text: String) throws(FilterMistake) -> Int64 {
    guard let value = Int64(text) else {
      let meaning = name == "since" ? "milliseconds since 1970" : "a whole number"
      throw FilterMistake(sentence: "\"\(name)\" is \(meaning); \"\(text.prefix(40))\" is none.")
    }
    return value
  }
}
