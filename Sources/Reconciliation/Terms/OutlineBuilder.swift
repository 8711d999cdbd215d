import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Reads from a deal what a search may move, and what it must take as it stands.
struct OutlineBuilder {
  let completion: DealCompletion
  let analysed: AnalysedDeal
  let lease: Lease
  private(set) var notes: [ReconciliationNote] = []

  /// `nil` of a deal that cannot be made whole.
  init?(_ completion: DealCompletion) {
    guard let analysed = completion.deal, let resolved = analysed.resolved else { return nil }
    self.completion = completion
    self.analysed = analysed
    lease = resolved.lease
  }

  private var terms: DealTerms { analysed.deal.terms }

  /// The outline with what was taken to make it.
  mutating func outline() -> TermsOutline {
    let obstacle = obstacle
    if let obstacle {
      note(.taken, "\(obstacle), so that dates, term clock and escalator stay as they are written")
    }
    let kinds = analysed.deal.announcedFigures.map(\.kind)
    if kinds.contains(.contractValueWithRenewals), lease.renewals.isEmpty {
      note(
        .missing,
        "renewals are not known, so that the value with them is only taken to be no less than the "
          + "value without")
    }
    let isPlain = obstacle == nil
    let halls = isPlain ? self.halls() : []
    let delivery = isPlain ? self.delivery(halls) : nil
    let (growth, open, text) = growths()
    let written = writtenChoices(delivery: delivery)
    return TermsOutline(
      deal: analysed, lease: lease, written: written,
      room: room(written, isPlain: isPlain, delivery: delivery), halls: halls, delivery: delivery,
      growth: completion.isGrowthOpen ? open : growth, openGrowth: open, growthText: text,
      levels: levels, notes: notes)
  }

  private mutating func note(_ subject: ReconciliationNote.Subject, _ text: String) {
    notes.append(ReconciliationNote(subject: subject, description: text))
  }

  /// What keeps the lease from being followed by closed formulas, in words.
  private var obstacle: String? {
    if lease.periods.count > 1 { return "rent is stated by period" }
    if case .steps = lease.periods[0].rent { return "rent is a table of steps" }
    if lease.halls.contains(where: { $0.rate != nil }) { return "halls have rents of their own" }
    if lease.halls.contains(where: { $0.ramp != nil }) { return "megawatts ramp up" }
    if lease.halls.contains(where: { $0.abatement != nil }) { return "rent is abated" }
    return obstacleOfDays ?? obstacleOfRules ?? obstacleOfRent
  }

  private var obstacleOfDays: String? {
    if lease.termination != nil { return "the lease is taken to end early" }
    if lease.holdover != nil { return "a stay after the term is assumed" }
    if lease.rules.anniversary != .daySplit { return "an anniversary's month is not split by days" }
    if lease.nominalTerm?.months == nil { return "the term is not stated in months" }
    if (lease.nominalTerm?.months ?? 0) < 24 { return "the term is shorter than two years" }
    if !analysed.delays.isEmpty { return "halls are delayed by a scenario" }
    if terms.halls.contains(where: { $0.term != nil || $0.expiry != nil }) {
      return "halls have terms of their own"
    }
    return nil
  }

  private var obstacleOfRules: String? {
    switch lease.rules.proration {
    case .actualMonth, .wholeMonthFromNext: break
    case .thirty360, .actual365: return "parts of months are not counted by their days"
    }
    if case .date = lease.rules.escalationClock { return "lease years count from a stated day" }
    let isCommencementOwn =
      terms.rentCommencement != nil
      || terms.halls.contains { $0.rentCommencement != nil }
    return isCommencementOwn ? "the day on which rent begins is stated" : nil
  }

