/// How deep a JSON text nests, found without decoding it: a decoder that recurses must not see a depth bomb.
package enum NestingDepth {
  /// Whether brackets and braces outside strings nest deeper than `limit`; stops at the first that does.
  package static func exceeds(_ limit: Int, in bytes: some Sequence<UInt8>) -> Bool {
    // Generic code is not specialised for other modules, and this runs over every byte that is received.
    bytes.withContiguousStorageIfAvailable { exceeds(limit, inStored: $0) }
      ?? Array(bytes).withUnsafeBufferPointer { exceeds(limit, inStored: $0) }
  }

  private static func exceeds(_ limit: Int, inStored bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var depth = 0
    var inString = false
    var isEscaped = false
    for byte in bytes {
      if inString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          inString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): inString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        if depth > limit { return true }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return false
  }
}
