extension FolderSource {
  /// The test files in the folder and below it, sorted; none of a folder that holds a bot of its own.
  func testFiles() -> [String] {
    var found: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let names = names(in: folder)
      if !folder.isEmpty, names.contains(BotFileName.main) { continue }
      for name in names where !name.hasPrefix(".") {
        let path = folder.isEmpty ? name : folder + "/" + name
        if isFolder(path) {
          if !isLink(path) { pending.append(path) }
        } else if BotFileName.isTest(path) {
          found.append(path)
        }
      }
    }
    return found.sorted()
  }
}
