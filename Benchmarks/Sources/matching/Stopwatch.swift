import Foundation

/// Processor time, which a busy machine does not lengthen as much.
enum Stopwatch {
  /// Milliseconds of the fastest of a few runs; one is enough for what is far from `limit`.
  static func milliseconds(near limit: Double, _ work: () -> Void) -> Double {
    var fastest = Double.infinity
    for _ in 0..<5 {
      let begin = now()
      work()
      fastest = min(fastest, now() - begin)
      if fastest < limit / 3 || fastest > limit * 10 { break }
    }
    return fastest
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
