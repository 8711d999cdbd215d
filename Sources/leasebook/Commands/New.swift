import ArgumentParser
import Interchange
import LeaseModel

extension Leasebook {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Print a commented deal file to fill in.",
      discussion: "Example: leasebook new hut8-river-bend > hut8-river-bend.yaml")

    @Argument(help: "The new deal's id: lower-case letters, digits and hyphens.")
    var deal: String

    func validate() throws {
      guard DealID(reading: deal) != nil else {
        throw ValidationError(
          "'\(deal)' is no deal id: write lower-case letters, digits and single hyphens.")
      }
    }

    func run() throws {
      try StandardOutput.print(DealTemplate.text(id: DealID(deal)))
    }
  }
}
