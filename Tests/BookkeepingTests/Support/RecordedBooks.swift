import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport

/// The books of three leases of a seed, of three landlords and currencies: each document in the order
/// of recording, beside the proof of its lease as that stood then.
struct RecordedBooks {
  struct Document {
    let voucher: Voucher
    let proof: BillingProof
  }

  private(set) var documents: [Document] = []
  private var deals: [BillableDeal]
  private var proofs: [BillingProof]
  private var books = Books()
  private var random: SplitMix64

  /// - Throws: Where no lease of the seed can be projected.
  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed ^ 0xA0D1)
    let owners = [("hut-8", "USD"), ("maple-trust", "CAD"), ("cedar-halls", "EUR")]
    deals = try owners.enumerated().map { place, owner in
      try BillableDeal.generated(seed &* 37 &+ UInt64(place), id: DealID("deal-\(place + 1)"))
        .with(landlord: owner.0, currency: Currency(code: owner.1) ?? .usd)
        .with(rule: place == 2 ? nil : Self.rule(12 + Int64(place) * 6, grace: place * 5))
    }
    proofs = deals.map { BillingProof($0) }
    let first = deals.map { $0.days.lowerBound.year }.min() ?? 2027
    let last = deals.map { $0.days.upperBound.year }.max() ?? 2027
    for year in first...min(last, first + 12) {
      for place in deals.indices { try live(through: year, of: place) }
    }
  }

  private static func rule(_ percent: Int64, grace: Int) -> LateInterest {
    LateInterest(rate: ExactDecimal(digits: Int128(percent), fractionDigits: 2), graceDays: grace)
  }

  /// A year of a deal: its terms may be put right, it is billed, paid, credited, undone, brought to
  /// its actual cost, and charged interest, perhaps twice.
  private mutating func live(through year: Int, of place: Int) throws {
    let end = YearMonth(year: year, month: 12).firstDay.adding(days: 30)
    if random.pick(3) == 0 { correct(place) }
    try record(place) { books, lease, random in
      _ = books.bill(random.pick(3) == 0 ? lease.withoutLateInterest : lease, through: end)
    }
    try record(place) { books, lease, random in try books.act(on: lease, end, &random) }
    if random.pick(2) == 0 { correct(place) }
    let spring = end.adding(days: 30 + random.pick(90))
    if random.pick(2) == 0 {
      try record(place) { books, lease, random in
        let actual = Money(minorUnits: Int64(random.pick(5_000_000)), currency: lease.currency)
        _ = books.bill(lease, through: spring)
        do throws(BookkeepingProblem) {
          _ = try books.trueUp(lease, year: year, actual: actual, on: spring)
        } catch .noRecoveries, .estimatesNotBilled {
          // A lease of which no year estimates anything, or that bills its last months later.
        }
      }
    }
    try record(place) { books, lease, _ in _ = books.bill(lease, through: spring) }
    // A payment of the year before, of which the bank told late.
    try record(place) { books, lease, random in try books.act(on: lease, end, &random) }
  }

  private mutating func record(
    _ place: Int, _ act: (inout Books, BillableDeal, inout SplitMix64) throws -> Void
  ) throws {
    let lease = deals[place]
    let count = books.account(of: lease.id).vouchers.count
    try act(&books, lease, &random)
    documents += books.account(of: lease.id).vouchers.dropFirst(count)
      .map { Document(voucher: $0, proof: proofs[place]) }
  }

  /// Other amounts from a flow on, no flows from one on, or another rule of interest.
  private mutating func correct(_ place: Int) {
    let deal = deals[place]
    let dues = Set(deal.flows.map(\.due)).sorted()
    guard !dues.isEmpty else { return }
    defer { proofs[place] = BillingProof(deals[place]) }
    let day = dues[random.pick(dues.count)]
    let share = Int64(90 + random.pick(20))
    switch random.pick(4) {
    case 0 where day.year > dues[0].year + 6:
      deals[place] = deal.with(flows: deal.flows.filter { $0.due < day })
    case 1 where deal.lateInterest != nil:
      deals[place] = deal.with(rule: Self.rule(6 + share % 9, grace: Int(share % 4)))
    default:
      deals[place] = deal.with(
        flows: deal.flows.map { flow in
          BillableFlow(
            item: flow.key.item, hall: flow.key.hall, month: flow.key.month, due: flow.due,
            minorUnits: flow.due < day ? flow.minorUnits : flow.minorUnits * share / 100,
            clause: flow.clause)
        })
    }
  }
}

extension BillableDeal {
  fileprivate func with(landlord: String, currency: Currency) -> BillableDeal {
    BillableDeal(id: id, landlord: PartyID(landlord), currency: currency, flows: flows)
  }

  fileprivate func with(rule: LateInterest?) -> BillableDeal {
    BillableDeal(id: id, landlord: landlord, currency: currency, flows: flows, lateInterest: rule)
  }
}

extension RecordedBooks {
  /// What is wrong with each document, made again from the lease of its time and the documents before
  /// it.
  static func faults(of documents: some Sequence<Document>) -> [String] {
    var accounts: [DealID: DealAccount] = [:]
    return documents.flatMap { document in
      let voucher = document.voucher
      let account = accounts[voucher.deal] ?? DealAccount(deal: voucher.deal)
      let faults =
        account.faults(remaking: voucher)
        + document.proof.faults(of: voucher, in: account)
      let added = accounts[voucher.deal, default: account].add(voucher)
      return (faults + added).map { "\(voucher.number), \($0)" }
    }
  }
}
