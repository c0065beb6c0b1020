import Foundation
import Testing

@Suite("A customer at the phone in the browser", .serialized)
struct PhoneTests {
  /// Runs `body` with a demonstration and a browser that shows its phone, on a thread of its own: it waits for both.
  private func atThePhone(
    width: Int = 1200, height: Int = 800, theme: Browser.Theme = .light,
    _ body: @escaping @Sendable (Browser, DemoProcess) throws -> Void
  ) async throws {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result { try Self.hold(width: width, height: height, theme: theme, body) })
      }
    }
  }

  private static func hold(
    width: Int, height: Int, theme: Browser.Theme, _ body: (Browser, DemoProcess) throws -> Void
  ) throws {
    let demo = try DemoProcess()
    defer { demo.remove() }
    let browser = try Browser()
    defer { browser.close() }
    try browser.open("\(demo.phone)/#/16/6281234567801", width: width, height: height, theme: theme)
    try browser.wait(for: "document.body.dataset.ready === 'true'")
    try body(browser, demo)
  }

  private func write(_ text: String, _ browser: Browser) throws {
    try browser.value("document.getElementById('text').focus()")
    try browser.type(text)
    try browser.press("Enter", code: 13)
  }

  private func lastBubble(_ author: String) -> String {
    "[...document.querySelectorAll('.bubble[data-author=\"\(author)\"]')].at(-1)"
  }

  @Test("a message that is typed is answered, and its ticks change until both sides have read")
  func answered() async throws {
    try await atThePhone { browser, demo in
      try write("Halo kak", browser)
      try browser.wait(for: "\(lastBubble("business"))?.innerText.includes('Selamat datang')")
      try browser.wait(for: "\(lastBubble("customer")).dataset.status === 'read'")
      try browser.wait(for: "\(lastBubble("business")).dataset.status === 'read'")
      #expect(
        try browser.value("\(lastBubble("business")).querySelector('strong').textContent") as? String
          == "Toko Melati")
      let ended = demo.interrupt()
      #expect(ended.status == 0)
      #expect(ended.left.isEmpty)
    }
  }

  @Test("pictures are shown, documents and voice notes offered")
  func media() async throws {
    try await atThePhone { browser, _ in
      try write("foto", browser)
      try browser.wait(for: "\(lastBubble("business"))?.querySelector('img')?.naturalWidth > 0")
      try browser.click(".picture")
      try browser.wait(
        for:
          "document.getElementById('viewer').open && document.getElementById('viewer-picture').naturalWidth > 0"
      )
      try browser.press("Escape", code: 27)
      try browser.wait(for: "!document.getElementById('viewer').open")
      try write("katalog", browser)
      try browser.wait(for: "document.querySelector('a.document')?.download === 'Katalog Melati.pdf'")
      // The text after a document never overtakes it.
      try browser.wait(for: "\(lastBubble("business")).innerText.includes('Ada lagi')")
      let length = try browser.value(
        "fetch(document.querySelector('a.document').href).then(answer => answer.blob()).then(blob => blob.size)"
      )
      #expect(length as? Int == 1457)
      try write("suara", browser)
      try browser.wait(for: "document.querySelector('audio')?.duration > 0")
    }
  }

  @Test("what a customer writes never becomes markup")
  func markup() async throws {
    try await atThePhone { browser, _ in
      let text =
        "<img src=x onerror=\"document.title='broken'\"> *<b>x</b>* <script>document.title='broken'</script>"
      try write(text, browser)
      // The bot's answer holds markup too.
      try browser.wait(for: "\(lastBubble("business"))?.innerText.includes('<b>Coba</b>')")
      let shown =
        try browser.value("\(lastBubble("customer")).querySelector('.bubble-text').textContent") as? String
      #expect(shown == text.replacing("*", with: ""))
      #expect(
        try browser.value("document.querySelectorAll('.log img, .log b, .log script').length") as? Int == 0)
      #expect(try browser.value("document.title") as? String != "broken")
    }
  }

  @Test("a customer's picture and voice note are shown, and answered as media")
  func customerMedia() async throws {
    try await atThePhone { browser, _ in
      try browser.click("#attach")
      try browser.click("[data-attach=\"voice\"]")
      try browser.wait(for: "\(lastBubble("customer"))?.querySelector('audio')?.duration > 1")
      try browser.wait(for: "\(lastBubble("business"))?.innerText.includes('kami terima filenya')")
    }
  }

  @Test("several customers have chats of their own, and unread messages are counted")
  func customers() async throws {
    try await atThePhone(width: 390, height: 800, theme: .dark) { browser, _ in
      try write("halo", browser)
      try browser.wait(for: "\(lastBubble("business"))?.innerText.includes('Selamat datang')")
      try browser.click("#back")
      try browser.wait(for: "document.getElementById('app').dataset.view === 'people'")
      // Somebody else writes from elsewhere, and nobody looks.
      try browser.value(
        "fetch('/sandbox/customers/6281234567802/messages', {method: 'POST', body: '{\"text\": \"halo\"}'}).then(() => 1)"
      )
      let row = "document.querySelector('[data-number=\"6281234567802\"]')"
      try browser.wait(for: "\(row).querySelector('.unread')?.textContent === '1'")
      try browser.click("[data-number=\"6281234567802\"]")
      try browser.wait(for: "\(lastBubble("business"))?.dataset.status === 'read'")
      #expect(try browser.value("document.querySelectorAll('.bubble').length") as? Int == 2)
      try browser.wait(for: "!\(row).querySelector('.unread')")
      let isWide = try browser.value("document.documentElement.scrollWidth > innerWidth") as? Bool
      #expect(isWide == false)
    }
  }

  @Test(
    "a long message widens no window: what stands at its right edge stays in sight",
    arguments: [(320, 560), (390, 700), (1200, 800)])
  func narrow(width: Int, height: Int) async throws {
    try await atThePhone(width: width, height: height) { browser, demo in
      try write("*Tolong* " + String(repeating: "panjang sekali ", count: 20), browser)
      try browser.wait(for: "\(lastBubble("business"))?.dataset.status === 'read'")
      let row = "document.querySelector('[data-number=\"6281234567801\"]')"
      // Somebody with a long name, whom nobody looks at, has unread words.
      let name = #"{"number": "081298765432", "name": "\#(String(repeating: "Kartini ", count: 7))"}"#
      try browser.value(
        "fetch('/sandbox/customers', {method: 'POST', body: JSON.stringify(\(name))}).then(() => 1)")
      try browser.value(
        "fetch('/sandbox/customers/6281298765432/messages', {method: 'POST', body: '{\"text\": \"halo\"}'})"
          + ".then(() => 1)")
      try browser.value("location.hash = '#/'")
      let other = "document.querySelector('[data-number=\"6281298765432\"]')"
      try browser.wait(for: "\(other)?.querySelector('.unread')?.textContent === '1'")
      for thing in [
        "document.getElementById('add-person')", "\(row).querySelector('.person-time')",
        "\(other).querySelector('.unread')", "\(other).querySelector('.person-time')",
      ] {
        let right = try browser.value("\(thing).getBoundingClientRect().right") as? Double
        #expect(right ?? .infinity <= Double(width), "\(thing)")
      }
      let words = try browser.value("\(other).querySelector('.person-last').textContent") as? String
      #expect(words?.hasPrefix("Halo Kak! 👋 Selamat datang di Toko Melati. Ketik foto") == true)
    }
  }

  @Test("a saved file of the bot is in force; one with a mistake is told and changes nothing")
  func reload() async throws {
    try await atThePhone { browser, demo in
      let file = demo.bot.appendingPathComponent("bot.yaml")
      let before = try String(contentsOf: file, encoding: .utf8)
      try (before + "\nsalah: [\n").write(to: file, atomically: true, encoding: .utf8)
      let said = try demo.wait(for: "goes on as it was")
      #expect(said.components(separatedBy: "error[").count == 2, "told once: \(said)")
      try write("halo", browser)
      try browser.wait(for: "\(lastBubble("business"))?.innerText.includes('Selamat datang')")
      try before.replacing("Selamat datang", with: "Jumpa lagi").write(
        to: file, atomically: true, encoding: .utf8)
      try demo.wait(for: "new version answers")
      try write("halo", browser)
      try browser.wait(for: "\(lastBubble("business"))?.innerText.includes('Jumpa lagi')")
    }
  }

  @Test("the phone is drawn at every size and in both themes")
  func pictures() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "balas-pictures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await atThePhone { browser, demo in
      try write("foto", browser)
      try browser.wait(for: "\(lastBubble("business"))?.querySelector('img')?.naturalWidth > 0")
      for (width, height) in [(1200, 800), (390, 800)] {
        for theme in [Browser.Theme.light, .dark] {
          try browser.open(
            "\(demo.phone)/?\(theme)#/16/6281234567801", width: width, height: height, theme: theme)
          try browser.wait(for: "\(lastBubble("business"))?.querySelector('img')?.naturalWidth > 0")
          let file = folder.appendingPathComponent("\(width)-\(theme).png")
          try browser.screenshot(to: file)
          let paper = try browser.value("getComputedStyle(document.body).backgroundColor") as? String
          #expect(paper == (theme == .light ? "rgb(251, 250, 247)" : "rgb(20, 29, 31)"))
          #expect(try Data(contentsOf: file).count > 10_000)
          let box = try browser.value(
            "(() => { const box = document.getElementById('composer').getBoundingClientRect(); return [box.bottom, box.right] })()"
          )
          #expect((box as? [Double]) == [Double(height), Double(width)])
        }
      }
    }
  }
}
