import Outcall

extension Switchboard {
  /// Who calls: for a token by client id and secret key ("Wappin API v1.7, API Get Token"), otherwise by the token.
  func caller(_ call: ProviderCall, authorization: String?, from address: IPAddress?) throws(Refusal)
    -> World.Client
  {
    let client = call == .token ? try owner(ofBasic: authorization) : try owner(ofBearer: authorization)
    guard client.mayCall(from: address) else { throw .addressNotAllowed }
    return client
  }

  private func owner(ofBasic authorization: String?) throws(Refusal) -> World.Client {
    guard let credentials = authorization.flatMap(Authorization.basic) else { throw .authNotRecognized }
    guard let client = world.client(credentials.user), client.secret == credentials.password else {
      throw .invalidCredential
    }
    return client
  }

  private func owner(ofBearer authorization: String?) throws(Refusal) -> World.Client {
    guard let token = authorization.flatMap(Authorization.bearer) else { throw .authNotRecognized }
    let now = time.now()
    guard let client = world.clients.first(where: { tokens.current(of: $0, at: now)?.value == token })
    else { throw .invalidCredential }
    return client
  }

  /// The project a call is about, which must be the caller's.
  func project(of body: CallBody, client: World.Client) throws(Refusal) -> World.Project {
    let clientID = try body.required("client_id")
    let projectID = try body.required("project_id")
    guard World.Client.isSame(clientID, client.id), let project = world.project(projectID),
      project.clientID == client.id
    else { throw .unknownProject }
    return project
  }
}
