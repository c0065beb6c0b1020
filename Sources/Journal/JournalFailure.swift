/// Why the journal cannot be used; each has its exit code (sysexits).
package enum JournalFailure: Error, Sendable, Hashable {
  /// Another process holds the data folder; `holder` is its process id, nil if it did not write it down.
  case locked(path: String, holder: Int32?)
  /// The folder or a file in it cannot be made, read or written.
  case notWritable(path: String, reason: String)
  /// The file is no database, or a damaged one.
  case damaged(path: String, reason: String)
  /// A later balas made it.
  case newerSchema(path: String, found: Int, known: Int)
  /// The disk is full: nothing was kept, and it may work again later.
  case full
  /// An I/O error after the start.
  case io(reason: String)
}

extension JournalFailure: CustomStringConvertible {
  /// One sentence: what is wrong, where, and what to do.
  package var description: String {
    switch self {
    case .locked(let path, let holder):
      let who = holder.map { "the process \($0)" } ?? "another process"
      return "The data folder \(path) is in use by \(who): stop it, or set another folder as `data:`."
    case .notWritable(let path, let reason):
      return "The data cannot be kept at \(path) (\(reason)): make it readable and writable for this user, "
        + "or set another folder as `data:`."
    case .damaged(let path, let reason):
      return "The journal \(path) is damaged or not one of balas (\(reason)): "
        + "`balas doctor` tells the way back."
    case .newerSchema(let path, let found, let known):
      return
        "The journal \(path) was made by a newer balas (its schema is \(found), this one knows \(known)): "
        + "run the newer version, or restore a backup from before it."
    case .full:
      return "The disk that holds the data is full: free some space; nothing more has to be done."
    case .io(let reason):
      return "The journal cannot be read or written any more (\(reason)): "
        + "look after the disk, then start balas again."
    }
  }
}
