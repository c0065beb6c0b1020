import Foundation
import TestSupport
import Testing

/// The verbs that need more of the provider than texts and files: templates, inquiries and number checks.
@Suite struct WholeProviderTests {
  private let secret = ["BALAS_SECRET": "s3cret"]

  private static let world = """
    clients: [{id: "0009", secret: s3cret}]
    projects: [{id: "16", client: "0009", name: Toko, environment: production}]
    templates:
      - {name: order_ready, text: "Halo {{1}}, siap jam {{2}}."}
      - name: order_sent
        text: "Pesanan {{1}} dikirim."
        language: id
        header: {text: "Pesanan {{1}}"}
        buttons: [{label: Lacak, url: "https://toko.example/{{1}}"}, {label: Diterima}]
      - {name: invoice, text: "Tagihan {{1}}.", header: {media: document}}
    sms_templates: [{name: order_sms, template: order_ready, text: "Siap, {{1}}.", rule: both}]
    numbers: {invalid: ["0811 1111 111"], vendor_error: ["0814 4444 444"]}
    """

  private func houses() async throws -> (SandboxProcess, Installation, BalasProcess) {
    let installation = try Installation()
    try installation.write("world.yaml", Self.world)
    let sandbox = try await SandboxProcess("--world", installation.path + "/world.yaml")
    try installation.provide(sandbox.address)
    let daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    return (sandbox, installation, daemon)
  }

