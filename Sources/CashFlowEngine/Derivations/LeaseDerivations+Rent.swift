import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// A month's rent before abatement and weights: the same for months of one level.
  struct RentKey: Hashable {
    let hall: Int
    let rate: ObjectIdentifier
    /// The steps of a ramp that hold.
    let delivered: Int
    let committed: Int
  }

  /// Base rent or renewal rent of a month before rounding; `nil` where none is charged.
  mutating func rent(_ charge: Charge, _ hall: Int, _ month: YearMonth) -> Node? {
    let key = CellKey(charge: charge, hall: hall, month: month)
    if let known = rents[key] { return known }
    let hallDays = days[hall]
    let stretch = charge == .baseRent ? hallDays.start..<hallDays.baseStop : hallDays.later
    let charged = stretch.clamped(to: month.days)
    guard stretch.overlaps(month.days), !charged.isEmpty else { return nil }
    let parts = pieces(of: charged, cutAt: rentChanges(hall)).map { piece in
      rent(of: piece, hall, stretch: stretch)
    }
    let node =
      parts.count == 1
      ? parts[0]
      : Node(
        "\(charge.words) of \(lease.halls[hall].name), \(month)", unit: money, .sum(parts))
    rents[key] = node
    return node
  }

  /// The rent of days without a change.
  private mutating func rent(
    of piece: Range<CalendarDate>, _ hall: Int, stretch: Range<CalendarDate>
  ) -> Node {
    let day = piece.lowerBound
    let hallDays = days[hall]
    let part = hallDays.part(on: day)
    let isHoldover = part == .holdover
    let lastDay = hallDays.holdover.lowerBound.adding(days: -1)
    // A tenant that stays pays on the megawatts and at the rate of the last day.
    var factors = [monthlyRent(hall, on: isHoldover ? lastDay : day)]
    if let kept = keptShare(hall, on: day) { factors.append(kept) }
    if let holdover = lease.holdover, isHoldover {
      factors.append(
        Node("holdover, of the last rent", stated: holdover.share, quantity: .holdoverShare))
    }
    if let part, let weight = weight(of: part) { factors.append(weight) }
    if let share = share(of: piece, stretch: stretch, hall: hall) { factors.append(share) }
    guard factors.count > 1 else { return factors[0] }
    return Node(
      "rent of \(lease.halls[hall].name), \(piece.words)", unit: money, .product(factors))
  }

  /// The rent of a whole month at the rate of a day.
  private mutating func monthlyRent(_ hall: Int, on day: CalendarDate) -> Node {
    let rate = rate(hall, on: day)
    let ramp = lease.halls[hall].ramp
    let key = RentKey(
      hall: hall, rate: ObjectIdentifier(rate),
      delivered: row(ramp?.delivered ?? [], hall, on: day),
      committed: row(ramp?.committed ?? [], hall, on: day))
    if let known = monthlyRents[key] { return known }
    let node = Node(
      "rent of a whole month", unit: money,
      .product([chargedMegawatts(hall, on: day), rate]))
    monthlyRents[key] = node
    return node
  }

  /// How much of the days of a part of the term counts; `nil` is all.
  func weight(of part: HallDays.Part) -> Node? {
    switch part {
    case .base: nil
    case .renewal(let renewal): renewalWeights[renewal]
    case .holdover: renewalWeights.last ?? nil
    }
  }

  /// What of rent is charged while some is free; `nil` is all.
  func keptShare(_ hall: Int, on day: CalendarDate) -> Node? {
    guard let abatement = lease.halls[hall].abatement, abatement.charges.contains(.baseRent),
      abatedDays(hall).contains(day), day < days[hall].baseEnd
    else { return nil }
    let share = Node(
      "free share", stated: abatement.share, quantity: .abatementShare(hall: hall))
    return Node(
      "share that is charged", .difference(Node("one", count: 1), share),
      quantity: .abatementLength(hall: hall), note: "free rent on \(abatedDays(hall).words)")
  }

  /// The days of free rent, from commencement; empty where there are none.
  func abatedDays(_ hall: Int) -> Range<CalendarDate> {
    let start = days[hall].start
    let end = lease.halls[hall].abatement?.length.added(to: start) ?? start
    return start..<max(start, end)
  }

  func abatementDays(_ hall: Int) -> [CalendarDate] { [abatedDays(hall).upperBound] }

  /// The days on which anything that rent depends on may change, in order.
  mutating func rentChanges(_ hall: Int) -> [CalendarDate] {
    if let known = changes[hall] { return known }
    let hallDays = days[hall]
    var changes = rentClock(hall).beginnings(in: hallDays.inForce)
    changes += lease.periods.indices.map { beginning(ofPeriod: $0, hall) }
    changes += abatementDays(hall) + rampDays(hall) + [hallDays.baseEnd, hallDays.baseStop]
    for period in lease.periods {
      if case .steps(let steps) = period.rent { changes += steps.map { start(of: $0, hall) } }
    }
    for renewal in hallDays.renewals {
      let clock = LeaseYearCount(anchor: renewal.lowerBound, rule: lease.rules.anniversary)
      changes += clock.beginnings(in: renewal) + [renewal.upperBound]
    }
    self.changes[hall] = Set(changes).sorted()
    return self.changes[hall] ?? []
  }

  /// Some days, cut where something changes.
  func pieces(
    of days: Range<CalendarDate>, cutAt changes: [CalendarDate]
  ) -> [Range<CalendarDate>] {
    let cuts = changes.filter { $0 > days.lowerBound && $0 < days.upperBound }
    let ends = [days.lowerBound] + Set(cuts).sorted() + [days.upperBound]
    return zip(ends, ends.dropFirst()).map { $0..<$1 }
  }
}
