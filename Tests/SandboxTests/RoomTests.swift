import Testing
@testable import Sandbox
@Test func roomIsThere() {}
