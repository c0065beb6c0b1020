import Foundation
import Testing

@testable import Service

@Suite("the doctor", .timeLimit(.minutes(1)))
struct CheckupTests {
  private func credentials(
    in folder: TemporaryFolder, variables: [String: String] = [:]
  ) async throws -> [Checkup.Finding] {
    try folder.write(
      "balas.yaml",
      """
      data: data
      admin: admin.sock
      gateway: {base_url: "http://127.0.0.1:1"}
      projects:
        - {client_id: "9", project_id: "16", secret: {credential: wappin-9}, bot: bot}

      """)
    return await Checkup(file: folder.path + "/balas.yaml", variables: variables).findings()
      .filter { $0.subject == "credentials" }
  }

  @Test("without a daemon credentials are found in the environment, or where the unit loads them from")
  func withoutDaemon() async throws {
    let folder = try TemporaryFolder()
    let found = try await credentials(in: folder, variables: ["BALAS_WAPPIN_9": "s"])
    #expect(found.map(\.line) == ["ok    credentials: all there"])
    let missing = try await credentials(in: folder)
    #expect(missing.map(\.level) == [.fail])
    #expect(missing.first?.sentence.contains("\(folder.path)/credentials/wappin-9") == true, "\(missing)")
    try folder.write("credentials/wappin-9", "s")
    let beside = try await credentials(in: folder)
    #expect(beside.map(\.level) == [.ok])
    #expect(beside.first?.sentence.contains("in \(folder.path)/credentials") == true)
  }

  @Test("calls that could never be made are told of before a customer is")
  func calls() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "balas.yaml",
      """
      data: data
      admin: admin.sock
      gateway: {base_url: "http://127.0.0.1:1"}
      call: {allow: [shop.example.co.id]}
      projects:
        - {client_id: "9", project_id: "16", secret: {credential: wappin-9}, bot: bot}

      """)
    try folder.write(
      "bot/bot.yaml",
      """
      services:
        shop: {base: https://shop.example.co.id, failed: sorry}
        erp: {base: https://erp.example.co.id/v1, failed: sorry, headers: {X-Key: "{secret.erp_key}"}}
      scenarios:
        order:
          pattern: "pesan {n:digits 4}"
          steps:
            - call: GET shop/items/{n}
              failed:
                - call: GET erp/items/{n}
                - call: GET erp/other/{n}
        sorry:
          reply: Maaf
      default:
        reply: Maaf
      """)
    func lines(_ variables: [String: String]) async -> [String] {
      await Checkup(file: folder.path + "/balas.yaml", variables: variables).findings()
        .filter { $0.subject == "bot 9/16" && $0.level == .warn }.map(\.sentence)
    }
    #expect(
      await lines([:]) == [
        "Scenarios may not call erp.example.co.id: if they should, add `erp.example.co.id` to `call.allow` in balas.yaml.",
        "`{secret.erp_key}` is nowhere: give the daemon the credential `secret-erp-key`.",
      ])
    #expect(await lines(["BALAS_SECRET_ERP_KEY": "k"]).count == 1)
  }

  @Test("a daemon that runs is asked, because only its process was given the secrets")
  func withDaemon() async throws {
    try await DaemonBench.run { bench in
      func findings() async -> [String] {
        await Checkup(file: bench.folder.path + "/balas.yaml", variables: [:]).findings()
          .filter { $0.subject == "credentials" }.map(\.line)
      }
      #expect(await findings() == ["ok    credentials: the daemon has them all"])
      try bench.configure(projects: ["16"], secret: "another")
      let missing = await findings()
      #expect(missing.count == 1)
      #expect(
        missing.first?.hasPrefix("fail  credentials: the daemon misses one: the credential `another`") == true
      )
    }
  }

  @Test(
    "whether a user may write to a folder follows from its owner, group and mode",
    arguments: [
      (0o700, 7, 7, true), (0o500, 7, 7, false), (0o770, 8, 9, true), (0o750, 8, 9, false),
      (0o777, 8, 8, true), (0o755, 8, 8, false), (0o077, 7, 9, false), (0o707, 8, 9, false),
    ] as [(mode_t, uid_t, gid_t, Bool)])
  func modes(mode: mode_t, owner: uid_t, group: gid_t, mayWrite: Bool) {
    let user = DaemonUser(id: 7, groups: [7, 9], name: "balas")
    #expect(user.mayWrite(owner: owner, group: group, mode: mode) == mayWrite)
    #expect(DaemonUser(id: 0, groups: [], name: "root").mayWrite(owner: owner, group: group, mode: mode))
  }

  @Test("a folder the daemon's user cannot write to fails, whoever asks")
  func folders() throws {
    let folder = try TemporaryFolder()
    #expect(chmod(folder.path, 0o700) == 0)
    let checkup = Checkup(file: "", variables: [:])
    let stranger = DaemonUser(id: getuid() + 4242, groups: [], name: "balas")
    let finding = checkup.writable("data", folder.path, by: stranger)
    #expect(finding.level == .fail)
    #expect(finding.sentence.contains("the daemon's user balas cannot write to \(folder.path)"))
    let owner = try #require(DaemonUser(ownerOfAnyOf: ["/nowhere", folder.path]))
    #expect(owner.id == getuid())
    #expect(checkup.writable("data", folder.path, by: owner).level == .ok)
  }
}
