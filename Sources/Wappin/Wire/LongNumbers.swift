/// Integers too long for a decoder's numbers: an id that is rounded is another one's.
enum LongNumbers {
  /// One digit more than every 64-bit integer has room for.
  private static let length = 19

  /// The JSON with integers of 19 digits and more outside texts written as texts, digit by digit as they are.
  static func quoted(_ json: [UInt8]) -> [UInt8] {
    guard hasLongRun(json) else { return json }
    var quoted: [UInt8] = []
    quoted.reserveCapacity(json.count + 16)
    var inText = false
    var index = 0
    while index < json.count {
      let byte = json[index]
      if inText {
        if byte == UInt8(ascii: "\\"), index + 1 < json.count {
          quoted.append(byte)
          index += 1
        } else if byte == UInt8(ascii: "\"") {
          inText = false
        }
        quoted.append(json[index])
        index += 1
      } else if isPartOfNumber(byte) {
        let number = json[index...].prefix(while: isPartOfNumber)
        quoted += isLongInteger(number) ? [UInt8(ascii: "\"")] + number + [UInt8(ascii: "\"")] : Array(number)
        index = number.endIndex
      } else {
        if byte == UInt8(ascii: "\"") { inText = true }
        quoted.append(byte)
        index += 1
      }
    }
    return quoted
  }

  private static func hasLongRun(_ json: [UInt8]) -> Bool {
    var run = 0
    for byte in json {
      run = isDigit(byte) ? run + 1 : 0
      if run == length { return true }
    }
    return false
  }

  private static func isLongInteger(_ number: ArraySlice<UInt8>) -> Bool {
    let digits = number.first == UInt8(ascii: "-") ? number.dropFirst() : number
    return digits.count >= length && digits.first != UInt8(ascii: "0") && digits.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
  }
}
