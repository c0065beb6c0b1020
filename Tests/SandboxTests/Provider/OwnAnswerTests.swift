import Sandbox
import Testing

@Suite("The provider's own answers")
struct OwnAnswerTests {
  private var world: World {
    var world = World()
    world.projects[0].keywords = ["Jam Buka": "Kami buka 08.00."]
    world.projects[0].defaultMessage = "Ketik *jam buka*."
    return world
  }

  @Test("a keyword of the dashboard is answered by the provider, and anything else by the default message")
  func answered() async throws {
    let daemon = Daemon()
    try await daemon.whileServing(world: world) { sandbox, guest async throws in
      try await guest.write("  jam   BUKA ")
      try await guest.write("halo")
      // The program is told all the same, and of nothing else.
      #expect(await daemon.next(2).map(\.gist) == ["-   jam   BUKA ", "- halo"])
      let answers = await sandbox.switchboard.allMessages.filter { $0.author == .business }
      #expect(answers.map(\.text) == ["Kami buka 08.00.", "Ketik *jam buka*."])
      #expect(answers.allSatisfy { $0.isAutomatic })
      try await guest.post("/sandbox/customers/6281234567801/seen", "{}")
      try await guest.write("terima kasih")
      #expect(await daemon.next(1).map(\.gist) == ["- terima kasih"])
    }
  }

  @Test("a picture has no keyword, and without a keyword or default message nothing is answered")
  func silent() async throws {
    for world in [world, World()] {
      let sandbox = Sandbox(world: world)
      try await sandbox.whileRunning { address async throws in
        let guest = Guest(address: address)
        try await guest.post("/sandbox/customers/6281234567801/media?name=foto.jpg", "picture")
        if world.projects[0].defaultMessage == nil { try await guest.write("halo") }
        #expect(await sandbox.switchboard.allMessages.allSatisfy { $0.author == .customer })
      }
    }
  }
}
