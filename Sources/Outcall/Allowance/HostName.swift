/// The one way to write a host: an address as the system writes it, or a name in small letters.
enum HostName {
  /// Nil if `text` is neither. An IPv6 address may stand in brackets.
  static func canonical(_ text: some StringProtocol) -> String? {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let bare = isBracketed ? String(text.dropFirst().dropLast()) : String(text)
    if let address = IPAddress(bare), !isBracketed || bare.contains(":") { return address.description }
    guard !isBracketed, (1...253).contains(bare.utf8.count) else { return nil }
    let labels = bare.split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      !label.isEmpty && label.utf8.count <= 63
        && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    }
    return isName ? bare.lowercased() : nil
  }
}
