import Analysis
import ArgumentParser
import CashFlowEngine
import FinanceBasics
import Reports

extension Leasebook {
  struct Project: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Project the cash flows of deals, a landlord or the whole book.",
      discussion: """
        Amounts are sums of posted cents; received is positive. Rows go by the month that earns an \
        amount, or with --dates cash by the day on which it is paid.

        Example: leasebook project hut8-river-bend --by year --in millions
        """)

    @OptionGroup var selection: DealSelection

    @Option(help: ArgumentHelp("The first day, included.", valueName: "date"), transform: readDay)
    var from: CalendarDate?

    @Option(help: ArgumentHelp("The last day, included.", valueName: "date"), transform: readDay)
    var through: CalendarDate?

    @Option(help: "month, quarter, year, fiscal-year or total.")
    var by: PeriodChoice = .year

    @Option(
      help: ArgumentHelp("The last day of the fiscal year, such as 06-30.", valueName: "MM-DD"))
    var fiscalYearEnd: FiscalYearEnd?

    @Option(
      name: .customLong("case"),
      help: "base (no renewal), expected (each times its probability) or full (all exercised).")
    var projectionCase: ProjectionCase = .base

    @Option(
      help: ArgumentHelp(
        "Any of charge, hall, deal and landlord, with commas.", valueName: "groups"))
    var groupBy: GroupList = GroupList(groups: [.charge])

    @Option(help: "accrual or cash.")
    var dates: CashFlowDates = .accrual

    @Flag(help: "Add NOI and net cash as rows of CSV and JSON.")
    var subtotals = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if let from, let through, through < from {
        throw ValidationError("--through \(through) is before --from \(from).")
      }
      if by == .fiscalYear, fiscalYearEnd == nil {
        throw ValidationError("--by fiscal-year needs --fiscal-year-end, such as 06-30.")
      }
      if by != .fiscalYear, fiscalYearEnd != nil {
        throw ValidationError("--fiscal-year-end goes with --by fiscal-year.")
      }
    }

    func run() throws {
      let book = try BookSession(ledger: ledger, asOf: asOf)
      let deals = try book.projectableDeals(selection, case: projectionCase)
      let table = try CashFlowTable(of: deals.flows, case: projectionCase, request: request)
      let report = CashFlowReport(table, withSubtotals: subtotals, remarks: deals.remarks)
      output.print { report.rendered(as: $0, style: $1) }
    }

    private var request: CashFlowRequest {
      CashFlowRequest(
        from: from, through: through, length: by.length(fiscalYearEnd: fiscalYearEnd),
        dates: dates, groups: groupBy.groups)
    }
  }
}
