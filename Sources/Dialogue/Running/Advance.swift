/// Runs one event through a bot.
///
/// Pure: the same arguments give the same turn. It does not throw, wait, read a clock, roll dice or touch a file.
/// While a call is under way (``Conversation/call``) nothing but its end and what time brings may be run: messages
/// wait in the inbox until then.
package func advance(
  _ conversation: Conversation, contact: Contact, event: Event, bot: Bot, now: Timestamp
) -> Turn {
  var run = Run(conversation, contact: contact, event: event, bot: bot, now: now)
  switch event.kind {
  case .message(let text): run.hear(text)
  case .timer(let kind): run.timeCame(kind)
  case .callEnded(let serial, let outcome): run.callEnded(serial, outcome)
  case .agent: run.agentWrote()
  case .release: run.release()
  case .pause: run.pause()
  case .undelivered(_, _, let note): run.notDelivered(note)
  case .start(let scenario, let vars): run.start(scenario, vars)
  case .poisoned: run.giveUp()
  }
  return run.turn
}
