import Journal

extension DaemonFailure {
  /// What an error of the journal means for the process.
  package init(_ error: any Error) {
    switch error {
    case let failure as DaemonFailure: self = failure
    case let failure as JournalFailure: self.init(Self.exit(failure), "\(failure)")
    case let failure as MediaStoreFailure: self.init(.inputOutput, "\(failure)")
    default: self.init(.inputOutput, "\(error)")
    }
  }

  private static func exit(_ failure: JournalFailure) -> Exit {
    switch failure {
    case .locked: .unavailable
    case .damaged, .newerSchema: .damagedData
    case .notWritable, .full, .io: .inputOutput
    }
  }
}
