import ArgumentParser
import Reports

extension Leasebook {
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check the ledger: its chain, its documents, its references and its pages.",
      usage: "leasebook verify [<options>]",
      discussion: """
        The head that it prints, kept elsewhere, shows later that no entry was cut off.

        Example: leasebook verify
        """)

    @Option(help: ArgumentHelp("The head that the ledger once had.", valueName: "hash"))
    var head: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard let head else { return }
      guard head.utf8.count == 64, head.allSatisfy(\.isHexDigit) else {
        throw ValidationError(
          "--head takes the 64 hexadecimal digits that `leasebook verify` prints; '\(head)' is not "
            + "that.")
      }
    }

    func run() throws {
      let (listing, isSound) = try LedgerReading(ledger).verification(head: head)
      try output.print { listing.rendered(as: $0, style: $1) }
      if !isSound { throw ExitCode(1) }
    }
  }
}
