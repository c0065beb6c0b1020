/// Why the journal cannot be used; each has its exit code (sysexits).
package enum JournalFailure: Error, Sendable, Hashable {
  /// Another process holds the data folder.
  case locked(path: String)
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
