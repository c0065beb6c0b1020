/// Only what differs from a new conversation is written.
extension Conversation: Codable {
  private enum CodingKeys: String, CodingKey {
    case startedAt, lastInboundAt, turns, turnsSince, vars, misses, missedAt, fallbacksAt, open, returns,
      call,
      panel, picks, closedToldAt, awaitsFirst, serial
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys, _ usual: Value) throws -> Value {
      try values.decodeIfPresent(Value.self, forKey: key) ?? usual
    }
    self.init(
      startedAt: try value(.startedAt, nil), lastInboundAt: try value(.lastInboundAt, nil),
      vars: try value(.vars, [:]), misses: try value(.misses, 0))
    turns = try value(.turns, 0)
    turnsSince = try value(.turnsSince, nil)
    missedAt = try value(.missedAt, nil)
    fallbacksAt = try value(.fallbacksAt, [])
    open = try value(.open, nil)
    returns = try value(.returns, [])
    call = try value(.call, nil)
    panel = try value(.panel, nil)
    picks = try value(.picks, [:])
    closedToldAt = try value(.closedToldAt, nil)
    awaitsFirst = try value(.awaitsFirst, false)
    serial = try value(.serial, 0)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(startedAt, forKey: .startedAt)
    try values.encodeIfPresent(lastInboundAt, forKey: .lastInboundAt)
    if turns != 0 { try values.encode(turns, forKey: .turns) }
    try values.encodeIfPresent(turnsSince, forKey: .turnsSince)
    if !vars.isEmpty { try values.encode(vars, forKey: .vars) }
    if misses != 0 { try values.encode(misses, forKey: .misses) }
    try values.encodeIfPresent(missedAt, forKey: .missedAt)
    if !fallbacksAt.isEmpty { try values.encode(fallbacksAt, forKey: .fallbacksAt) }
    try values.encodeIfPresent(open, forKey: .open)
    if !returns.isEmpty { try values.encode(returns, forKey: .returns) }
    try values.encodeIfPresent(call, forKey: .call)
    try values.encodeIfPresent(panel, forKey: .panel)
    if !picks.isEmpty { try values.encode(picks, forKey: .picks) }
    try values.encodeIfPresent(closedToldAt, forKey: .closedToldAt)
    if awaitsFirst { try values.encode(true, forKey: .awaitsFirst) }
    if serial != 0 { try values.encode(serial, forKey: .serial) }
  }
}
