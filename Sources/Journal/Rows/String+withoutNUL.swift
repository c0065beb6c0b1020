extension String {
  /// The text as SQLite can keep it, which ends a bound text at NUL: two ids that differ behind it would be taken
  /// for one.
  var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "\\0") : self }
}
