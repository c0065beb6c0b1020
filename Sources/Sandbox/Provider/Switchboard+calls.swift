import Outcall

extension Switchboard {
  /// "Wappin API v1.7, API Get Token".
  func getToken(authorization: String?, from address: IPAddress?) throws(Refusal) -> ProviderReply {
    guard let credentials = authorization.flatMap(Authorization.basic) else {
      throw .authNotRecognized
    }
    guard let client = world.client(credentials.user), client.secret == credentials.password else {
      throw .invalidCredential
    }
    guard client.mayCall(from: address) else { throw .addressNotAllowed }
    return tokens.issue(to: client, at: time.now())
  }

  /// Who calls, by the access token that every other call carries.
  func caller(authorization: String?, from address: IPAddress?) throws(Refusal) -> World.Client {
    guard let token = authorization.flatMap(Authorization.bearer) else { throw .authNotRecognized }
    let now = time.now()
    guard let client = world.clients.first(where: { tokens.current(of: $0, at: now)?.value == token })
    else { throw .invalidCredential }
    guard client.mayCall(from: address) else { throw .addressNotAllowed }
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
