import Dialogue
import Journal

/// What an operator can ask of a daemon; answered by one that runs, or from its journal while none does.
package protocol Administration: Sendable {
  /// How the daemon, its channels and its queues are.
  func status() async throws -> StatusReport
  /// Reads configuration and bots again; with any mistake, nothing changes.
  func reload() async throws -> ReloadReply
  /// Messages, newest first, `limit` at most.
  func outbox(state: OutboxState?, limit: Int) async throws -> [OutboxItem]
  /// One message; an ``AdminRefusal`` if there is none with this id, as in the two below.
  func outboxItem(_ id: Int64) async throws -> OutboxItem
  /// Sends a message again that is not to be sent by itself any more.
  func retry(_ id: Int64) async throws -> OutboxItem
  /// Gives a message up, so that those behind it go on.
  func drop(_ id: Int64) async throws -> OutboxItem
  /// Copies a file into the media store.
  ///
  /// - Returns: its hash.
  func keepMedia(_ path: String) async throws -> String
  /// Puts a message into the outbox.
  func send(_ order: SendOrder) async throws -> OutboxItem
  /// Conversations, those first whose customers wait longest for a person; `limit` at most.
  func sessions(_ filter: SessionFilter, projectID: String?, limit: Int) async throws -> [SessionItem]
  /// One conversation, with so many entries of what happened last; an ``AdminRefusal`` for a number that is no
  /// customer's, as in the two below.
  func session(_ number: String, projectID: String?, entries: Int) async throws -> SessionDetail
  /// Says something to a customer as a person.
  func say(_ number: String, projectID: String?, _ order: SayOrder) async throws -> SayReply
  /// Gives a conversation to a person, or back to the bot.
  func handOver(_ handover: Handover, _ number: String, projectID: String?) async throws -> HandoverReply
  /// Why a message got its answer.
  ///
  /// - Parameter id: the provider's, `inbox/7`, or one of the outbox.
  func why(_ id: String, projectID: String?) async throws -> WhyReport
  /// What customers wrote since then and the bot did not understand, the most frequent first; `limit` groups at most.
  func unanswered(since: Timestamp, projectID: String?, limit: Int) async throws -> UnansweredReport
  /// What a reload would change, and what it would have changed for messages since then.
  func plan(since: Timestamp, projectID: String?) async throws -> PlanReport
  /// What taking a bot over would change that is not deployed yet, in the same way.
  func plan(since: Timestamp, projectID: String?, of order: PlanOrder) async throws -> PlanReport
  /// What of the bots customers touched since the day of that moment.
  func usage(since: Timestamp, projectID: String?) async throws -> UsageReport
  /// What a broadcast would do; nothing is stored and nothing sent.
  func planBroadcast(_ order: BroadcastOrder) async throws -> BroadcastReport
  /// Stores a broadcast, which then runs by itself.
  func startBroadcast(_ order: BroadcastOrder) async throws -> BroadcastItem
  /// Broadcasts, newest first, `limit` at most.
  func broadcasts(limit: Int) async throws -> [BroadcastItem]
  /// One broadcast; an ``AdminRefusal`` if there is none with this id, as in the two below.
  func broadcast(_ id: Int64) async throws -> BroadcastItem
  func decide(_ verb: BroadcastVerb, broadcast id: Int64) async throws -> BroadcastItem
  /// What became of the rows behind `line`, in the order of the file, `limit` at most.
  func broadcastEnds(_ id: Int64, after line: Int, limit: Int) async throws -> [BroadcastEnd]
  /// Asks the provider what became of a message.
  ///
  /// - Parameter id: the provider's, or one of the outbox.
  func inquire(_ id: String, projectID: String?) async throws -> InquiryReport
  /// Asks the provider whether a number can be reached; what it cannot be asked for is in the report.
  func check(_ number: String, projectID: String?) async throws -> NumberReport
  /// The clients' tokens, without their values.
  func tokens() async throws -> [TokenItem]
  /// Gets a new token for a client at once.
  func renewToken(clientID: String) async throws -> TokenItem
}
