import Testing

@testable import Dialogue

@Suite struct ConditionTests {
  private static let values = [
    "name": "Budi", "city": "Kota  Bandung", "order.total": "1500000", "empty": "", "limit": "1000000",
    "home": "kota bandung", "half": "0.5", "word": "set", "cafe": "Café",
  ]

  @Test(
    "conditions hold or not",
    arguments: [
      ("name is set", true), ("empty is set", false), ("nobody is not set", true), ("name is budi", true),
      ("name is not Budi", false), ("nobody is Budi", false), ("nobody is not Budi", true),
      ("city is KOTA BANDUNG", true),
      ("city is {home}", true), ("city is {nobody}", false), ("city is {nobody|kota bandung}", true),
      ("city in [Jakarta, kota bandung]", true), ("city not in [Jakarta]", true),
      ("city is not in [Jakarta]", true),
      ("name in [{home}, \"budi\"]", true), ("cafe is cafe", true), ("order.total > 1000000", true),
      ("order.total > {limit}", true), ("order.total >= 1500000", true), ("order.total < 1500000", false),
      ("order.total <= 1500000.0", true), ("half < 1", true), ("name > 1", false), ("name < 1", false),
      ("nobody < 1", false), ("order.total > {name}", false), ("word is \"set\"", true),
      ("hours.office is open", true),
      ("hours.night is open", false), ("hours.night is not open", true), ("not name is set", false),
      ("name is set and nobody is set", false), ("name is set or nobody is set and empty is set", true),
      ("(name is set or nobody is set) and empty is set", false),
      ("not (nobody is set or empty is set)", true),
      ("name is \"Budi and Ani\"", false), ("name IS SET AND city is kota bandung", true),
      ("not not name is set", true),
      ("name is Budi or city is Solo", true),
    ])
  func holds(text: String, expected: Bool) throws {
    let condition = try Condition(parsing: text)
    #expect(
      condition.holds(value: { Self.values[$0] }, isOpen: { $0 == "office" }) == expected, "\(condition)")
  }

  @Test(
    "a mistake is told with its place",
    arguments: [
      ("", "a condition is missing here", 0, 0), ("name", "what is asked of `name` is missing", 4, 0),
      ("name = Budi", "\"=\" compares nothing", 5, 1), ("name ist set", "\"ist\" compares nothing", 5, 3),
      ("Name is set", "\"Name\" is not the name of a variable", 0, 4),
      ("{name} is set", "\"{name}\" is not the name of a variable", 0, 6),
      ("name is", "a value is missing here", 7, 0),
      ("name is Budi and", "a condition is missing here", 16, 0),
      ("(name is set", "this ( has no ) after it", 0, 1),
      ("name is set)", "this does not belong to the condition before it", 11, 1),
      ("name in Budi", "a list is missing here", 8, 4), ("name in [a, b", "this [ has no ] after it", 8, 1),
      ("name in []", "a value is missing here", 9, 1),
      ("total > banyak", "\"banyak\" is no plain number", 8, 6),
      ("total > 150.000", "\"150.000\" is no plain number", 8, 7),
      ("name is \"Budi", "this \" is not closed", 8, 1),
      ("name is {x", "this { has no } after it", 8, 1),
      ("hours.office is set", "hours can only be asked whether they are open", 0, 12),
      ("name is set city is x", "this does not belong to the condition before it", 12, 4),
      ("name is {x:rupee}", "\"rupee\" in {x:rupee} is no format", 10, 6),
    ])
  func mistakes(text: String, message: String, offset: Int, length: Int) throws {
    let mistake = #expect(throws: SyntaxMistake.self) { try Condition(parsing: text) }
    #expect(mistake?.message == message)
    #expect(mistake?.offset == offset && mistake?.length == length, "\(String(describing: mistake))")
  }

  @Test("what a condition reads is known before it is asked")
  func names() throws {
    let names = try Condition(parsing: "a is {b} or not (c in [{d}, e] and hours.office is open)").names
    #expect(names.variables == ["a", "b", "c", "d"] && names.hours == ["office"])
  }

  @Test("any text is read or refused, and never traps", arguments: 0..<40)
  func anything(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let parts = [
      "name", "is", "not", "set", "(", ")", "[", "]", "in", "and", "or", "<", ">=", "5", "{x}", "{", "\"",
      ",", "é",
    ]
    var read = 0
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in random.pick(parts) }.joined(
        separator: " ")
      do {
        let condition = try Condition(parsing: text)
        read += 1
        let opposite = Condition.not(condition)
        let holds = condition.holds(value: { Self.values[$0] }, isOpen: { _ in false })
        #expect(
          opposite.holds(value: { Self.values[$0] }, isOpen: { _ in false }) != holds, "seed \(seed): \(text)"
        )
      } catch {
        #expect(error.offset <= text.unicodeScalars.count && !error.message.isEmpty, "seed \(seed): \(text)")
      }
    }
    #expect(read < 300)
  }
}
