import ArgumentParser

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: .customLong("ledger"),
    help: ArgumentHelp(
      "The ledger file. Default: as `leasebook config` says, else leasebook.db here.",
      valueName: "path"),
    completion: .file())
  var givenPath: String?

  /// The ledger's path: of the option, the environment, the settings, or `leasebook.db` here.
  var path: String { givenPath ?? Settings.ledger }

  func validate() throws {
    guard givenPath != "" else {
      throw ValidationError("--ledger takes the path of a ledger, and what was given is empty.")
    }
  }
}
