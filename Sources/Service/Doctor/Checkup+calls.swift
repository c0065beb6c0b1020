import Dialogue
import Outcall

extension Checkup {
  /// What a bot's calls would fail of: a host that is not allowed, a secret that is nowhere.
  ///
  /// - Parameter credentials: nil where a running daemon has its own.
  func calls(of bot: Bot, _ subject: String, _ hosts: [AllowedHost], _ credentials: [Credentials]?)
    -> [Finding]
  {
    var sentences: [String] = []
    func add(_ sentence: String) { if !sentences.contains(sentence) { sentences.append(sentence) } }
    for call in bot.calls {
      if case .literal(let beginning)? = call.url.pieces.first,
        let obstacle = CallAllowance.obstacle(to: beginning, hosts: hosts)
      {
        add(obstacle)
      }
      guard let credentials else { continue }
      for name in call.headers.values.flatMap(\.slotNames).sorted() where name.hasPrefix("secret.") {
        let secret = String(name.dropFirst("secret.".count))
        guard !credentials.contains(where: { $0.scenarioSecret(secret) != nil }) else { continue }
        add("`{\(name)}` is nowhere: give the daemon the credential `\(SecretName.credential(for: secret))`.")
      }
    }
    return sentences.map { Finding(.warn, subject, $0) }
  }
}
