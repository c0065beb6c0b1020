import Foundation
import Synchronization

/// Room on the disk: refuses new work before the disk is full, and keeps a file to remove when it is.
///
/// A full disk keeps SQLite from deleting as well; removing the ballast lets what was accepted come to its end.
final class DiskSpace: Sendable {
  private let folder: String
  private let ballast: String
  private let ballastBytes: Int
  private let reserveBytes: Int
  private let short = Mutex(false)

  /// - Parameters:
  ///   - reserveBytes: below this much free space nothing new is accepted.
  ///   - ballastBytes: the size of the removable file; 0 for none.
  init(folder: String, reserveBytes: Int, ballastBytes: Int) {
    self.folder = folder
    self.ballast = folder + "/ballast"
    self.ballastBytes = ballastBytes
    self.reserveBytes = reserveBytes
  }

  /// Free bytes for this user on the folder's disk; nil if the system does not say.
  var freeBytes: Int? {
    var answer = statvfs()
    guard statvfs(folder, &answer) == 0 else { return nil }
    return Int(answer.f_bavail) * Int(answer.f_frsize)
  }

  /// Whether nothing new may be accepted; looks again only while it is so.
  var isShort: Bool { short.withLock { $0 } ? look() : false }

  /// Looks how much is free; the writer calls it once a commit.
  @discardableResult
  func look() -> Bool {
    guard let free = freeBytes else { return false }
    let isShort = free < reserveBytes
    short.withLock { $0 = isShort }
    return isShort
  }

  /// Removes the ballast; whether there was one.
  func dropBallast() -> Bool { unlink(ballast) == 0 }

  /// Makes the ballast if it is missing and the reserve stays free beside it.
  func restoreBallast() {
    guard ballastBytes > 0, access(ballast, F_OK) != 0, let free = freeBytes,
      free >= reserveBytes + ballastBytes
    else { return }
    let descriptor = open(ballast, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // A ballast that is only partly there would be found and trusted at the next start.
    if posix_fallocate(descriptor, 0, ballastBytes) != 0 { unlink(ballast) }
  }
}
