import Analysis
import FinanceBasics
import LeaseModel
import TestSupport

@testable import Reconciliation

/// Deals with terms that nobody publishes, and the announcements that would be made of them.
struct AnnouncementGenerator {
  /// How much of the terms an announcement says.
  enum Openness: CaseIterable {
    /// Days, clocks, margin and escalator are all disclosed; only figures are rounded.
    case closed
    /// Periods of delivery, and assumptions that need not be right.
    case open
  }

  /// The terms as they truly are.
  struct Truth {
    let megawatts: Int
    let years: Int
    let renewals: Int
    /// In hundredths of a percent a year.
    let growth: Int
    /// In tenths of a percent.
    let margin: Int
    /// USD a MW and month.
    let rent: Int
    /// USD a MW.
    let capital: Int
    /// In tenths of a percent of that.
    let loan: Int
    let halls: [(megawatts: Int, day: CalendarDate)]
    let clock: TermClockKind
    let isEscalationOfLease: Bool
    let average: FigureReading
  }

  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func pick(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }

  mutating func truth(_ openness: Openness) -> Truth {
    let count = pick(1...4)
    let first = (CalendarDate(year: 2027, month: 1, day: 1) ?? .earliest).adding(
      days: pick(0...700))
    let halls = (0..<count).map { place -> (Int, CalendarDate) in
      let day = place == 0 ? first : first.adding(days: pick(0...330))
      return (pick(10...150), day)
    }
    let clocks: [TermClockKind] = [.perHall, .fromFirst, .coterminousAfterLast]
    return Truth(
      megawatts: halls.reduce(0) { $0 + $1.0 }, years: [10, 12, 15, 20][pick(0...3)],
      renewals: pick(0...3), growth: [0, 200, 250, 300, 300, 325, 400][pick(0...6)],
      margin: pick(700...990), rent: pick(90_000...190_000),
      capital: pick(8_000_000...14_000_000), loan: pick(600...850),
      halls: halls.map { (megawatts: $0.0, day: $0.1) }, clock: clocks[pick(0...2)],
      isEscalationOfLease: pick(0...3) == 0,
      average: [.nominalTerm, .megawattYears, .span][pick(0...2)])
  }

  /// The fields that say the terms exactly.
  static func trueDeal(_ truth: Truth) throws -> AnalysedDeal {
    var terms = head(truth)
    terms += [
      ("rent.rate", "\(truth.rent * 12) USD/MW-IT-year"),
      ("operatingMargin", "\(decimal(truth.margin, 1)) %"),
      ("capitalCost", "\(truth.capital) USD/MW-IT"),
    ]
    terms += days(truth) + structure(truth)
    return AnalysedDeal(versions: [try DealBuilder.deal("generated", terms: terms)])
  }

  private static func head(_ truth: Truth) -> [(String, String)] {
    [
      ("landlord", "landlord"), ("tenant", "tenant"), ("contract.kind", "lease"),
      ("criticalIT", "\(truth.megawatts) MW"), ("term", "\(truth.years) years"),
    ]
      + (truth.renewals == 0
        ? [] : [("renewals.count", "\(truth.renewals)"), ("renewals.each", "5 years")])
  }

  private static func days(_ truth: Truth) -> [(String, String)] {
    truth.halls.enumerated().flatMap { place, hall in
      [
        ("halls[\(place)].name", "\(place)"),
        ("halls[\(place)].criticalIT", "\(hall.megawatts) MW"),
        ("halls[\(place)].readyForService", "\(hall.day)"),
      ]
    }
  }

  private static func structure(_ truth: Truth) -> [(String, String)] {
    [
      ("termClock", truth.clock.rawValue),
      ("rent.escalationClock", truth.isEscalationOfLease ? "lease" : "per hall"),
      ("rent.escalator.fixed", "\(decimal(truth.growth, 2)) %"),
    ] + (truth.renewals == 0 ? [] : [("renewals.rent", "continue")])
  }

  static func decimal(_ digits: Int, _ places: Int) -> ExactDecimal {
    ExactDecimal(digits: Int128(digits), fractionDigits: places).normalized
  }
}

extension AnnouncementGenerator {
  /// The announcement: what a file would hold of it.
  static func announcement(
    _ truth: Truth, _ figures: [Published], _ openness: Openness
  ) throws -> AnalysedDeal {
    var terms = head(truth)
    var assumptions: [(String, String)] = []
    switch openness {
    case .closed:
      terms += days(truth) + structure(truth)
      terms.append(
        (
          "operatingMargin",
          "\(decimal(truth.margin - 5, 1)) % to \(decimal(truth.margin + 5, 1)) %"
        ))
    case .open:
      let first = truth.halls.map(\.day).min() ?? .earliest
      let last = truth.halls.map(\.day).max() ?? .earliest
      terms += [
        ("delivery.first", period(of: first, seed: truth.rent)),
        ("delivery.last", period(of: last, seed: truth.margin)),
      ]
      assumptions = [
        ("rent.escalator.fixed", "3 %"), ("operatingMargin", "90 %"),
        ("capitalCost", "10 M USD/MW-IT"),
      ]
    }
    terms += figures.filter { $0.path.hasPrefix("rent.") }.map { ($0.path, $0.text) }
    let announced = figures.filter { !$0.path.hasPrefix("rent.") }.map { ($0.path, $0.text) }
    return AnalysedDeal(
      versions: [
        try AnnouncedDeal.deal(terms, announced: announced, assumptions: assumptions)
      ])
  }

  /// A period that holds a day: its month, quarter, half-year or year.
  private static func period(of day: CalendarDate, seed: Int) -> String {
    switch seed % 4 {
    case 0: "\(day.year)-Q\((day.month + 2) / 3)"
    case 1: "\(day.year)-H\((day.month + 5) / 6)"
    case 2: "\(day.year)"
    default: "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)"
    }
  }
}
