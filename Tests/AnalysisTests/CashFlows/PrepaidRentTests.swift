import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Rent paid ahead of amended deals, on 2 MW at 100 $/kW-month from 2026-01-01 for three years:
/// 200,000.00 a month in advance, of which 500,000.00 is paid on 2025-12-15.
@Suite("Rent paid ahead")
struct PrepaidRentTests {
  struct Change: Sendable {
    let day: String
    var rate = "100"
    var prepaid: String? = "500000"
    var paidOn = "2025-12-15"
    var lastDay: String?
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var changes: [Change] = []
    /// The day from which the deal is no more.
    var end: String?
    /// The days on which amounts are paid, with their sums in whole dollars.
    let paid: [String]
  }

  private static let received = "2025-12-15 500000"
  private static let unchanged = [
    received, "2026-01-01 -200000", "2026-02-01 -200000", "2026-03-01 -100000",
  ]

  private static let examples = [
    Example(testDescription: "never amended", paid: unchanged),
    Example(
      testDescription: "a higher rent after it is used up",
      changes: [Change(day: "2027-02-01", rate: "120")], paid: unchanged),
    Example(
      testDescription: "a lower rent after it is used up",
      changes: [Change(day: "2027-02-01", rate: "81")], paid: unchanged),
    // February is 240,000, and March takes the 60,000 that are left.
    Example(
      testDescription: "a higher rent while it is used",
      changes: [Change(day: "2026-02-01", rate: "120")],
      paid: [received, "2026-01-01 -200000", "2026-02-01 -240000", "2026-03-01 -60000"]),
    Example(
      testDescription: "a lower rent while it is used",
      changes: [Change(day: "2026-02-01", rate: "50")],
      paid: [
        received, "2026-01-01 -200000", "2026-02-01 -100000", "2026-03-01 -100000",
        "2026-04-01 -100000",
      ]),
    // February: 14 of 28 days of 200,000 and 14 of 28 of 240,000 are 220,000.
    Example(
      testDescription: "a month that two versions share",
      changes: [Change(day: "2026-02-15", rate: "120")],
      paid: [received, "2026-01-01 -200000", "2026-02-01 -220000", "2026-03-01 -80000"]),
    // 500 less 200 less 240 leaves 60, three months of 20.
    Example(
      testDescription: "two amendments while it is used",
      changes: [Change(day: "2026-02-01", rate: "120"), Change(day: "2026-03-01", rate: "10")],
      paid: [
        received, "2026-01-01 -200000", "2026-02-01 -240000", "2026-03-01 -20000",
        "2026-04-01 -20000", "2026-05-01 -20000",
      ]),
    Example(
      testDescription: "an early end while it is used",
      changes: [Change(day: "2026-02-01", lastDay: "2026-02-28")],
      paid: [received, "2026-01-01 -200000", "2026-02-01 -200000", "2026-02-28 -100000"]),
    // 14 of February's 28 days are owed: 100,000.
    Example(
      testDescription: "a deal withdrawn while it is used", end: "2026-02-15",
      paid: [received, "2026-01-01 -200000", "2026-02-01 -100000", "2026-02-15 -200000"]),
    Example(testDescription: "a deal withdrawn before it is paid", end: "2025-12-15", paid: []),
    // The months before the amendment keep what they used, and those from it on use 300,000.
    Example(
      testDescription: "more is asked for after it is used up",
      changes: [Change(day: "2027-02-01", prepaid: "800000")],
      paid: [
        "2025-12-15 800000", "2026-01-01 -200000", "2026-02-01 -200000", "2026-03-01 -100000",
        "2027-02-01 -200000", "2027-03-01 -100000",
      ]),
    Example(
      testDescription: "less is asked for while it is used",
      changes: [Change(day: "2026-02-01", prepaid: "300000")],
      paid: ["2025-12-15 300000", "2026-01-01 -200000", "2026-02-01 -100000"]),
    Example(
      testDescription: "less is asked for than was used",
      changes: [Change(day: "2026-02-01", prepaid: "150000")],
      paid: ["2025-12-15 150000", "2026-01-01 -150000"]),
    // January is paid before the day that the amendment says.
    Example(
      testDescription: "its day is put right",
      changes: [Change(day: "2026-03-01", paidOn: "2026-01-15")],
      paid: ["2026-01-15 500000", "2026-02-01 -200000", "2026-03-01 -200000", "2026-04-01 -100000"]),
    Example(
      testDescription: "it is given up", changes: [Change(day: "2026-02-01", prepaid: nil)],
      paid: []),
  ]

