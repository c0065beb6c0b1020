import Dialogue
import StrictYAML

/// Where a customer stands when a message that is explained comes.
struct ExplainedMoment {
  var bot: Bot
  var conversation: Conversation
  var contact = Contact(number: "6281200000000")
  var now: Timestamp

  /// A customer who wrote before and is at no question, while the bot's hours last.
  static func usual(_ bot: Bot, now: Timestamp) -> ExplainedMoment {
    var bot = bot
    bot.options.opening = nil
    let before = now - .seconds(60)
    return ExplainedMoment(
      bot: bot, conversation: Conversation(startedAt: before, lastInboundAt: before), now: now)
  }

  /// Opens the question that `name` names: `order/qty`, or `order` where that asks one alone.
  ///
  /// - Throws: why there is none, as the end of a sentence about it.
  mutating func open(_ name: String) throws(NoSuchQuestion) {
    let place = try Self.question(name, in: bot)
    guard let question = bot.question(at: place) else { return }
    conversation.serial += 1
    conversation.open = OpenQuestion(
      place: place, signature: question.signature, serial: conversation.serial,
      closesAt: now + (question.timeout ?? bot.options.idle))
  }

  /// Sets a variable, `contact.x` with the customer.
  mutating func set(_ name: String, _ value: String) {
    if name == GivenVariable.lang.rawValue {
      contact.vars[name] = value
    } else if name == "contact.name" {
      contact.name = value
    } else if name.hasPrefix("contact.") {
      contact.vars[String(name.dropFirst("contact.".count))] = value
    } else {
      conversation.vars[name] = value
    }
  }

  struct NoSuchQuestion: Error {
    var sentence: String
  }

  private static func question(_ name: String, in bot: Bot) throws(NoSuchQuestion) -> StepPlace {
    let all = bot.questions
    if let place = all.first(where: { $0.description == name }) { return place }
    let slash = name.firstIndex(of: "/")
    let scenario = slash.map { String(name[..<$0]) } ?? name
    let own = all.filter { $0.scenario == scenario }
    func mistake(_ sentence: String) -> NoSuchQuestion { NoSuchQuestion(sentence: sentence) }
    if all.isEmpty { throw mistake("this bot asks nothing") }
    if own.isEmpty {
      let isThere = bot.scenario(named: scenario) != nil
      let asking = Array(Set(all.map(\.scenario))).sorted()
      let advice =
        (isThere ? nil : Nearest.hint(scenario, among: asking)) ?? "These are asked: \(listed(all))."
      throw mistake(
        isThere ? "`\(scenario)` asks nothing. \(advice)" : "there is no scenario `\(scenario)`. \(advice)")
    }
    guard slash != nil else {
      if own.count == 1 { return own[0] }
      throw mistake("`\(scenario)` asks several questions: \(listed(own)). Say which")
    }
    let advice = Nearest.hint(name, among: own.map(\.description)) ?? "It asks \(listed(own))."
    throw mistake("`\(scenario)` has no question `\(name[name.index(after: slash!)...])`. \(advice)")
  }

  private static func listed(_ places: [StepPlace]) -> String {
    let shown = places.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    return shown + (places.count > 12 ? " and \(places.count - 12) more" : "")
  }
}
