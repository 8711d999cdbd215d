import Analysis
import ArgumentParser
import CashFlowEngine
import FinanceBasics
import LedgerStore
import Reports
import Valuation

extension Leasebook {
  struct Value: KeptVerb {
    static let verb = RunVerb.value

    static let configuration = CommandConfiguration(
      commandName: "value",
      abstract: "Value deals, a landlord or the whole book: present value, IRR, payback.",
      discussion: """
        A rate is effective annual unless --compounding says otherwise; a curve is a recorded \
        series. Flows before the valuation date are past: they are left out of the present value \
        and reported apart. Several deals are valued each by itself; --together values their \
        flows as one.

        Example: leasebook value hut8-river-bend --rate 8% --on 2026-01-01
        Example: leasebook value hut8-river-bend --curve ust-curve-2026-q2 --spread 250bp \
        --on 2026-06-30 --terminal cap-rate=7%
        Example: leasebook value hut8-river-bend --rate 8% --from 2026-01-01 --to 2027-01-01
        Example: leasebook value hut8-river-bend --rate 8% --on 2026-01-01 --vary rate=6%..12%/1% \
        --vary delay=0..12mo/3mo
        """)

    @OptionGroup var selection: DealSelection

    @Option(
      help: ArgumentHelp(
        "The valuation date; --from and --to instead explain a change.", valueName: "date"),
      transform: readDay)
    var on: CalendarDate?

    @OptionGroup var discounting: DiscountingOptions
    @OptionGroup var terminal: TerminalOptions
    @OptionGroup var equity: EquityOptions
    @OptionGroup var backstop: BackstopOptions

    @Option(name: .customLong("case"), help: "base, expected or full.")
    var projectionCase: ProjectionCase = .base

    @Flag(help: "Value the flows of all deals as one.")
    var together = false

    @OptionGroup var sensitivities: SensitivityOptions
    @OptionGroup var attribution: AttributionOptions
    @OptionGroup var scenarios: ScenarioOptions
    @OptionGroup var beside: SideBySideOption
    @OptionGroup var keeping: KeepOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: ListingOptions

    func validate() throws {
      try attribution.validate(with: on, discounting)
      try attribution.validate(without: [
        "--side-by-side": beside.sideBySide, "--backstop": backstop.backstop,
        "--vary, --tornado and --solve": try sensitivities.request != nil,
        "--shares and --share-price": equity.shares != nil || equity.sharePrice != nil,
      ])
      try beside.validate(with: scenarios)
      if beside.sideBySide, try sensitivities.request != nil {
        throw ValidationError(
          "--side-by-side lays plain valuations beside each other; leave out --vary, --tornado "
            + "and --solve.")
      }
      try backstop.validate(without: [
        "--together": together, "--side-by-side": beside.sideBySide,
        "--vary, --tornado and --solve": try sensitivities.request != nil,
        "--tier": !discounting.tier.isEmpty, "--terminal": terminal.terms != nil,
        "--shares": equity.shares != nil,
      ])
    }

    func run() throws { try ask() }

    var usual: [RunOption] {
      discounting.usual + terminal.usual + backstop.usual + sensitivities.usual
    }

    func answer(from view: LedgerView) throws -> any Answer {
      if attribution.isAsked { return try attribution(from: view) }
      let on = try attribution.valuationDate(on)
      let book = try BookSession(view, asOf: asOf)
      let basis = try discounting.basis(in: book, on: on, terminal: terminal.terms)
      if beside.sideBySide { return try sideBySide(book, basis) }
      let request = try sensitivities.request
      let deals = try book.projectableDeals(
        selection, case: projectionCase, under: try book.stack(scenarios),
        withEveryVersion: request?.hastensDelivery == true)
      if let request {
        return try deals.sensitivity(
          request, together: together, case: projectionCase, basis: basis)
      }
      if let terms = try backstop.terms(on: on, sharePrice: equity.sharePrice) {
        return try deals.backstop(terms, basis: basis, leavesOut: selection.deals.isEmpty)
      }
      return ValuationReport(
        try subjects(of: deals, basis, in: book), currency: deals.currency,
        remarks: deals.remarks, scenarios: deals.scenarios)
    }

    private func attribution(from view: LedgerView) throws -> AttributionReport {
      try AttributionQuestion(
        options: attribution, selection: selection, discounting: discounting,
        terminal: terminal.terms, scenarios: scenarios, view: view, asOf: asOf, date: on,
        projectionCase: projectionCase, together: together
      ).report()
    }

    private func sideBySide(
      _ book: BookSession, _ basis: ValuationBasis
    ) throws -> ValuationComparisonReport {
      let books = try book.sideBySide(selection, case: projectionCase, scenarios)
      return ValuationComparisonReport(
        try books.map { try subjects(of: $0, basis, in: book) },
        scenarios: books.compactMap(\.scenarios), currency: books[0].currency,
        remarks: books.remarks)
    }

    private func subjects(
      of deals: DealBook, _ basis: ValuationBasis, in book: BookSession
    ) throws -> [ValuationReport.Subject] {
      try deals.valued(
        together: together, case: projectionCase, basis: basis,
        equity: try equity.equity(of: deals, in: book))
    }
  }
}
