import ArgumentParser

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
  @Option(
    name: .customLong("ledger"),
    help: ArgumentHelp(
      "The ledger file. Default: $LEASEBOOK_LEDGER, else leasebook.db in this folder.",
      valueName: "path"),
    completion: .file())
  var givenPath: String?

  /// The ledger's path: the option, the environment, or `leasebook.db` here.
  var path: String {
    givenPath ?? Surroundings.value(of: "LEASEBOOK_LEDGER") ?? "leasebook.db"
  }

  func validate() throws {
    guard givenPath != "" else {
      throw ValidationError("--ledger takes the path of a ledger, and what was given is empty.")
    }
  }
}
