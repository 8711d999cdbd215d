import Analysis
import FinanceBasics
import LeaseModel

/// What a deal says of the halls that a table of payments is of.
struct PaymentTerms {
  /// A hall as far as the deal describes it.
  struct Hall {
    let name: String
    /// `nil` where the deal does not say.
    let criticalIT: ExactDecimal?
    /// When rent begins, or the hall is ready; `nil` where the deal does not say.
    let begins: StatedDate?
    /// The days on which that may be; `nil` where the deal does not say.
    let window: ClosedRange<CalendarDate>?
    /// Of the hall alone; `nil` where the lease's holds.
    let term: Tenor?
    /// The last day, where it is stated for the hall alone.
    let lastDay: CalendarDate?
    let abatement: Abatement?
  }

  let halls: [Hall]
  let termClock: TermClockKind
  /// `nil` where the deal does not say, so that nothing is known of what follows the years.
  let term: Tenor?
  /// The last day of a clock with a fixed end.
  let lastDay: CalendarDate?
  /// Growth a year as a fraction; `nil` where it is not stated, or follows an index.
  let growth: ExactDecimal?
  /// As the file writes it.
  let growthText: String
  let rules: RentRules
  /// What was taken, in sentences.
  let remarks: [String]

  /// Reads the version in force.
  init(_ analysed: AnalysedDeal) {
    let terms = analysed.deal.terms
    let resolved = analysed.resolved?.lease
    var remarks: [String] = []
    let stated = terms.halls.isEmpty ? [Self.oneHall(of: terms)] : terms.halls
    halls = stated.map { hall in
      let known = resolved?.halls.first { $0.name == hall.name }
      let own = (hall.rentCommencement ?? hall.readyForService ?? terms.rentCommencement)?.value
      let begins = own ?? (terms.lastDelivery ?? terms.firstDelivery)?.value
      let first = own ?? terms.firstDelivery?.value ?? begins
      return Hall(
        name: hall.name,
        criticalIT: known?.criticalIT ?? hall.criticalIT?.value.point.normalized,
        begins: begins, window: Self.days(from: first, to: begins),
        term: hall.term?.value, lastDay: hall.expiry?.value.last,
        abatement: known?.abatement)
    }
    if terms.halls.isEmpty {
      remarks.append("the deal names no halls: all megawatts are taken as one")
    }
    if stated.contains(where: { !$0.ramp.isEmpty }) {
      remarks.append("ramps are left out: each hall pays for all its megawatts from its first day")
    }
    termClock = terms.termClock?.value ?? .perHall
    term = terms.term?.value
    lastDay = terms.expiry?.value.last
    switch terms.rent.escalator?.value {
    case .fixed(let figure):
      growth = figure.point.scaled(byPowerOfTen: -2)?.normalized
      growthText = figure.text
    case nil, .annualRateNotDisclosed:
      growth = nil
      growthText = "not disclosed"
    case .some(.none):
      growth = .zero
      growthText = "none"
    case .steps, .cpi, .greaterOf, .lesserOf:
      growth = nil
      growthText = "not a fixed rate"
      remarks.append("the escalator is not a fixed rate; the table is matched with one rate a year")
    }
    let stepsByLease = terms.rent.escalationClock?.value ?? .perHall
    rules = RentRules(
      proration: terms.rent.proration?.value ?? .actualMonth,
      anniversary: terms.rent.anniversary?.value ?? .daySplit, escalationClock: stepsByLease,
      timing: terms.timing?.value ?? .advance, paymentDays: terms.paymentDays?.value ?? 0,
      calendar: terms.calendar?.value ?? .none,
      businessDays: terms.businessDays?.value ?? .unadjusted)
    self.remarks = remarks
  }

  private static func days(from first: StatedDate?, to last: StatedDate?) -> ClosedRange<
    CalendarDate
  >? {
    guard let first, let last else { return nil }
    return first.first...max(first.first, last.last)
  }

  /// All megawatts as one hall, which begins anywhere between the first delivery and the last.
  private static func oneHall(of terms: DealTerms) -> HallTerms {
    var hall = HallTerms(name: "all halls")
    hall.criticalIT = terms.criticalIT
    return hall
  }
}
