import Testing
@testable import ScenarioFile
@Test func roomIsThere() {}
