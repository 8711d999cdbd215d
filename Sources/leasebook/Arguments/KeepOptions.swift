import ArgumentParser
import LedgerStore

/// Whether an answer is kept in the ledger, and under which name.
struct KeepOptions: ParsableArguments {
  @Flag(help: "Keep the answer with all that it rests on; see `leasebook runs`.")
  var keep = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Of --keep: the name of the run. Default: the verb and a number, such as value-3.",
      valueName: "name"))
  var name: String?

  func validate() throws {
    guard let name else { return }
    guard keep else { throw ValidationError("--as names what is kept: add --keep.") }
    guard RunRecord.isName(name) else {
      throw ValidationError(
        "'\(name)' is no name of a run; write letters in lower case, digits and hyphens, a letter "
          + "first.")
    }
  }
}
