import ArgumentParser
import Reports

extension Leasebook {
  struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the answers that were kept, show one, or ask its question again.",
      usage: "leasebook runs [<options>] [<run>]",
      discussion: """
        `project`, `value` and `compare` keep an answer with --keep: with the question in full, the \
        entries and files that it rests on, and the program that gave it. `leasebook diff --runs` \
        puts two of them side by side.

        Example: leasebook runs value-1 --repeat

        Example: leasebook runs value-1 --now
        """)

    @Argument(
      help: ArgumentHelp(
        "The name of a run; all are listed where none is named.", valueName: "run"),
      completion: Completions.runs)
    var name: String?

    @Flag(
      name: .customLong("repeat"),
      help: "Ask it again of the ledger as it was, and say whether the answer is the same.")
    var isRepeated = false

    @Flag(help: "Ask it of the ledger as it is, and show what differs.")
    var now = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if isRepeated, now {
        throw ValidationError("--repeat and --now exclude each other: take one of them.")
      }
      if name == nil, isRepeated || now {
        throw ValidationError("Name the run to ask again; `leasebook runs` lists them.")
      }
    }

    func run() throws {
      let reading = LedgerReading(ledger)
      guard let name else {
        let report = RunListReport(try reading.runs())
        return try output.print { report.rendered(as: $0, style: $1) }
      }
      guard isRepeated || now else {
        let report = RunReport(try reading.run(name))
        return try output.print { report.rendered(as: $0, style: $1) }
      }
      let report = try reading.repeated(name, ofLedgerNow: now)
      try output.print { report.rendered(as: $0, style: $1) }
      if isRepeated, !report.isIdentical { throw ExitCode(1) }
    }
  }
}
