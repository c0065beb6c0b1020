import DequeModule
import Dialogue
import Gateway
import HeapModule
import Journal

/// Who is to be looked at, who waits for what, who is being sent to: the sender's whole memory, and pure.
///
/// All of it can be lost: the rows of the journal say the same.
struct OutboundBoard: Sendable {
  enum Place: Sendable {
    /// In ``ready``.
    case ready
    /// Its row is being read.
    case checking
    /// Waits for its channel, with its row if there was room to keep it.
    indirect case parked(Channel, OutboxRow?, isBroadcast: Bool)
    /// Let through by its channel; its row is being read.
    case granted(Channel, ChannelGate.Ticket)
    /// Until an entry in ``deadlines`` is due.
    case waiting(Channel)
    case sending(Channel, ChannelGate.Ticket)
    /// Its end is being recorded.
    case moving
  }

  struct Contact: Sendable {
    var place: Place
    /// Sends in a row that reached nobody.
    var failures = 0
    /// Changes with each parking and waiting, so that old entries in queues and heap are known.
    var turn: UInt64 = 0
    /// Whether something happened while its row was being read, or its message was under way.
    var hasNews = false
  }

  struct Deadline: Comparable, Sendable {
    var at: Timestamp
    var contact: Int64
    var turn: UInt64

    static func < (left: Self, right: Self) -> Bool { left.at < right.at }
  }

  /// A move that is to be recorded.
  struct Recording: Sendable {
    var move: OutboxMove
    var contact: Int64
  }

  /// A message to be sent now.
  struct Send: Sendable {
    var row: OutboxRow
    var ticket: ChannelGate.Ticket
  }

  var contacts: [Int64: Contact] = [:]
  var gates: [Channel: ChannelGate] = [:]
  var lanes: [Channel: LaneQueues] = [:]
  /// Channels with somebody in a lane.
  var crowded: Set<Channel> = []
  var pace: ContactPace?
  var policy: OutboundPolicy
  private(set) var settings: SenderSettings
  private var ready: Deque<Int64> = []
  private var deadlines = Heap<Deadline>()
  private var gateDeadline: Timestamp?
  private var turns: UInt64 = 0
  var parkedRows = 0
  /// Contacts whose last message was a media message that was accepted lately: until when news of it may matter.
  var mediaUntil: [Int64: Timestamp] = [:]
  private var mediaSweepAt = 1024
  /// From when on ``mediaUntil`` is complete; nil until the journal's waiting contacts are all known here.
  private var knowsAllFrom: Timestamp?

  init(settings: SenderSettings) {
    self.settings = settings
    policy = OutboundPolicy(settings: settings.gateway)
    pace = ContactPace(settings.gateway.contactRate, burst: settings.gateway.contactBurst)
  }

  mutating func use(_ new: SenderSettings, now: Moment) {
    if new.gateway.contactRate != settings.gateway.contactRate
      || new.gateway.contactBurst != settings.gateway.contactBurst
    {
      pace = ContactPace(new.gateway.contactRate, burst: new.gateway.contactBurst)
    }
    settings = new
    policy = OutboundPolicy(settings: new.gateway)
    for channel in gates.keys { gates[channel]?.use(new, now: now.steady) }
    gateDeadline = now.steady
  }

  /// There may be something to send to these contacts, or something to wait for no more.
  mutating func wake(_ woken: some Sequence<Int64>) {
    for contact in woken {
      switch contacts[contact]?.place {
      case nil:
        contacts[contact] = Contact(place: .ready)
        ready.append(contact)
      case .ready: break
      case .checking, .granted, .sending, .moving: contacts[contact]?.hasNews = true
      case .waiting: makeReady(contact)
      // What is new may be an answer, which does not wait for a broadcast's turn.
      case .parked(_, _, isBroadcast: true): makeReady(contact)
      case .parked(let channel, .some, let isBroadcast):
        // It keeps its place in the line; its row is read again when its turn comes.
        contacts[contact]?.place = .parked(channel, nil, isBroadcast: isBroadcast)
        parkedRows -= 1
      case .parked(_, nil, _): break
      }
    }
  }

  /// Everybody with a message that is not at an end is known here now; what is offered from now on is all there is.
  mutating func hasLoaded(now: Moment) { knowsAllFrom = now.steady + SenderLimits.mediaWait }

  /// Takes a new message of the outbox without reading it again, where nothing can be before it.
  ///
  /// - Returns: false if the contact must be woken instead.
  mutating func take(_ row: OutboxRow, now: Moment) -> Bool {
    guard contacts[row.contactID] == nil, let knowsAllFrom, now.steady >= knowsAllFrom,
      mediaUntil[row.contactID].map({ $0 <= now.steady }) ?? true
    else { return false }
    contacts[row.contactID] = Contact(place: .checking)
    return true
  }

  /// Remembers that what comes next for this contact must look for news of a media message.
  mutating func acceptedMedia(_ contact: Int64, now: Moment) {
    mediaUntil[contact] = now.steady + SenderLimits.mediaWait
    guard mediaUntil.count >= mediaSweepAt else { return }
    mediaUntil = mediaUntil.filter { $0.value > now.steady }
    mediaSweepAt = max(1024, mediaUntil.count * 2)
  }

  /// Up to `limit` contacts whose rows are to be read.
  mutating func takeReady(_ limit: Int) -> [Int64] {
    var taken: [Int64] = []
    while taken.count < limit, let contact = ready.popFirst() {
      contacts[contact]?.place = .checking
      contacts[contact]?.hasNews = false
      taken.append(contact)
    }
    return taken
  }

  /// Brings back who has waited long enough.
  mutating func passTime(now: Moment) {
    while let first = deadlines.min, first.at <= now.steady {
      deadlines.removeMin()
      guard contacts[first.contact]?.turn == first.turn else { continue }
      switch contacts[first.contact]?.place {
      case .waiting, .parked: makeReady(first.contact)
      default: break
      }
    }
    if let gateDeadline, gateDeadline <= now.steady { self.gateDeadline = nil }
  }

  /// When ``passTime(now:)`` or ``grants(now:)`` has something to do at the latest, if nothing happens before.
  var nextDeadline: Timestamp? {
    switch (deadlines.min?.at, gateDeadline) {
    case (let first?, let second?): min(first, second)
    case (let first, let second): first ?? second
    }
  }

  /// How many deadlines are remembered, those that matter no more included.
  var deadlineCount: Int { deadlines.count }

  mutating func makeReady(_ contact: Int64) {
    if case .parked(_, .some, _) = contacts[contact]?.place { parkedRows -= 1 }
    turns += 1
    contacts[contact]?.turn = turns
    contacts[contact]?.place = .ready
    ready.append(contact)
  }

  mutating func wait(_ contact: Int64, at place: Place, until: Timestamp) -> UInt64 {
    turns += 1
    contacts[contact]?.turn = turns
    contacts[contact]?.place = place
    deadlines.insert(Deadline(at: until, contact: contact, turn: turns))
    dropOldDeadlines()
    return turns
  }

  /// Most who are parked are sent to long before their deadline, which then only takes room.
  private mutating func dropOldDeadlines() {
    guard deadlines.count > max(1024, 3 * contacts.count) else { return }
    deadlines = Heap(deadlines.unordered.filter { contacts[$0.contact]?.turn == $0.turn })
  }

  mutating func look(at gateOpening: Timestamp) {
    gateDeadline = min(gateDeadline ?? gateOpening, gateOpening)
  }
}
