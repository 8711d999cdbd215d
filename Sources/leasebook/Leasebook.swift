import ArgumentParser

/// The command: it parses, calls and prints. It holds the only clock of the product.
@main
struct Leasebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leasebook",
    abstract: "The ledger and valuation engine for AI-hosting leases.",
    discussion: """
      Record announced lease deals, project their cash flows to the cent, value them, and compare \
      the landlords that signed them, each figure traced to a source or to an assumption.

      Start with:
        leasebook init
        leasebook record samples samples/series samples/deals
        leasebook compare --by landlord
      """,
    version: version,
    subcommands: [
      Init.self, New.self, Check.self, Reconcile.self, Record.self, Correct.self, Withdraw.self,
      List.self, RentRollCommand.self, Show.self, History.self, Diff.self, SeriesCommand.self,
      Project.self, Value.self,
      Compare.self, Explain.self, Bill.self, ChargeByHand.self, Credit.self, Receive.self,
      Refund.self, WriteOff.self, Reverse.self, TrueUp.self, ShowDocument.self, Balance.self,
      Register.self, Statement.self, Arrears.self, Deposits.self, Journal.self, Runs.self,
      Verify.self, Backup.self, Export.self, Import.self, SchemaCommand.self, Docs.self,
    ])

  private static let version = "0.1.0"

  /// What a ledger keeps as the program that recorded an entry.
  static let program = "leasebook \(version)"

  /// Without a verb there is nothing to do: the help goes where a complaint goes.
  func run() throws {
    Failure.print(Leasebook.helpMessage(columns: Surroundings.columns) + "\n")
    throw ExitCode.validationFailure
  }

  static func main() {
    Failure.exitingOnError(arguments: CommandLine.arguments) {
      var command = try parseAsRoot()
      try command.run()
    }
  }
}