  private var obstacleOfRent: String? {
    switch lease.periods[0].escalator {
    case .none: break
    case .fixed(let rate) where rate < .zero: return "rent falls from year to year"
    case .fixed: break
    case .steps(let table):
      if zip(table, table.dropFirst()).contains(where: { $1 < $0 }) {
        return "rent falls from one year to another"
      }
    case .cpi, .greaterOf, .lesserOf: return "rent follows an index"
    }
    if let margin = terms.operatingMargin, margin.value.low < .zero {
      return "the margin is negative"
    }
    if case .lines(let lines) = lease.operatingCosts, !lines.isEmpty {
      return "operating costs are stated by line"
    }
    if !lease.otherIncome.isEmpty { return "there is income beside rent" }
    for renewal in lease.renewals {
      switch renewal.rent {
      case .continued, .flat: break
      case .fixed, .market: return "renewals have a rent of their own"
      }
    }
    return nil
  }

  /// Levels by lease year, of an escalator that is a table.
  private var levels: [Double]? {
    if case .steps(let table) = lease.periods[0].escalator { return table.map(\.doubleValue) }
    return nil
  }
}

// MARK: - What is open

extension OutlineBuilder {
  /// The growth as written, what is open, and a disclosed text that is then read anew.
  private func growths() -> (written: Interval, open: Interval, text: String?) {
    let written: Interval =
      if case .fixed(let rate) = lease.periods[0].escalator { Interval(enclosing: rate.real) } else
      { .zero }
    let open = Interval(0, 0.1)
    guard case .fixed(let figure)? = terms.rent.escalator?.ofSource,
      let low = figure.low.scaled(byPowerOfTen: -2), let high = figure.high.scaled(byPowerOfTen: -2)
    else { return (written, open, nil) }
    let read = Interval(from: low, through: high)
    return (written, Interval(max(0, read.lower), max(0, read.upper)), figure.text)
  }

  private func writtenChoices(delivery: TermsOutline.Delivery?) -> TermChoices {
    let isOfLease = lease.rules.escalationClock == .lease
    return TermChoices(
      clock: terms.termClock?.value ?? (terms.term == nil ? .fixedEnd : .perHall),
      isEscalationOfLease: isOfLease, renewalRent: writtenRenewalRent,
      areDatesFree: completion.areDatesOpen && delivery != nil,
      isMarginFree: lease.operatingCosts == .unknown, isGrowthFree: completion.isGrowthOpen,
      isCapitalFree: lease.capital == nil)
  }

  private var writtenRenewalRent: Departure.RenewalRentChoice {
    switch lease.renewals.first?.rent {
    case .continued: .continued
    case .flat: .flat
    case .fixed, .market: .continued
    case nil: .another
    }
  }

  private func room(
    _ written: TermChoices, isPlain: Bool, delivery: TermsOutline.Delivery?
  ) -> TermsOutline.Room {
    let isClockOurs = isPlain && terms.termClock?.ofSource == nil && terms.term != nil
    let isEscalationOurs = isPlain && terms.rent.escalationClock?.ofSource == nil
    let isRenewalOurs = terms.renewals?.rent?.ofSource == nil && !lease.renewals.isEmpty
    let isMarginOurs = terms.operatingMargin?.ofSource == nil && !hasCostLines
    let canReadGrowth = isPlain && levels == nil
    let escalator = terms.rent.escalator
    let isGrowthRead: Bool =
      switch escalator?.ofSource {
      case .fixed, .annualRateNotDisclosed, nil: true
      default: false
      }
    var renewalRents: [Departure.RenewalRentChoice] = [written.renewalRent]
    if isRenewalOurs {
      renewalRents = isPlain ? [.continued, .flat, .another] : renewalRents + [.another]
    }
    return TermsOutline.Room(
      clocks: isClockOurs ? [.perHall, .fromFirst, .coterminousAfterLast] : [],
      escalationClocks: isEscalationOurs ? [false, true] : [written.isEscalationOfLease],
      renewalRents: renewalRents.distinct, canFreeDates: delivery != nil,
      canFreeMargin: isMarginOurs, canFreeGrowth: canReadGrowth && isGrowthRead,
      canFreeCapital: terms.capitalCost?.ofSource == nil)
  }

  /// Whether costs are stated one by one, so that no margin is free.
  private var hasCostLines: Bool {
    if case .lines(let lines) = lease.operatingCosts { !lines.isEmpty } else { false }
  }
}

