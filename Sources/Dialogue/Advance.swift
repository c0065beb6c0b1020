/// Runs one event through a bot.
///
/// Pure: the same arguments give the same turn. It does not throw, wait, read a clock, roll dice or touch a file.
package func advance(
  _ conversation: Conversation, contact: Contact, event: Event, bot: Bot, now: Timestamp
) -> Turn {
  Turn(
    conversation: conversation, contactVars: contact.vars, effects: [],
    reason: Reason(winner: .silent("")))
}
