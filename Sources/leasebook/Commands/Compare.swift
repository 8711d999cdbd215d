import Analysis
import ArgumentParser
import CashFlowEngine
import FinanceBasics
import LedgerStore
import Reports
import Valuation

extension Leasebook {
  struct Compare: KeptVerb {
    static let verb = RunVerb.compare

    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "Put landlords, tenants, guarantors, sites or deals side by side on one basis.",
      discussion: """
        Only contracted leases and hosting contracts count; conditional and cloud contracts are \
        shown apart. A blank is unknown, never zero.

        Example: leasebook compare --by landlord --on 2026-01-01 --rate 8% --in millions
        """)

    @OptionGroup var selection: DealSelection

    @Option(help: "landlord, tenant, guarantor, site or deal.")
    var by: ComparisonSubject = .landlord

    @Option(
      help: ArgumentHelp(
        "The day that terms run from and flows are valued on.", valueName: "date"),
      transform: readDay)
    var on: CalendarDate?

    @Option(
      help: ArgumentHelp(
        "The rate of present values, effective annual; needs --on.", valueName: "percent"),
      transform: readRate)
    var rate: Double?

    @Option(help: "actual365 (as XNPV), monthly or midPeriod.")
    var convention: PresentValueConvention = .actual365

    @Option(help: "gross (whole deals) or net (the landlord's share).")
    var ownership: OwnershipView = .gross

    @Option(
      help: ArgumentHelp("Only these metrics, by id, with commas.", valueName: "metrics"),
      completion: Completions.metrics)
    var metrics: String?

    @Flag(help: "Define every metric instead: formula, megawatt basis and period.")
    var define = false

    @OptionGroup var scenarios: ScenarioOptions
    @OptionGroup var keeping: KeepOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

    func validate() throws {
      if rate != nil, on == nil {
        throw ValidationError("--rate needs the day of the present value: add --on DATE.")
      }
      if define, keeping.keep {
        throw ValidationError("--define asks the ledger nothing: leave out --keep.")
      }
    }

    func run() throws {
      guard !define else {
        return try output.print(of: nil) {
          MetricDefinitionReport(try MetricRegistry.metrics(named: metrics))
        }
      }
      try ask()
    }

    var usual: [RunOption] { [] }

    func answer(from view: LedgerView) throws -> any Answer {
      let chosen = try MetricRegistry.metrics(named: metrics)
      let book = try BookSession(view, asOf: asOf)
      let stack = try book.stack(scenarios)
      let (deals, kept) = try book.applying(stack, to: try book.deals(selection))
      let statement = stack.statement(of: deals.filter(\.isContractedLease), in: .base)
      let comparison = try Comparison(
        of: deals, by: by, metrics: chosen, view: ownership, on: on, rate: rate,
        convention: convention)
      return ComparisonReport(
        comparison, currency: try book.currency(of: deals),
        remarks: [book.asOfSentence] + (statement?.sentences ?? []) + kept, scenarios: statement,
        name: book.shortName)
    }
  }
}
