import FinanceBasics
import LeaseModel

/// A table of rates in the order of their days, of which one holds at a time.
struct StepTable {
  private let starts: [MonthDay]
  private let rates: [PreciseReal]
  private var place = 0

  /// - Parameter megawatts: Of the whole lease.
  init(_ steps: [RentStep], megawatts: ExactDecimal, clock: LeaseClock) {
    starts = steps.map { step in
      switch step.start {
      case .date(let date): MonthDay(date)
      case .leaseYear(let number): clock.beginning(ofYear: number - 1)
      }
    }
    rates = steps.map { $0.rate.perMegawattMonth(ofLeaseWith: megawatts) }
  }

  /// The rent of a megawatt a month at the present step; 0 in an empty table.
  var rate: PreciseReal { rates.indices.contains(place) ? rates[place] : .zero }

  /// The first day of the step after the present one.
  var nextStart: MonthDay? { place + 1 < starts.count ? starts[place + 1] : nil }

  /// Goes on to the last step that has begun on a day; the first holds before it begins.
  mutating func advance(to day: MonthDay) {
    while let start = nextStart, start <= day { place += 1 }
  }
}
