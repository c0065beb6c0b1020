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
}
