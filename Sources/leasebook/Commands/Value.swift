import Analysis
import ArgumentParser
import CashFlowEngine
import FinanceBasics
import Reports
import Valuation

extension Leasebook {
  struct Value: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Value deals, a landlord or the whole book: present value, IRR, payback.",
      discussion: """
        The rate is effective annual. Flows before the valuation date are past: they are left out \
        of the present value and reported apart. Several deals are valued each by itself; \
        --together values their flows as one.

        Example: leasebook value hut8-river-bend --rate 8% --on 2026-01-01
        Example: leasebook value --rate 8% --on 2026-01-01 --delay all=6mo --side-by-side --together
        """)

    @OptionGroup var selection: DealSelection

    @Option(
      help: ArgumentHelp("Effective annual, such as 8%.", valueName: "percent"), transform: readRate
    )
    var rate: Double

    @Option(help: ArgumentHelp("The valuation date.", valueName: "date"), transform: readDay)
    var on: CalendarDate

    @Option(help: "actual365 (as XNPV), monthly or midPeriod.")
    var convention: PresentValueConvention = .actual365

    @Option(name: .customLong("case"), help: "base, expected or full.")
    var projectionCase: ProjectionCase = .base

    @Flag(help: "Value the flows of all deals as one.")
    var together = false

    @OptionGroup var scenarios: ScenarioOptions
    @OptionGroup var beside: SideBySideOption
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      try beside.validate(with: scenarios)
    }

    func run() throws {
      let book = try BookSession(ledger: ledger, asOf: asOf)
      if beside.sideBySide { return try printSideBySide(book) }
      let deals = try book.projectableDeals(
        selection, case: projectionCase, under: try book.stack(scenarios))
      let report = ValuationReport(
        try subjects(of: deals), currency: deals.currency, remarks: deals.remarks,
        scenarios: deals.scenarios)
      output.print { report.rendered(as: $0, style: $1) }
    }

    private func printSideBySide(_ book: BookSession) throws {
      let books = try book.sideBySide(selection, case: projectionCase, scenarios)
      let report = ValuationComparisonReport(
        try books.map(subjects), scenarios: books.compactMap(\.scenarios),
        currency: books[0].currency, remarks: books.remarks)
      output.print { report.rendered(as: $0, style: $1) }
    }

    private func subjects(of deals: DealBook) throws -> [ValuationReport.Subject] {
      let basis = ValuationBasis(date: on, rate: rate, convention: convention)
      return try deals.valued(together: together, case: projectionCase, basis: basis)
    }
  }
}
