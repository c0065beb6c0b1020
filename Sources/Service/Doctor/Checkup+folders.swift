import Foundation
import Glibc

extension Checkup {
  func folders(_ configuration: Configuration) -> [Finding] {
    // Root may write everywhere, which says nothing of the daemon.
    let user = getuid() == 0 ? DaemonUser(ownerOfAnyOf: [configuration.admin, configuration.data]) : nil
    var findings = [writable("data", configuration.data, by: user)]
    findings.append(
      writable(
        "admin socket", URL(filePath: configuration.admin).deletingLastPathComponent().path, by: user))
    findings.append(disk(configuration.data))
    return findings
  }

  /// - Parameter user: the daemon's; nil for whoever asks.
  func writable(_ subject: String, _ folder: String, by user: DaemonUser?) -> Finding {
    guard let found = try? FileManager.default.attributesOfItem(atPath: folder) else {
      let parent = URL(filePath: folder).deletingLastPathComponent().path
      return access(parent, W_OK) == 0
        ? Finding(.ok, subject, "\(folder) is made at the first start")
        : Finding(
          .fail, subject,
          "\(folder) is not there and this user cannot make it; make it, and give it to the daemon's user.")
    }
    guard found[.type] as? FileAttributeType == .typeDirectory else {
      return Finding(.fail, subject, "\(folder) is a file where a folder is needed; move it away.")
    }
    let owner = found[.ownerAccountName] as? String ?? "somebody else"
    if let user, !user.mayWrite(folder) {
      return Finding(
        .fail, subject,
        "the daemon's user \(user.name) cannot write to \(folder), which belongs to \(owner); "
          + "chown \(user.name) \(folder).")
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      return Finding(
        .fail, subject, "this user cannot write to \(folder), which belongs to \(owner); run it as that user."
      )
    }
    guard subject != "data" || (found[.posixPermissions] as? Int ?? 0) & 0o007 == 0 else {
      return Finding(.warn, subject, "anybody on this machine can look into \(folder); chmod o= \(folder).")
    }
    return Finding(.ok, subject, "\(folder) can be written\(user.map { " by \($0.name)" } ?? "")")
  }

  private func disk(_ folder: String) -> Finding {
    var place = URL(filePath: folder)
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    let space = try? FileManager.default.attributesOfFileSystem(forPath: place.path)
    guard let bytes = space?[.systemFreeSize] as? Int else {
      return Finding(
        .warn, "disk", "the system does not say how much is free at \(place.path); look with df.")
    }
    let free = bytes >> 20
    switch free {
    case ..<128:
      return Finding(.fail, "disk", "\(free) MiB are free: callbacks are refused below 128; make room.")
    case ..<1024: return Finding(.warn, "disk", "\(free) MiB are free; make room soon.")
    default: return Finding(.ok, "disk", "\(free) MiB are free")
    }
  }
}
