import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// What a search knows of a lease: the terms that stay, and those that choices may move.
struct TermsOutline {
  /// The deal as it stands, made whole where it leaves something open.
  let deal: AnalysedDeal
  let lease: Lease
  /// What the file says or assumes, by which departures are counted.
  let written: TermChoices
  /// The choices that the file leaves room for.
  let room: Room
  /// The halls as the file has them, with their places in time; empty where only the engine's own
  /// coefficients count.
  let halls: [Hall]
  /// When the halls may begin, where that is announced; `nil` where it is not.
  let delivery: Delivery?
  /// The growth that the file has, and what is open where it is free.
  let growth: Interval
  let openGrowth: Interval
  /// As disclosed, where freeing growth reads a disclosed figure anew.
  let growthText: String?
  /// Levels by lease year, of an escalator that is a table.
  let levels: [Double]?
  /// What was taken and what is missing.
  let notes: [ReconciliationNote]

  /// What choices a file leaves.
  struct Room {
    var clocks: [TermClockKind]
    var escalationClocks: [Bool]
    var renewalRents: [Departure.RenewalRentChoice]
    var canFreeDates: Bool
    var canFreeMargin: Bool
    var canFreeGrowth: Bool
    var canFreeCapital: Bool
  }

  struct Hall {
    let name: String
    /// Of the file, in megawatts.
    let megawatts: ExactDecimal
    /// As disclosed, or the megawatts of the file.
    let megawattRange: Interval
    let commencement: CalendarDate
    /// When the hall may begin, where that is announced by hall.
    let window: ClosedRange<Int32>
  }

  /// When halls may begin.
  enum Delivery {
    /// Each hall in its own period.
    case byHall
    /// Any number of halls between the first and the last commencement.
    case between(first: ClosedRange<Int32>, last: ClosedRange<Int32>)
  }

  /// Whether every term that a search may move was moved, so that what fails fails altogether.
  var isWholeSearched: Bool { !halls.isEmpty }

  /// The length of the base term in calendar months; `nil` of one that is stated otherwise.
  var termMonths: Int? { lease.nominalTerm?.months }

  /// Whether a source says when any hall begins.
  var hasAnnouncedPeriods: Bool {
    let terms = deal.deal.terms
    return ([terms.firstDelivery, terms.lastDelivery] + terms.halls.map(\.readyForService))
      .contains { $0?.ofSource != nil }
  }

  /// First-year rent a kilowatt and month as the file has it.
  var writtenRent: Interval? {
    (try? ProjectedLease(lease)).map {
      Interval(enclosing: $0.annualisedRent) / Interval(enclosing: lease.criticalIT.real)
        / Interval(12_000)
    }
  }

  /// The length of the base term in words.
  var termText: String { lease.nominalTerm?.description ?? "the whole term" }

  /// Of all renewals together.
  var renewalMonths: Int { lease.renewals.reduce(0) { $0 + $1.months } }

  /// Whether rent counts from the first of a month.
  var isWholeMonths: Bool { lease.rules.proration == .wholeMonthFromNext }

  /// The box of everything that choices leave open.
  func box(_ choices: TermChoices) -> TermBox {
    let growth = choices.isGrowthFree ? openGrowth : growth
    guard choices.areDatesFree, let delivery else {
      let days = halls.map { $0.commencement.dayNumber...$0.commencement.dayNumber }
      return TermBox(growth: growth, days: days, spread: nil)
    }
    switch delivery {
    case .byHall: return TermBox(growth: growth, days: halls.map(\.window), spread: nil)
    case .between(let first, let last):
      return TermBox(growth: growth, days: [first, last], spread: Interval(0, 1))
    }
  }
}
