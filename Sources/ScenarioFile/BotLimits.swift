/// How much a bot may hold.
struct BotLimits {
  /// Bytes of YAML in all files.
  var size = 64 << 20
  var scenarios = 20_000
}
