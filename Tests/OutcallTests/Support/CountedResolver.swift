import Outcall
import Synchronization

/// Answers what a test says, and counts how often it is asked.
final class CountedResolver: Sendable {
  private let names = Mutex<[String]>([])
  private let answers: [[String]]

  /// - Parameter answers: the addresses of the first question, of the second, and so on; the last ones stay.
  init(_ answers: [String]...) { self.answers = answers }

  var asked: [String] { names.withLock { $0 } }

  var resolver: HostResolver {
    HostResolver { host in
      let times = self.names.withLock { names in
        names.append(host)
        return names.count
      }
      return self.answers[min(times, self.answers.count) - 1].compactMap { IPAddress($0) }
    }
  }
}
