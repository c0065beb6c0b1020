import Testing
@testable import Service
@Test func roomIsThere() {}
