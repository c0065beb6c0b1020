import Testing
@testable import balas
@Test func roomIsThere() {}
