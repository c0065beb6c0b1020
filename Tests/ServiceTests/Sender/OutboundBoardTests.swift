import Dialogue
import Gateway
import Journal
import StrictYAML
import Testing

@testable import Service

@Suite("the sender's memory")
struct OutboundBoardTests {
  @Test("whatever happens, each message ends, in order, one at a time, within the rates", arguments: 0..<8)
  func property(run: Int) {
    let seed = UInt64.random(in: 0...UInt64.max)
    var world = SendingWorld(seed: seed)
    for _ in 0..<1500 { world.step() }
    world.settle()
    #expect(world.faults == [], "seed \(seed)")
    #expect(world.begun > 50, "seed \(seed)")
    #expect(world.openRows == 0, "seed \(seed)")
    #expect(world.board.contacts.isEmpty, "seed \(seed)")
    #expect(world.board.gates.values.allSatisfy { $0.inFlight == 0 }, "seed \(seed)")
    #expect(world.board.parkedRows == 0, "seed \(seed)")
    #expect(world.board.crowded.isEmpty, "seed \(seed)")
  }

  private func board(loadedAt moment: Moment?) -> OutboundBoard {
    var board = OutboundBoard(settings: SenderSettings(gateway: .unlimited))
    if let moment { board.hasLoaded(now: moment) }
    return board
  }

  @Test("an offered message goes without being read again, once everything before it is known")
  func offered() {
    var known = board(loadedAt: .at(.zero))
    #expect(known.offer([.sample()], now: .at(.seconds(11))).isEmpty)
    #expect(known.grants(now: .at(.seconds(11))).sends.map(\.row.id) == [1])
    let tooEarly: [(Moment?, Moment)] = [(nil, .at(.seconds(11))), (.at(.zero), .at(.seconds(9)))]
    for (loadedAt, now) in tooEarly {
      var unknown = board(loadedAt: loadedAt)
      #expect(unknown.offer([.sample()], now: now).isEmpty)
      #expect(unknown.grants(now: now).sends.isEmpty)
      #expect(unknown.takeReady(9) == [1])
    }
  }

  @Test("deadlines of what was sent long ago are forgotten, and those that matter are not")
  func deadlines() throws {
    var board = board(loadedAt: .at(.zero))
    let now = Moment.at(.seconds(11))
    _ = board.offer([.sample(1, contact: 1, due: .seconds(60))], now: now)
    for id in 2...5000 {
      _ = board.offer([.sample(Int64(id), contact: Int64(id))], now: now)
      let send = try #require(board.grants(now: now).sends.first)
      _ = board.ended(send, result: .sample(.accepted), jitter: 0, now: now)
      board.recorded([Int64(id)], idle: [Int64(id)])
    }
    #expect(board.contacts.count == 1)
    #expect(board.deadlineCount <= 1025)
    board.passTime(now: .at(.seconds(60)))
    #expect(board.takeReady(9) == [1])
  }

  @Test("a message offered soon after a media message is read, because it may have to wait for news")
  func offeredAfterMedia() throws {
    var board = board(loadedAt: .at(.zero))
    let picture = Content.media(.init(kind: .image, hash: "ab", fileName: "a.jpg"))
    _ = board.offer([.sample(content: picture)], now: .at(.seconds(11)))
    let send = try #require(board.grants(now: .at(.seconds(11))).sends.first)
    _ = board.ended(send, result: .sample(.accepted), jitter: 0, now: .at(.seconds(12)))
    board.recorded([1], idle: [1])
    #expect(board.contacts.isEmpty)
    _ = board.offer([.sample(2)], now: .at(.seconds(13)))
    #expect(board.grants(now: .at(.seconds(13))).sends.isEmpty)
    #expect(board.takeReady(9) == [1])
  }
}
