/// Where the boxes and lines of a graph go: in columns, each line from a column to a later one (Sugiyama, Tagawa, Toda,
/// "Methods for Visual Understanding of Hierarchical System Structures", 1981).
struct GraphLayout {
  /// A box, or the place where a long line crosses a column.
  struct Spot {
    /// Nil where a line crosses.
    var node: Int?
    var column: Int
    /// The middle, from 0 down.
    var y = 0.0
  }

  /// The spots of an edge from its first to its last column; reversed for one that leads back.
  struct Route {
    var edge: Int
    var spots: [Int]
    var isBackward: Bool
  }

  private(set) var spots: [Spot] = []
  private(set) var routes: [Route] = []
  /// Spots from top to bottom.
  private(set) var columns: [[Int]] = []
  private(set) var height = 0.0

  /// - Parameters:
  ///   - nodes: the nodes to place, in the order that decides where nothing else does.
  ///   - edges: between them.
  ///   - boxHeight: of a box with the free space around it.
  ///   - lineHeight: of a line that crosses a column.
  init(nodes: [Int], edges: [(number: Int, from: Int, to: Int)], boxHeight: Double, lineHeight: Double) {
    let backward = Self.backward(nodes, edges)
    let forward = edges.map { edge in
      backward.contains(edge.number) ? (edge.number, edge.to, edge.from) : (edge.number, edge.from, edge.to)
    }
    let ranks = Self.ranks(nodes, forward.map { ($0.1, $0.2) })
    columns = Array(repeating: [], count: (ranks.values.max() ?? -1) + 1)
    var spotOfNode: [Int: Int] = [:]
    for node in nodes { spotOfNode[node] = addSpot(node, ranks[node] ?? 0) }
    for (number, from, to) in forward {
      guard let first = spotOfNode[from], let last = spotOfNode[to] else { continue }
      let between = spots[first].column + 1..<max(spots[first].column + 1, spots[last].column)
      routes.append(
        Route(
          edge: number, spots: [first] + between.map { addSpot(nil, $0) } + [last],
          isBackward: backward.contains(number)))
    }
    order()
    place(boxHeight: boxHeight, lineHeight: lineHeight)
  }

  private mutating func addSpot(_ node: Int?, _ column: Int) -> Int {
    spots.append(Spot(node: node, column: column))
    columns[column].append(spots.count - 1)
    return spots.count - 1
  }

  /// The edges that close a circle, found depth first from what nothing leads to.
  private static func backward(_ nodes: [Int], _ edges: [(number: Int, from: Int, to: Int)]) -> Set<Int> {
    let outgoing = Dictionary(grouping: edges, by: \.from)
    let reached = Set(edges.map(\.to))
    var backward: Set<Int> = []
    var done: Set<Int> = []
    for root in nodes.filter({ !reached.contains($0) }) + nodes where !done.contains(root) {
      var open: Set<Int> = [root]
      var path: [(node: Int, next: Int)] = [(root, 0)]
      while let (node, next) = path.last {
        let ways = outgoing[node] ?? []
        guard next < ways.count else {
          path.removeLast()
          open.remove(node)
          done.insert(node)
          continue
        }
        path[path.count - 1].next += 1
        let way = ways[next]
        if open.contains(way.to) {
          backward.insert(way.number)
        } else if !done.contains(way.to) {
          open.insert(way.to)
          path.append((way.to, 0))
        }
      }
    }
    return backward
  }

  /// The column of each node: behind all that lead to it.
  private static func ranks(_ nodes: [Int], _ edges: [(from: Int, to: Int)]) -> [Int: Int] {
    var missing = Dictionary(edges.map { ($0.to, 1) }, uniquingKeysWith: +)
    let outgoing = Dictionary(grouping: edges, by: \.from)
    var ranks = Dictionary(uniqueKeysWithValues: nodes.map { ($0, 0) })
    var ready = nodes.filter { missing[$0] == nil }
    while let node = ready.popLast() {
      for edge in outgoing[node] ?? [] {
        ranks[edge.to] = max(ranks[edge.to] ?? 0, (ranks[node] ?? 0) + 1)
        missing[edge.to, default: 0] -= 1
        if missing[edge.to] == 0 { ready.append(edge.to) }
      }
    }
    // What starts a way stands beside what it leads to, not far before it.
    let reached = Set(edges.map(\.to))
    for node in nodes where !reached.contains(node) {
      let next = (outgoing[node] ?? []).compactMap { ranks[$0.to] }.min()
      if let next { ranks[node] = next - 1 }
    }
    return ranks
  }

