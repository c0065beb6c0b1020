import Dialogue
import Gateway
import Wappin

/// How any of the calls ended.
enum CallEnd: Sendable, Equatable {
  case send(SendOutcome, mayResend: Bool = true)
  /// An inquiry or a number check that was answered.
  case asked
  case notFound, invalid
  case failed(SendOutcome)
}

extension WappinClient {
  /// Makes one of the calls, with anything that belongs in it.
  func make(_ call: ProviderCall, file: String? = nil) async -> (end: CallEnd, result: SendResult?) {
    switch call {
    case .token, .text: return sent(await send(Wire.text()))
    case .media:
      let media = Content.Media(kind: .image, hash: "0", fileName: "peta.jpg")
      return sent(await send(Wire.message(.media(media), file: file)))
    case .template: return sent(await send(Wire.message(.template(Wire.template))))
    case .templateWithSMS:
      var template = Wire.template
      template.sms = .init(name: "templ_hsm", params: ["Ani"])
      return sent(await send(Wire.message(.template(template))))
    case .templateWithMedia:
      var template = Wire.template
      template.media = .init(kind: .document, hash: "0", fileName: "nota.pdf")
      return sent(await send(Wire.message(.template(template), file: file)))
    case .inquiry:
      switch await inquire("5c33139c82f94", on: Wire.channel) {
      case .known: return (.asked, nil)
      case .notFound(let result): return (.notFound, result)
      case .failed(let result): return (.failed(result.outcome), result)
      }
    case .numberCheck:
      switch await check("6282315658823", on: Wire.channel) {
      case .valid: return (.asked, nil)
      case .invalid(let result): return (.invalid, result)
      case .failed(let result): return (.failed(result.outcome), result)
      }
    }
  }

  private func sent(_ result: SendResult) -> (end: CallEnd, result: SendResult?) {
    (.send(result.outcome, mayResend: result.mayResend), result)
  }
}
