import Foundation
import NIOHTTP1
import Sandbox
import Testing

@Suite("Sending media through the stand-in")
struct SendMediaTests {
  @Test(
    "each kind is taken with each of its extensions, whatever type its part names",
    arguments: MediaKind.allCases.flatMap { kind in kind.extensions.sorted().map { (kind, $0) } })
  func accepted(kind: MediaKind, ending: String) async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      let answer = try await guest.upload(
        .media(kind.rawValue, "Berkas.\(ending.uppercased())", caption: "ini"))
      #expect(answer.code == "200 Success")
      let message = try #require(await sandbox.switchboard.allMessages.last)
      let media = try #require(message.media)
      #expect(media.kind == kind)
      #expect(media.name == "Berkas.\(ending.uppercased())")
      #expect(media.size == 5)
      // Only pictures and documents have captions.
      #expect(message.text == (kind == .audio ? nil : "ini"))
      #expect(try await guest.get("/sandbox/media/\(media.file)").text == "bytes")
    }
  }

  @Test(
    "an unknown media_type, or a file that is not of its kind, is 605",
    arguments: [
      ("video", "a.mp4"), ("image", "a.pdf"), ("document", "a.exe"), ("audio", "suara"), ("Image", "a.jpg"),
    ])
  func wrongType(type: String, fileName: String) async throws {
    try await Sandbox().whileRunning { address in
      let answer = try await Guest(address: address).upload(.media(type, fileName))
      #expect(answer.code == "605 Upload Media Failed")
    }
  }

  @Test("of two parts named media the one with a file name counts, whichever comes first")
  func twoParts() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      for isTextFirst in [true, false] {
        var form = Form()
        form.field("client_id", "0009")
        form.field("project_id", "16")
        form.field("recipient_number", "6281234567801")
        form.field("media_type", "image")
        if isTextFirst { form.field("media", "/tmp/toko.jpg") }
        form.file("media", "C:\\fotos\\toko.jpg", Array("picture".utf8))
        if !isTextFirst { form.field("media", "/tmp/toko.jpg") }
        form.close()
        #expect(try await guest.upload(form).code == "200 Success")
        #expect(await sandbox.switchboard.allMessages.last?.media?.name == "toko.jpg")
      }
    }
  }

  @Test("what is no form, is cut off or lacks a field is 400 Error no input received")
  func noInput() async throws {
    try await Sandbox().whileRunning { address in
      let guest = Guest(address: address)
      let headers = try await Guest.bearer(guest.token())
      let json = try await guest.post(
        "/v1/message/do-send-media", #"{"media_type":"image"}"#, headers: headers)
      #expect(json.code == "400 Error no input received")
      var cutOff = Form()
      cutOff.field("client_id", "0009")
      cutOff.file("media", "a.jpg", [1, 2, 3])
      #expect(try await guest.upload(cutOff).code == "400 Error no input received")
      var noFile = Form()
      noFile.field("media_type", "image")
      noFile.close()
      #expect(try await guest.upload(noFile).code == "400 Error no input received")
    }
  }

  @Test("a number that is not on WhatsApp is accepted, for the table has no 601, and fails")
  func invalidContact() async throws {
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let answer = try await Guest(address: address).upload(.media("image", "a.jpg", to: "12"))
      #expect(answer.code == "200 Success")
      #expect(await sandbox.switchboard.allMessages.last?.status == .failed)
    }
  }

  @Test("a large file arrives whole, and the folder is gone when the sandbox is")
  func largeFile() async throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let sandbox = Sandbox()
    try await sandbox.whileRunning { address in
      let guest = Guest(address: address)
      try await guest.write("halo")
      #expect(try await guest.upload(.media("document", "besar.pdf", bytes)).code == "200 Success")
      let media = try #require(await sandbox.switchboard.allMessages.last?.media)
      #expect(media.size == bytes.count)
      let range = try await guest.get("/sandbox/media/\(media.file)", headers: ["Range": "bytes=10-12"])
      #expect(range.status == 206)
      #expect(range.headers["Content-Type"] == ["application/pdf"])
    }
  }
}
