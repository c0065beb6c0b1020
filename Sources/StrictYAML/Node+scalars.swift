extension Node {
  /// Every text in it, keys included, in no order.
  package var scalars: [Scalar] {
    var scalars: [Scalar] = []
    var pending = [self]
    while let node = pending.popLast() {
      switch node {
      case .scalar(let scalar): scalars.append(scalar)
      case .sequence(let sequence): pending += sequence.items
      case .mapping(let mapping):
        scalars += mapping.entries.map(\.key)
        pending += mapping.entries.map(\.value)
      }
    }
    return scalars
  }
}
