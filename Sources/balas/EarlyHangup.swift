import Glibc

/// A SIGHUP that comes before the daemon listens for it is remembered, where it would end the process.
enum EarlyHangup {
  static var came: Bool { earlyHangup != 0 }
}

/// Written by a signal handler, which may touch nothing but a `sig_atomic_t`; read once the handler is replaced.
nonisolated(unsafe) private var earlyHangup: sig_atomic_t = 0

/// Runs before main, as a C constructor does (SE-0492); glibc hands it main's arguments.
///
/// Only `balas run` lives on after its terminal is gone.
@used @section(".init_array")
private let installEarlyHangup:
  @convention(c) (CInt, UnsafePointer<UnsafePointer<CChar>?>?, UnsafeRawPointer?) -> Void = {
    count, arguments, _ in
    guard count > 1, let verb = arguments?[1], strcmp(verb, "run") == 0 else { return }
    signal(SIGHUP) { _ in earlyHangup = 1 }
  }
