import Dialogue

extension Reply {
  /// Every text of it with places to fill, in every language.
  var templates: [TextTemplate] {
    switch self {
    case .text(let text): text.all
    case .media(_, _, _, let caption): caption?.all ?? []
    case .template(let template): (template.params + (template.sms?.params ?? [])).flatMap(\.all)
    case .pick(_, let choices): choices.joined().flatMap(\.templates)
    }
  }
}