  private static func version(_ change: Change, isFirst: Bool) throws -> Deal {
    var terms = [
      ("landlord", "l"), ("contract.kind", "lease"), ("criticalIT", "2 MW"), ("term", "3 years"),
      ("rentCommencement", "2026-01-01"), ("rent.rate", "\(change.rate) USD/kW-month"),
    ]
    if let prepaid = change.prepaid {
      terms += [("prepayment.amount", "\(prepaid) USD"), ("prepayment.date", change.paidOn)]
    }
    if let day = change.lastDay { terms.append(("termination.exercised", day)) }
    return try DealBuilder.deal(
      "d", head: isFirst ? [:] : ["effective": change.day], terms: terms)
  }

  private static func analysed(
    _ changes: [Change], end: String? = nil
  ) throws -> AnalysedDeal {
    let first = try version(Change(day: "2025-01-01"), isFirst: true)
    return AnalysedDeal(
      versions: [first] + (try changes.map { try version($0, isFirst: false) }),
      end: try end.map { try #require(CalendarDate($0)) })
  }

  @Test("is used against the rents of the versions that govern them", arguments: examples)
  func uses(_ example: Example) throws {
    let flows = try DealCashFlows(Self.analysed(example.changes, end: example.end), case: .base)
    let all = flows.schedule.filter { $0.charge == .prepayment }
    let sums = Dictionary(grouping: all, by: \.due).mapValues {
      $0.reduce(0) { $0 + $1.minorUnits }
    }
    #expect(sums.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value / 100)" } == example.paid)
    #expect(sums.values.reduce(0, +) == 0)
    #expect(flows.total(of: .prepayment) == 0)
  }

  /// January uses 200,000; 35 months of 2,000 are 70,000, which leaves 230,000.
  @Test("is given back on the last day as far as lower rents leave it")
  func left() throws {
    let flows = try DealCashFlows(
      Self.analysed([Change(day: "2026-02-01", rate: "1")]), case: .base)
    let back = flows.schedule.filter(\.isPrepaymentLeft)
    #expect(back.map(\.due.description) == ["2028-12-31"])
    #expect(back.map(\.minorUnits) == [-230_000_00])
    #expect(flows.total(of: .prepayment) == 0)
  }

  /// 36 months of 200,000 are 7,200,000.
  @Test("is refused where an amendment asks for more than all rents")
  func exceeding() throws {
    let deal = try Self.analysed([Change(day: "2026-02-01", prepaid: "8000000")])
    #expect(
      throws: ProjectionProblem.prepaymentExceedsRent(
        deal: DealID("d"), unused: Money(minorUnits: 800_000_00, currency: .usd))
    ) { try DealCashFlows(deal, case: .base) }
  }

  @Test("is explained by the versions that govern its uses", arguments: examples)
  func explained(_ example: Example) throws {
    guard example.end == nil else { return }
    let deal = try Self.analysed(example.changes)
    var explainer = try DealExplainer(deal, case: .base)
    let flows = try DealCashFlows(deal, case: .base)
    let all = flows.schedule.filter { $0.charge == .prepayment }
    var evaluator = DerivationEvaluator<ExplainedInput>()
    for month in Set(all.map(\.month)) {
      let explanation = try explainer.explanation(of: .prepayment, in: month)
      let sum = all.reduce(0) { $1.month == month ? $0 + $1.minorUnits : $0 }
      #expect(evaluator.minorUnits(of: explanation.derivation) == sum, "\(month)")
      #expect(explanation.projectedMinorUnits == sum, "\(month)")
    }
  }
}

/// Deals of two halls whose rent and prepayment are amended on any days.
@Suite("Rent paid ahead of generated deals")
struct PrepaidRentLawTests {
  private static func version(
    _ random: inout SplitMix64, on day: CalendarDate?, prepaid: Int
  ) throws -> Deal {
    try DealBuilder.deal(
      "d", head: day.map { ["effective": "\($0)"] } ?? [:],
      terms: [
        ("landlord", "l"), ("contract.kind", "lease"), ("term", "3 years"),
        ("halls[h1].name", "h1"), ("halls[h1].criticalIT", "1 MW"),
        ("halls[h1].rentCommencement", "2026-01-11"),
        ("halls[h2].name", "h2"), ("halls[h2].criticalIT", "2.7 MW"),
        ("halls[h2].rentCommencement", "2026-03-01"),
        ("rent.rate", "\(60 + random.next() % 90).37 USD/kW-month"),
        ("billing.timing", random.next() % 4 == 0 ? "in arrears" : "in advance"),
        ("prepayment.amount", "\(prepaid) USD"), ("prepayment.date", "2025-12-15"),
      ])
  }

