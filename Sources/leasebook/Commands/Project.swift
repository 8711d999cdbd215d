import Analysis
import ArgumentParser
import CashFlowEngine
import FinanceBasics
import LedgerStore
import Reports

extension Leasebook {
  struct Project: KeptVerb {
    static let verb = RunVerb.project

    static let configuration = CommandConfiguration(
      commandName: "project",
      abstract: "Project the cash flows of deals, a landlord or the whole book.",
      discussion: """
        Amounts are sums of posted cents; received is positive. Rows go by the month that earns an \
        amount, or with --dates cash by the day on which it is paid. With --actuals-through what \
        fell due by then is as it was billed.

        Example: leasebook project hut8-river-bend --by year --in millions
        Example: leasebook project hut8-river-bend --delay 'hall 1=90d' --side-by-side
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
        "Any of charge, hall, deal and landlord, with commas.", valueName: "groups"),
      completion: Completions.groups)
    var groupBy: GroupList = GroupList(groups: [.charge])

    @Option(help: "accrual or cash.")
    var dates: CashFlowDates = .accrual

    @Option(
      help: ArgumentHelp(
        "What is due through this day as billed, the rest projected.", valueName: "date"),
      transform: readDay)
    var actualsThrough: CalendarDate?

    @Flag(help: "Add NOI and net cash as rows of CSV and JSON.")
    var subtotals = false

    @Flag(help: "The way from rent to NOI instead: recoveries, costs, and what leaks.")
    var bridge = false

    @OptionGroup var live: LiveOptions
    @OptionGroup var scenarios: ScenarioOptions
    @OptionGroup var beside: SideBySideOption
    @OptionGroup var keeping: KeepOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

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
      try live.validate(
        with: output, isOneDeal: selection.deals.count == 1,
        without: [
          "--from and --through": from != nil || through != nil,
          "--by": by != .year, "--group-by": groupBy.groups != [.charge],
          "--dates": dates != .accrual, "--actuals-through": actualsThrough != nil,
          "--subtotals": subtotals, "--bridge": bridge, "--side-by-side": beside.sideBySide,
          "--keep": keeping.keep,
        ])
      try beside.validate(with: scenarios)
      if actualsThrough != nil, beside.sideBySide {
        throw ValidationError(
          "--actuals-through and --side-by-side do not go together: take one of them.")
      }
      if bridge, beside.sideBySide {
        throw ValidationError("--bridge and --side-by-side do not go together: take one of them.")
      }
    }

    func run() throws {
      guard live.live else { return try ask() }
      try output.checkDestination()
      let (answer, notes) = try WorkbookAnswer(of: ledger, asOf).answered(liveAnswer)
      try output.write(try answer.workbook(notes: notes))
    }

    var usual: [RunOption] { [] }

    func answer(from view: LedgerView) throws -> any Answer {
      if let actualsThrough { return try actuals(through: actualsThrough, from: view) }
      let book = try BookSession(view, asOf: asOf)
      if beside.sideBySide { return try sideBySide(book) }
      let deals = try book.projectableDeals(
        selection, case: projectionCase, under: try book.stack(scenarios))
      if bridge {
        return BridgeReport(
          try IncomeBridge(of: deals.flows, case: projectionCase, request: request),
          remarks: deals.remarks, scenarios: deals.scenarios)
      }
      return CashFlowReport(
        try table(of: deals), withSubtotals: subtotals, remarks: deals.remarks,
        scenarios: deals.scenarios)
    }

    private func liveAnswer(from view: LedgerView) throws -> LiveAnswer {
      let book = try BookSession(view, asOf: asOf)
      let deals = try book.projectableDeals(
        selection, case: projectionCase, under: try book.stack(scenarios))
      return try LiveAnswer(deals, case: projectionCase, live)
    }

    private func sideBySide(_ book: BookSession) throws -> CashFlowComparisonReport {
      let books = try book.sideBySide(selection, case: projectionCase, scenarios)
      let tables = try books.map(table)
      return CashFlowComparisonReport(
        CashFlowComparison(tables[0], with: Array(tables.dropFirst())),
        scenarios: books.compactMap(\.scenarios), withSubtotals: subtotals,
        remarks: books.remarks)
    }

    private func actuals(through day: CalendarDate, from view: LedgerView) throws -> any Answer {
      let reading = try CutOverReading(view, asOf: asOf, through: day)
      let (deals, statement) = try reading.deals(
        selection, case: projectionCase, under: try reading.session.stack(scenarios))
      if bridge {
        return BridgeReport(
          try IncomeBridge(of: deals.flows, case: projectionCase, request: request),
          remarks: statement.sentences + deals.remarks, scenarios: deals.scenarios,
          omissions: deals.omissions)
      }
      return CashFlowReport(
        try table(of: deals), withSubtotals: subtotals, remarks: deals.remarks,
        scenarios: deals.scenarios, cutOver: statement, omissions: deals.omissions)
    }

    private func table(of deals: DealBook) throws -> CashFlowTable {
      try CashFlowTable(of: deals.flows, case: projectionCase, request: request)
    }

    private var request: CashFlowRequest {
      CashFlowRequest(
        from: from, through: through, length: by.length(fiscalYearEnd: fiscalYearEnd),
        dates: dates, groups: groupBy.groups)
    }
  }
}
