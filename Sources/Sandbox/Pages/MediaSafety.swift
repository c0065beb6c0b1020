import HTTPTypes
import Hummingbird

/// Has a browser save, not open, an upload of no known type: a page or a drawing could run scripts.
struct MediaSafety<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard request.uri.path.hasPrefix("/sandbox/media/"), response.headers[.contentType] == nil else {
      return response
    }
    response.headers[.contentType] = "application/octet-stream"
    response.headers[.contentDisposition] = "attachment"
    return response
  }
}