  @Test(
    "no month uses more than its rent, and what is used and given back is what was paid",
    arguments: 0..<60 as Range<UInt64>)
  func bounds(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let start = try #require(CalendarDate("2026-01-01"))
    let days = (0..<Int(random.next() % 4))
      .map { _ in start.adding(days: Int(random.next() % 400)) }.sorted()
    var prepaid = Int(100_000 + random.next() % 2_000_000)
    var versions = [try Self.version(&random, on: nil, prepaid: prepaid)]
    for day in days {
      if random.next() % 3 == 0 { prepaid = Int(100_000 + random.next() % 2_000_000) }
      versions.append(try Self.version(&random, on: day, prepaid: prepaid))
    }
    let end = random.next() % 3 == 0 ? start.adding(days: Int(random.next() % 500)) : nil
    let flows = try DealCashFlows(AnalysedDeal(versions: versions, end: end), case: .base)
    var rents: [String: Int64] = [:]
    var uses: [String: Int64] = [:]
    for amount in flows.schedule {
      let place = "\(amount.hall) \(amount.month)"
      if amount.charge == .baseRent { rents[place, default: 0] += amount.minorUnits }
      guard amount.charge == .prepayment, amount.minorUnits < 0, !amount.isPrepaymentLeft else {
        continue
      }
      uses[place, default: 0] -= amount.minorUnits
    }
    for (place, used) in uses { #expect(used <= rents[place] ?? 0, "\(place)") }
    let all = flows.schedule.filter { $0.charge == .prepayment }
    #expect(all.reduce(0) { $0 + $1.minorUnits } == 0)
    #expect(all.filter { $0.minorUnits > 0 }.map(\.minorUnits) == [Int64(prepaid) * 100])
    if days.isEmpty, end == nil {
      // The engine's own uses, which know of no versions.
      let cells = flows.projection.cells.filter { $0.charge == .prepayment }
      #expect(Set(cells.map { "\($0.hall) \($0.due) \($0.minorUnits)" }).count == cells.count)
      #expect(
        Set(cells.map { "h\($0.hall + 1) \($0.month) \($0.due) \($0.minorUnits)" })
          == Set(all.map { "\($0.hall) \($0.month) \($0.due) \($0.minorUnits)" }))
    }
  }

  @Test(
    "an amendment of the rent moves nothing that the months before it used",
    arguments: 0..<40 as Range<UInt64>)
  func past(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0x9A57)
    let prepaid = Int(100_000 + random.next() % 2_000_000)
    let first = try Self.version(&random, on: nil, prepaid: prepaid)
    let month = YearMonth(year: 2026, month: 2).adding(
      months: Int(random.next() % 14))
    let second = try Self.version(&random, on: month.firstDay, prepaid: prepaid)
    let uses = { (versions: [Deal]) in
      try DealCashFlows(AnalysedDeal(versions: versions), case: .base).schedule
        .filter { $0.charge == .prepayment && $0.minorUnits < 0 && $0.month < month }
        .map { "\($0.hall) \($0.month) \($0.due) \($0.minorUnits)" }
    }
    #expect(try Set(uses([first, second])) == Set(uses([first])))
  }
}
