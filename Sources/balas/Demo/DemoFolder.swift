import Foundation

/// The temporary folder a demonstration keeps its data in.
struct DemoFolder {
  let path: String

  /// Makes the folder. The admin socket's path has to be short (unix(7)), so the name is.
  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("balas-demo-\(UUID().uuidString.prefix(8).lowercased())").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  /// The bot of a checkout, if this is one; else a small one, written here.
  func defaultBot() throws -> String {
    let ours = "bots/toko-roti"
    if FileManager.default.fileExists(atPath: "\(ours)/bot.yaml") { return ours }
    let folder = "\(path)/bot"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Self.smallBot.write(toFile: "\(folder)/bot.yaml", atomically: true, encoding: .utf8)
    return folder
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static let smallBot = """
    bot:
      name: Warung Contoh

    scenarios:
      sapa:
        keywords: [halo, hai, selamat pagi]
        reply: |
          Halo Kak! 👋 Ini *Warung Contoh*.
          Ketik _menu_ untuk melihat menu, atau _jam buka_.

      menu:
        keywords: [menu, makanan]
        reply: |
          *Menu hari ini*
          - Nasi goreng 18.000
          - Soto ayam 20.000
          - Es teh 5.000

      jam:
        keywords: [jam buka, buka jam berapa]
        reply: Kami buka setiap hari, 08.00-21.00.

    default:
      reply: Maaf, saya belum mengerti. Coba ketik _menu_ atau _jam buka_.

    """
}
