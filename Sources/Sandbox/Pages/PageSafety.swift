import HTTPTypes
import Hummingbird

/// Lets a page load nothing from elsewhere and run no script that is not a file of ours.
struct PageSafety<Context: RequestContext>: RouterMiddleware {
  let hosts: OwnHosts

  private static var policy: String {
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
      + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    if let host = request.head.authority, !hosts.contains(authority: host) {
      throw HTTPError(
        .misdirectedRequest, message: "The sandbox is not \(host.prefix(80)); use the address it printed.")
    }
    // A page of another site must not write in a customer's name, nor set faults.
    if request.method != .get, request.method != .head, let origin = request.headers[.origin],
      origin.split(separator: "/").last.map(String.init) != request.head.authority
    {
      throw HTTPError(.forbidden, message: "This page belongs to another site: \(origin).")
    }
    var response = try await next(request, context)
    // The provider says nothing to browsers.
    guard TrafficMiddleware.isOwn(request.uri.path) else { return response }
    response.headers[.contentSecurityPolicy] = Self.policy
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[Self.referrerPolicy] = "no-referrer"
    return response
  }

  private static var referrerPolicy: HTTPField.Name { HTTPField.Name("Referrer-Policy") ?? .referer }
}
