extension World {
  /// One business number.
  package struct Project: Sendable, Hashable {
    package enum Environment: String, Sendable, Hashable {
      case production = "PRODUCTION"
      /// May not send session messages ("Wappin API v1.7, Send Message (Text) (UAT)"), and has two templates only.
      case uat = "UAT"
    }

    package var id: String
    package var clientID: String
    package var name: String
    package var environment: Environment
    /// The keywords of the provider's own dashboard, which answers them itself, each with its answer.
    package var keywords: [String: String] = [:]
    /// What the provider itself answers if no keyword fits; nil for nothing.
    package var defaultMessage: String?

    package init(
      id: String = "16", clientID: String = "0009", name: String = "Toko Contoh",
      environment: Environment = .production
    ) {
      self.id = id
      self.clientID = clientID
      self.name = name
      self.environment = environment
    }

    /// What the provider itself answers a customer's text; nil for nothing.
    func ownAnswer(to text: String) -> String? {
      let word = Self.keyword(text)
      return keywords.first { Self.keyword($0.key) == word }?.value ?? defaultMessage
    }

    /// Capitals and blanks around a keyword do not count.
    static func keyword(_ text: String) -> String {
      String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")).lowercased()
    }
  }

  package func project(_ id: String) -> Project? { projects.first { $0.id == id } }

  /// Gives the first project another id; its templates stay its own.
  package mutating func renameFirstProject(_ id: String) {
    guard let before = projects.first?.id else { return }
    projects[0].id = id
    for index in templates.indices where templates[index].projects.remove(before) != nil {
      templates[index].projects.insert(id)
    }
  }

  /// The client a project belongs to.
  func client(of project: Project) -> Client? { clients.first { $0.id == project.clientID } }
}