  /// The provider's id of a message, as the command told it.
  private func id(in result: Command) throws -> String {
    String(try #require(result.output.firstMatch(of: /provider's id  (\S+)/)?.1, "\(result.output)"))
  }

  @Test("templates of every kind reach a customer who never wrote, and their news can be asked for")
  func templates() async throws {
    let (sandbox, installation, daemon) = try await houses()
    let invoice = Repository.path("Tests/EndToEndTests/Bot/files/katalog-2026.pdf")
    let sent = [
      try installation.balas(
        "template", "order_ready", "--to", "0815 5555 555", "--param", "Ani", "--param", "-14:00-"),
      try installation.balas(
        "template", "order_ready", "--to", "+62 815 5555 555", "--param", "Ani", "--param", "14:00", "--sms",
        "order_sms", "--sms-param", "Kak Ani"),
      try installation.balas(
        "template", "order_sent", "--to", "08155555555", "--param", "7", "--language", "id", "--header", "7",
        "--button-url", "lacak-7", "--button-reply", "ok"),
      try installation.balas(
        "template", "invoice", "--to", "08155555555", "--param", "Agustus", "--document", invoice),
    ]
    for result in sent { #expect(result.status == 0, "\(result.output)") }
    #expect(
      sent[0].output.contains("template  order_ready\n  {{1}}  Ani\n  {{2}}  -14:00-\n"), "\(sent[0].output)")
    #expect(sent[1].output.contains("SMS  order_sms\n  {{1}}  Kak Ani\n"), "\(sent[1].output)")
    #expect(sent[3].output.contains("  header  [document katalog-2026.pdf]\n"), "\(sent[3].output)")
    let calls = try await sandbox.call("GET", "/sandbox/calls").body
    for path in ["/v1/message/do-send-hsm", "/v1/message/do-send-hsm-with-media"] {
      #expect(calls.replacing("\\/", with: "/").contains("\"\(path)\""), "\(path): \(calls)")
    }
    let received = try await sandbox.call("GET", "/sandbox/messages?author=business").body
    for text in ["Halo Ani, siap jam -14:00-.", "Siap, Kak Ani.", "Pesanan 7 dikirim.", "Tagihan Agustus."] {
      #expect(received.contains(text), "\(text) is missing: \(received)")
    }
    let provided = try id(in: sent[0])
    let outbox = String(try #require(sent[0].output.firstMatch(of: /^\d+/)?.output))
    for name in [provided, outbox] {
      let result = try installation.balas("inquiry", name)
      #expect(result.status == 0, "\(result.output)")
      #expect(
        result.output.hasPrefix("provider's id  \(provided)  0009/16\noutbox  \(outbox)  "),
        "\(result.output)")
      #expect(
        result.output.contains(/\nsent       \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)\n/),
        "\(result.output)")
    }
    let json = try installation.balas("inquiry", provided, "--format", "json")
    #expect(json.output.contains("\"status\" : \"sent\""), "\(json.output)")
    let unknown = try installation.balas("inquiry", "5d31a231ab0ea")
    #expect(unknown.status == 1)
    #expect(
      unknown.output.contains("not known, or not yet: The inquiry was answered 404: "), "\(unknown.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
    let offline = try installation.balas("inquiry", provided)
    #expect(offline.status == 2, "\(offline.output)")
    #expect(offline.output.contains("No daemon answers"), "\(offline.output)")
  }

  @Test("a template that the provider refuses, or that goes out nowhere, is told in a sentence")
  func refused() async throws {
    let (sandbox, installation, daemon) = try await houses()
    defer { withExtendedLifetime(sandbox) {} }
    for (arguments, words) in [
      (["nothing"], "permanent (404)"), (["order_ready", "--param", "Ani"], "permanent (400)"),
      (["order_ready", "--param", "Ani", "--param", "x", "--sms", "none"], "permanent (404)"),
    ] {
      let result = try Command.run(
        Repository.program,
        ["template"] + arguments + ["--to", "08155555555", "--config", installation.config])
      #expect(result.status == 1, "\(result.output)")
      #expect(result.output.contains("  dead  ") && result.output.contains(words), "\(result.output)")
    }
    let invalid = try installation.balas(
      "template", "order_ready", "--to", "0811 1111 111", "--param", "A", "--param", "B")
    #expect(invalid.status == 1, "\(invalid.output)")
    #expect(invalid.output.contains("number not reachable since"), "\(invalid.output)")
    // One leg may have gone: it waits for a person, and no second time is tried.
    let vendor = try installation.balas(
      "template", "order_ready", "--to", "0814 4444 444", "--param", "A", "--param", "B", "--sms",
      "order_sms",
      "--sms-param", "A")
    #expect(vendor.status == 1, "\(vendor.output)")
    #expect(
      vendor.output.contains("  held  ") && vendor.output.contains("ambiguous (700)"), "\(vendor.output)")
    #expect(vendor.output.split(separator: "\n").count { $0.hasPrefix("attempt ") } == 1, "\(vendor.output)")
    for (arguments, sentence) in [
      (["order_ready", "--param", ""], "balas: Parameter 1 is empty; write something.\n"),
      (
        ["invoice", "--document", "/nowhere.pdf", "--sms", "order_sms"],
        "balas: A template with a file cannot be sent as an SMS as well: leave one of them out.\n"
      ),
    ] {
      let result = try Command.run(
        Repository.program,
        ["template"] + arguments + ["--to", "08155555555", "--config", installation.config])
      #expect(result.status == 2)
      #expect(result.output == sentence)
    }
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("numbers are checked, by hand or from a spreadsheet's file, each once")
  func numbers() async throws {
    let (sandbox, installation, daemon) = try await houses()
    let one = try installation.balas("number", "0812-3456-7801")
    #expect(one.status == 0, "\(one.output)")
    #expect(one.output == "6281234567801  valid\n")
    let two = try installation.balas(
      "number", "081234567801", "0811 1111 111", "+62 812 3456 7801", "--rate", "20/s")
    #expect(two.status == 1, "\(two.output)")
    #expect(
      two.output.hasPrefix(
        "6281234567801  valid\n628111111111  invalid  The number check was answered 601: the number is not on WhatsApp."
      ),
      "\(two.output)")
    #expect(two.output.hasSuffix("2 numbers: 1 valid, 1 invalid, 0 unknown.\n"), "\(two.output)")
    try installation.write(
      "people.csv",
      "\u{FEFF}Nama;No. HP\r\nAni;0812 3456 7801\r\n\"Budi; Siti\";+62 811-1111-111\r\nCici;6281234567801\r\n"
    )
    let file = installation.path + "/checked.csv"
    let checked = try installation.balas(
      "number", "--csv", installation.path + "/people.csv", "--output", file, "--rate", "20")
    #expect(checked.status == 1, "\(checked.output)")
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    #expect(
      lines.count == 3 && lines[0] == "number;result;why" && lines[1] == "6281234567801;valid;", "\(lines)")
    #expect(lines.last?.hasPrefix("628111111111;invalid;") == true, "\(lines)")
    let calls = try await sandbox.call("GET", "/sandbox/calls").body.replacing("\\/", with: "/")
    #expect(calls.split(separator: "/v1/phone/number-checker").count == 6, "\(calls)")
    let same = try installation.balas(
      "number", "--csv", installation.path + "/people.csv", "--output", installation.path + "/./people.csv")
    #expect(same.status == 64, "\(same.output)")
    #expect(same.output.contains("--output would overwrite the file of --csv"), "\(same.output)")
    try installation.write("people.csv", "Nama,HP\nAni,08123456780\nBudi,6.28E+11\nCici\n")
    let broken = try installation.balas("number", "--csv", installation.path + "/people.csv")
    #expect(broken.status == 2)
    #expect(broken.output.contains("people.csv:3 `6.28E+11` is no phone number"), "\(broken.output)")
    #expect(broken.output.contains("people.csv:4 has 1 value for 2 columns.\n"), "\(broken.output)")
    #expect(broken.output.hasSuffix("Nothing was asked.\n"), "\(broken.output)")
    #expect(
      try await sandbox.call("GET", "/sandbox/calls").body.replacing("\\/", with: "/") == calls,
      "something was asked")
    let json = try installation.balas("number", "081234567801", "--format", "json")
    #expect(json.output.contains("\"verdict\" : \"valid\""), "\(json.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }

  @Test("doctor asks for each project whether the provider knows it, beside a daemon and without one")
  func doctor() async throws {
    let (sandbox, installation, daemon) = try await houses()
    defer { withExtendedLifetime(sandbox) {} }
    let beside = try installation.balas("doctor", environment: secret)
    #expect(beside.status == 0, "\(beside.output)")
    #expect(beside.output.contains("ok    project 16: the provider knows it\n"), "\(beside.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
    try installation.write("world.yaml", Self.world.replacing("\"16\"", with: "\"17\""))
    let other = try await SandboxProcess("--world", installation.path + "/world.yaml")
    try installation.provide(other.address)
    let wrong = try installation.balas("doctor", environment: secret)
    #expect(wrong.status == 1, "\(wrong.output)")
    #expect(
      wrong.output.contains(
        "fail  project 16: The number check was answered 400: the request was refused as wrong. It said: "
          + "Project ID or Client ID cannot be process. Look at client_id 0009 and this project_id.\n"),
      "\(wrong.output)")
  }

  @Test("where the provider does not answer, nothing is known and the command ends with 2")
  func unreachable() async throws {
    let installation = try Installation()
    let daemon = try installation.start(environment: secret)
    #expect(await daemon.logs("ready"), "\(daemon.log)")
    let result = try installation.balas("inquiry", "5d31a231ab0ea")
    #expect(result.status == 2)
    #expect(result.output.hasPrefix("balas: "), "\(result.output)")
    #expect(result.output.contains("nobody at its address takes connections"), "\(result.output)")
    let number = try installation.balas("number", "628123456789", "--admin", installation.path + "/none.sock")
    #expect(number.status == 2)
    #expect(number.output.contains("No daemon answers at "), "\(number.output)")
    daemon.signal(SIGTERM)
    #expect(await daemon.status() == 0)
  }
}
