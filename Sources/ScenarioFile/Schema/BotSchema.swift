import Foundation

/// The JSON Schema of bots and their tests, made of the words the checker reads by. Editors complete and explain with it.
///
/// It is of draft 7, which VS Code's YAML extension knows best. A schema sees one file and no meaning: that a scenario
/// is there, a phrase is nobody else's, a text fits its length is for `balas check`.
package enum BotSchema {
  /// The schema as a file, ending with a line break.
  package static var text: String {
    let schema: [String: Any] = [
      "$schema": "http://json-schema.org/draft-07/schema#",
      "title": "A bot of balas, or its tests",
      "anyOf": [reference(Vocabulary.file.schemaName), reference(Vocabulary.testFile.schemaName)],
      "definitions": definitions,
    ]
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Dictionaries, arrays, strings and numbers are all that stands in it.
    let bytes = (try? JSONSerialization.data(withJSONObject: schema, options: options)) ?? Data()
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private static var definitions: [String: Any] {
    var definitions: [String: Any] = [
      "text": ["type": ["string", "number", "boolean"], "minLength": 1],
      "texts": ["anyOf": [reference("text"), list(of: reference("text"))]],
      "duration": [
        "type": "string",
        "pattern": "^(?=.)([0-9]{1,9}d)?([0-9]{1,9}h)?([0-9]{1,9}m)?([0-9]{1,9}s)?([0-9]{1,9}ms)?$",
      ],
      "rate": ["type": "string", "pattern": "^[0-9]+ *(/| per ) *([0-9]{1,9})?[dhms0-9]+$"],
      "by-language": byLanguage(["anyOf": [reference("text"), list(of: reference("text"))]]),
      "caption": ["anyOf": [reference("text"), byLanguage(reference("text"))]],
      "messages": ["anyOf": [reference("message"), list(of: reference("message"))]],
      "message": [
        "anyOf": [
          reference("text"), reference("by-language"), reference(Vocabulary.textChoice.schemaName),
        ]
      ],
      "reply": [
        "anyOf": [
          reference("messages"),
          [
            "allOf": [reference(Vocabulary.mediaReply.schemaName)],
            "anyOf": Vocabulary.mediaReply.alternatives.map { ["required": [$0]] },
          ],
        ]
      ],
      "step": ["anyOf": [["const": "end"]] + Vocabulary.steps.map { reference($0.schemaName) }],
      "steps": list(of: reference("step")),
      "handler": ["anyOf": [reference("text"), reference("steps")]],
      "option": [
        "anyOf": [
          reference("text"),
          [
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "additionalProperties": schema(of: .optional(.handler)),
          ],
        ]
      ],
      "options": list(of: reference("option")).merging(["maxItems": 100]) { $1 },
    ]
    for place in Vocabulary.places + Vocabulary.tests { definitions[place.schemaName] = schema(of: place) }
    return definitions
  }

  private static func schema(of place: Place) -> [String: Any] {
    var schema: [String: Any] = ["type": "object", "additionalProperties": false]
    schema["properties"] = Dictionary(
      uniqueKeysWithValues: place.entries.map { (word: Word) -> (String, [String: Any]) in
        // VS Code shows backticks as code only where it is told that they are Markdown.
        let told = ["description": word.meaning, "markdownDescription": word.meaning]
        return (word.name, Self.schema(of: word.value).merging(told) { $1 })
      })
    let needed = place.entries.filter(\.isNeeded).map(\.name)
    if !needed.isEmpty { schema["required"] = needed }
    let pairs = place.alternatives.enumerated().flatMap { index, word in
      place.alternatives.dropFirst(index + 1).map { ["not": ["required": [word, $0]]] }
    }
    if !pairs.isEmpty { schema["allOf"] = pairs }
    return schema
  }

  /// Never a bare `$ref`: in draft 7 a description beside one does not count.
  private static func schema(of value: WordValue) -> [String: Any] {
    switch value {
    case .text: whole("text")
    case .texts: whole("texts")
    case .duration: whole("duration")
    case .rate: whole("rate")
    case .caption: whole("caption")
    case .messages: whole("messages")
    case .reply: whole("reply")
    case .steps: whole("steps")
    case .handler: whole("handler")
    case .options: whole("options")
    case .place(let place): whole(place.schemaName)
    case .json: [:]
    case .optional(let value):
      ["anyOf": [["type": "null"], ["const": ""], schema(of: value)] as [[String: Any]]]
    case .list(let value): list(of: schema(of: value))
    case .named(let value): ["type": "object", "additionalProperties": schema(of: value)]
    case .number(let range):
      [
        "type": ["integer", "string"], "minimum": range.lowerBound, "maximum": range.upperBound,
        "pattern": "^[0-9]+$",
      ]
    case .choice(let words): ["enum": words]
    case .isOn: ["enum": ["on", "off", "yes", "no", "true", "false", true, false] as [Any]]
    }
  }

  private static func reference(_ name: String) -> [String: Any] { ["$ref": "#/definitions/\(name)"] }

  private static func whole(_ name: String) -> [String: Any] { ["allOf": [reference(name)]] }

  private static func list(of item: [String: Any]) -> [String: Any] {
    ["type": "array", "items": item, "minItems": 1]
  }

  /// ISO 639-1.
  private static func byLanguage(_ value: [String: Any]) -> [String: Any] {
    [
      "type": "object", "minProperties": 1, "propertyNames": ["pattern": "^[a-z]{2}$"],
      "additionalProperties": value,
    ]
  }
}

extension Place {
  /// What it is called among the definitions: `a step `say`` is `step-say`.
  fileprivate var schemaName: String {
    let words = name.split { !($0.isLetter || $0 == "_") }.filter { $0 != "a" && $0 != "of" }
    return "place-" + words.joined(separator: "-")
  }
}
