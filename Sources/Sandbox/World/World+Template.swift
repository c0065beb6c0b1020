extension World {
  /// A message template of the dashboard ("Wappin API v1.7, About HSM Message Template"), in one language.
  package struct Template: Sendable, Hashable {
    package enum Header: Sendable, Hashable {
      /// With at most one value, `{{1}}`.
      case text(String)
      case media(MediaKind)
    }

    package enum Button: Sendable, Hashable {
      /// With at most one value, `{{1}}`.
      case url(label: String, url: String)
      case reply(label: String)
    }

    package var name: String
    /// With the values as `{{1}}`, `{{2}}` and so on.
    package var text: String
    /// Nil for one that is taken whatever language is asked for.
    package var language: String?
    package var header: Header?
    package var buttons: [Button]
    package var isActive: Bool
    /// The ids of the projects it belongs to; empty for all.
    package var projects: Set<String>

    package init(
      name: String, text: String, language: String? = nil, header: Header? = nil, buttons: [Button] = [],
      isActive: Bool = true, projects: Set<String> = []
    ) {
      self.name = name
      self.text = text
      self.language = language
      self.header = header
      self.buttons = buttons
      self.isActive = isActive
      self.projects = projects
    }

    /// The templates every UAT project has ("Wappin API v1.7, API Send Notification (UAT)"); their texts are ours.
    package static let uat = [
      Template(name: "templ_uat_2", text: "Halo {{1}}, ini pesan percobaan pada {{2}}."),
      Template(name: "templ_uat_3", text: "Halo {{1}}, pesanan {{2}} sedang dikirim dan tiba pada {{3}}."),
    ]
  }

  /// The active template a project may send; nil if there is none.
  ///
  /// - Parameter language: nil for the first there is.
  func template(_ name: String, language: String?, for project: Project) -> Template? {
    let isUAT = project.environment == .uat
    guard !isUAT || Template.uat.contains(where: { $0.name == name }) else { return nil }
    let own = templates.filter {
      $0.name == name && ($0.projects.isEmpty || $0.projects.contains(project.id))
    }
    let known = own.isEmpty && isUAT ? Template.uat.filter { $0.name == name } : own
    return known.first {
      $0.isActive && (language == nil || $0.language == nil || $0.language == language)
    }
  }
}
