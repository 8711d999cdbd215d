import FinanceBasics

/// Takes the values of a deal one by one, and keeps what was taken, chosen and missed.
struct LeaseResolution {
  let terms: DealTerms
  let series: [String: IndexSeries]
  /// By the hall's name, or for every hall.
  let delays: [String: Delay]
  let periodDay: PeriodDay
  private(set) var faults: [ProjectionFault] = []
  private(set) var remarks: [ResolutionRemark] = []
  private(set) var inputs: [LeaseInput] = []
  private(set) var currency: Currency?

  init(of terms: DealTerms, series: [String: IndexSeries], delays: [String: Delay] = [:]) {
    self.terms = terms
    self.series = series
    self.delays = delays
    periodDay = terms.periodDay?.value ?? .end
    if let periodDay = terms.periodDay { use(periodDay) }
  }

  mutating func miss(_ fault: ProjectionFault) {
    if !faults.contains(fault) { faults.append(fault) }
  }

  mutating func remark(_ remark: ResolutionRemark) {
    if !remarks.contains(remark) { remarks.append(remark) }
  }

  /// Counts a value among those that the lease rests on.
  @discardableResult
  mutating func use<Value>(_ stated: Stated<Value>) -> Value {
    let input = LeaseInput(path: stated.path, basis: stated.basis)
    if !inputs.contains(input) { inputs.append(input) }
    return stated.value
  }

  /// The number of a figure, in units.
  mutating func number(_ stated: Stated<Figure>) -> ExactDecimal {
    let figure = use(stated)
    if let other = figure.unit.currency {
      if let currency, currency != other {
        miss(.currenciesMixed(currency.code, other.code))
      }
      currency = currency ?? other
    }
    if figure.isRange {
      remark(
        .rangeTaken(stated.path, text: figure.text, at: figure.point.normalized, figure.unit))
    } else if figure.text.utf8.first.map({ $0 > UInt8(ascii: "9") }) == true {
      remark(.impreciseTaken(stated.path, text: figure.text))
    }
    return figure.point.normalized
  }

  /// A percentage as a fraction of one.
  mutating func fraction(_ stated: Stated<Figure>) -> ExactDecimal {
    Self.hundredth(of: number(stated))
  }

  static func hundredth(of percent: ExactDecimal) -> ExactDecimal {
    percent.scaled(byPowerOfTen: -2)?.normalized ?? .zero
  }

  /// The day of a stated date.
  mutating func day(_ stated: Stated<StatedDate>) -> CalendarDate {
    let date = use(stated)
    let day = date.day(takenAt: periodDay)
    if date.precision != .day {
      remark(.periodTaken(stated.path, text: date.description, at: periodDay, day))
    } else if date.isApproximate {
      remark(.impreciseTaken(stated.path, text: date.description))
    }
    return day
  }

  mutating func rules() -> RentRules {
    RentRules(
      proration: terms.rent.proration.map { use($0) } ?? .actualMonth,
      anniversary: terms.rent.anniversary.map { use($0) } ?? .daySplit,
      escalationClock: terms.rent.escalationClock.map { use($0) } ?? .perHall,
      timing: terms.timing.map { use($0) } ?? .advance,
      paymentDays: terms.paymentDays.map { use($0) } ?? 0,
      calendar: terms.calendar.map { use($0) } ?? .none,
      businessDays: terms.businessDays.map { use($0) } ?? .unadjusted)
  }
}
