import Analysis
import CashFlowEngine
import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import Valuation

/// The walk of the article "River Bend, from its file to a comparison", line by line.
@main
struct RiverBend {
  static func main() throws {
    let batch = try DealFileBatch(
      reading: try ["hut8-river-bend", "cipher-black-pearl"].map { name in
        let path = "samples/deals/\(name).yaml"
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        return DealFileBatch.File(path: path, bytes: bytes)
      }, references: .whereDefined)

    guard let deal = batch.book.deals[DealID("hut8-river-bend")] else { return }
    let contractValue = deal.terms.rent.contractValue?.value
    print("contract value:", contractValue?.text ?? "unknown")

    let resolved = try deal.resolvedLease()
    let assumed = resolved.inputs.count { $0.basis == .assumed }
    print("halls:", resolved.lease.halls.count, "assumed inputs:", assumed)

    let projection = try project(resolved.lease)
    let rent = projection.total(of: .baseRent)
    print("base rent:", Money(minorUnits: rent, currency: resolved.lease.currency))

    let flows = try DealCashFlows(AnalysedDeal(versions: [deal]), case: .base)
    guard let date = CalendarDate("2026-01-01") else { return }
    let basis = ValuationBasis(date: date, rate: 0.08)
    let valuation = try FlowValuation(of: [flows], case: .base, basis: basis)
    print("present value:", plainAmount(valuation.presentValue))

    let comparison = try Comparison(
      of: batch.book.deals.values.map { AnalysedDeal(versions: [$0]) }, by: .deal,
      metrics: [try MetricRegistry.metric("first_year_rate_per_kw_month")])
    for row in comparison.rows {
      guard case .number(let rate)? = row.values[0].value else { continue }
      print(row.id ?? "", String(format: "%.2f", rate))
    }
  }
}
