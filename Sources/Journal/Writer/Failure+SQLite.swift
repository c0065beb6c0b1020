import GRDB

extension JournalFailure {
  /// What an error of SQLite means for the whole journal; nil if it only concerns one statement.
  init?(_ error: any Error, path: String) {
    if let failure = error as? JournalFailure {
      self = failure
      return
    }
    guard let error = error as? DatabaseError else { return nil }
    let reason = "\(error.message ?? "no message"), SQLite code \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL:
      self = .full
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      // The memory-mapped index could not grow: a full disk, told in another way.
      self = .full
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self = .io(reason: reason)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self = .damaged(path: path, reason: reason)
    default:
      return nil
    }
  }

  /// Whether the journal must not be written any more: a repeated fsync may claim what the first one lost.
  var isLasting: Bool { self != .full }
}
