import ArgumentParser
import Dialogue
import Foundation
import ScenarioFile
import Testing

@testable import balas

@Suite struct GraphTests {
  private static let goldens = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  private static let shop = """
    bot: {name: "Toko <Bunga> & \\"Kue\\"", first: hello, on_gone: [{goto: menu}]}
    hours: {office: {mon-fri: 08:00-17:00}}
    default: {replies: [Maaf], then: agent}
    scenarios:
      hello: {keywords: [halo, hai, selamat pagi, selamat siang], steps: [{say: Halo}, {goto: menu}]}
      menu:
        exact: [menu]
        steps:
          - menu: Pilih
            options:
              - Pesan "cepat": order
              - Alamat: [{say: Baik}, {goto: address}]
              - Orang: agent
      order:
        keywords: [pesan]
        steps:
          - visit: form
          - ask: Berapa?
            expect: number
            tries: 3
            on_fail: agent
            timeout: 5m
            on_timeout: [{goto: menu}]
          - if: hours.office is open
            then: [{say: Hari ini}]
            else: [{goto: order}]
      form: {steps: [{ask: Nama?, save: name}]}
      address: {keywords: [alamat], reply: Di sini}
      agent:
        type: chat_panel
        keywords: [cs]
        panel: {hours: office, closed: Tutup, release: {idle: 1h, then: menu}}
      lost: {reply: Tidak ada}
      cancel: {exact: [batal, cancel], interrupt: always, reply: Baik}
    """

  private func graph(_ text: String) throws -> BotGraph {
    BotGraph(try #require(Compilation.stored(BotVersion(files: ["bot.yaml": text], media: [:])).bot))
  }

  @Test("each way from one scenario to another is a line that says what brings it about")
  func edges() throws {
    let graph = try graph(Self.shop)
    let told = graph.edges.map { edge in
      "\(graph.nodes[edge.from].name) \(edge.kind.rawValue) \(graph.nodes[edge.to].name): \(edge.label)"
    }
    #expect(
      Set(told) == [
        "hello goto menu: ", "menu goto order: Pesan \"cepat\"", "menu goto address: Alamat",
        "menu goto agent: Orang", "order visit form: ", "order goto agent: on_fail",
        "order goto menu: on_timeout", "agent goto menu: released", "first message visit hello: ",
        "on_gone goto menu: ", "default goto agent: then",
      ])
    #expect(graph.nodes.first { $0.name == "order" }?.isRepeated == true)
    #expect(graph.nodes.filter(\.isUnreachable).map(\.name) == ["lost"])
    #expect(graph.nodes.first { $0.name == "address" }?.isEnd == true)
  }

  @Test("each format draws the shop as it stands beside this test", arguments: GraphCommand.Format.allCases)
  func golden(format: GraphCommand.Format) throws {
    let actual = format.text(try graph(Self.shop))
    let file = Self.goldens.appendingPathComponent("shop.\(format.rawValue)")
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1", actual != expected {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent); look at the difference")
    } else {
      #expect(actual == expected)
    }
  }

  @Test("in a picture every scenario has its box, and no box lies over another", arguments: ExampleBots.paths)
  func boxes(path: String) throws {
    let graph = BotGraph(try #require(Compilation.folder(path).bot))
    let document = SVGGraph(graph).text
    let number = #"([0-9.]+)"#
    let box = try Regex(
      "</title><rect x=\"\(number)\" y=\"\(number)\" width=\"\(number)\" height=\"\(number)\"",
      as: (Substring, Substring, Substring, Substring, Substring).self)
    let boxes = document.matches(of: box).map { match in
      CGRect(
        x: Double(match.1) ?? 0, y: Double(match.2) ?? 0, width: Double(match.3) ?? 0,
        height: Double(match.4) ?? 0)
    }
    #expect(boxes.count == graph.nodes.count)
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!box.intersects(other), "\(box) \(other)") }
    }
    #expect(document == SVGGraph(graph).text, "it is the same each time")
  }

  @Test("a text is cut before it is wider than its place, and short ones stay whole")
  func fitting() {
    let long = String(repeating: "Wm kue ulang tahun 🎂 ", count: 20)
    let cut = TextWidth.fitted(long, to: 150, size: 11)
    #expect(cut.hasSuffix("…") && TextWidth.ems(cut) * 11 <= 150)
    #expect(TextWidth.fitted("menu", to: 150, size: 11) == "menu")
  }

  @Test("things keep their order and their distance, as near as can be to their wishes")
  func stacking() {
    #expect(Stacking.positions([5, 100], sizes: [10, 10]) == [5, 100])
    #expect(Stacking.positions([50, 50], sizes: [10, 10]) == [45, 55])
    #expect(Stacking.positions([50, 0, 200], sizes: [10, 10, 10]) == [20, 30, 200])
  }

  @Test("columns follow the ways, and a way back turns no column round")
  func columns() {
    let layout = GraphLayout(
      nodes: [0, 1, 2, 3], edges: [(0, 0, 1), (1, 1, 2), (2, 2, 0), (3, 0, 3), (4, 3, 2)], boxHeight: 10,
      lineHeight: 5)
    let columns = Dictionary(
      uniqueKeysWithValues: layout.spots.compactMap { spot in spot.node.map { ($0, spot.column) } })
    #expect(columns == [0: 0, 1: 1, 2: 2, 3: 1])
    #expect(layout.routes.filter(\.isBackward).map(\.edge) == [2])
  }

  @Test("the format is the one asked for, else as the file ends, else Mermaid")
  func format() throws {
    #expect(try GraphCommand.parse(["x"]).chosenFormat == .mermaid)
    #expect(try GraphCommand.parse(["x", "--output", "a/b.SVG"]).chosenFormat == .svg)
    #expect(try GraphCommand.parse(["x", "--output", "b.svg", "--format", "dot"]).chosenFormat == .dot)
    #expect(try GraphCommand.parse(["x", "--output", "bot"]).chosenFormat == .mermaid)
    #expect(throws: (any Error).self) { try GraphCommand.parse(["x", "--output", "b.png"]) }
  }
}
