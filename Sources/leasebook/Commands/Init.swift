import ArgumentParser
import LedgerStore

extension Leasebook {
  struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init",
      abstract: "Start an empty ledger.",
      discussion: "Example: leasebook init --ledger demo.db")

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
      let opened = try Ledger.create(
        at: ledger.path, now: try Surroundings.timestamp(), program: Leasebook.program)
      try opened.close()
      try StandardOutput.print("started the ledger \(ledger.path)\n")
    }
  }
}
