import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Actuals replace the projection up to a cut-over without a gap and without an overlap.
@Suite("Cut-over of generated books")
struct CutOverLawTests {
  private static let seeds = 0..<120 as Range<UInt64>

  /// What is projected of each flow, parts of one flow joined; those of nothing are none.
  private static func projected(_ deal: BillableDeal) -> [FlowKey: Int64] {
    deal.flows.reduce(into: [:]) { $0[$1.key, default: 0] += $1.minorUnits }
      .filter { $0.value != 0 }
  }

  /// Every day on which something is due, the day before, and days outside.
  private static func days(_ deal: BillableDeal, _ random: inout SplitMix64) -> [CalendarDate] {
    let dues = Set(deal.flows.map(\.due)).sorted()
    let some = (0..<6).map { _ in dues[random.pick(dues.count)] }
    return some + some.map { $0.adding(days: -1) } + [.earliest, .latest]
  }

  @Test(
    "billed as projected, each flow is there once, as projected, at every day", arguments: seeds)
  func whole(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0xC0DE)
    let deal = try BillableDeal.generated(seed)
    let expected = Self.projected(deal)
    var books = Books()
    _ = books.bill(deal, through: .latest)
    for day in Self.days(deal, &random) {
      let flows = books.account(of: deal.id).flows(of: deal, cutOver: day)
      #expect(flows.count == expected.count)
      #expect(Set(flows.map(\.key)).count == flows.count)
      #expect(flows.allSatisfy { $0.minorUnits == expected[$0.key] })
      #expect(flows.allSatisfy { $0.isActual == ($0.due <= day) })
      let summary = CutOverSummary(flows)
      #expect(summary.billed == deal.projected(through: day))
      #expect(summary.lines.allSatisfy { $0.difference == 0 })
    }
  }

  @Test("what is due and not billed counts nothing, and nothing else is lost", arguments: seeds)
  func unbilled(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0x0B11)
    let deal = try BillableDeal.generated(seed)
    let expected = Self.projected(deal)
    let days = Self.days(deal, &random)
    for (billed, cutOver) in zip(days, days.reversed()) {
      var books = Books()
      _ = books.bill(deal, through: billed)
      let flows = books.account(of: deal.id).flows(of: deal, cutOver: cutOver)
      #expect(Set(flows.map(\.key)) == Set(expected.keys) && flows.count == expected.count)
      for flow in flows {
        let isLost = flow.due <= cutOver && billed < flow.due
        #expect(flow.minorUnits == (isLost ? 0 : expected[flow.key]))
      }
    }
  }

  @Test(
    "with credits, charges, interest and an amended lease, actuals are the documents, to the cent",
    arguments: seeds)
  func acted(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0xAC7)
    let rule = LateInterest(rate: ExactDecimal(digits: 12, fractionDigits: 2))
    let first = try BillableDeal.generated(seed, lateInterest: rule)
    let other = try BillableDeal.generated(seed + 5000)
    let second = first.with(flows: random.pick(2) == 0 ? first.flows : other.flows)
    var books = Books()
    for day in Self.days(first, &random).sorted().dropFirst().dropLast() {
      _ = books.bill(random.pick(3) == 0 ? second : first, through: day)
      try books.act(on: first, day, &random)
    }
    _ = books.bill(second, through: .latest)
    let account = books.account(of: first.id)
    // A loss that is taken back is no flow, as the loss was none.
    let documents = account.vouchers.flatMap(\.lines)
      .filter { $0.key.item != .depositWrittenOff }.reduce(0) { $0 + $1.minorUnits }
    let all = account.flows(of: second, cutOver: .latest)
    #expect(all.allSatisfy { $0.isActual })
    #expect(all.reduce(0) { $0 + $1.minorUnits } == documents)
    let none = account.flows(of: second, cutOver: .earliest)
    #expect(none.reduce(0) { $0 + $1.minorUnits } == second.projectedMinorUnits)
    for day in Self.days(second, &random) {
      let flows = account.flows(of: second, cutOver: day)
      let ahead = flows.filter { !$0.isActual }
      // Actuals of this day, and of all later days, are actuals of the last day.
      #expect(ahead.allSatisfy { day < $0.due })
      let summary = CutOverSummary(flows)
      #expect(
        flows.reduce(0) { $0 + $1.minorUnits }
          == summary.billed + ahead.reduce(0) { $0 + $1.projected })
      #expect(
        summary.projected + ahead.reduce(0) { $0 + $1.projected } == second.projectedMinorUnits)
    }
  }
}
