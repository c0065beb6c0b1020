import Foundation

/// A broadcast as a person asks for it, with the whole file.
package struct BroadcastOrder: Codable, Sendable {
  /// Needed where more than one project is configured.
  package var projectID: String?
  package var template: String
  /// What stands in the template's places: `1=name,2='Toko Melati'`.
  package var map: String?
  /// The column of the numbers; nil to find it by its name.
  package var to: String?
  /// An SMS template, and what stands in its places.
  package var sms: String?
  package var smsMap: String?
  package var languageCode: String?
  /// What stands in the template's header: a column, or a text in quotes.
  package var header: String?
  /// As `10/s`.
  package var rate: String?
  /// When it begins and when it ends, as `2026-12-01 09:00`; nil for now, and for a day later.
  package var at: String?
  package var until: String?
  package var checksNumbers = false
  /// Whether the rows that can be used are sent although others cannot.
  package var skipsBadRows = false
  package var name: String?
  /// Whether it may repeat another one.
  package var again = false
  /// What messages call the file.
  package var file: String
  package var csv: Data

  package init(template: String, file: String, csv: Data) {
    self.template = template
    self.file = file
    self.csv = csv
  }
}
