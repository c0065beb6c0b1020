import Testing

@Test("placeholder until the demo runs")
func browserStarts() throws {
  let browser = try Browser()
  browser.close()
}
