import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

extension Response {
  /// The response with its whole body in memory, and the body itself.
  consuming func collected() async throws -> (response: Response, body: ByteBuffer) {
    let collector = Collector()
    let (status, headers) = (status, headers)
    try await body.write(collector)
    let bytes = collector.bytes.withLock { $0 }
    return (Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes)), bytes)
  }

  private final class Collector: ResponseBodyWriter, Sendable {
    let bytes = Mutex(ByteBuffer())

    func write(_ buffer: ByteBuffer) async throws {
      bytes.withLock { whole in
        var buffer = buffer
        whole.writeBuffer(&buffer)
      }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}

extension ByteBuffer {
  /// What is kept of a response with this body.
  func answer(_ response: Response) -> TrafficEntry.Answer {
    var recorder = BodyRecorder()
    recorder.read(self)
    return TrafficEntry.Answer(
      httpStatus: response.status.code,
      headers: response.headers.map { TrafficEntry.Header(name: $0.name.rawName, value: $0.value) },
      body: recorder.body)
  }
}
