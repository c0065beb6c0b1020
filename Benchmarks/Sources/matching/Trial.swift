import Dialogue

/// A bot, what its conversation is in the middle of, and what was slow there.
struct Trial {
  var name: String
  var bot: Bot

  struct Time {
    var bot: String
    var place: String
    var message: String
    var milliseconds: Double
  }

  /// How long each message takes a bot's turn, at every question and at none.
  func times(_ messages: [(name: String, text: String)], near limit: Double) -> [Time] {
    let now = Timestamp(milliseconds: 1_770_073_260_000)
    let places = bot.questionPlaces
    return ([nil] + places.map(Optional.some)).flatMap { place in
      messages.map { message in
        var conversation = Conversation(startedAt: now, lastInboundAt: now)
        conversation.open = place.map {
          OpenQuestion(place: $0, signature: "", serial: 1, closesAt: now + .seconds(600))
        }
        let event = Event(.message(text: message.text), id: 1)
        let time = Stopwatch.milliseconds(near: limit) {
          _ = advance(
            conversation, contact: Contact(number: "628123456789"), event: event, bot: bot, now: now)
        }
        return Time(
          bot: name, place: place.map { $0.description } ?? "no question", message: message.name,
          milliseconds: time)
      }
    }
  }
}
