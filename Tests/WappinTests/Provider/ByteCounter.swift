import NIOCore
import NIOPosix

/// Takes one upload without keeping it, and answers that it was accepted.
enum ByteCounter {
  /// - Returns: how many bytes the request had, its head included.
  static func run(_ body: (Int) async throws -> Void) async throws -> Int {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    async let count = server.executeThenClose { connections in
      var count = 0
      for try await connection in connections {
        try await connection.executeThenClose { inbound, outbound in
          for try await bytes in inbound {
            count += bytes.readableBytes
            // The form's end: nothing but a form ends like this here, the file is all zeros.
            if bytes.readableBytesView.suffix(4).elementsEqual(Array("--\r\n".utf8)) { break }
          }
          let answer = "HTTP/1.1 200 OK\r\nContent-Length: \(Wire.good.utf8.count)\r\n\r\n\(Wire.good)"
          try await outbound.write(ByteBuffer(string: answer))
        }
        break
      }
      return count
    }
    try await body(server.channel.localAddress?.port ?? 0)
    return try await count
  }
}
