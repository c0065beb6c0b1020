import Glibc

/// The file of a listening socket, told from another one that came to its path.
struct SocketFile: Sendable, Equatable {
  private let path: String
  private let device: dev_t
  private let inode: ino_t
  // A file system may give the inode of a file that is gone to the next one.
  private let seconds: Int
  private let nanoseconds: Int

  /// What lies at `path` now; nil if nothing does.
  init?(_ path: String) {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    self.path = path
    device = facts.st_dev
    inode = facts.st_ino
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }

  /// Takes it away, unless another one lies there now.
  func remove() {
    if SocketFile(path) == self { unlink(path) }
  }
}
