import Foundation
import Testing

@Suite("The traffic in the browser", .serialized)
struct TrafficPageTests {
  private static let rows = "document.querySelectorAll('.row')"

  private func text(_ text: String, to number: String = "6281234567801") -> String {
    #"{"client_id":"0009","project_id":"16","recipient_number":"\#(number)","message_content":"\#(text)"}"#
  }

  @Test("a call appears as it happens, with its headers, bodies and a command that repeats it")
  func detail() async throws {
    let sandbox = try await SandboxProcess()
    try await SandboxBrowser.open("/traffic", of: sandbox) { [self] page in
      let browser = page.browser
      try browser.wait(for: "!document.getElementById('empty').hidden")
      try page.call("do-send", text("it's <b>me</b>"))
      try browser.wait(for: "\(Self.rows).length === 2")
      try browser.click(".row:nth-child(2)")
      try browser.wait(for: "document.querySelector('.detail .body .key')")
      let said = try #require(try browser.value("document.querySelector('.detail').innerText") as? String)
      #expect(said.contains("POST /v1/message/do-send") && said.contains("+62 812-3456-7801"))
      #expect(said.contains(#""message_content": "it's <b>me</b>""#) && said.contains("HTTP 200"))
      #expect(try browser.value("document.querySelectorAll('.detail b').length") as? Int == 0)
      let command =
        try browser.value(
          "import('/traffic/curl.js').then(async (m) => m.curl(await (await fetch('/sandbox/traffic/2')).json(), location.origin))"
        ) as? String ?? ""
      let script = "client_id=0009; token=\(try page.token()); \(command)"
      let again = try Command.run("/bin/bash", ["-c", script])
      #expect(again.output.contains(#""status":"200""#), "\(script) says \(again.output)")
    }
  }

  @Test("a fault is set, seen striking and cleared, and a mistake is told")
  func faults() async throws {
    let sandbox = try await SandboxProcess()
    try await SandboxBrowser.open("/traffic", of: sandbox) { [self] page in
      let browser = page.browser
      func fill(_ name: String, _ value: String) throws {
        try browser.value(
          "(() => { const field = document.querySelector('#fault-form [name=\"\(name)\"]'); "
            + "field.value = '\(value)'; field.dispatchEvent(new Event('change', { bubbles: true })); })()")
      }
      try fill("kind", "code")
      try browser.click("#fault-form button")
      try browser.wait(for: "document.getElementById('fault-error').textContent.includes('needs the code')")
      try fill("code", "700")
      try fill("message", "Error from vendor")
      try fill("times", "2")
      try fill("call", "do-send")
      try browser.click("#fault-form button")
      try browser.wait(for: "document.querySelectorAll('.fault').length === 1")
      #expect(try page.call("do-send", text("hai")).contains("Error from vendor"))
      try browser.wait(for: "document.querySelector('.fault .struck').textContent === '1×'")
      try browser.wait(for: "document.querySelector('.row .chip')?.textContent === 'code'")
      #expect(try browser.value("document.querySelector('.row:last-child').dataset.tone") as? String == "bad")
      try browser.click("[data-clear]")
      try browser.wait(for: "document.querySelectorAll('.fault').length === 0")
      #expect(try page.call("do-send", text("hai")).contains(#""status":"200""#))
    }
  }

