import Testing
@testable import Wappin
@Test func roomIsThere() {}
