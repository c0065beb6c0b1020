import Foundation
import Ledger
import TestSupport
import Testing

/// How the daemon ends when it is told to.
@Suite struct StopTests {
  @Test("a caller that stalls in the middle of a request holds a stop up for a moment only")
  func stalledCaller() async throws {
    let premises = try Premises()
    try premises.configure(provider: "http://127.0.0.1:1")
    let daemon = try DaemonProcess(premises)
    try await daemon.ready()
    let whole = try premises.callback(message: "stalled", text: "tanya stalled")
    let stalling = try [0, 20, whole.utf8.count - 10].map { length in
      let caller = try Caller(port: premises.ports.callback)
      caller.send(Array(whole.utf8.prefix(length)))
      return caller
    }
    #expect(try await premises.acknowledges(message: "kept"))
    let began = ContinuousClock.now
    daemon.send(SIGTERM)
    #expect(await daemon.end() == 0, "\(premises.logText)")
    #expect(ContinuousClock.now - began < .seconds(8))
    for caller in stalling { #expect(try await caller.end() == "") }
    #expect(try JournalRecord(path: premises.journal).events.map(\.messageID) == ["kept"])
  }
}
