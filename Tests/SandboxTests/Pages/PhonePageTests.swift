import Foundation
import NIOHTTP1
import Sandbox
import Testing

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
      ("/phone/icon.svg", "image/svg+xml"),
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

  @Test("a file that could run in a browser is kept without its type")
  func harmless() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.post(
        "/sandbox/customers/6281234567801/media?name=x.html", "<script>alert(1)</script>")
      let media = try #require(await sandbox.switchboard.allMessages.last?.media)
      #expect(media.kind == .document)
      let answer = try await guest.get("/sandbox/media/\(media.file)")
      #expect(answer.status == 200)
      #expect(answer.headers.first(name: "Content-Type") == nil)
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
