import Dialogue

extension Step.Action {
  /// The variables that are set when it is done.
  var sets: Set<String> {
    switch self {
    case .ask(let question):
      var names = Set([question.variable].compactMap(\.self))
      if case .ask(.pattern(let pattern)) = question.kind { names.formUnion(pattern.certainSlots) }
      return names
    case .call(let call): return Set([call.variable].compactMap(\.self))
    case .set(let assignments): return Set(assignments.map(\.variable))
    case .send, .choose, .goto, .visit, .optOut, .end: return []
    }
  }

  /// The texts whose places are filled when it is done.
  var reads: [TextTemplate] {
    switch self {
    case .send(let replies, _): replies.flatMap(\.templates)
    case .ask(let question):
      (question.prompt + question.retry).flatMap(\.templates) + question.options.flatMap(\.label.all)
    case .set(let assignments): assignments.flatMap(\.value.all)
    case .call(let call): [call.url] + (call.body?.texts ?? [])
    case .choose, .goto, .visit, .optOut, .end: []
    }
  }
}

extension JSONTemplate {
  fileprivate var texts: [TextTemplate] {
    switch self {
    case .text(let template): [template]
    case .list(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    }
  }
}
