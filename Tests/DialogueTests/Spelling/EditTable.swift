/// Optimal string alignment, cell by cell: what quicker ways to count slips of a pen are held against.
enum EditTable {
  static func edits<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        guard row > 0, column > 0 else {
          table[row][column] = max(row, column)
          continue
        }
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var edits = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          edits = min(edits, table[row - 2][column - 2] + 1)
        }
        table[row][column] = edits
      }
    }
    return table[left.count][right.count]
  }
}
