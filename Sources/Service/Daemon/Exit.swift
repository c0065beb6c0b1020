/// How a verb of the command line ends (sysexits(3)).
package enum Exit: Int32, Sendable {
  case usage = 64
  /// The journal is damaged, or of a later balas.
  case damagedData = 65
  /// A port or a lock is taken.
  case unavailable = 69
  /// A disk or a folder does not do what it must.
  case inputOutput = 74
  case configuration = 78
}

/// Why the daemon could not start or go on: one sentence, and how the process ends.
package struct DaemonFailure: Error, Sendable, CustomStringConvertible {
  package var exit: Exit
  package var description: String

  package init(_ exit: Exit, _ sentence: String) {
    self.exit = exit
    description = sentence
  }
}
