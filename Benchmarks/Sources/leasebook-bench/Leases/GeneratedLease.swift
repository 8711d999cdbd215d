import FinanceBasics
import LeaseModel

/// The terms of a made-up lease of 180 months in whole numbers, from which all else is made.
struct GeneratedLease {
  /// A hall with its own commencement.
  struct Tranche {
    /// Critical IT in tenths of a megawatt.
    let megawattTenths: Int
    let commencement: CalendarDate
  }

  enum Rent {
    /// From which the rate is solved.
    case contractValue(millions: Int)
    case rate(centsPerKilowattMonth: Int)
  }

  /// From 0, in the order of generation.
  let number: Int
  /// At least one.
  let tranches: [Tranche]
  /// A year, in hundredths of a percent.
  let escalatorBasisPoints: Int
  let rent: Rent

  static let months = 180

  /// In tenths of a megawatt.
  var megawattTenths: Int { tranches.reduce(0) { $0 + $1.megawattTenths } }

  /// The lease as the engine takes it, by the default conventions.
  var lease: Lease {
    let halls = tranches.enumerated().map { index, tranche in
      Hall(
        name: "hall \(index + 1)",
        criticalIT: ExactDecimal(digits: Int128(tranche.megawattTenths), fractionDigits: 1),
        baseTerm: tranche.commencement..<tranche.commencement.adding(months: Self.months))
    }
    let baseRent: BaseRent =
      switch rent {
      case .contractValue(let millions): .contractValue(ExactDecimal(millions * 1_000_000))
      case .rate(let cents):
        .rate(.perKilowattMonth(ExactDecimal(digits: Int128(cents), fractionDigits: 2)))
      }
    let growth = ExactDecimal(digits: Int128(escalatorBasisPoints), fractionDigits: 4)
    return Lease(
      id: DealID("deal-\(number)"), halls: halls,
      periods: [RentPeriod(rent: baseRent, escalator: .fixed(growth))])
  }
}

extension [GeneratedLease] {
  /// The months of all halls: of leases with one hall, the lease-months.
  var hallMonths: Int { reduce(0) { $0 + $1.tranches.count * GeneratedLease.months } }
}

/// Which leases are generated.
enum LeaseSet: String, CaseIterable {
  case oneHall = "one-hall"
  case severalHalls = "several-halls"

  var hallCounts: ClosedRange<Int> {
    switch self {
    case .oneHall: 1...1
    case .severalHalls: 2...5
    }
  }

  var title: String {
    switch self {
    case .oneHall: "one hall each"
    case .severalHalls: "2 to 5 halls each"
    }
  }

  /// What a time is divided by.
  var unit: String {
    switch self {
    case .oneHall: "ns a lease-month"
    case .severalHalls: "ns a hall-month"
    }
  }

  /// Leases that are the same in every run: any day of commencement, 2 % to 4 % a year, one half with
  /// a contract value to solve from and the other with a rate.
  func leases(_ count: Int) -> [GeneratedLease] {
    Self.generate(count, hallCounts: hallCounts)
  }

  /// The same with any number of halls.
  static func generate(_ count: Int, hallCounts: ClosedRange<Int>) -> [GeneratedLease] {
    var random = SplitMix64(seed: 20_261_121)
    let firstDay = Int(YearMonth(year: 2026, month: 1).firstDay.dayNumber)
    return (0..<count).map { number in
      let start = firstDay + random.whole(in: 0...1_825)
      let tranches = (0..<random.whole(in: hallCounts)).map { hall in
        GeneratedLease.Tranche(
          megawattTenths: random.whole(in: 100...2_500),
          commencement: CalendarDate(
            dayNumber: Int32(start + (hall == 0 ? 0 : random.whole(in: 0...730)))))
      }
      let tenths = tranches.reduce(0) { $0 + $1.megawattTenths }
      return GeneratedLease(
        number: number, tranches: tranches, escalatorBasisPoints: random.whole(in: 200...400),
        rent: random.whole(in: 0...1) == 0
          ? .contractValue(millions: tenths * random.whole(in: 20...40) / 10)
          : .rate(centsPerKilowattMonth: random.whole(in: 9_000...18_000)))
    }
  }
}
