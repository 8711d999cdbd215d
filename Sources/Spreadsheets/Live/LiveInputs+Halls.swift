import FinanceBasics
import LeaseModel

// The table of halls, with the dates that follow from their inputs.
extension LiveInputs {
  /// Columns of the table of halls.
  enum HallColumn: Int, CaseIterable {
    case name, megawatts, commencement, start, term, baseEnd, renewals, end, anchor
    case free, freeShare, freeEnd, rowDays, termDays, check

    var heading: String {
      switch self {
      case .name: "Hall"
      case .megawatts: "Critical IT, MW"
      case .commencement: "Commences"
      case .start: "Rent from"
      case .term: "Base term, months"
      case .baseEnd: "Base term through"
      case .renewals: "Renewals counted, months"
      case .end: "Last day"
      case .anchor: "Lease years from"
      case .free: "Free, months"
      case .freeShare: "Share that is free"
      case .freeEnd: "Free through"
      case .rowDays: "Days in rows"
      case .termDays: "Days that need rows"
      case .check: "All in rows"
      }
    }
  }

  mutating func addHalls() {
    sheet.add(
      HallColumn.allCases.map { column in
        .text(
          column == .free && isFreeInDays ? "Free, days" : column.heading,
          .heading.with {
            $0.alignment = column == .name ? .left : column == .check ? .center : .right
          })
      })
    let first = sheet.next
    for (place, live) in terms.halls.enumerated() { hallRows[live.index] = first + place }
    for live in terms.halls { sheet.add(cells(of: live, at: sheet.next)) }
  }

  /// Whether free rent is stated in days for any hall; then it is counted in days for all.
  private var isFreeInDays: Bool {
    terms.halls.contains { live in
      if case .days = live.abatement?.length { true } else { false }
    }
  }

  /// One cell of a hall, as formulas of any sheet name it.
  func hall(_ live: LiveHall, _ column: HallColumn) -> String {
    sheet.reference(row: hallRows[live.index] ?? 0, column: column.rawValue)
  }

  private func cells(of live: LiveHall, at row: Int) -> [SheetCell] {
    let at = { (column: HallColumn) in
      CellReference(row: row, column: column.rawValue).fixed
    }
    let isWhole = terms.lease.rules.proration == .wholeMonthFromNext
    let commencement = live.hall.baseTerm.lowerBound
    let start: SheetCell = .formula(
      isWhole
        ? "IF(DAY(\(at(.commencement)))=1,\(at(.commencement)),EOMONTH(\(at(.commencement)),0)+1)"
        : at(.commencement), live.start, .liveDate)
    let (term, baseEnd) = baseTerm(of: live, at: row)
    let isInDays = isFreeInDays
    let free = live.abatement.map { abatement -> Double in
      switch abatement.length {
      case .months(let count): Double(isInDays ? live.start.days(until: live.freeEnd) : count)
      case .days(let count): Double(count)
      }
    }
    let freeEnd: SheetCell = .formula(
      isInDays
        ? "\(at(.start))+\(at(.free))-1" : "EDATE(\(at(.start)),\(at(.free)))-1",
      live.freeEnd.adding(days: -1), .liveDate)
    let end = live.end.adding(days: -1)
    return [
      .text(live.hall.name), .number(live.hall.criticalIT.doubleValue, .inputNumber),
      .date(commencement, .inputDate), start,
      term, baseEnd, .number(Double(live.renewalMonths), .inputCount),
      .formula(
        live.end < live.baseEnd
          ? at(.baseEnd) : "EDATE(\(at(.baseEnd))+1,\(at(.renewals)))-1", end, .liveDate),
      anchor(of: live, at: row), .number(free ?? 0, .inputCount),
      .number(live.abatement?.share.doubleValue ?? 0, .inputPercent), freeEnd, .blank,
      .blank, .blank,
    ]
  }

  /// The months of the base term and its last day; where rent-free time is added, the months without
  /// it, and a last day that follows both.
  private func baseTerm(of live: LiveHall, at row: Int) -> (months: SheetCell, end: SheetCell) {
    let at = { (column: HallColumn) in
      CellReference(row: row, column: column.rawValue).fixed
    }
    let last = live.baseEnd.adding(days: -1)
    guard let months = extendedMonths(of: live) ?? live.termMonths else {
      return (.text("stated end", .note), .date(last, .inputDate))
    }
    let free = extendedMonths(of: live) == nil ? "" : "+\(at(.free))"
    let length = isFreeInDays ? "\(at(.term)))\(free)" : "\(at(.term))\(free))"
    return (
      .number(Double(months), .inputCount),
      .formula("EDATE(\(at(.start)),\(length)-1", last, .liveDate)
    )
  }

  /// The months of a base term that the input of free time is added to; `nil` where it is not.
  private func extendedMonths(of live: LiveHall) -> Int? {
    guard let abatement = live.abatement, abatement.extendsTerm else { return nil }
    if isFreeInDays, case .months = abatement.length { return nil }
    return live.termMonths(without: abatement.length)
  }

  /// What a reader must know of inputs that do not move all that they do in the lease.
  var remarks: [String] {
    let added = terms.halls.filter {
      $0.hall.abatement?.extendsTerm == true && extendedMonths(of: $0) == nil
    }.map(\.hall.name)
    let isWeighted = terms.blocks.contains { terms.rates[$0.rates].base != nil }
    return
      (added.isEmpty
      ? []
      : [
        "the base term of \(added.joined(separator: ", ")) holds the rent-free time that it is "
          + "longer by, and does not follow when that is changed"
      ])
      + (isWeighted
        ? [
          "the probabilities of renewals stand by lease year on the sheet Escalation, and do not "
            + "follow a term that is changed"
        ] : [])
  }

  private func anchor(of live: LiveHall, at row: Int) -> SheetCell {
    switch terms.lease.rules.escalationClock {
    case .perHall:
      .formula(
        CellReference(row: row, column: HallColumn.start.rawValue).fixed, live.anchor, .liveDate)
    case .lease:
      .formula(
        "MIN(\(halls(.start)))", live.anchor, .liveDate)
    case .date(let date): .date(date, .inputDate)
    }
  }
}
