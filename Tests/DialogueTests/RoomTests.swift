import Testing
@testable import Dialogue
@Test func roomIsThere() {}
