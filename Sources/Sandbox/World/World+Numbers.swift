extension World {
  /// Numbers with something special about them; all canonical.
  package struct Numbers: Sendable, Hashable {
    /// Not on WhatsApp ("Wappin API v1.7", 601 Contact invalid).
    package var invalid: Set<String> = []
    /// A phone that is off: what is sent to it is accepted, and never delivered.
    package var silent: Set<String> = []
    /// Not known to be on WhatsApp or not: `600 Not delivered, Contact validate Failed`, which is in no document.
    package var unreachable: Set<String> = []
    /// Numbers the vendor of SMS fails for: 700 Error from vendor.
    package var vendorError: Set<String> = []

    package init() {}
  }
}