  /// The spots that lines lead to from a spot, in the column before or behind it.
  private func neighbors(behind: Bool) -> [Int: [Int]] {
    var neighbors: [Int: [Int]] = [:]
    for route in routes {
      for (left, right) in zip(route.spots, route.spots.dropFirst()) {
        neighbors[behind ? left : right, default: []].append(behind ? right : left)
      }
    }
    return neighbors
  }

  /// Orders each column by the middle of what its spots are tied to, to and fro, and keeps the order with least crossings.
  private mutating func order() {
    let (before, behind) = (neighbors(behind: false), neighbors(behind: true))
    var best = columns
    var fewest = crossings()
    for sweep in 0..<24 where fewest > 0 {
      let isForward = sweep.isMultiple(of: 2)
      for column in isForward ? Array(columns.indices) : columns.indices.reversed() {
        let rows = Dictionary(
          uniqueKeysWithValues: columns.flatMap { $0.enumerated().map { ($1, Double($0)) } })
        let ties = isForward ? before : behind
        let keys = columns[column].enumerated().map { row, spot -> (key: Double, row: Int, spot: Int) in
          let tied = (ties[spot] ?? []).compactMap { rows[$0] }
          return (tied.isEmpty ? Double(row) : tied.reduce(0, +) / Double(tied.count), row, spot)
        }
        columns[column] = keys.sorted { ($0.key, $0.row) < ($1.key, $1.row) }.map(\.spot)
      }
      let count = crossings()
      if count < fewest { (best, fewest) = (columns, count) }
    }
    columns = best
  }

  private func crossings() -> Int {
    let rows = Dictionary(uniqueKeysWithValues: columns.flatMap { $0.enumerated().map { ($1, $0) } })
    var byColumn: [Int: [(Int, Int)]] = [:]
    for route in routes {
      for (left, right) in zip(route.spots, route.spots.dropFirst()) {
        byColumn[spots[left].column, default: []].append((rows[left] ?? 0, rows[right] ?? 0))
      }
    }
    return byColumn.values.reduce(0) { sum, lines in
      var count = 0
      for (index, line) in lines.enumerated() {
        for other in lines[(index + 1)...] where (line.0 - other.0) * (line.1 - other.1) < 0 { count += 1 }
      }
      return sum + count
    }
  }

  private mutating func place(boxHeight: Double, lineHeight: Double) {
    func size(_ spot: Int) -> Double { spots[spot].node == nil ? lineHeight : boxHeight }
    for column in columns {
      var y = 0.0
      for spot in column {
        spots[spot].y = y + size(spot) / 2
        y += size(spot)
      }
    }
    let (before, behind) = (neighbors(behind: false), neighbors(behind: true))
    for sweep in 0..<12 {
      let isForward = sweep.isMultiple(of: 2)
      for column in isForward ? Array(columns.indices) : columns.indices.reversed() {
        let wishes = columns[column].map { spot -> Double in
          let tied = (isForward ? before : behind)[spot] ?? []
          return tied.isEmpty ? spots[spot].y : tied.reduce(0) { $0 + spots[$1].y } / Double(tied.count)
        }
        let placed = Stacking.positions(wishes, sizes: columns[column].map(size))
        for (spot, y) in zip(columns[column], placed) { spots[spot].y = y }
      }
    }
    let top = spots.indices.map { spots[$0].y - size($0) / 2 }.min() ?? 0
    for spot in spots.indices { spots[spot].y -= top }
    height = spots.indices.map { spots[$0].y + size($0) / 2 }.max() ?? 0
  }
}
