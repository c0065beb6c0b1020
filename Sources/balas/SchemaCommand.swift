import ArgumentParser
import Foundation
import ScenarioFile

/// `balas schema`: the words of the language for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print the JSON Schema of bots and their tests, so that an editor completes and explains words.",
    discussion: """
      Examples:
        balas schema > balas.schema.json             beside bot.yaml

      Then write as the first line of bot.yaml, where the YAML extension of VS Code and other editors look for it:
        # yaml-language-server: $schema=balas.schema.json

      Or once for all bots of a folder, in its .vscode/settings.json:
        {"yaml.schemas": {"balas.schema.json": ["**/bot.yaml", "**/*.test.yaml", "**/scenarios/*.yaml"]}}

      The schema is made of the words `balas check` knows; what they mean together only `balas check` can tell.
      """)

  func run() { FileHandle.standardOutput.write(Data(BotSchema.text.utf8)) }
}
