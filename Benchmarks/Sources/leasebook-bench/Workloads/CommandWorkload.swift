/// The command on the samples as a whole process: started, run to its end, and gone.
struct CommandWorkload {
  /// The release of the command.
  let program: String
  /// A ledger of the samples.
  let ledger: String
  let scratch: String

  private static let runs = 40
  private static let warmUpRuns = 3
  /// Source: issue 2, "how it is shown".
  private static let aimOfComparison = 30.0
  /// Source: issue 3, "Speed".
  private static let aimOfRows = 50.0

  func compared() throws -> Outcome {
    try measured(
      "compare", "the samples by landlord", ["compare", "--by", "landlord"],
      aim: Self.aimOfComparison)
  }

  func printedRows() throws -> Outcome {
    try measured(
      "project", "the samples by month and charge as CSV",
      ["project", "--by", "month", "--format", "csv"], aim: Self.aimOfRows)
  }

  private func measured(
    _ name: String, _ what: String, _ words: [String], aim: Double
  ) throws -> Outcome {
    let arguments = words + ["--ledger", ledger]
    for _ in 0..<Self.warmUpRuns { _ = try run(arguments) }
    let first = try run(arguments)
    guard first.output.split(separator: "\n").count > 2 else {
      throw CheckFailure("\(name) printed no table: \(first.output)")
    }
    var seconds = [first.seconds]
    for _ in 1..<Self.runs {
      let again = try run(arguments)
      try CheckFailure.expectEqual(again.output, first.output, "the output of \(name)")
      seconds.append(again.seconds)
    }
    let times = Times(seconds)
    return Outcome(
      measurements: [
        Measurement(
          name, "\(what), a whole process, \(Self.runs) runs", times, scale: 1_000, unit: "ms",
          aim: aim),
        Measurement(name, "the slowest of them", times.maximum * 1_000, unit: "ms"),
      ])
  }

  private func run(_ arguments: [String]) throws -> ChildProcess {
    try ChildProcess(program, arguments, outputPath: "\(scratch)/printed.txt")
  }
}
