import ArgumentParser
import LeaseModel
import Reports

extension Leasebook {
  struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "docs",
      abstract: "Explain a field of the files, with an example.",
      usage: "leasebook docs [<options>] [<field>]",
      discussion: """
        A field is named by its path, such as terms.rent.escalator.fixed, or by its last word. A \
        group, such as halls, lists what stands below it.

        Example: leasebook docs rent.escalator.fixed
        """)

    @Argument(
      help: "A path or a name; all fields are listed where none is named.",
      completion: Completions.fields)
    var field: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
      let search = field.map { FieldSearch($0) }
      if let field, let search, search.fields.isEmpty {
        throw CommandProblem.unknownField(field, nearest: search.nearest)
      }
      let report = FieldReport(search?.fields ?? FieldCatalog.all)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
