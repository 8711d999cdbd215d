import FinanceBasics
import LeaseModel

/// The costs of a lease without conditions: a margin, or lines that grow and are paid back in part.
struct CertifiedCosts {
  /// A line's amount a month for a unit of capacity, as one of the charges it is in.
  struct Line {
    let amount: CertifiedReal
    /// The place of its levels.
    let levels: Int
    let growthDay: CostLine.GrowthDay
  }

  /// One charge of all halls.
  struct Sheet {
    let charge: Charge
    var lines: [Line] = []
    /// The lines' sum for a unit of capacity by year, where all grow by one clock; else empty.
    ///
    /// In units of 2^`exponent` minor units a month.
    var sums: [UInt64] = []
    var exponent = 0
    /// Of every sum, in its last bit.
    var error: UInt64 = 0
  }

  /// In the order of the charges of a projection; those without lines are left out.
  private(set) var sheets: [Sheet] = []
  /// What is left of rent as cost; `nil` where costs are not known by a margin.
  private(set) var marginCost: CertifiedReal?
  /// Whether prices change on 1 January, and on the halls' anniversaries.
  private(set) var changesOnNewYear = false
  private(set) var changesOnAnniversary = false
  /// The year of the first commencement.
  private(set) var firstYear = 0
  /// Whether the tenant pays back exactly what each charge comes to.
  private(set) var isPassedThrough = false
  private var levels: [CertifiedLevels] = []

  /// More lines than this are left to the exact flows, as their sum might need 64 bits.
  private static let maximumLines = 8

  /// Gathers what the halls have in common.
  ///
  /// - Returns: False where a cost depends on more than its days.
  mutating func compile(_ lease: Lease, terms: CertifiedTerms) -> Bool {
    sheets.removeAll(keepingCapacity: true)
    marginCost = nil
    switch lease.operatingCosts {
    case .unknown: return true
    case .margin(let margin):
      marginCost = CertifiedReal(ExactDecimal.one - margin)
      return marginCost != nil && lease.hasOneProrationAtRenewal(terms)
    case .lines(let lines):
      guard lines.count <= Self.maximumLines else { return false }
      firstYear = MonthDay(lease.firstCommencement).month / 12
      changesOnNewYear = false
      changesOnAnniversary = false
      for place in lines.indices {
        guard lines[place].isSimple, setLevels(place, to: lines[place], years: terms.years) else {
          return false
        }
      }
      return compile(lines, lease: lease, terms: terms)
    }
  }

  private mutating func setLevels(_ place: Int, to line: CostLine, years: Int) -> Bool {
    if levels.count <= place { levels.append(CertifiedLevels()) }
    if !line.growth.isZero {
      switch line.growthDay {
      case .newYear: changesOnNewYear = true
      case .anniversary: changesOnAnniversary = true
      }
    }
    return levels[place].setGrowth(line.growth, years: years)
  }

  private mutating func compile(
    _ lines: [CostLine], lease: Lease, terms: CertifiedTerms
  ) -> Bool {
    isPassedThrough = true
    for charge in [Charge.recovery, .powerRecovery, .operatingCost, .powerCost] {
      var sheet = Sheet(charge: charge)
      for (place, line) in lines.enumerated() where line.isPower == charge.isPower {
        guard var amount = line.certifiedAmount(terms) else { return false }
        if charge.isRecovery {
          if line.recovery.isNone { continue }
          guard !lease.abatesRecovery, let share = line.recovery.certifiedShare else {
            return false
          }
          if !line.recovery.isWhole { isPassedThrough = false }
          amount = amount.times(share)
        } else if line.recovery.isNone {
          isPassedThrough = false
        }
        sheet.lines.append(Line(amount: amount, levels: place, growthDay: line.growthDay))
      }
      guard !sheet.lines.isEmpty else { continue }
      sum(&sheet, years: terms.years)
      sheets.append(sheet)
    }
    return true
  }

