import Foundation
import Testing

@Suite("Templates and SMS in the phone", .serialized)
struct TemplateBubbleTests {
  private static let world = """
    templates:
      - name: pesanan_dikirim
        text: "Halo {{1}}, pesanan *{{2}}* sudah dikirim."
        header: {text: "Pesanan {{1}}"}
        buttons:
          - label: Sudah diterima
          - label: Lacak paket
            url: "https://toko.example/lacak/{{1}}"
    sms_templates:
      - name: sms_pesanan
        template: pesanan_dikirim
        text: "Pesanan {{1}} sudah dikirim. \(String(repeating: "Terima kasih. ", count: 15))"
        rule: both
    """

  private static let call = """
    {"client_id":"0009","project_id":"16","type":"pesanan_dikirim","recipient_number":"6281234567801",
     "params":{"1":"Rina","2":"A-77"},"header":{"param":"A-77"},"button":{"url":"A-77","reply_payload":{"1":"terima"}},
     "channel":"sms","content":"sms_pesanan","params_sms":{"1":"A-77"}}
    """

  @Test("a template has its header and buttons, its SMS stands beside it, and a reply opens the session")
  func template() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
    try Self.world.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let sandbox = try await SandboxProcess("--world", file.path)
    try await SandboxBrowser.open("/#/16/6281234567801", of: sandbox) { page in
      let browser = page.browser
      let state = "document.getElementById('business-state').textContent"
      try browser.wait(for: "\(state) === 'session closed'")
      #expect(try page.call("do-send-hsm", Self.call).contains(#""status":"200""#))
      try browser.wait(for: "document.querySelectorAll('.bubble').length === 2")
      let bubble = "document.querySelector('.bubble[data-template]')"
      let said = try #require(try browser.value("\(bubble).innerText") as? String)
      for words in ["Template · pesanan_dikirim", "Pesanan A-77", "pesanan A-77 sudah", "Lacak paket"] {
        #expect(said.contains(words), "\(said)")
      }
      let sms = try browser.value("document.querySelector('.bubble[data-sms]').innerText") as? String ?? ""
      #expect(sms.hasPrefix("SMS · 2 parts · sms_pesanan"), "\(sms)")
      let advice = "document.getElementById('window')"
      #expect(
        try browser.value("!\(advice).hidden && \(advice).textContent.includes('only templates')") as? Bool
          == true)
      // A button with an address opens nothing: it shows where it leads.
      try browser.click(".bubble-button:nth-of-type(2)")
      try browser.wait(for: "!document.querySelector('.bubble-url').hidden")
      let url = try browser.value("document.querySelector('.bubble-url').textContent") as? String
      #expect(url == "https://toko.example/lacak/A-77")
      try browser.click(".bubble-button:nth-of-type(1)")
      try browser.wait(
        for: "document.querySelector('.bubble[data-author=customer]')?.innerText.startsWith('Sudah diterima')"
      )
      try browser.wait(for: "\(state).startsWith('session open until') && \(advice).hidden")
      try page.curl("/sandbox/clock", "-d", #"{"forward": "25h"}"#)
      try browser.wait(for: "\(state) === 'session closed' && !\(advice).hidden")
    }
  }
}
