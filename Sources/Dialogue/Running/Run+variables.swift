extension Run {
  /// A text with its places filled, cut to `limit` Unicode scalars.
  ///
  /// What is not set and has no default is left out, and is a problem of the author's.
  mutating func render(_ template: TextTemplate, limit: Int, at position: SourcePosition?) -> String {
    var unset: [String] = []
    var text = template.render(language: language, lookup: value(of:), unset: { unset.append($0) })
    for name in unset {
      problem(
        "{\(name)} is not set here and has no default, so it was left out; write {\(name)|…} to give one",
        at: position)
    }
    if text.unicodeScalars.count > limit {
      text = String(text.unicodeScalars.prefix(limit - 1)) + "…"
      problem("the text came out longer than \(limit) characters and was cut", at: position)
    }
    return text
  }

  /// The value of a variable at this moment; nil if it is not set.
  func value(of name: String) -> String? {
    if let given = GivenVariable(rawValue: name) { return value(of: given) }
    if name.hasPrefix("contact.") { return contactVars[String(name.dropFirst("contact.".count))] }
    if name == "options", let optionLines { return optionLines }
    if let hours = GivenVariable.hours(in: name) { return nextOpening(of: hours) }
    return conversation.vars[name] ?? bot.constants[name]
  }

  /// Keeps a variable; nil unsets it. What is the customer's is kept with the customer.
  mutating func set(_ name: String, _ value: String?) {
    if name == GivenVariable.lang.rawValue {
      if let value, !bot.options.languages.contains(value) {
        return problem("the bot does not speak \"\(value)\", so the customer's language stays", at: nil)
      }
      contactVars["lang"] = value
    } else if name.hasPrefix("contact.") {
      contactVars[String(name.dropFirst("contact.".count))] = value
    } else {
      conversation.vars[name] = value
    }
  }

  private func value(of variable: GivenVariable) -> String? {
    switch variable {
    case .contactNumber: contact.number
    case .contactName: contact.name.flatMap { $0.isEmpty ? nil : $0 }
    case .messageText: spoken
    case .botName: bot.name
    case .lang: language
    case .today: CivilTime(now, in: bot.timezone).date
    case .now: CivilTime(now, in: bot.timezone).time
    case .callStatus: conversation.vars[variable.rawValue]
    }
  }

  private func nextOpening(of name: String) -> String? {
    bot.options.hours[name]?.nextOpening(after: now, in: bot.timezone).map {
      let time = CivilTime($0, in: bot.timezone)
      return "\(time.date) \(time.time)"
    }
  }
}
