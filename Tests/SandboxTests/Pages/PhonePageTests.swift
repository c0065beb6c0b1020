import Foundation
import NIOHTTP1
import Testing

@testable import Sandbox

@Suite("The phone's page")
struct PhonePageTests {
  @Test(
    "each file has its type, and a policy that lets nothing in from elsewhere",
    arguments: [
      ("/", "text/html"), ("/phone/phone.css", "text/css"), ("/phone/chat.css", "text/css"),
      ("/phone/phone.js", "text/javascript"), ("/phone/line.js", "text/javascript"),
      ("/phone/chats.js", "text/javascript"), ("/phone/people.js", "text/javascript"),
      ("/phone/bubble.js", "text/javascript"), ("/phone/marks.js", "text/javascript"),
      ("/phone/icons.js", "text/javascript"), ("/phone/voice.js", "text/javascript"),
      ("/phone/parts.js", "text/javascript"), ("/phone/window.js", "text/javascript"),
      ("/phone/template.css", "text/css"), ("/phone/icon.svg", "image/svg+xml"),
      ("/traffic", "text/html"), ("/traffic/traffic.css", "text/css"), ("/traffic/side.css", "text/css"),
      ("/traffic/traffic.js", "text/javascript"), ("/traffic/exchanges.js", "text/javascript"),
      ("/traffic/rows.js", "text/javascript"), ("/traffic/detail.js", "text/javascript"),
      ("/traffic/pretty.js", "text/javascript"), ("/traffic/curl.js", "text/javascript"),
      ("/traffic/faults.js", "text/javascript"), ("/traffic/kinds.js", "text/javascript"),
      ("/traffic/words.js", "text/javascript"),
    ])
  func files(path: String, type: String) async throws {
    try await Sandbox().whileRunning { address in
      let answer = try await Guest(address: address).get(path)
      #expect(answer.status == 200)
      #expect(answer.headers.first(name: "Content-Type")?.hasPrefix(type) == true)
      #expect(answer.headers.first(name: "X-Content-Type-Options") == "nosniff")
      let policy = try #require(answer.headers.first(name: "Content-Security-Policy"))
      #expect(policy.contains("default-src 'none'"))
      #expect(policy.contains("script-src 'self';"))
      #expect(!policy.contains("unsafe"))
      // Nothing is fetched from a network, and no text ever becomes markup.
      let addresses = answer.text.matches(of: /https?:\/\/[a-z.]+/).map { String($0.output) }
      #expect(
        addresses.allSatisfy { $0 == "http://www.w" || $0.hasPrefix("http://www.w3.org") }, "\(addresses)")
      #expect(
        answer.text.firstMatch(
          of: /innerHTML|insertAdjacentHTML|document\.write|\beval\(|<script>| on[a-z]+=| style=/) == nil)
    }
  }

  @Test("a page of another site cannot write in a customer's name")
  func otherSite() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      let path = "/sandbox/customers/6281234567801/messages"
      let refused = try await guest.post(path, #"{"text":"x"}"#, headers: ["Origin": "https://example.org"])
      #expect(refused.status == 403)
      let taken = try await guest.post(path, #"{"text":"y"}"#, headers: ["Origin": "\(address)"])
      #expect(taken.status == 200)
      #expect(await sandbox.switchboard.allMessages.map(\.text) == ["y"])
    }
  }

  @Test("a picture is shown, not saved")
  func picture() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.post("/sandbox/customers/6281234567801/media?name=x.png", "x")
      let media = try #require(await sandbox.switchboard.allMessages.last?.media)
      let answer = try await guest.get("/sandbox/media/\(media.file)")
      #expect(answer.headers.first(name: "Content-Type") == "image/png")
      #expect(answer.headers.first(name: "Content-Disposition") == nil)
    }
  }

  @Test("a page of another site that leads here by its own name sees nothing")
  func rebinding() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      for path in ["/", "/sandbox/messages", "/sandbox/media/x", "/nothing"] {
        let refused = try await guest.get(path, headers: ["Host": "evil.example:\(address.port)"])
        #expect(refused.status == 421)
        #expect(refused.text.contains("evil.example"))
      }
      for host in ["localhost", "LOCALHOST:1", "127.0.0.1", "127.1.2.3:80", "[::1]:\(address.port)"] {
        #expect(try await guest.get("/", headers: ["Host": host]).status == 200, "\(host)")
      }
    }
  }

  @Test(
    "the sandbox answers to loopback and to where it listens",
    arguments: [
      ("127.0.0.1", "192.168.1.5:8090", false), ("192.168.1.5", "192.168.1.5:8090", true),
      ("192.168.1.5", "localhost", true), ("0.0.0.0", "192.168.1.5", true),
      ("0.0.0.0", "evil.example", false),
      ("::", "[fe80::1]:80", true), ("::1", "[::1]", true), ("127.0.0.1", "127.0.0.1.evil.example", false),
      ("127.0.0.1", "localhost.evil.example", false), ("127.0.0.1", "", false), ("127.0.0.1", "[::1", false),
    ])
  func hosts(listening: String, authority: String, expected: Bool) {
    #expect(OwnHosts(listening: listening).contains(authority: authority) == expected)
  }

  @Test("what a phone cannot send is refused with a sentence")
  func refused() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      let noNumber = try await guest.post("/sandbox/customers", #"{"number":"12"}"#)
      #expect(noNumber.text.contains("no phone number"))
      let noText = try await guest.write("")
      #expect(noText.text.contains("with a text"))
      let tooLong = try await guest.write(String(repeating: "a", count: 4097))
      #expect(tooLong.text.contains("4096"))
      #expect(try await guest.write("x", from: "abc").status == 400)
    }
  }

  @Test(
    "a file that could run in a browser is only ever saved", arguments: ["x.html", "x.svg", "x", "x.pdf.js"])
  func harmless(name: String) async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.post(
        "/sandbox/customers/6281234567801/media?name=\(name)", "<script>alert(1)</script>")
      let media = try #require(await sandbox.switchboard.allMessages.last?.media)
      #expect(media.kind == .document)
      let answer = try await guest.get("/sandbox/media/\(media.file)")
      #expect(answer.status == 200)
      #expect(answer.headers.first(name: "Content-Type") == "application/octet-stream")
      #expect(answer.headers.first(name: "Content-Disposition") == "attachment")
      #expect(answer.headers.first(name: "Content-Security-Policy")?.contains("default-src 'none'") == true)
      #expect(try await guest.get("/sandbox/media/..%2f..%2fetc/passwd").status != 200)
    }
  }

  @Test("messages can be asked for by customer and author")
  func messages() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("satu")
      try await guest.write("dua", from: "6281234567802")
      try await guest.send("tiga")
      let all = try await guest.get("/sandbox/messages?customer=081234567801&author=business").text
      #expect(all.contains("tiga") && !all.contains("satu") && !all.contains("dua"))
    }
  }
}
