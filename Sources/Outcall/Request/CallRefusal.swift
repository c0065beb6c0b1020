/// A call that is not made.
struct CallRefusal: Error, Hashable {
  /// Why, and what to do: whole sentences without anything a customer wrote.
  var sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
