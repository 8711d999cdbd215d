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

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
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

// MARK: - What is published

extension AnnouncementGenerator {
  /// A published figure, by its place in the file.
  struct Published {
    let path: String
    let text: String
    /// What the engine makes of the true terms.
    let value: PreciseReal
  }

  /// The figures of a deal, rounded as press releases round.
  ///
  /// - Parameter hasCapital: Whether cost, debt and yield are published, too.
  mutating func published(
    _ truth: Truth, _ deal: AnalysedDeal, hasCapital: Bool = false
  ) throws -> [Published] {
    let projected = try ProjectedLease(deal.resolution.get().lease)
    let value = projected.contractValue
    let income = projected.operatingIncome ?? .zero
    var amounts: [(path: String, amount: PreciseReal)] = [
      ("rent.contractValue", value), ("cumulativeNOI", income),
      ("averageAnnualNOI", income.divided(by: projected.years(truth.average))),
      ("averageAnnualRevenue", value.divided(by: projected.years(truth.average))),
      ("annualisedRevenue", projected.annualisedRent),
    ]
    if let renewals = projected.renewalRent {
      amounts.append(("contractValueWithRenewals", value.plus(renewals)))
    }
    var figures: [Published] = []
    for (path, amount) in amounts where path == "rent.contractValue" || pick(0...3) > 0 {
      figures.append(Published(path: path, text: rounded(amount), value: amount))
    }
    if pick(0...2) == 0 {
      let rate = PreciseReal(integer: truth.rent * 12)
      let text = rounded(rate, unit: "USD/MW-IT-year")
      figures.append(Published(path: "rate", text: text, value: rate))
    }
    return figures + (hasCapital ? capitalFigures(truth, projected) : [])
  }

  private mutating func capitalFigures(
    _ truth: Truth, _ projected: ProjectedLease
  ) -> [Published] {
    let cost = PreciseReal(integer: truth.capital).times(truth.megawatts)
    let share = PreciseReal(truth.loan, over: 1000)
    let yield = (projected.stabilisedIncome ?? .zero).divided(by: cost).times(100)
    let percent = PreciseReal(truth.loan, over: 10)
    let debt = cost.times(share)
    let perMegawatt = PreciseReal(integer: truth.capital)
    let figures = [
      Published(
        path: "capitalCostPerMegawatt", text: rounded(perMegawatt, unit: "USD/MW-IT"),
        value: perMegawatt),
      Published(path: "capitalCost", text: rounded(cost), value: cost),
      Published(path: "debt", text: rounded(debt), value: debt),
      Published(path: "loanToCost", text: rounded(percent, unit: "%"), value: percent),
      Published(path: "yieldOnCost", text: rounded(yield, unit: "%"), value: yield),
    ]
    return figures.filter { _ in pick(0...2) > 0 }
  }

  /// A number as a release prints it: two to four digits, with words before it, or as a range.
  mutating func rounded(_ amount: PreciseReal, unit name: String = "USD") -> String {
    let isMoney = name != "%"
    let (word, unit): (String, Double) =
      !isMoney ? ("", 1) : amount.doubleValue >= 1e9 ? (" bn", 1e9) : (" M", 1e6)
    let scaled = amount.doubleValue / unit
    let whole = scaled >= 100 ? 3 : scaled >= 10 ? 2 : 1
    let places = max(0, [2, 3, 3, 4][pick(0...3)] - whole)
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let text = { (count: Double) -> String in
      "\(ExactDecimal(digits: Int128(count), fractionDigits: places))"
    }
    let (below, nearest) = ((scaled * power).rounded(.down), (scaled * power).rounded())
    switch pick(0...11) {
    case 0: return "over \(text(below))\(word) \(name)"
    case 1: return "more than \(text(below))\(word) \(name)"
    case 2 where !isMoney: return "at least \(text(below))\(word) \(name)"
    case 3: return "about \(text(nearest))\(word) \(name)"
    case 4: return "up to \(text(below + 1))\(word) \(name)"
    case 5:
      let ends = ["\(text(below))\(word)", "\(text(below + 1))\(word)"]
      return isMoney ? ends.joined(separator: " to ") + " \(name)" : "\(ends[0]) % to \(ends[1]) %"
    default: return "\(text(nearest))\(word) \(name)"
    }
  }

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
