/// `leasebook compare` as a whole process: started, run to its end, and gone.
struct CommandWorkload {
  /// The release of the command.
  let program: String
  /// A ledger of the samples.
  let ledger: String
  let scratch: String

  private static let runs = 40
  private static let warmUpRuns = 3
  /// Source: issue 2, "how it is shown".
  private static let aimMilliseconds = 30.0

  func compared() throws -> Outcome {
    let arguments = ["compare", "--by", "landlord", "--ledger", ledger]
    for _ in 0..<Self.warmUpRuns { _ = try run(arguments) }
    let first = try run(arguments)
    guard first.output.split(separator: "\n").count > 2 else {
      throw CheckFailure("compare printed no table: \(first.output)")
    }
    var seconds = [first.seconds]
    for _ in 1..<Self.runs {
      let again = try run(arguments)
      try CheckFailure.expectEqual(again.output, first.output, "the output of compare")
      seconds.append(again.seconds)
    }
    let times = Times(seconds)
    return Outcome(
      measurements: [
        Measurement(
          "compare", "the samples by landlord, a whole process, \(Self.runs) runs", times,
          scale: 1_000, unit: "ms", aim: Self.aimMilliseconds),
        Measurement("compare", "the slowest of them", times.maximum * 1_000, unit: "ms"),
      ])
  }

  private func run(_ arguments: [String]) throws -> ChildProcess {
    try ChildProcess(program, arguments, outputPath: "\(scratch)/compare.txt")
  }
}
