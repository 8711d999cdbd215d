import Analysis
import ArgumentParser
import FinanceBasics
import LeaseModel

/// Which deals of the book a command works on.
struct DealSelection: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Deals by id; all where none is named.", valueName: "deal"),
    completion: Completions.deals)
  var deals: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only deals of this landlord, by id or alias; may be repeated.", valueName: "party"),
    completion: Completions.landlords)
  var landlord: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only deals of this tenant, by id or alias; may be repeated.", valueName: "party"),
    completion: Completions.tenants)
  var tenant: [String] = []

  init() {}

  /// Whether nothing is asked for, and so everything meant.
  var isWhole: Bool { deals.isEmpty && landlord.isEmpty && tenant.isEmpty }

  /// The deals of parties, whatever their ids.
  init(landlord: [String], tenant: [String]) {
    deals = []
    self.landlord = landlord
    self.tenant = tenant
  }
}
