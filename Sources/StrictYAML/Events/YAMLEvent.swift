/// One thing libyaml found; places are 0-based, columns in Unicode scalars.
enum YAMLEvent {
  struct Place {
    var line: Int
    var column: Int
  }

  struct Extent {
    var start: Place
    var end: Place
  }

  /// An anchor or a tag in front of a value.
  struct Properties {
    var anchor: String?
    var tag: String?
  }

  case documentStart(Extent)
  case scalar(String, Node.Scalar.Style, Properties, Extent)
  case alias(String, Extent)
  case sequenceStart(Properties, Extent)
  case mappingStart(Properties, Extent)
  case collectionEnd(Extent)
}

/// Why libyaml could not go on.
struct YAMLFailure {
  var problem: String
  var place: YAMLEvent.Place
  /// Where the thing began that could not be read.
  var contextPlace: YAMLEvent.Place?
}
