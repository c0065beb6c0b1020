/// Runs one event through a bot.
///
/// Pure: the same arguments give the same turn. It does not throw, wait, read a clock, roll dice or touch a file.
package func advance(
  _ conversation: Conversation, contact: Contact, event: Event, bot: Bot, now: Timestamp
) -> Turn {
  var run = Run(conversation, contact: contact, event: event, bot: bot, now: now)
  switch event.kind {
  case .message(let text):
    run.beginMessage()
    if let text { run.answer(text) } else { run.answerMedia() }
  case .undelivered:
    run.winner = .silent("a message that did not arrive is not spoken of")
  case .poisoned:
    run.closeSessionIfOver()
    run.miss()
  }
  return run.turn
}
