/// Puts things below each other, each as near as can be to where it would like to be.
enum Stacking {
  /// The middles of things that keep their order and do not overlap, with the least sum of squared distances to `wishes`
  /// (pool adjacent violators).
  static func positions(_ wishes: [Double], sizes: [Double]) -> [Double] {
    var offsets: [Double] = []
    var edge = 0.0
    for size in sizes {
      offsets.append(edge + size / 2)
      edge += size
    }
    var pools: [(sum: Double, count: Int)] = []
    for (wish, offset) in zip(wishes, offsets) {
      pools.append((wish - offset, 1))
      while pools.count > 1, let last = pools.last,
        pools[pools.count - 2].sum / Double(pools[pools.count - 2].count) > last.sum / Double(last.count)
      {
        pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    let bases = pools.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    return zip(bases, offsets).map(+)
  }
}
