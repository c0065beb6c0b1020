/// The customer as one turn sees them.
package struct Contact: Sendable, Hashable {
  /// Digits with country code, no plus.
  package var number: String
  package var name: String?
  /// `contact.x` variables under `x`, and `lang`: kept until the customer is forgotten.
  package var vars: [String: String]

  package init(number: String, name: String? = nil, vars: [String: String] = [:]) {
    self.number = number
    self.name = name
    self.vars = vars
  }
}
