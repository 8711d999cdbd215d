import ArgumentParser
import Foundation

extension Workload: ExpressibleByArgument {}
extension LeaseSet: ExpressibleByArgument {}

/// Measures one thing in this process, and prints it as JSON.
struct RunOne: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "one", abstract: "Measure one thing in this process, and print it as JSON.")

  @Argument(help: "What to measure.")
  var workload: Workload

  @Option(help: "one-hall or several-halls.")
  var set: LeaseSet = .oneHall

  @OptionGroup var options: ScaleOptions

  func run() async throws {
    let outcome = try await outcome()
    print(String(decoding: try JSONEncoder().encode(outcome), as: UTF8.self))
  }

  private func outcome() async throws -> Outcome {
    let scale = options.scale
    switch workload {
    case .project: return try ProjectionWorkload(set, scale: scale).compiled()
    case .expand: return try ProjectionWorkload(set, scale: scale).expanded()
    case .hold: return try ProjectionWorkload(set, scale: scale).held()
    case .value: return try ValuationWorkload(set, scale: scale).valued()
    case .bookTotals: return try await BookWorkload(scale: scale).totalled()
    case .bookRows: return try await BookWorkload(scale: scale).tabulated()
    case .record: return try LedgerWorkload(scale: scale).recorded()
    case .load: return try LedgerWorkload(scale: scale).loaded()
    case .post: return try PostingWorkload(scale: scale).posted()
    case .ask: return try AskingWorkload(program: program(), scale: scale).asked()
    case .trialBalance:
      return try TrialBalanceWorkload(program: program(), scale: scale).balanced()
    case .compare: return try command(scale).compared()
    case .printRows: return try command(scale).printedRows()
    }
  }

  private func program() throws -> String {
    guard let program = options.command else {
      throw ValidationError("\(workload.rawValue) needs --command.")
    }
    return program
  }

  private func command(_ scale: Scale) throws -> CommandWorkload {
    guard let program = options.command, let ledger = options.ledger else {
      throw ValidationError("\(workload.rawValue) needs --command and --ledger.")
    }
    return CommandWorkload(program: program, ledger: ledger, scratch: scale.scratch)
  }
}
