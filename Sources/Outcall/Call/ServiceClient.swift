import AsyncHTTPClient
import Dialogue
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Makes the calls of scenarios; holds nothing between two of them.
package struct ServiceClient: Sendable {
  private static let methods: Set = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  private let resolver: HostResolver
  private let limits: CallLimits
  private let userAgent: String

  package init(
    resolver: HostResolver = .system, limits: CallLimits = CallLimits(), userAgent: String = "balas"
  ) {
    self.resolver = resolver
    self.limits = limits
    self.userAgent = userAgent
  }

  /// Makes one call, once.
  ///
  /// - Parameters:
  ///   - key: the `Idempotency-Key`: the same for the same call, however often it is made.
  ///   - hosts: where calls may go.
  ///   - secret: what `{secret.name}` means; nil if there is none.
  /// - Throws: only if the task is cancelled before the call has an end.
  package func call(
    _ request: CallRequest, key: String, hosts: [AllowedHost], secret: (String) -> String?
  ) async throws(CancellationError) -> CallReport {
    let limit = min(.milliseconds(max(0, request.timeout)), limits.longest)
    let deadline = NIODeadline.now() + limit.amount
    do {
      let address = try CallAddress(request.url)
      let host = try CallAllowance.permission(address, hosts)
      let message = try message(request, to: address, key: key, secret)
      do {
        let addresses = try await addresses(of: host, deadline)
        return try await answer(message, address, addresses, limit, deadline)
      } catch let refusal as CallRefusal {
        throw refusal
      } catch let trouble as PinnedExchange.Trouble {
        if let tooLarge = trouble.cause as? AnswerCollector.TooLarge {
          return .tooLarge(at: address.place, with: tooLarge.code, limit: limits.answer)
        }
        if Task.isCancelled { throw CancellationError() }
        return report(trouble, address, limit)
      } catch {
        if Task.isCancelled { throw CancellationError() }
        return report(error, address, limit)
      }
    } catch let refusal as CallRefusal {
      return .refused(refusal)
    } catch {
      throw CancellationError()
    }
  }

  private func report(_ error: any Error, _ address: CallAddress, _ limit: Duration) -> CallReport {
    let trouble = CallTrouble(error)
    return trouble == .timeout
      ? .timeout(at: address.place, after: limit)
      : .unreachable(address.place, because: trouble.reason)
  }

  private func message(
    _ request: CallRequest, to address: CallAddress, key: String, _ secret: (String) -> String?
  ) throws(CallRefusal) -> HTTPClient.Request {
    guard Self.methods.contains(request.method) else {
      throw CallRefusal("Its method is none of \(Self.methods.sorted().joined(separator: ", ")).")
    }
    let headers = try CallHeaders.make(
      request.headers, hasBody: request.body != nil, key: key, userAgent: userAgent, secret: secret)
    let size =
      address.url.utf8.count + (request.body?.utf8.count ?? 0)
      + headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
    guard size <= limits.request else {
      throw CallRefusal("What it sends to \(address.place) is larger than \(limits.request) bytes.")
    }
    do {
      return try HTTPClient.Request(
        url: address.url, method: HTTPMethod(rawValue: request.method), headers: headers,
        body: request.body.map { .string($0) })
    } catch {
      throw CallRefusal("Its address at \(address.place) cannot be called: \(error).")
    }
  }

  /// The addresses to try, every one of them allowed.
  private func addresses(of host: AllowedHost, _ deadline: NIODeadline) async throws -> [IPAddress] {
    let found: [IPAddress]
    if let literal = IPAddress(host.host) {
      found = [literal]
    } else {
      let (resolver, name) = (resolver, host.host)
      found = try await beforeDeadline(deadline) { try await resolver.addresses(name) }
    }
    guard !found.isEmpty else { throw UnknownHost(reason: "no address") }
    // One bad address among good ones is a name that somebody plays with.
    for address in found { try check(address, of: host) }
    return found
  }

  private func check(_ address: IPAddress, of host: AllowedHost) throws(CallRefusal) {
    switch address.reach {
    case .global: return
    case .local where host.isLocal: return
    case .local:
      throw CallRefusal(
        "\(host) has the address \(address), of this machine or a private network: if it is yours, put `\(host)` "
          + "under `call.private` in balas.yaml.")
    case .special:
      throw CallRefusal("\(host) has the address \(address), which belongs to no service.")
    }
  }

  private func answer(
    _ message: HTTPClient.Request, _ address: CallAddress, _ addresses: [IPAddress], _ limit: Duration,
    _ deadline: NIODeadline
  ) async throws -> CallReport {
    let exchange = PinnedExchange(
      request: message, host: address.host, limits: limits, deadline: deadline)
    var rest = addresses.prefix(limits.addresses)
    while let next = rest.popFirst() {
      do {
        let answer = try await exchange.run(at: next)
        return AnswerReader.report(answer, place: address.place)
      } catch {
        let mayTryNext = !error.hasLeft && !rest.isEmpty && !Task.isCancelled && .now() < deadline
        guard mayTryNext else { throw error }
      }
    }
    throw UnknownHost(reason: "no address")
  }
}
