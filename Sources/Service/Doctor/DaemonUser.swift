import Glibc

/// The user a daemon runs as, and what its files allow that user to do.
struct DaemonUser: Sendable, Equatable {
  var id: uid_t
  var groups: Set<gid_t>
  var name: String

  init(id: uid_t, groups: Set<gid_t>, name: String) {
    self.id = id
    self.groups = groups
    self.name = name
  }

  /// The owner of the first of these paths that is there: a daemon's socket and data are its own.
  init?(ownerOfAnyOf paths: [String]) {
    for path in paths {
      var facts = stat()
      guard lstat(path, &facts) == 0 else { continue }
      self.init(id: facts.st_uid, groups: [facts.st_gid], name: "\(facts.st_uid)")
      guard let entry = getpwuid(id) else { return }
      name = String(cString: entry.pointee.pw_name)
      var found = [gid_t](repeating: 0, count: 64)
      var count = CInt(found.count)
      // More groups than that are not needed to find the one that matters.
      _ = getgrouplist(name, entry.pointee.pw_gid, &found, &count)
      groups = Set(found.prefix(Int(min(count, 64))))
      return
    }
    return nil
  }

  /// Whether it may make files in a folder of this owner, group and mode (path_resolution(7)).
  func mayWrite(owner: uid_t, group: gid_t, mode: mode_t) -> Bool {
    if id == 0 { return true }
    let wanted: mode_t = 0o3
    if id == owner { return mode >> 6 & wanted == wanted }
    if groups.contains(group) { return mode >> 3 & wanted == wanted }
    return mode & wanted == wanted
  }

  /// Whether it may make files in the folder at `path`.
  func mayWrite(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0
      && mayWrite(owner: facts.st_uid, group: facts.st_gid, mode: facts.st_mode)
  }
}