// MARK: - Halls and their days

extension OutlineBuilder {
  private func halls() -> [TermsOutline.Hall] {
    lease.halls.map { hall in
      let stated = terms.halls.first { $0.name == hall.name }
      let disclosed = stated?.criticalIT?.ofSource
      let range =
        disclosed.map { Interval(from: $0.low, through: $0.high) }
        ?? Interval(enclosing: hall.criticalIT.real)
      let day = hall.baseTerm.lowerBound.dayNumber
      let window = window(ofHall: stated, at: day)
      return TermsOutline.Hall(
        name: hall.name, megawatts: hall.criticalIT, megawattRange: range,
        commencement: hall.baseTerm.lowerBound, window: window)
    }
  }

  /// When a hall may begin: in its own period, in the deal's, or on its day alone.
  private func window(ofHall hall: HallTerms?, at day: Int32) -> ClosedRange<Int32> {
    if let own = hall?.readyForService?.ofSource {
      return own.first.dayNumber...own.last.dayNumber
    }
    let first = terms.firstDelivery?.ofSource
    let last = terms.lastDelivery?.ofSource
    guard let start = first?.first ?? last?.first, let end = last?.last ?? first?.last,
      start <= end
    else { return Self.around(day) }
    return start.dayNumber...end.dayNumber
  }

  /// The days that are searched where no period is announced.
  private static func around(_ day: Int32) -> ClosedRange<Int32> {
    let date = CalendarDate(dayNumber: day)
    return date.adding(months: -monthsBetweenHalls)
      .dayNumber...date.adding(months: monthsBetweenHalls).dayNumber
  }

  /// Calendar months that the first or the last hall may be from the one that is announced.
  static let monthsBetweenHalls = 24

  private mutating func delivery(_ halls: [TermsOutline.Hall]) -> TermsOutline.Delivery? {
    let first = terms.firstDelivery?.ofSource
    let last = terms.lastDelivery?.ofSource
    let isByHall = !terms.halls.isEmpty && terms.halls.contains { $0.criticalIT?.ofSource != nil }
    if isByHall {
      let hasDay = first != nil || last != nil
      let isOpen = terms.halls.contains { $0.readyForService?.ofSource == nil }
      if isOpen, !hasDay { noteOpenDays() }
      return halls.contains { $0.window.count > 1 } ? .byHall : nil
    }
    switch (first, last) {
    case (nil, nil):
      noteOpenDays()
      let days = halls.map(\.commencement.dayNumber)
      guard let earliest = days.min(), let latest = days.max() else { return nil }
      let whole = Self.around(earliest).lowerBound...Self.around(latest).upperBound
      return .between(first: whole, last: whole)
    case (let first?, let last?):
      guard first.first <= last.last else { return nil }
      return .between(first: Self.days(first), last: Self.days(last))
    case (nil, let last?):
      let earliest = max(
        analysed.firstAnnounced.first, last.first.adding(months: -Self.monthsBetweenHalls))
      let from = min(earliest, last.last)
      note(
        .taken,
        "the first delivery is not announced: it is searched from \(from) to the last one's end")
      return .between(first: from.dayNumber...last.last.dayNumber, last: Self.days(last))
    case (let first?, nil):
      let until = first.last.adding(months: Self.monthsBetweenHalls)
      note(
        .taken,
        "the last delivery is not announced: it is searched up to \(until), "
          + "\(Self.monthsBetweenHalls) months after the first one")
      return .between(first: Self.days(first), last: first.first.dayNumber...until.dayNumber)
    }
  }

  private mutating func noteOpenDays() {
    note(
      .taken,
      "no delivery is announced: days are searched within \(Self.monthsBetweenHalls) months of those "
        + "assumed")
  }

  private static func days(_ date: StatedDate) -> ClosedRange<Int32> {
    date.first.dayNumber...date.last.dayNumber
  }
}

extension Array where Element: Equatable {
  /// The elements, each once, in their order.
  var distinct: [Element] {
    reduce(into: []) { found, element in if !found.contains(element) { found.append(element) } }
  }
}
