import Dialogue
import Gateway
import Journal
import StrictYAML
import Testing

@testable import Service

@Suite("a broadcast leaves a quarter of the channel to those who talk to the bot")
struct BroadcastShareTests {
  private func board(rate: Int = 20, concurrency: Int = 8) -> OutboundBoard {
    OutboundBoard(
      settings: SenderSettings(
        gateway: GatewaySettings(
          rate: Rate(count: rate, per: .seconds(1)), contactRate: Rate(count: 1_000_000, per: .seconds(1))),
        concurrency: concurrency))
  }

  /// What may be sent now.
  private func sends(_ board: inout OutboundBoard, at moment: Moment) -> [OutboundBoard.Send] {
    board.passTime(now: moment)
    return board.grants(now: moment).sends
  }

  private func add(_ rows: [OutboxRow], to board: inout OutboundBoard, at moment: Moment) {
    board.wake(rows.map(\.contactID))
    _ = board.consider(board.takeReady(10_000), heads: rows, now: moment)
  }

  private func broadcast(_ count: Int) -> [OutboxRow] {
    (1...count).map { .sample(Int64($0), contact: Int64($0), lane: .broadcast, expires: .seconds(86_400)) }
  }

  @Test("alone it gets three quarters of the rate, and no answer waits behind it")
  func rate() {
    var board = board()
    add(broadcast(2000), to: &board, at: .at(.zero))
    var sent = 0
    var waits: [Int] = []
    var asked: (id: Int64, at: Int)?
    for step in 0..<600 {
      let moment = Moment.at(.milliseconds(50 * step))
      // Somebody asks every second, in whatever moment of it.
      if step % 20 == 7 {
        let id = Int64(10_000 + step)
        asked = (id, step)
        add([.sample(id, contact: id, lane: .reply)], to: &board, at: moment)
      }
      for send in sends(&board, at: moment) {
        if send.row.lane == .broadcast { sent += 1 }
        if let question = asked, send.row.id == question.id {
          waits.append(step - question.at)
          asked = nil
        }
        _ = board.ended(send, result: .sample(.accepted), jitter: 0, now: moment)
        board.recorded([send.row.contactID], idle: [send.row.contactID])
      }
    }
    #expect(waits == Array(repeating: 0, count: 30))
    // 30 s at 15 a second, and the stock at the start.
    #expect((445...455).contains(sent), "\(sent)")
  }

  @Test("where answers need the whole rate, every fourth place is still the broadcast's")
  func both() {
    var board = board()
    let replies: [OutboxRow] = (1...1000).map {
      .sample(Int64(5000 + $0), contact: Int64(5000 + $0), lane: .reply)
    }
    add(broadcast(1000) + replies, to: &board, at: .at(.zero))
    var lanes: [Lane: Int] = [:]
    for step in 0..<400 {
      let moment = Moment.at(.milliseconds(50 * step))
      for send in sends(&board, at: moment) {
        lanes[send.row.lane, default: 0] += 1
        _ = board.ended(send, result: .sample(.accepted), jitter: 0, now: moment)
        board.recorded([send.row.contactID], idle: [send.row.contactID])
      }
    }
    #expect((295...310).contains(lanes[.reply] ?? 0), "\(lanes)")
    #expect((95...105).contains(lanes[.broadcast] ?? 0), "\(lanes)")
  }

  @Test("of the sends at once it gets three quarters")
  func concurrency() {
    var board = board(rate: 1_000_000)
    add(broadcast(100), to: &board, at: .at(.zero))
    #expect(sends(&board, at: .at(.zero)).count == 6)
    add(
      [.sample(500, contact: 500), .sample(501, contact: 501), .sample(502, contact: 502)], to: &board,
      at: .at(.zero))
    #expect(sends(&board, at: .at(.zero)).map(\.row.id) == [500, 501])
  }

  @Test("who waits for a broadcast's turn and is answered meanwhile gets the answer first")
  func answeredMeanwhile() {
    var board = board(rate: 1_000_000, concurrency: 4)
    add(broadcast(10), to: &board, at: .at(.zero))
    #expect(sends(&board, at: .at(.zero)).map(\.row.id) == [1, 2, 3])
    let answer = OutboxRow.sample(77, contact: 9, lane: .reply)
    add([answer], to: &board, at: .at(.zero))
    #expect(sends(&board, at: .at(.zero)).map(\.row.id) == [77])
    _ = board.ended(
      .init(row: answer, ticket: .init(isProbe: false)), result: .sample(.accepted), jitter: 0,
      now: .at(.zero))
    board.recorded([9], idle: [])
    // Its broadcast is still to come, behind those that wait already.
    _ = board.consider(
      board.takeReady(9), heads: [.sample(9, contact: 9, lane: .broadcast)], now: .at(.zero))
    #expect(board.contacts[9] != nil)
  }

  @Test("a place that was for an answer is not taken by a broadcast")
  func placeOfAnAnswer() {
    var board = board(rate: 1_000_000, concurrency: 4)
    // A row that is not kept in memory is read again when its turn has come.
    add([.sample(1, contact: 1, lane: .reply)], to: &board, at: .at(.zero))
    board.wake([1])
    let grants = board.grants(now: .at(.zero))
    #expect(grants.reads == [1])
    let considered = board.consider(
      grants.reads, heads: [.sample(2, contact: 1, lane: .broadcast)], now: .at(.zero))
    #expect(considered.sends.isEmpty)
    #expect(sends(&board, at: .at(.zero)).map(\.row.id) == [2])
  }
}
