public import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension Workbook {
  /// A deal's cash flows with live formulas: inputs, escalation, months, years and present value,
  /// beside what was posted, with checks that say whether they are equal.
  ///
  /// Rent is carried by formulas, and operating cost where it follows from a margin; other charges,
  /// and rent by terms that formulas do not reach, stand as posted, and the notes say which.
  ///
  /// - Throws: `live.amended`, `live.ended`, `live.no-rent`.
  public init(
    live flows: DealCashFlows, title: String, valuation: LiveValuation?, notes: WorkbookNotes
  ) throws(LiveProblem) {
    let terms = try LiveTerms(flows)
    guard !terms.blocks.isEmpty else {
      throw .nothingToFollow(flows.analysed.deal.id, reasons: terms.remarks)
    }
    var inputs = LiveInputs(terms, title: title, valuation: valuation)
    let escalation = LiveEscalation(terms, inputs)
    let months = LiveMonths(terms, inputs, escalation, hasValue: valuation != nil)
    let posted = LivePosted(terms, inputs)
    let years = LiveYears(terms, inputs, months, posted)
    let value = valuation.map { LiveValue(terms, inputs, months, posted, $0) }
    inputs.finish(
      months, checks: months.checks + [years.check] + (value.map { [$0.check] } ?? []))
    let sheets =
      [inputs.worksheet, years.worksheet] + (value.map { [$0.worksheet] } ?? [])
      + [months.worksheet, escalation.worksheet]
      + (terms.others.isEmpty ? [] : [posted.worksheet])
    self.init(
      title: title, author: notes.program,
      sheets: sheets + [notes.adding(terms.sentences + inputs.remarks).sheet])
  }
}

extension WorkbookNotes {
  /// The notes with more conventions before their own.
  func adding(_ sentences: [String]) -> WorkbookNotes {
    WorkbookNotes(
      question: question, program: program, head: head, conventions: sentences + conventions,
      inputs: inputs, sources: sources)
  }
}

extension LiveTerms {
  /// What formulas carry and what they do not, and how sure their cents are.
  var sentences: [String] {
    let amounts = blocks.flatMap { $0.months.map(\.rent) + $0.months.map(\.cost) }
    let open = amounts.filter { !$0.isSettled }.count
    let stand = Charge.allCases.filter { charge in others.contains { $0.charge == charge } }
      .map(\.words)
    return [
      "live: rent by hall and month from the sheet Inputs, \(flows.projection.projectionCase.rawValue) "
        + "case; each amount is rounded to the cent once, half to even",
      "spreadsheets compute with about 15 digits: cents are rounded to \(digits) digits behind "
        + "their point first, so that a half is seen as one; an amount nearer than that to a half "
        + "cent is not settled by a spreadsheet",
      open == 0
        ? "with these inputs every cent is settled: all \(amounts.count) amounts are as leasebook "
          + "posts them, which computes with 38 digits"
        : "\(open) of \(amounts.count) amounts are not settled by 15 digits; they stand as posted, "
          + "in grey",
    ]
      + (stand.isEmpty
        ? [] : ["posted, and not following the inputs: " + stand.joined(separator: ", ")])
      + remarks.map { "stands as posted: \($0)" }
  }
}