  @Test("what comes takes neither the focus nor the place, and ten thousand exchanges are few elements")
  func many() async throws {
    let sandbox = try await SandboxProcess()
    try await SandboxBrowser.open("/traffic", of: sandbox) { page in
      let browser = page.browser
      let many = """
        (async (count) => {
          const one = async () => { while (count-- > 0) await fetch('/v1/token/get', { method: 'POST' }); };
          await Promise.all([one(), one(), one(), one(), one()]);
          return true;
        })
        """
      try browser.value("\(many)(10100)")
      try browser.wait(for: "document.getElementById('count').textContent === '10000 exchanges'", seconds: 60)
      let count = try browser.value("\(Self.rows).length") as? Int ?? .max
      #expect(count > 10 && count < 80)
      // Somebody reads in the middle, and types.
      try browser.value("document.getElementById('rows').scrollTop = 100000")
      try browser.value("document.querySelector('#filters [name=number]').focus()")
      try browser.wait(for: "document.getElementById('jump').hidden === false")
      let reading = "\(Self.rows)[20].dataset.id"
      let place =
        "(() => { const row = [...\(Self.rows)].find((row) => row.getBoundingClientRect().top > 300); "
        + "return `${row.dataset.id} ${Math.round(row.getBoundingClientRect().top)}`; })()"
      try browser.wait(for: "\(reading) > 0")
      let frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))"
      try browser.value(frames)
      let before = try browser.value("[\(place)][0].split(' ')[0]") as? String ?? ""
      try browser.value("\(many)(40)")
      try browser.wait(for: "document.getElementById('jump').textContent === '40 new'")
      try browser.value(frames)
      let row = "document.getElementById('exchange-\(before)').getBoundingClientRect().top"
      let top = try browser.value(row) as? Double ?? 0
      #expect(top > 260 && top < 340, "the row is at \(top)")
      #expect(try browser.value("document.activeElement.name") as? String == "number")
      try browser.click("#jump")
      try browser.wait(for: "[...\(Self.rows)].some((row) => row.dataset.id === '10140')")
    }
  }

  @Test("the list is walked by keys, and left by them")
  func keys() async throws {
    let sandbox = try await SandboxProcess()
    try await SandboxBrowser.open("/traffic", of: sandbox) { page in
      let browser = page.browser
      for path in ["satu", "dua", "tiga"] { try page.curl("/v9/\(path)", "-d", path) }
      try browser.wait(for: "\(Self.rows).length === 3")
      try browser.value("document.getElementById('rows').focus()")
      try browser.press("ArrowUp", code: 38)
      try browser.wait(for: "document.querySelector('.detail .target')?.textContent === 'POST /v9/tiga'")
      try browser.press("ArrowUp", code: 38)
      try browser.wait(for: "document.querySelector('.detail .target')?.textContent === 'POST /v9/dua'")
      #expect(
        try browser.value("document.getElementById('rows').getAttribute('aria-activedescendant')") as? String
          == "exchange-2")
      try browser.press("Escape", code: 27)
      try browser.wait(for: "document.getElementById('detail').hidden")
      #expect(try browser.value("document.activeElement.id") as? String == "rows")
      try browser.press("/", code: 191)
      try browser.wait(for: "document.activeElement.name === 'number'")
    }
  }

  @Test("what is filtered stands in the address, and the phone leads to a customer's own traffic")
  func filter() async throws {
    let sandbox = try await SandboxProcess()
    try await SandboxBrowser.open("/#/16/6281234567802", of: sandbox) { [self] page in
      let browser = page.browser
      try page.call("do-send", text("satu"))
      try page.call("do-send", text("dua", to: "6281234567802"))
      try browser.click("#chat-traffic")
      try browser.wait(for: "document.title === 'Traffic' && \(Self.rows).length === 1")
      #expect(
        try browser.value("document.querySelector('.who').textContent") as? String == "+62 812-3456-7802")
      try browser.value("document.querySelector('#filters [name=number]').value = '0812-3456-7801'")
      try browser.value(
        "document.getElementById('filters').dispatchEvent(new Event('input', { bubbles: true }))")
      try browser.wait(for: "document.querySelector('.who').textContent === '+62 812-3456-7801'")
      #expect((try browser.value("location.hash") as? String)?.contains("number=0812-3456-7801") == true)
      try browser.click(".row")
      try browser.wait(for: "document.querySelector('.facts a')?.hash === '#/16/6281234567801'")
      try browser.click(".facts a")
      try browser.wait(for: "document.getElementById('business-name').textContent === 'Toko Contoh'")
    }
  }

  @Test("nothing that comes in becomes markup")
  func markup() async throws {
    let sandbox = try await SandboxProcess()
    try await SandboxBrowser.open("/traffic", of: sandbox) { page in
      let browser = page.browser
      let evil = "<img src=x onerror=document.title='broken'>"
      try page.curl(
        "/v9/%3Cimg%20src=x%20onerror=document.title='broken'%3E", "-H", "X-Evil: \(evil)", "-d",
        #"{"status":"\#(evil)","recipient_number":"\#(evil)","project_id":"\#(evil)","\#(evil)":1}"#)
      try page.curl(
        "/v9/form", "-F", "\(evil)=\(evil)", "-F", "media=@/dev/null;filename=\"\(evil)\";type=text/html")
      try browser.wait(for: "\(Self.rows).length === 2")
      for row in 1...2 {
        try browser.click(".row:nth-child(\(row))")
        try browser.wait(for: "document.getElementById('detail').dataset.id === '\(row)'")
      }
      #expect(try browser.value("document.querySelectorAll('img').length") as? Int == 0)
      #expect(try browser.value("document.title") as? String == "Traffic")
    }
  }

  @Test("the page fits every window, in both themes", arguments: [(1280, 800), (390, 800), (320, 560)])
  func fits(width: Int, height: Int) async throws {
    let sandbox = try await SandboxProcess()
    try await SandboxBrowser.open("/traffic", of: sandbox, width: width, height: height, theme: .dark) {
      [self] page in
      let browser = page.browser
      try page.curl("/sandbox/faults", "-d", #"{"kind":"html","call":"do-send","number":"0812 3456 7801"}"#)
      try page.call("do-send", text("hai"))
      try browser.wait(for: "\(Self.rows).length === 2")
      let wide = "document.documentElement.scrollWidth"
      #expect(try browser.value(wide) as? Int == width)
      try browser.click(".row:nth-child(2)")
      try browser.wait(for: "document.getElementById('detail').dataset.id === '2'")
      #expect(try browser.value(wide) as? Int == width)
      try browser.value("document.getElementById('show-faults').click()")
      try browser.wait(for: "document.getElementById('detail').hidden")
      #expect(try browser.value(wide) as? Int == width)
      let right = try browser.value(
        "document.querySelector('#fault-form button').getBoundingClientRect().right")
      #expect(right as? Double ?? .infinity <= Double(width))
    }
  }
}
