import FinanceBasics
import Foundation
import Interchange
import LeaseModel
import Testing

/// The files that a user copies: each is read on an empty ledger, and becomes a lease.
@Suite("Sample templates")
struct SampleTemplateTests {
  /// The structures that the issue names, each with its file.
  static let deals = [
    "template-triple-net", "template-modified-gross", "template-powered-shell",
    "template-mining-retrofit", "template-cpi-linked", "template-expansion", "template-cloud",
  ]

  /// Two years of an index: enough to resolve a lease, whose rent needs more.
  private static let series = [
    "cpi-u-nsa": IndexSeries(
      name: "cpi-u-nsa", firstMonth: YearMonth(year: 2024, month: 1),
      values: Array(repeating: ExactDecimal(300), count: 24))
  ]

  private static func batch() throws -> DealFileBatch {
    let folder = Samples.folder.appending(path: "templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    return try DealFileBatch(reading: try names.map { try Samples.file("templates/\($0)") })
  }

  private func resolved(_ id: String) throws -> ResolvedLease {
    let deal = try #require(try Self.batch().book.deals[DealID(id)])
    return try deal.resolvedLease(series: Self.series)
  }

  @Test("are all there, and no other")
  func names() throws {
    #expect(try Self.batch().book.deals.keys.map(\.text).sorted() == Self.deals.sorted())
  }

  @Test("can be projected, and leave nothing out", arguments: deals)
  func projectable(_ id: String) throws {
    let resolved = try resolved(id)
    for remark in resolved.remarks {
      if case .leftOut(let path, _) = remark {
        #expect(id == "template-triple-net" && path.description == "holdover.rent")
      }
    }
  }

  @Test("show each mechanism in one file at least")
  func mechanisms() throws {
    let leases = try Self.deals.map { try resolved($0).lease }
    #expect(leases.contains { $0.halls.contains { $0.ramp?.committed.isEmpty == false } })
    #expect(leases.contains { $0.halls.contains { $0.abatement != nil } })
    #expect(leases.contains { $0.lateDelivery?.cap != nil })
    #expect(leases.contains { $0.deposit?.steps.isEmpty == false })
    #expect(leases.contains { $0.holdover != nil })
    #expect(leases.contains { $0.restorationCost != nil })
    #expect(leases.contains { $0.prepayment != nil })
    #expect(leases.contains { $0.power?.guaranteedPUE != nil })
    #expect(leases.contains { !$0.otherIncome.isEmpty })
    #expect(leases.contains { $0.rules.calendar != .none })
    #expect(leases.contains { ($0.capital?.tenantShare ?? .zero) != .zero })
  }

  /// Hall 1 begins on 2027-07-01 and runs fifteen years and the three free months.
  @Test("of a term that is longer by the free rent ends three months later")
  func extendedTerm() throws {
    let halls = try resolved("template-triple-net").lease.halls
    #expect(halls.map(\.baseTerm.upperBound.description) == ["2042-10-01", "2043-03-31"])
  }

  /// The first phase begins on 2027-01-01 and runs ten years.
  @Test("of an expansion ends both halls on one day")
  func expansion() throws {
    let lease = try resolved("template-expansion").lease
    #expect(lease.halls.map(\.baseTerm.upperBound.description) == ["2037-01-01", "2037-01-01"])
    #expect(lease.criticalIT.description == "120")
  }
}
