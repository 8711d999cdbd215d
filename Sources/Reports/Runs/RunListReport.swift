/// The kept runs as a listing, in the order of recording.
public struct RunListReport: Sendable {
  let runs: [ReportedRun]

  /// Takes kept runs in the order in which they are listed.
  public init(_ runs: [ReportedRun]) {
    self.runs = runs
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    render(table(isForPeople: format == .text), as: format, style: style)
  }

  private func table(isForPeople: Bool) -> Table {
    let hash = { (hash: String) in isForPeople ? shortHash(hash) : hash }
    return Table(
      title: "Kept runs",
      columns: [
        Column("number", "No", .count, audience: .programs),
        Column("run", "Run", .text, isKey: true),
        Column("asked", "Asked", .text),
        Column("as_of_entry", "As of entry", .count),
        Column("as_of_head", "Head", .text, audience: .programs),
        Column("inputs", "Inputs", .count),
        Column("answer_sha256", "Answer", .text),
        Column("recorded", "Recorded", .text, audience: .programs),
        Column("entry", "Entry", .count, audience: .programs),
        Column("program", "Program", .text, audience: .programs),
        Column("schema", "Schema", .count, audience: .programs),
      ],
      rows: runs.map { run in
        let keeping = run.keeping
        return Row([
          .count(keeping?.number ?? 0), .text(run.name), .text(run.asked),
          .count(run.asOf.entry), .text(run.asOf.hash), .count(run.inputs.count),
          .text(hash(run.answerHash)), .text(keeping?.recorded ?? ""),
          .count(keeping?.entry ?? 0), .text(run.program), .count(keeping?.schema ?? 0),
        ])
      },
      footnotes: [
        runs.isEmpty
          ? "nothing is kept yet: ask with --keep"
          : "\(runs.count) \(runs.count == 1 ? "run" : "runs"); answers by the beginning of their hash"
      ])
  }
}
