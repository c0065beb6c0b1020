import Foundation

/// Takes characters apart as NFKD does (UAX #15), for the characters of most languages without Foundation, whose way
/// through other strings is many times longer.
enum CompatibilityForm {
  /// `scalars` taken apart; syllables of Hangul may stay whole, which composing makes of them in any case.
  static func decomposed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.allSatisfy(isCovered) else {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return Array(String(view).decomposedStringWithCompatibilityMapping.unicodeScalars)
    }
    var plain: [Unicode.Scalar] = []
    plain.reserveCapacity(scalars.count * 2)
    for scalar in scalars {
      let parts = scalar.isASCII ? [] : parts(of: scalar)
      if parts.isEmpty { plain.append(scalar) } else { plain.append(contentsOf: parts) }
    }
    sortMarks(&plain)
    return plain
  }

  /// Whether NFC may put it together with what stands before it.
  static func mayCompose(_ scalar: Unicode.Scalar) -> Bool { (0x1100...0x11FF).contains(scalar.value) }

  private static let low = table(0..<0x3400)
  private static let high = table(0xF900..<0xFFFE)

  private static func isCovered(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF: false
    case 0..<0x3400, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900..<0xFFFE: true
    default: false
    }
  }

  /// Empty for a scalar that stays what it is.
  private static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch scalar.value {
    case 0..<0x3400: low[Int(scalar.value)]
    case 0xF900...: high[Int(scalar.value) - 0xF900]
    default: []
    }
  }

  /// Asks Foundation once for all of them, each on a line of its own.
  private static func table(_ range: Range<UInt32>) -> [[Unicode.Scalar]] {
    var table: [[Unicode.Scalar]] = Array(repeating: [], count: range.count)
    let scalars = range.compactMap(Unicode.Scalar.init).filter { $0 != "\n" }
    var lines = String.UnicodeScalarView()
    for scalar in scalars {
      lines.append(scalar)
      lines.append("\n")
    }
    let parts = String(lines).decomposedStringWithCompatibilityMapping.unicodeScalars.split(separator: "\n")
    for (scalar, parts) in zip(scalars, parts) where !parts.elementsEqual([scalar]) {
      table[Int(scalar.value - range.lowerBound)] = Array(parts)
    }
    return table
  }

  /// Puts marks on one letter into the order of their classes (UAX #15, canonical ordering).
  private static func sortMarks(_ scalars: inout [Unicode.Scalar]) {
    for index in scalars.indices.dropFirst() where !scalars[index].isASCII {
      let rank = scalars[index].properties.canonicalCombiningClass.rawValue
      guard rank > 0 else { continue }
      var place = index
      while place > 0, scalars[place - 1].properties.canonicalCombiningClass.rawValue > rank {
        scalars.swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}
