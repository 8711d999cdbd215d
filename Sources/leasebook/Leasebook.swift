import ArgumentParser
import BuildStamp
import FinanceBasics
import LedgerStore

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
    version: "\(program), schema \(Ledger.newestSchema), commit \(commit)",
    subcommands: [
      Init.self, New.self, Check.self, Reconcile.self, Record.self, Correct.self, Withdraw.self,
      List.self, RentRollCommand.self, Show.self, History.self, Diff.self, SeriesCommand.self,
      Project.self, Value.self,
      Compare.self, Explain.self, Bill.self, ChargeByHand.self, Credit.self, Receive.self,
      Refund.self, WriteOff.self, Reverse.self, TrueUp.self, ShowDocument.self, Balance.self,
      Register.self, Statement.self, Arrears.self, Deposits.self, Journal.self, Runs.self,
      Verify.self, Backup.self, Export.self, Import.self, Config.self, SchemaCommand.self,
      Docs.self, Manual.self,
    ])

  private static let version = "0.2.0"

  /// The version since which the books are kept by the rules of this program: late interest by the
  /// version of each day, credits that wait for nothing, and each document between one landlord and
  /// one tenant.
  static let rulesOfBooks = ProgramVersion(major: 0, minor: 2, patch: 0)

  /// The day of the version, as manual pages write it.
  static let releasedIn = "November 22, 2026"

  /// What a ledger keeps as the program that recorded an entry.
  static let program = "leasebook \(version)"

  /// The commit that it was built from, as far as the build said so.
  private static let commit = String(cString: leasebookCommit())

  /// Without a verb there is nothing to do: the help goes where a complaint goes.
  func run() throws {
    Failure.print(Leasebook.helpMessage(columns: Surroundings.columns) + "\n")
    throw ExitCode.validationFailure
  }

  /// The verbs of the help, in its order.
  static var verbs: [any ParsableCommand.Type] {
    configuration.subcommands.filter { $0.configuration.shouldDisplay }
  }

  /// What may stand first on a command line, that which no help shows included.
  static var everyVerb: [String] { configuration.subcommands.map { $0._commandName } + ["help"] }

  /// - Throws: `ValidationError` for a verb that there is not, with the nearest.
  private static func checkVerb(of arguments: [String]) throws {
    let asked = arguments.first == "help" ? arguments.dropFirst().first : arguments.first
    guard let verb = asked, !verb.hasPrefix("-"), verb != "help",
      !configuration.subcommands.contains(where: { $0._commandName == verb })
    else { return }
    let nearest = nearestName(to: verb, among: everyVerb)
    throw ValidationError(
      "There is no verb '\(verb)'." + (nearest.map { " Did you mean '\($0)'?" } ?? ""))
  }

  /// - Throws: What is wrong with the line, in words of ours where the parser takes an amount for an
  ///   option.
  private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
    do {
      return try UnknownOption.toldFirst(in: arguments) { try parseAsRoot(arguments) }
    } catch {
      throw AmountArgument.belowZero(in: arguments) ?? error
    }
  }

  static func main() {
    Failure.exitingOnError(arguments: CommandLine.arguments) {
      try EffectiveLine.current.get().locatingFocus { line in
        try checkVerb(of: line.arguments)
        var command = try parse(line.arguments)
        try command.run()
      }
    }
  }
}
