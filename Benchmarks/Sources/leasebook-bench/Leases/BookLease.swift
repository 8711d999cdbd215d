import FinanceBasics
import LeaseModel

/// A made-up lease of a book in which leases have costs, follow an index, or begin free of rent.
struct BookLease {
  enum Growth {
    case fixed(basisPoints: Int)
    /// Between 1.5 % and 4 % a year.
    case index(CPIEscalator.CatchUp)
  }

  enum Costs {
    case none
    /// In cents a kilowatt-month; each grows by its own percentage on 1 January.
    case lines(cents: [Int], recoveredPercent: Int)
    case margin(percent: Int)
  }

  /// Halls, growth of a fixed escalator, and rent.
  let base: GeneratedLease
  let growth: Growth
  let costs: Costs
  /// Months without rent, from commencement.
  let freeMonths: Int

  static let floorBasisPoints = 150
  static let capBasisPoints = 400
  static let lagMonths = 3
  static let lineGrowthPercents = [2, 3, 4]

  /// The lease as the engine takes it, by the default conventions.
  var lease: Lease {
    let plain = base.lease
    let halls = plain.halls.map { hall in
      Hall(
        name: hall.name, criticalIT: hall.criticalIT, baseTerm: hall.baseTerm,
        abatement: freeMonths > 0 ? Abatement(length: .months(freeMonths)) : nil)
    }
    return Lease(
      id: plain.id, halls: halls,
      periods: [RentPeriod(rent: plain.periods[0].rent, escalator: escalator)],
      operatingCosts: operatingCosts)
  }

  private var escalator: Escalator {
    switch growth {
    case .fixed(let points): .fixed(ExactDecimal(digits: Int128(points), fractionDigits: 4))
    case .index(let catchUp):
      .cpi(
        CPIEscalator(
          series: BookIndex.series, lagMonths: Self.lagMonths,
          floor: ExactDecimal(digits: Int128(Self.floorBasisPoints), fractionDigits: 4),
          cap: ExactDecimal(digits: Int128(Self.capBasisPoints), fractionDigits: 4),
          catchUp: catchUp,
          afterLast: ExactDecimal(digits: Int128(BookIndex.assumedBasisPoints), fractionDigits: 4)))
    }
  }

  private var operatingCosts: OperatingCosts {
    switch costs {
    case .none: return .unknown
    case .margin(let percent):
      return .margin(ExactDecimal(digits: Int128(percent), fractionDigits: 2))
    case .lines(let cents, let percent):
      let recovery = Recovery(share: ExactDecimal(digits: Int128(percent), fractionDigits: 2))
      return .lines(
        cents.enumerated().map { number, cents in
          CostLine(
            name: "line \(number + 1)", kind: [.propertyTax, .insurance, .maintenance][number % 3],
            amount: .perKilowattMonth(ExactDecimal(digits: Int128(cents), fractionDigits: 2)),
            growth: ExactDecimal(
              digits: Int128(Self.lineGrowthPercents[number % 3]), fractionDigits: 2),
            recovery: recovery)
        })
    }
  }
}

/// An index of 96 months up to December 2027, and what is assumed of later ones.
enum BookIndex {
  static let firstMonth = YearMonth(year: 2020, month: 1)
  static let assumedBasisPoints = 250

  /// In thousandths.
  static let values: [Int] = {
    var random = SplitMix64(seed: 96)
    var value = 257_971
    return (0..<96).map { _ in
      value += random.whole(in: -300...1_700)
      return value
    }
  }()

  static let series = IndexSeries(
    name: "made-up prices", firstMonth: firstMonth,
    values: values.map { ExactDecimal(digits: Int128($0), fractionDigits: 3) })
}

/// Leases of a book, the same in every run: 2 to 4 halls each, any day of commencement.
///
/// Of each eight three pay rent alone, with a fixed escalator; one has three cost lines that the
/// tenant pays, one three that it pays in part, after three free months; one follows an index, one
/// an index with banked or cumulative bounds and cost lines; one has a margin.
enum BookLeases {
  static let title =
    "2 to 4 halls each; 1 in 4 follows an index, 1 in 2 has costs, 1 in 8 begins free of rent"

  static func leases(_ count: Int) -> [BookLease] {
    var random = SplitMix64(seed: 3)
    return LeaseSet.generate(count, hallCounts: 2...4).map { base in
      let fixed = BookLease.Growth.fixed(basisPoints: base.escalatorBasisPoints)
      let cents = (0..<3).map { _ in random.whole(in: 50...900) }
      let percent = random.whole(in: 20...99)
      return switch base.number % 8 {
      case 3: make(base, fixed, .lines(cents: cents, recoveredPercent: 100))
      case 4: make(base, fixed, .lines(cents: cents, recoveredPercent: percent), freeMonths: 3)
      case 5: make(base, .index(.annual), .none)
      case 6:
        make(
          base, .index(base.number % 16 == 6 ? .banked : .cumulative),
          .lines(cents: cents, recoveredPercent: percent))
      case 7: make(base, fixed, .margin(percent: percent))
      default: make(base, fixed, .none)
      }
    }
  }

  private static func make(
    _ base: GeneratedLease, _ growth: BookLease.Growth, _ costs: BookLease.Costs,
    freeMonths: Int = 0
  ) -> BookLease {
    BookLease(base: base, growth: growth, costs: costs, freeMonths: freeMonths)
  }
}
