import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Wappin

/// Compares this machine's clock with the provider's: tokens end by it, and late messages are judged by it.
enum ProviderClock {
  /// The subject of a finding that says that nobody answers.
  static let unreachable = "provider"

  static func finding(baseURL: String) async -> Checkup.Finding {
    var configuration = HTTPClient.Configuration()
    // By itself it would go on trying where nobody listens.
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(configuration: configuration)
    let found = await finding(baseURL: baseURL, client: client)
    // Whether its connections close cleanly is no matter of the provider's.
    try? await client.shutdown()
    return found
  }

  private static func finding(baseURL: String, client: HTTPClient) async -> Checkup.Finding {
    var request = HTTPClientRequest(url: baseURL + "/")
    request.method = .HEAD
    let response: HTTPClientResponse
    do {
      response = try await client.execute(request, timeout: .seconds(5))
    } catch {
      let why = NetworkTrouble(error, mayHaveArrived: false).detail
      return Checkup.Finding(
        .fail, unreachable,
        "\(baseURL) cannot be reached (\(why)); look after network, name service and proxy.")
    }
    guard let date = response.headers.first(name: "Date").flatMap(time) else {
      return Checkup.Finding(.ok, "clock", "\(baseURL) answers; it tells no time")
    }
    return finding(baseURL: baseURL, apart: abs(date.timeIntervalSinceNow))
  }

  static func finding(baseURL: String, apart: TimeInterval) -> Checkup.Finding {
    let seconds = Int(apart.rounded())
    switch seconds {
    case ...60:
      return Checkup.Finding(.ok, "clock", "\(baseURL) answers, the clocks agree within \(seconds) s")
    case ...300:
      return Checkup.Finding(
        .warn, "clock", "\(seconds) s apart from \(baseURL); set the clock (timedatectl).")
    default:
      return Checkup.Finding(
        .fail, "clock",
        "\(seconds) s apart from \(baseURL): tokens and late messages are misjudged; set the clock (timedatectl)."
      )
    }
  }

  /// An HTTP date (RFC 9110, 5.6.7).
  static func time(_ text: String) -> Date? {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    return format.date(from: text)
  }
}
