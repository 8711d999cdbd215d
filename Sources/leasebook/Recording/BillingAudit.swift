import Analysis
import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Compares what each invoice and credit note bills with what the lease gives: its projection and
/// its rule of interest, by the versions and series that the ledger held before the document, and the
/// account of the deal as the documents recorded before it left it.
///
/// One deal's documents and one state of its lease are held at a time.
struct BillingAudit {
  private var found: [(entry: Int, problem: String)] = []

  private let ledger: Ledger
  /// The entries of all versions of series, in order.
  private let seriesEntries: [Int]
  /// The series that leases name, as of the last entry among `seriesEntries` that counts.
  private var series: (entry: Int, named: [String: IndexSeries])?

  /// What a projection rests on: the last of its entries before a document.
  private struct State: Hashable {
    let version: Int
    let series: Int
  }

  /// - Throws: `LedgerProblem` where rows cannot be read.
  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    seriesEntries = try ledger.seriesHistory().map(\.entry).sorted()
    for deal in try ledger.dealsWithVouchers() { try audit(deal) }
  }

  /// In the order of entries.
  var faults: [VerificationListing.Fault] {
    found.enumerated().sorted {
      ($0.element.entry, $0.offset) < ($1.element.entry, $1.offset)
    }.map { _, fault in
      VerificationListing.Fault(
        kind: "verify.derived", entry: fault.entry, problem: fault.problem, isByRules: true)
    }
  }

  private mutating func audit(_ deal: DealID) throws {
    let timeline = try ledger.timeline(of: deal)
    let versions = timeline?.candidates.map(\.entry) ?? []
    var account = DealAccount(deal: deal)
    let histories = try ledger.partyHistories(of: deal)
    var state: State?
    var proof: BillingProof?
    for (entry, voucher) in try ledger.recordedVouchers(of: deal) {
      if let known = histories.last(where: { $0.entry < entry }) {
        account.govern(by: known.history)
      }
      defer { account.add(voucher) }
      guard voucher.kind == .invoice || voucher.kind == .creditNote, !voucher.isByHand else {
        continue
      }
      let current = State(
        version: versions.last { $0 < entry } ?? 0, series: seriesEntries.last { $0 < entry } ?? 0)
      if current != state {
        state = current
        proof = try self.proof(of: timeline?.recorded(by: current.version), in: current)
      }
      let problems =
        proof?.faults(of: voucher, in: account)
        ?? ["the lease of its time cannot be projected, so that it bills nothing"]
      for problem in problems { found.append((entry, "\(voucher.number), \(problem)")) }
    }
  }

  /// What a deal was to bill; `nil` where it could not be projected.
  private mutating func proof(
    of timeline: DealTimeline?, in state: State
  ) throws -> BillingProof? {
    guard let timeline,
      let analysed = try BookSession.booked(timeline, series: series(of: state)),
      let flows = try? DealCashFlows(analysed, case: .base),
      let billable = try? BillableDeal(flows)
    else { return nil }
    return BillingProof(billable)
  }

  private mutating func series(of state: State) throws -> [String: IndexSeries] {
    if let series, series.entry == state.series { return series.named }
    let named = try ledger.indexSeries(recordedBy: state.series)
    series = (state.series, named)
    return named
  }
}