  /// Sums the lines by year, each brought to one power of two.
  ///
  /// Significands are cut to 61 bits and levels are below 2⁶³, so that a product's upper half is below
  /// 2⁶⁰ and eight of them below 2⁶³. One is too low by less than half the amount's error, the
  /// level's, one for the bits cut off the amount, and one for the product's.
  private func sum(_ sheet: inout Sheet, years: Int) {
    var exponent = Int.min
    sheet.error = 0
    for line in sheet.lines where line.amount.significand != 0 {
      exponent = max(exponent, line.amount.exponent)
    }
    for line in sheet.lines {
      sheet.error += line.amount.error / 2 + levels[line.levels].error + 2
    }
    // Three bits are cut off, and the levels' 60 and the product's 64 leave four.
    sheet.exponent = exponent == Int.min ? 0 : exponent + 3 + 4
    guard !(changesOnNewYear && changesOnAnniversary) else { return }
    sheet.sums = (0..<(changesOnNewYear || changesOnAnniversary ? years : 1)).map {
      sum(sheet, newYears: $0, anniversaries: $0)
    }
  }

  /// The sum of a charge's lines for a unit of capacity.
  ///
  /// - Parameters:
  ///   - newYears: How often prices have grown on 1 January.
  ///   - anniversaries: How often they have grown on the hall's anniversary.
  func sum(_ sheet: Sheet, newYears: Int, anniversaries: Int) -> UInt64 {
    if !sheet.sums.isEmpty {
      let year = changesOnNewYear ? newYears : anniversaries
      return sheet.sums[min(year, sheet.sums.count - 1)]
    }
    var sum: UInt64 = 0
    for line in sheet.lines {
      let year = line.growthDay.isNewYear ? newYears : anniversaries
      let values = levels[line.levels].values
      let level = values[min(year, values.count - 1)]
      let significand = line.amount.significand(atExponent: sheet.exponent - 4)
      sum += significand.multipliedFullWidth(by: level).high
    }
    return sum
  }
}

extension Charge {
  var isPower: Bool { self == .powerRecovery || self == .powerCost }

  var isRecovery: Bool { self == .recovery || self == .powerRecovery }
}

extension CostLine.GrowthDay {
  var isNewYear: Bool { self == .newYear }
}

extension CostLine {
  /// Whether the line runs for all of a hall's days at a price that depends on nothing else.
  fileprivate var isSimple: Bool {
    guard reductions.isEmpty, from == nil, through == nil, recovery.base == nil,
      recovery.cap == nil, recovery.floor == nil
    else { return false }
    switch amount {
    case .perKilowattMonth, .perYear: return true
    case .perMegawattHour, .perKilowattMonthOfDemand, .shareOfRent, .shareOfPower: return false
    }
  }

  fileprivate var isPower: Bool { kind == .power }

  /// Minor units a month for a unit of capacity.
  fileprivate func certifiedAmount(_ terms: CertifiedTerms) -> CertifiedReal? {
    statedRate.flatMap { CertifiedReal($0, capacity: terms.capacity, places: terms.places) }
  }

  /// The amount in the form of a rate of rent; `nil` where it is none.
  var statedRate: RentRate? {
    switch amount {
    case .perKilowattMonth(let amount): .perKilowattMonth(amount)
    case .perYear(let amount): .perYear(amount)
    case .perMegawattHour, .perKilowattMonthOfDemand, .shareOfRent, .shareOfPower: nil
    }
  }
}

extension Recovery {
  /// Whether all of a cost, and no more, is paid back.
  fileprivate var isWhole: Bool {
    adminFee.isZero && !(share < .one) && !(.one < share)
  }

  /// The share with the fee on it.
  fileprivate var certifiedShare: CertifiedReal? {
    guard let share = CertifiedReal(share), let fee = CertifiedReal(ExactDecimal.one + adminFee)
    else { return nil }
    return share.times(fee)
  }
}

extension Lease {
  /// Whether free rent covers anything that is paid back.
  fileprivate var abatesRecovery: Bool {
    for hall in halls.indices {
      guard let abatement = halls[hall].abatement else { continue }
      if abatement.charges.contains(.recovery) || abatement.charges.contains(.powerRecovery) {
        return true
      }
    }
    return false
  }

  /// Whether the days of a month in which a base term ends and a renewal begins have one
  /// denominator, so that both can be put together.
  fileprivate func hasOneProrationAtRenewal(_ terms: CertifiedTerms) -> Bool {
    switch rules.proration {
    case .actualMonth, .wholeMonthFromNext: true
    case .thirty360, .actual365:
      terms.plan.count == 0 || terms.halls.allSatisfy { $0.baseEnd.day == 1 }
    }
  }
}
