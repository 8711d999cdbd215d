import FinanceBasics

extension LeaseResolution {
  /// The halls with their megawatts and terms; empty where a fault was met.
  mutating func halls() -> [Hall] {
    let halls = terms.halls.isEmpty ? [oneHall()] : terms.halls
    let megawatts = megawatts(of: halls)
    let isNamed = !terms.halls.isEmpty
    var commencements: [CalendarDate] = []
    for hall in halls {
      guard let day = commencement(of: hall) else {
        miss(.deliveryMissing(hall: isNamed ? hall.name : nil))
        continue
      }
      commencements.append(day)
    }
    let common = commonTerms(from: commencements)
    guard let megawatts, commencements.count == halls.count else { return [] }
    return zip(halls, zip(megawatts, commencements)).enumerated().compactMap { index, element in
      let (hall, (size, start)) = element
      guard let term = baseTerm(of: hall, from: start, common: common?[index]) else {
        if common == nil { miss(.termMissing(hall: isNamed ? hall.name : nil)) }
        return nil
      }
      guard !term.isEmpty else {
        miss(.termEmpty(hall: hall.name))
        return nil
      }
      return Hall(
        name: hall.name, criticalIT: size, baseTerm: term,
        delivery: HallDelivery(readyForService: readiness(of: hall) ?? start),
        abatement: abatement(of: hall),
        rate: hall.rate.flatMap { rate($0) }, capitalCost: capitalCost(of: hall, size: size))
    }
  }

  /// All megawatts of the deal as one hall, ready at the last delivery.
  private mutating func oneHall() -> HallTerms {
    remark(.oneHallAssumed)
    var hall = HallTerms(name: "all halls")
    hall.criticalIT = terms.criticalIT
    hall.readyForService = terms.lastDelivery ?? terms.rentCommencement ?? terms.firstDelivery
    hall.rentCommencement = terms.rentCommencement
    return hall
  }

  /// The megawatts of each hall; what the halls leave of the deal's is shared by those without.
  private mutating func megawatts(of halls: [HallTerms]) -> [ExactDecimal]? {
    let stated = halls.map { hall in hall.criticalIT.map { number($0) } }
    let sum = stated.compactMap(\.self).reduce(ExactDecimal.zero, +)
    let open = halls.indices.filter { stated[$0] == nil }
    for index in halls.indices {
      guard let size = stated[index], size <= .zero else { continue }
      miss(.criticalITMissing(hall: terms.halls.isEmpty ? nil : halls[index].name))
      return nil
    }
    let total = terms.criticalIT
    guard !open.isEmpty else {
      if let total, sum < total.value.low {
        remark(.hallsBelowTotal(halls: sum, total: total.value.point.normalized))
      }
      return stated.compactMap(\.self)
    }
    guard let total, sum < total.value.point else {
      for index in open {
        miss(.criticalITMissing(hall: terms.halls.isEmpty ? nil : halls[index].name))
      }
      return nil
    }
    let shares = Self.shares(of: number(total) - sum, among: open.count)
    remark(
      .remainderShared(
        megawatts: (number(total) - sum).normalized, halls: open.map { halls[$0].name }))
    var result = stated
    for (place, index) in open.enumerated() { result[index] = shares[place] }
    return result.compactMap(\.self)
  }

  /// Equal shares to a watt; the last one takes what is left.
  static func shares(of megawatts: ExactDecimal, among count: Int) -> [ExactDecimal] {
    let places = max(6, megawatts.fractionDigits)
    let digits = megawatts.scaled(byPowerOfTen: places)?.digits ?? megawatts.digits
    let share = ExactDecimal(digits: digits / Int128(count), fractionDigits: places).normalized
    let others = (0..<count - 1).reduce(ExactDecimal.zero) { sum, _ in sum + share }
    return Array(repeating: share, count: count - 1) + [(megawatts - others).normalized]
  }

  private mutating func commencement(of hall: HallTerms) -> CalendarDate? {
    let stated =
      hall.rentCommencement ?? hall.readyForService ?? terms.rentCommencement
      ?? terms.lastDelivery ?? terms.firstDelivery
    guard let stated else { return nil }
    let day = day(stated)
    guard terms.rent.proration?.value == .wholeMonthFromNext, day != day.firstOfMonth else {
      return day
    }
    return day.yearMonth.adding(months: 1).firstDay
  }

  private mutating func readiness(of hall: HallTerms) -> CalendarDate? {
    hall.readyForService.map { day($0) }
  }

  /// The base term of each hall by the deal's clock; `nil` where the deal states no term.
  private mutating func commonTerms(from commencements: [CalendarDate]) -> [Range<CalendarDate>]? {
    let clock = terms.termClock.map { use($0) } ?? .perHall
    if clock == .fixedEnd || terms.term == nil, let expiry = terms.expiry {
      let last = day(expiry)
      if terms.term == nil, clock != .fixedEnd { remark(.lastDayTakenForTerm(last)) }
      return TermClock.fixedEnd(lastDay: last).baseTerms(from: commencements)
    }
    guard let term = terms.term else {
      let isOwn =
        !terms.halls.isEmpty && terms.halls.allSatisfy { $0.term != nil || $0.expiry != nil }
      if !isOwn { miss(.termMissing(hall: nil)) }
      return nil
    }
    let length = use(term)
    let rule: TermClock =
      switch clock {
      case .perHall, .fixedEnd: .perHall(length)
      case .fromFirst: .fromFirst(length)
      case .coterminousAfterLast: .coterminousAfterLast(length)
      }
    return rule.baseTerms(from: commencements)
  }

  private mutating func baseTerm(
    of hall: HallTerms, from start: CalendarDate, common: Range<CalendarDate>?
  ) -> Range<CalendarDate>? {
    if let expiry = hall.expiry {
      return start..<max(start, day(expiry).adding(days: 1))
    }
    if let term = hall.term { return start..<use(term).added(to: start) }
    return common
  }

  private mutating func abatement(of hall: HallTerms) -> Abatement? {
    guard let length = hall.abatementLength ?? terms.rent.abatementLength else { return nil }
    let share = hall.abatementLength == nil ? terms.rent.abatementShare : hall.abatementShare
    return Abatement(length: use(length), share: share.map { fraction($0) } ?? .one)
  }

  private mutating func capitalCost(of hall: HallTerms, size: ExactDecimal) -> ExactDecimal? {
    guard terms.capitalFundedBy?.value != .tenant, let cost = hall.capitalCost else { return nil }
    guard case .moneyPerMegawatt(_, let kind) = cost.value.unit else { return number(cost) }
    switch kind {
    case .criticalIT: return (number(cost) * size).normalized
    case .gross:
      guard let gross = hall.gross else { break }
      return (number(cost) * number(gross)).normalized
    case .utility: break
    }
    remark(.leftOut(cost.path, because: "the hall's \(kind.rawValue) megawatts are not known"))
    return nil
  }
}
