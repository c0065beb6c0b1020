import Dialogue
import Gateway
import Logging
import Synchronization

/// The tokens of all clients: stored, renewed early, and asked for by one caller at a time.
final class TokenKeeper: Sendable {
  typealias Outcome = Result<AccessToken, TokenRefusal>

  private struct Client {
    var state = TokenState()
    var isLoaded = false
    var call: Task<Outcome, Never>?
  }

  private let clients = Mutex<[String: Client]>([:])
  private let store: any TokenStore
  private let logger: Logger
  private let now: @Sendable () -> Timestamp
  private let ask: @Sendable (_ clientID: String) async -> TokenAnswer

  init(
    store: any TokenStore, logger: Logger, now: @escaping @Sendable () -> Timestamp,
    ask: @escaping @Sendable (_ clientID: String) async -> TokenAnswer
  ) {
    self.store = store
    self.logger = logger
    self.now = now
    self.ask = ask
  }

  /// The token to send with.
  func current(_ clientID: String) async -> Outcome {
    await load(clientID)
    let now = now()
    let next = clients.withLock { clients -> Next in
      step(clients[clientID, default: Client()].state.need(now: now), clientID, &clients)
    }
    return await follow(next)
  }

  /// The token to send with after a 401 with one of `generation`.
  func renewed(_ clientID: String, after generation: Int) async -> Outcome {
    await load(clientID)
    let now = now()
    let next = clients.withLock { clients -> Next in
      let state = clients[clientID, default: Client()].state
      return step(state.needAfterRefusal(of: generation, now: now), clientID, &clients)
    }
    return await follow(next)
  }

  /// The token of `generation`, given after a 401, got one as well.
  func refusedFresh(_ clientID: String, _ generation: Int) {
    clients.withLock { $0[clientID]?.state.refusedFresh(generation) }
  }

  /// A newer token than the current one, or the current one if the provider was asked a moment ago.
  func newest(_ clientID: String) async -> Outcome {
    await load(clientID)
    let now = now()
    let next = clients.withLock { clients -> Next in
      step(clients[clientID, default: Client()].state.needOfNewer(now: now), clientID, &clients)
    }
    return await follow(next)
  }

  /// The current token and the one before it, as far as they are known.
  func known(_ clientID: String) async -> [String] {
    await load(clientID)
    let token = clients.withLock { $0[clientID]?.state.token }
    return [token?.value, token?.previousValue].compactMap(\.self)
  }

  private enum Next {
    case done(Outcome)
    case wait(Task<Outcome, Never>)
  }

  private func follow(_ next: Next) async -> Outcome {
    switch next {
    case .done(let outcome): outcome
    case .wait(let call): await call.value
    }
  }

  private func step(_ need: TokenState.Need, _ clientID: String, _ clients: inout [String: Client]) -> Next {
    switch need {
    case .none(let token): return .done(.success(token))
    case .refused(let result): return .done(.failure(TokenRefusal(result: result)))
    case .soon(let token):
      _ = call(clientID, &clients)
      return .done(.success(token))
    case .now: return .wait(call(clientID, &clients))
    }
  }

  /// The call under way, or a new one.
  private func call(_ clientID: String, _ clients: inout [String: Client]) -> Task<Outcome, Never> {
    if let call = clients[clientID]?.call { return call }
    // Not a child of the send that happens to be first: the others wait for it as well.
    let call = Task { await self.renew(clientID) }
    clients[clientID]?.call = call
    return call
  }

  private func renew(_ clientID: String) async -> Outcome {
    let answer = await ask(clientID)
    let now = now()
    let (token, old) = clients.withLock { clients in
      let old = clients[clientID]?.state.token
      clients[clientID]?.state.called(answer, now: now)
      return (clients[clientID]?.state.token, old)
    }
    if let token, token != old { await save(token, clientID) }
    clients.withLock { $0[clientID]?.call = nil }
    if case .refused(let result) = answer {
      logger.warning("\(result.reason)", metadata: ["client": "\(clientID)", "code": "\(result.code)"])
      return .failure(TokenRefusal(result: result))
    }
    guard let token else {
      return .failure(
        TokenRefusal(result: SendResult(.config, code: TokenFailure.untold, detail: "There is no token.")))
    }
    logger.info("The access token was renewed.", metadata: ["client": "\(clientID)"])
    return .success(token)
  }

  private func save(_ token: AccessToken, _ clientID: String) async {
    do { try await store.save(token, clientID: clientID) } catch {
      logger.warning(
        "The access token was not stored (\(error)); the next start asks for one again.",
        metadata: ["client": "\(clientID)"])
    }
  }

  private func load(_ clientID: String) async {
    let isLoaded = clients.withLock { $0[clientID]?.isLoaded ?? false }
    guard !isLoaded else { return }
    var stored: AccessToken?
    do { stored = try await store.token(clientID: clientID) } catch {
      logger.warning(
        "The stored access token cannot be read (\(error)); a new one is asked for.",
        metadata: ["client": "\(clientID)"])
    }
    clients.withLock { [stored] clients in
      guard clients[clientID]?.isLoaded != true else { return }
      clients[clientID, default: Client()].isLoaded = true
      if let stored { clients[clientID]?.state = TokenState(stored: stored) }
    }
  }
}

/// Why there is no token, as the end of the send that needed it.
struct TokenRefusal: Error, Sendable {
  var result: SendResult
}
