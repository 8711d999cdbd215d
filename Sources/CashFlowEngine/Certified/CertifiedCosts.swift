import FinanceBasics
import LeaseModel

/// The costs of a lease without conditions: a margin, or lines that grow and are paid back in part.
struct CertifiedCosts: ~Copyable {
  /// A line's amounts a month for a unit of capacity.
  struct Line {
    let cost: CertifiedReal
    /// `nil` where the tenant pays nothing back.
    let recovered: CertifiedReal?
    let isPower: Bool
    /// The places of its levels.
    let table: Range<Int>
    let growthDay: CostLine.GrowthDay

    func isIn(_ charge: Charge) -> Bool {
      isPower == charge.isPower && (!charge.isRecovery || recovered != nil)
    }

    /// The amount as one of the charges; `nil` where the line is not in it.
    func amount(in charge: Charge) -> CertifiedReal? {
      guard isPower == charge.isPower else { return nil }
      return charge.isRecovery ? recovered : cost
    }
  }

  /// One charge of all halls.
  struct Sheet {
    let charge: Charge
    /// The places of the lines' sums for a unit of capacity by year, where all grow by one clock;
    /// else empty.
    fileprivate(set) var sums = 0..<0
    /// Sums are in units of 2^`exponent` minor units a month.
    fileprivate(set) var exponent = 0
    /// Of every sum, in its last bit.
    fileprivate(set) var error: UInt64 = 0
  }

  /// In the order of the charges of a projection; those without lines are left out.
  private(set) var sheets = Scratch<Sheet>()
  /// The sums of all sheets.
  private(set) var sums = Scratch<UInt64>()
  /// What is left of rent as cost; `nil` where costs are not known by a margin.
  private(set) var marginCost: CertifiedReal?
  /// Whether prices change on 1 January, and on the halls' anniversaries.
  private(set) var changesOnNewYear = false
  private(set) var changesOnAnniversary = false
  /// Whether the tenant pays back exactly what each charge comes to.
  private(set) var isPassedThrough = false
  private var lines = Scratch<Line>()
  private var levels = CertifiedLevels()

  /// More lines than this are left to the exact flows, as their sum might need 64 bits.
  private static let maximumLines = 8

  /// Gathers what the halls have in common.
  ///
  /// - Returns: False where a cost depends on more than its days.
  mutating func compile(_ lease: borrowing Lease, terms: borrowing CertifiedTerms) -> Bool {
    sheets.removeAll()
    marginCost = nil
    switch lease.operatingCosts {
    case .unknown: return true
    case .margin(let margin):
      marginCost = CertifiedReal(ExactDecimal.one - margin)
      return marginCost != nil && lease.hasOneProrationAtRenewal(terms)
    case .lines(let stated):
      guard stated.count <= Self.maximumLines else { return false }
      changesOnNewYear = false
      changesOnAnniversary = false
      lines.removeAll()
      sums.removeAll()
      isPassedThrough = true
      levels.removeAll()
      let abatesRecovery = lease.abatesRecovery
      let isAdded = stated.withUnsafeBufferPointer { stated in
        for place in stated.indices {
          guard add(stated[place], abatesRecovery: abatesRecovery, terms: terms) else {
            return false
          }
        }
        return true
      }
      if isAdded { addSheets(years: terms.years) }
      return isAdded
    }
  }

  /// Adds a line, with its levels.
  private mutating func add(
    _ line: borrowing CostLine, abatesRecovery: Bool, terms: borrowing CertifiedTerms
  ) -> Bool {
    guard line.isSimple, let amount = line.certifiedAmount(terms),
      let table = levels.addGrowth(line.growth, years: terms.years)
    else { return false }
    if !line.growth.isZero {
      switch line.growthDay {
      case .newYear: changesOnNewYear = true
      case .anniversary: changesOnAnniversary = true
      }
    }
    var recovered: CertifiedReal?
    if line.recovery.isNone {
      isPassedThrough = false
    } else {
      guard !abatesRecovery else { return false }
      recovered = amount
      if !line.recovery.isWhole {
        guard let share = line.recovery.certifiedShare else { return false }
        isPassedThrough = false
        recovered = amount.times(share)
      }
    }
    lines.append(
      Line(
        cost: amount, recovered: recovered, isPower: line.isPower, table: table,
        growthDay: line.growthDay))
    return true
  }

