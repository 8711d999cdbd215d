import ArgumentParser
import Reports

extension Leasebook {
  struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print the JSON Schema by which an editor completes and checks a file.",
      usage: "leasebook schema [<file>]",
      discussion: """
        A file is deal (also amendments, parties and sites), scenario or series. An editor with a \
        YAML language server takes the schema from a comment in the first line of a file:
          # yaml-language-server: $schema=deal.schema.json

        Example: leasebook schema deal > deal.schema.json
        """)

    @Argument(help: "deal, scenario or series.")
    var file: FileSchema = .deal

    func run() throws {
      try StandardOutput.print(file.json.text + "\n")
    }
  }
}
