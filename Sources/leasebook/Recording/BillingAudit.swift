import Analysis
import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// Compares what each invoice bills with the projection that it was raised from: that of the versions
/// and series which the ledger held before it.
///
/// Interest, true-ups and credit notes do not follow from a projection alone, and are left to the
/// check of the books.
struct BillingAudit {
  /// In the order of entries.
  private(set) var faults: [VerificationListing.Fault] = []

  private let ledger: Ledger
  /// The entries of each deal's versions, and of all series, in order.
  private var versions: [DealID: [Int]] = [:]
  private let series: [Int]
  private var projections: [State: [FlowKey: BillableFlow]] = [:]
  private var billed: [DealID: [FlowKey: Int64]] = [:]

  /// What a projection rests on: the last of its entries before a document.
  private struct State: Hashable {
    let deal: DealID
    let version: Int
    let series: Int
  }

  /// - Throws: `LedgerProblem` where rows cannot be read.
  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    series = try ledger.seriesHistory().map(\.entry).sorted()
    for (entry, voucher) in try ledger.recordedVouchers() {
      guard !voucher.isByHand else { continue }
      for (place, line) in voucher.lines.enumerated() where line.key.item.isProjected {
        let sum = billed[voucher.deal, default: [:]][line.key, default: 0] + line.minorUnits
        billed[voucher.deal, default: [:]][line.key] = sum
        guard voucher.kind == .invoice else { continue }
        try check(line, at: place + 1, sum: sum, of: voucher, entry)
      }
    }
  }

  private mutating func check(
    _ line: VoucherLine, at place: Int, sum: Int64, of voucher: Voucher, _ entry: Int
  ) throws {
    guard let flows = try flows(of: voucher.deal, before: entry) else { return }
    let flow = flows[line.key]
    let differences = [
      ("amount", "\(sum)", "\(flow?.minorUnits ?? 0)"),
      ("clause", line.clause ?? "none", flow?.clause ?? "none"),
      (
        "day", line.about == nil ? voucher.day.description : "",
        line.about == nil ? flow?.due.description ?? "none" : ""
      ),
    ]
    guard let found = differences.first(where: { $0.1 != $0.2 }) else { return }
    let what = "\(line.key.item.rawValue) of \(line.key.hall) in \(line.key.month)"
    faults.append(
      VerificationListing.Fault(
        kind: "verify.derived", entry: entry,
        problem: "\(voucher.number), line \(place), \(what): the \(found.0) billed is \(found.1), "
          + "and the projection of its time gives \(found.2)"))
  }

  /// What a deal was projected to bill before an entry; `nil` where it could not be projected.
  private mutating func flows(
    of deal: DealID, before entry: Int
  ) throws -> [FlowKey: BillableFlow]? {
    let own = try versions[deal] ?? ledger.history(of: deal).map(\.entry)
    versions[deal] = own
    let state = State(
      deal: deal, version: own.last { $0 < entry } ?? 0, series: series.last { $0 < entry } ?? 0)
    if let known = projections[state] { return known }
    let asOf = AsOf(recordedBy: .sequence(max(state.version, state.series)))
    let book = try ledger.snapshot(asOf, of: [deal])
    guard let timeline = book.deal(deal),
      let analysed = try BookSession.booked(timeline, series: book.indexSeries),
      let flows = try? DealCashFlows(analysed, case: .base)
    else { return nil }
    let projected = try BillableDeal(flows).joinedFlows
    projections[state] = projected
    return projected
  }
}
