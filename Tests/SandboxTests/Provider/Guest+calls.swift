import Foundation
import NIOCore
import NIOHTTP1
import Sandbox

extension Guest {
  /// Calls as the default client does, with a token.
  @discardableResult
  func ask(_ path: String, _ body: String) async throws -> Answer {
    try await post(path, body, headers: Self.bearer(token()))
  }

  /// Sends the template `pesanan` of ``World/shop``.
  ///
  /// - Parameter more: further fields of the body.
  @discardableResult
  func sendTemplate(
    _ type: String = "pesanan", params: String = #"{"1":"Rina","2":"A-17"}"#, to: String = "6281234567801",
    project: String = "16", more: String = ""
  ) async throws -> Answer {
    try await ask(
      "/v1/message/do-send-hsm",
      #"{"client_id":"0009","project_id":"\#(project)","type":"\#(type)","recipient_number":"\#(to)","#
        + #""params":\#(params)\#(more.isEmpty ? "" : ",")\#(more)}"#)
  }

  /// Sends the template `pesanan` with an SMS.
  @discardableResult
  func sendSMS(_ content: String, params: String = #"{"1":"A-17"}"#, to: String = "6281234567801")
    async throws
    -> Answer
  {
    try await sendTemplate(
      to: to, more: #""channel":"sms","content":"\#(content)","params_sms":\#(params)"#)
  }

  /// The statuses an inquiry tells, oldest first.
  func inquire(_ id: String) async throws -> [String] {
    let answer = try await ask("/v1/message/inquiry", #"{"message_id":"\#(id)"}"#)
    return (answer.json["data"] as? [[String: String]] ?? []).compactMap { $0["status"] }
  }

  /// Uploads a form to any of the calls that take one.
  func upload(_ form: Form, to path: String) async throws -> Answer {
    var headers = try await Self.bearer(token())
    headers.add(name: "Content-Type", value: "multipart/form-data; boundary=\(form.boundary)")
    return try await call(.POST, path, headers: headers, body: ByteBuffer(bytes: form.body))
  }
}

extension World {
  /// A world with templates, SMS templates and numbers of every kind.
  static var shop: World {
    var world = World()
    world.projects.append(Project(id: "17", name: "Toko Contoh (UAT)", environment: .uat))
    world.templates = [
      Template(name: "pesanan", text: "Halo {{1}}, pesanan {{2}} sudah dikirim."),
      Template(name: "lama", text: "Sudah berakhir.", isActive: false),
      Template(name: "polos", text: "Halo."),
      Template(
        name: "lacak", text: "Halo {{1}}.", header: .text("Pesanan {{1}}"),
        buttons: [
          .url(label: "Lacak", url: "https://toko.example/lacak/{{1}}"), .reply(label: "Ya"),
          .reply(label: "Tidak"),
        ]),
      Template(name: "tagihan", text: "Tagihan {{1}}.", header: .media(.document)),
      Template(name: "salam", text: "Selamat datang.", language: "id"),
      Template(name: "salam", text: "Welcome.", language: "en"),
      Template(name: "khusus", text: "Hanya di proyek lain.", projects: ["99"]),
    ]
    let text = "Pesanan {{1}} dikirim."
    world.smsTemplates = [
      SMSTemplate(name: "keduanya", template: "pesanan", text: text),
      SMSTemplate(name: "pengganti", template: "pesanan", text: text, rule: .invalidNumber),
      SMSTemplate(
        name: "belum_sampai", template: "pesanan", text: text, rule: .waiting(days: 1, after: .sent)),
      SMSTemplate(
        name: "belum_dibaca", template: "pesanan", text: text, rule: .waiting(days: 2, after: .delivered)),
      SMSTemplate(name: "lain", template: "polos", text: text),
    ]
    world.numbers.invalid = ["628111111111"]
    world.numbers.silent = ["628122222222"]
    world.numbers.unreachable = ["628133333333"]
    world.numbers.vendorError = ["628144444444"]
    return world
  }
}
