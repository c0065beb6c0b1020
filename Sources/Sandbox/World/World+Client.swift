import Outcall

extension World {
  /// Who calls: the "client ID" and "secret key" of the provider's dashboard.
  package struct Client: Sendable, Hashable {
    package var id: String
    package var secret: String
    package var name: String
    /// Where it may call from; empty for anywhere.
    package var allow: [IPNetwork] = []

    package init(id: String = "0009", secret: String = "rahasia", name: String = "balas-demo") {
      self.id = id
      self.secret = secret
      self.name = name
    }

    /// Whether a call may come from `address`; one without an address only if every address may.
    func mayCall(from address: IPAddress?) -> Bool {
      allow.isEmpty || address.map { address in allow.contains { $0.contains(address) } } ?? false
    }

    /// Whether an id written by a caller is this one: the document's samples write one client `9` and `0009`.
    package static func isSame(_ left: String, _ right: String) -> Bool {
      left.drop { $0 == "0" } == right.drop { $0 == "0" } && !left.isEmpty
    }
  }

  /// The client with this id, in either spelling.
  package func client(_ id: String) -> Client? { clients.first { Client.isSame($0.id, id) } }

  /// Gives the first client another id; its projects stay its own.
  package mutating func renameFirstClient(_ id: String) {
    guard let before = clients.first?.id else { return }
    clients[0].id = id
    for index in projects.indices where projects[index].clientID == before { projects[index].clientID = id }
  }
}
