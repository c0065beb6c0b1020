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

extension BroadcastOrder {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case projectID, template, map, to, sms, smsMap, languageCode, header, rate, at, until, checksNumbers
    case skipsBadRows, name, again, file, csv
  }

  /// A field that no broadcast has.
  private struct Word: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// What is left out is as it is on the command line; a field that is not known is refused, because it was meant.
  package init(from decoder: any Decoder) throws {
    let known = Set(CodingKeys.allCases.map(\.rawValue))
    if let word = try decoder.container(keyedBy: Word.self).allKeys.first(where: {
      !known.contains($0.stringValue)
    }) {
      throw AdminRefusal(
        .invalid,
        "A broadcast has no field `\(LogText.quoted(word.stringValue))`; it has \(known.sorted().joined(separator: ", "))."
      )
    }
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func text(_ key: CodingKeys) throws -> String? { try values.decodeIfPresent(String.self, forKey: key) }
    func flag(_ key: CodingKeys) throws -> Bool {
      try values.decodeIfPresent(Bool.self, forKey: key) ?? false
    }
    self.init(
      template: try values.decode(String.self, forKey: .template),
      file: try values.decode(String.self, forKey: .file), csv: try values.decode(Data.self, forKey: .csv))
    (projectID, map, to) = (try text(.projectID), try text(.map), try text(.to))
    (sms, smsMap, languageCode) = (try text(.sms), try text(.smsMap), try text(.languageCode))
    (header, rate, at, until) = (try text(.header), try text(.rate), try text(.at), try text(.until))
    (name, again) = (try text(.name), try flag(.again))
    (checksNumbers, skipsBadRows) = (try flag(.checksNumbers), try flag(.skipsBadRows))
  }
}
