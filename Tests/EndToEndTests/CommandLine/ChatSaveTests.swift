import Foundation
import Testing

/// A talk through a pipe that becomes a test.
@Suite struct ChatSaveTests {
  @Test("what /save writes is a test that passes")
  func save() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "balas-\(UUID().uuidString)").path
    try FileManager.default.copyItem(
      atPath: Repository.path("Tests/EndToEndTests/Goldens/test-fails/bot"), toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.removeItem(atPath: folder + "/bot.test.yaml")
    let talk = """
      hallo
      /back
      pesan
      x
      Budi
      /answer {id: INV-7}
      harga
      pesan
      /time +11m
      /save an order, then another
      /quit

      """
    let chat = try Command.run(Repository.program, ["chat", folder], input: talk)
    #expect(chat.status == 0)
    #expect(chat.output.contains("bot:  Terima kasih Budi, pesanan INV-7 kami catat."))
    #expect(chat.output.contains("saved in \(folder)/bot.test.yaml:2"))
    let test = try Command.run(Repository.program, ["test", folder])
    #expect(test.output == "\(folder): 1 test passed\n")
    #expect(test.status == 0)
  }
}
