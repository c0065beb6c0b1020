import Foundation

extension Switchboard {
  /// Who calls, or why the call goes no further.
  enum Caller: Sendable {
    case client(World.Client)
    case refused(ProviderReply)
  }

  /// "Wappin API v1.7, API Get Token".
  func getToken(authorization: String?) -> ProviderReply {
    guard let credentials = authorization.flatMap(Authorization.basic) else {
      return ProviderReply(.authNotRecognized)
    }
    guard let client = tokens.client(id: credentials.user, secret: credentials.password) else {
      return ProviderReply(.invalidCredential)
    }
    return tokens.issue(to: client, at: time.now())
  }

  func caller(authorization: String?) -> Caller {
    guard let token = authorization.flatMap(Authorization.bearer) else {
      return .refused(ProviderReply(.authNotRecognized))
    }
    guard let client = tokens.owner(of: token, at: time.now()) else {
      return .refused(ProviderReply(.invalidCredential))
    }
    return .client(client)
  }

  /// "Wappin API v1.7, API Send Message (Text)".
  func sendText(_ request: SendRequest?, client: World.Client) -> ProviderReply {
    guard let request, let text = request["message_content"], let recipient = request["recipient_number"]
    else { return ProviderReply(.noInput) }
    let project: World.Project
    switch self.project(of: request, client: client) {
    case .project(let found): project = found
    case .refused(let reply): return reply
    }
    guard let number = Customer.number(from: recipient), !world.invalidNumbers.contains(number) else {
      return ProviderReply(.contactInvalid)
    }
    let id = accept(text: text, media: nil, from: project, to: number, reachable: true)
    return ProviderReply(.success, messageID: id)
  }

  /// "Wappin API v1.7, API Send Message (Media)": its table has no 601, so a number that is not on WhatsApp is
  /// accepted and the message fails.
  func sendMedia(_ request: SendRequest, upload: Upload?, client: World.Client) -> ProviderReply {
    guard let recipient = request["recipient_number"], let type = request["media_type"], let upload else {
      return ProviderReply(.noInput)
    }
    let project: World.Project
    switch self.project(of: request, client: client) {
    case .project(let found): project = found
    case .refused(let reply): return reply
    }
    guard let kind = MediaKind(rawValue: type), !upload.isTooLarge,
      kind.extensions.contains(StoredMedia.fileExtension(of: upload.name))
    else { return ProviderReply(.mediaFailed) }
    let number = Customer.number(from: recipient)
    let id = accept(
      // Only pictures and documents have captions.
      text: kind == .audio ? nil : request["caption"],
      media: StoredMedia(kind: kind, file: upload.file, name: upload.name, size: upload.size),
      from: project, to: number ?? recipient,
      reachable: number.map { !world.invalidNumbers.contains($0) } ?? false)
    return ProviderReply(.success, messageID: id)
  }

  private enum Found { case project(World.Project), refused(ProviderReply) }

  private func project(of request: SendRequest, client: World.Client) -> Found {
    guard let clientID = request["client_id"], let projectID = request["project_id"] else {
      return .refused(ProviderReply(.noInput))
    }
    guard TokenOffice.isSame(clientID, client.id),
      let project = project(projectID), TokenOffice.isSame(project.clientID, client.id)
    else { return .refused(.unknownProject) }
    guard project.environment == .production else {
      return .refused(ProviderReply(.notProduction, messageID: newMessageID()))
    }
    return .project(project)
  }
}
