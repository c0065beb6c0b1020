extension Run {
  /// `opt_out`: no more messages of this kind.
  mutating func optOut(_ kind: String) -> Flow {
    effects.append(.optOut(kind))
    return .next
  }
}
