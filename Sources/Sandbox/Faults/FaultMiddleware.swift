import Hummingbird
import NIOCore
import ServiceLifecycle

/// Has the faults that are set strike the calls that come in.
struct FaultMiddleware: RouterMiddleware {
  let switchboard: Switchboard

  func handle(
    _ request: Request, context: SandboxContext,
    next: (Request, SandboxContext) async throws -> Response
  ) async throws -> Response {
    guard let exchange = context.exchange else { return try await next(request, context) }
    let strikes = await switchboard.strikes(exchange.occasion, exchange: exchange.id)
    await pause(strikes, .before)
    if let other = try await answer(strikes, .before, context.channel) { return other }
    guard !strikes.isEmpty else { return try await next(request, context) }
    let (response, body) = try await next(request, context).collected()
    await pause(strikes, .after)
    for strike in strikes {
      switch strike.kind {
      case .callbacksFirst: await awaitCallbacks(of: body.answer(response))
      case .truncated: throw ConnectionCut.truncated(response, body)
      default: break
      }
    }
    return try await answer(strikes, .after, context.channel) ?? response
  }

  private func pause(_ strikes: [FaultList.Strike], _ moment: FaultKind.Moment) async {
    for strike in strikes {
      guard case .latency(_, moment) = strike.kind else { continue }
      // A sandbox that is to end answers at once.
      try? await cancelWhenGracefulShutdown { try await switchboard.time.sleep(strike.delay) }
    }
  }

  /// - Returns: what is answered instead of the provider's own answer; nil if nothing is.
  private func answer(
    _ strikes: [FaultList.Strike], _ moment: FaultKind.Moment, _ channel: any Channel
  ) async throws -> Response? {
    for strike in strikes {
      switch strike.kind {
      case .hang(moment):
        await channel.whileOpen()
        throw ConnectionCut.hung
      case .reset(moment): throw ConnectionCut.reset
      case .answer(let answer, moment): return answer.response
      case .rate(_, let answer) where moment == .before: return answer.response
      default: continue
      }
    }
    return nil
  }

  private func awaitCallbacks(of answer: TrafficEntry.Answer) async {
    guard let id = answer.body.messageID else { return }
    let over = await switchboard.callbacksOver(id)
    // Behind a callback that nobody takes they may be long in coming.
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in over.cancelOnGracefulShutdown() {} }
      group.addTask { [switchboard] in
        try? await switchboard.time.sleep(switchboard.world.callback.timeout)
      }
      await group.next()
      group.cancelAll()
    }
  }
}
