import Testing
@testable import StrictYAML
@Test func roomIsThere() {}
