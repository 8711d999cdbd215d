public import Analysis
import FinanceBasics
import LeaseModel

/// Finds the halls' commencements, rents and escalator that reproduce a deal's table of contracted
/// payments, as the engine projects them.
///
/// `nil` where the deal states no table.
///
/// - Parameter progress: Called now and then; `false` ends the search with what it has.
public func matchPayments(
  of deal: AnalysedDeal, limits: SearchLimits = .paymentTable,
  progress: @escaping (SearchProgress) -> Bool = { _ in true }
) -> PaymentTableOutcome? {
  guard let stated = deal.deal.terms.contractedPayments else { return nil }
  let table: PaymentTable
  do {
    table = try PaymentTable(stated)
  } catch {
    let note = ReconciliationNote(
      subject: .missing, description: "\(error.problem); \(error.remedy)")
    return PaymentTableOutcome(deal: deal, table: nil, notes: [note])
  }
  return PaymentTableOutcome(deal: deal, table: table, limits: limits, progress: progress)
}

extension SearchLimits {
  /// The limits of one table of payments.
  public static let paymentTable = SearchLimits(boxesPerCombination: 30_000, boxes: 300_000)
}

extension PaymentTableOutcome {
  /// What a table says without any fit.
  init(deal: AnalysedDeal, table: PaymentTable?, notes: [ReconciliationNote]) {
    self.init(
      deal: deal, table: table, footing: table.flatMap { PaymentFooting($0) },
      growth: table?.growth ?? [], verdict: .incomplete, fits: [], suspects: [], notes: notes,
      search: SearchExtent(boxes: 0, undecided: 0, wasStopped: false))
  }

  /// What a search finds.
  init(
    deal: AnalysedDeal, table: PaymentTable, limits: SearchLimits,
    progress: @escaping (SearchProgress) -> Bool
  ) {
    let terms = PaymentTerms(deal)
    let footing = PaymentFooting(table)
    var matcher = PaymentMatcher(
      table: table, terms: terms, footing: footing, limits: limits, progress: progress)
    let id = deal.deal.id
    var families = matcher.families()
    let undecided = matcher.undecided
    let isMet = !families.isEmpty
    let isAsWritten = isMet && families[0].count == 0
    let suspects = isAsWritten ? [] : matcher.suspects(isMet: isMet)
    if !isMet { families = matcher.nearestFamilies() }
    let fitted = families.compactMap { family in
      matcher.fit(of: family, deal: id).map { (family: family, fit: $0) }
    }
    // What the engine does not confirm is not claimed.
    let isShown = isMet && fitted.contains { $0.fit.meetsItsRows }
    var notes = matcher.remarksOnReading
    if let first = fitted.first {
      let stated = deal.deal.terms.rent.contractValue?.value
      notes += [matcher.remarkOnContractValue(first.fit, stated: stated)].compactMap(\.self)
      notes += matcher.remarksOnIdentification(of: first.family, fit: first.fit)
    }
    self.init(
      deal: deal, table: table, footing: footing, growth: table.growth,
      verdict: isShown
        ? (isAsWritten ? .consistentAsWritten : .consistentOnlyIf)
        : isMet || undecided > 0 ? .undecided : .inconsistent,
      fits: fitted.map(\.fit),
      suspects: suspects.compactMap { matcher.suspect($0, deal: id) },
      notes: notes,
      search: SearchExtent(
        boxes: matcher.boxes, undecided: undecided, wasStopped: matcher.wasStopped))
  }
}

extension PaymentMatcher {
  /// The rows that a family leaves out, with the fit of the others.
  fileprivate func suspect(_ family: Family, deal: DealID) -> SuspectRows? {
    let unmet = ends == nil ? rowsOfEnds : []
    let rows = family.leftOut.subtracting(unmet).sorted().map { table.rows[$0] }
    return fit(of: family, deal: deal).map { SuspectRows(rows: rows, fit: $0) }
  }
}
