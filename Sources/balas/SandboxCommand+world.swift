import ArgumentParser
import Foundation
import Sandbox
import Service
import StrictYAML

extension SandboxCommand {
  /// What the file says; its mistakes go to standard error, and end the verb.
  func described() throws -> World {
    guard let file = world else { return World() }
    let reading = World.read(file: file)
    FileHandle.standardError.write(
      Data(DiagnosticFormat.text.render(reading.diagnostics, sources: reading.sources).utf8))
    guard let world = reading.world else { throw ExitCode(Exit.configuration.rawValue) }
    return world
  }

  /// What the options say wins.
  func apply(to world: inout World) {
    if let clientId { world.renameFirstClient(clientId) }
    if let secret { world.clients[0].secret = secret }
    if let projectId { world.renameFirstProject(projectId) }
    if let name { world.projects[0].name = name }
    if let url = callback ?? world.callback.target?.url {
      let bearer = callbackToken ?? (callback == nil ? world.callback.target?.bearer : nil)
      world.callback.target = CallbackTarget(url: url, bearer: bearer)
    }
    // Each was read when the arguments were.
    world.faults += fault.compactMap { try? Fault(line: $0) }
    if let retryInterval { world.callback.interval = .milliseconds(Int64(retryInterval * 1000)) }
  }
}