  /// Sums the lines of each charge.
  private mutating func addSheets(years: Int) {
    for charge in [Charge.recovery, .powerRecovery, .operatingCost, .powerCost] {
      var sheet = Sheet(charge: charge)
      var hasLines = false
      for line in lines.indices where lines[line].isIn(charge) { hasLines = true }
      guard hasLines else { continue }
      // Where the tenant pays back all, its amounts are taken for the cost.
      if charge.isRecovery || !isPassedThrough { addSums(to: &sheet, years: years) }
      sheets.append(sheet)
    }
  }

  /// Sums the lines by year, each brought to one power of two.
  ///
  /// Significands are cut to 61 bits and levels are below 2⁶³, so that a product's upper half is below
  /// 2⁶⁰ and eight of them below 2⁶³. One is too low by less than half the amount's error, the
  /// level's, one for the bits cut off the amount, and one for the product's.
  private mutating func addSums(to sheet: inout Sheet, years: Int) {
    var exponent = Int.min
    for place in lines.indices {
      let line = lines[place]
      guard let amount = line.amount(in: sheet.charge) else { continue }
      if amount.significand != 0 { exponent = max(exponent, amount.exponent) }
      sheet.error += amount.error / 2 + levels.error + 2
    }
    // Three bits are cut off, and the levels' 60 and the product's 64 leave four.
    sheet.exponent = exponent == Int.min ? 0 : exponent + 3 + 4
    guard !(changesOnNewYear && changesOnAnniversary) else { return }
    let first = sums.count
    let count = changesOnNewYear || changesOnAnniversary ? years : 1
    for _ in 0..<count { sums.append(0) }
    for place in lines.indices {
      let line = lines[place]
      guard let amount = line.amount(in: sheet.charge) else { continue }
      let significand = amount.significand(atExponent: sheet.exponent - 4)
      for year in 0..<count {
        let level = levels.values[line.table.lowerBound + min(year, line.table.count - 1)]
        sums[first + year] &+= significand.multipliedFullWidth(by: level).high
      }
    }
    sheet.sums = first..<sums.count
  }

  /// The sum of a charge's lines for a unit of capacity.
  ///
  /// - Parameters:
  ///   - newYears: How often prices have grown on 1 January.
  ///   - anniversaries: How often they have grown on the hall's anniversary.
  func sum(_ sheet: Sheet, newYears: Int, anniversaries: Int) -> UInt64 {
    if !sheet.sums.isEmpty {
      return sums[sheet.sums.lowerBound + year(newYears: newYears, anniversaries: anniversaries)]
    }
    var sum: UInt64 = 0
    for place in lines.indices {
      let line = lines[place]
      guard let amount = line.amount(in: sheet.charge) else { continue }
      let year = line.growthDay == .newYear ? newYears : anniversaries
      let level = levels.values[line.table.lowerBound + min(year, line.table.count - 1)]
      let significand = amount.significand(atExponent: sheet.exponent - 4)
      sum += significand.multipliedFullWidth(by: level).high
    }
    return sum
  }

  /// The year of the only clock that prices grow by; 0 where none grow.
  func year(newYears: Int, anniversaries: Int) -> Int {
    changesOnNewYear ? newYears : changesOnAnniversary ? anniversaries : 0
  }

}

extension Charge {
  var isPower: Bool { self == .powerRecovery || self == .powerCost }

  var isRecovery: Bool { self == .recovery || self == .powerRecovery }
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
  fileprivate func certifiedAmount(_ terms: borrowing CertifiedTerms) -> CertifiedReal? {
    guard let statedRate else { return nil }
    return CertifiedReal(statedRate, capacity: terms.capacity, places: terms.places)
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
  fileprivate borrowing func hasOneProrationAtRenewal(_ terms: borrowing CertifiedTerms) -> Bool {
    switch rules.proration {
    case .actualMonth, .wholeMonthFromNext: return true
    case .thirty360, .actual365:
      guard terms.plan.count > 0 else { return true }
      for hall in terms.halls.indices where terms.halls[hall].baseEnd.day != 1 { return false }
      return true
    }
  }
}
