import Testing

@testable import ScenarioFile

@Suite("patterns of include")
struct PathPatternTests {
  @Test(
    "a star is part of a name, two stars are any folders",
    arguments: [
      ("*.yaml", "a.yaml", true), ("*.yaml", "s/a.yaml", false), ("s/*.yaml", "s/a.yaml", true),
      ("s/*", "s/.hidden", false), ("**/*.yaml", "a.yaml", true), ("**/*.yaml", "s/t/a.yaml", true),
      ("s/**", "s/t/a.yaml", true), ("s/**/x/*.yaml", "s/x/a.yaml", true), ("./s/a.yaml", "s/a.yaml", true),
      ("s*/a*b.yaml", "s1/a-x-b.yaml", true), ("**/*.yaml", ".git/a.yaml", false),
      ("a.yaml", "b.yaml", false),
    ])
  func fits(pattern: String, path: String, expected: Bool) {
    #expect(PathPattern(pattern)?.fits(path) == expected)
  }

  @Test(
    "a path that leaves the folder is no pattern", arguments: ["../a", "/a", "a/../../b", "", "~/a", "."])
  func outside(path: String) {
    #expect(PathPattern(path) == nil)
  }

  @Test("a folder finds what a stored version finds")
  func same() throws {
    let paths = [
      "a.yaml", "s/b.yaml", "s/t/c.yaml", "s/t/u/d.yaml", ".x/e.yaml", "s/f.test.yaml", "bot.yaml",
    ]
    let files = Dictionary(uniqueKeysWithValues: paths.map { ($0, "") })
    let folder = try TemporaryFolder(files)
    let source = try #require(FolderSource(folder.path))
    let stored = StoredSource(version: BotVersion(files: files, media: [:]))
    for text in [
      "*.yaml", "**", "**/*.yaml", "s/*/*.yaml", "s/**/*.yaml", "s/**", "*/*.yaml", "**/t/*", "**/**/c.yaml",
    ] {
      let pattern = try #require(PathPattern(text))
      #expect(source.files(matching: pattern) == stored.files(matching: pattern), "\(text)")
    }
  }
}
