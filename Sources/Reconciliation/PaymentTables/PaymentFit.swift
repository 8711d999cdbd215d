public import FinanceBasics
public import LeaseModel

/// Halls with their dates and rents, and the table that the engine projects from them.
public struct PaymentFit: Sendable {
  /// What differs from the file; empty where nothing does.
  public let departures: [PaymentDeparture]
  /// In the order of the deal; a hall in phases has one entry a phase.
  public let halls: [FittedHall]
  /// The growth of rent a year, in percent, and the range over all fits as good.
  public let escalator: FittedTerm
  /// First-year rent of a kilowatt of critical IT and month over all halls, in currency units.
  ///
  /// `nil` where the megawatts of a hall are not known.
  public let rentPerKilowattMonth: FittedTerm?
  /// First-year rent of all halls a year, in currency units.
  public let firstYearRent: FittedTerm
  /// Every row as the engine projects it, in the order of the table.
  public let rows: [RowResidual]
  /// How parts of months, anniversaries and lease years are counted.
  public let rules: RentRules
  /// How many more fits as good there are than this one; more than that where it was not counted.
  public let alternatives: Int
  /// The lease that was projected.
  public let lease: Lease

  /// Whether every row is within its printed precision.
  public var isConsistent: Bool { rows.allSatisfy(\.isWithinPrecision) }

  /// Whether every row that the fit was made for is within its printed precision.
  var meetsItsRows: Bool { rows.allSatisfy { $0.isWithinPrecision || $0.isLeftOut } }

  /// The row that is furthest from its interval, measured in its printed precision.
  public var worst: RowResidual? { rows.max { $0.strain < $1.strain } }
}

/// A number of one fit, and the range that holds those of all fits as good; rounded outward.
public struct FittedTerm: Hashable, Sendable {
  /// Of the fit that is shown.
  public let value: PreciseReal
  /// The least.
  public let low: PreciseReal
  /// The most.
  public let high: PreciseReal
}

/// A hall, or a phase of one, as a fit has it.
public struct FittedHall: Hashable, Sendable {
  /// As the deal names the hall, with the phase where it has more than one.
  public let name: String
  /// In megawatts; `nil` where the deal does not say.
  public let criticalIT: ExactDecimal?
  /// The first day that pays rent.
  public let commencement: CalendarDate
  /// From the first to the last day among fits as good.
  public let commencements: ClosedRange<CalendarDate>
  /// The period that was announced for it; `nil` where none was.
  public let announced: StatedDate?
  /// The last day of the base term, included.
  public let lastDay: CalendarDate
  /// Whether the last day was chosen to fit what falls after the years, rather than by the term.
  public let isLastDayFitted: Bool
  /// First-year rent a year, in currency units.
  public let firstYearRent: FittedTerm
}

/// A row of the table beside what a fit makes of it.
public struct RowResidual: Hashable, Sendable {
  /// As printed.
  public let row: PaymentTable.Row
  /// The sum of the projected cells, in minor units.
  public let minorUnits: Int64
  /// The projected amount less the printed one, in currency units.
  public let residual: PreciseReal
  /// The residual over the printed amount; `nil` beside zero.
  public let relativeResidual: PreciseReal?
  /// The residual over half a unit of the last printed digit; above 1 it is beyond the precision.
  public let strain: Double
  /// Whether the projected amount is one that is printed as this row.
  public let isWithinPrecision: Bool
  /// Whether the fit was made without the row.
  public let isLeftOut: Bool
}

/// A choice of a fit that differs from what the file states or assumes.
public enum PaymentDeparture: Hashable, Sendable {
  /// A hall begins outside the period announced for it.
  case beyondAnnounced(hall: String, announced: StatedDate)
  /// Rent a megawatt differs from hall to hall.
  case ownRents
  /// A hall comes in two phases of equal megawatts.
  case phases(hall: String)
  case proration(RentRules.Proration)
  case anniversary(RentRules.Anniversary)
  /// Lease years count from the first commencement of any hall.
  case leaseClock
  /// Rent grows at another rate than the stated one.
  case escalator(stated: String)
  case termClock(TermClockKind)
  /// The phases of one hall end together, the term after the last of them.
  case phasesEndTogether(hall: String)
  /// A hall ends on a day that the term does not give.
  case lastDay(hall: String, CalendarDate)
}

extension PaymentDeparture: CustomStringConvertible {
  /// The same in words that a user reads.
  public var description: String {
    switch self {
    case .beyondAnnounced(let hall, let announced):
      "\(hall) begins outside the announced \(announced)"
    case .ownRents: "rent a megawatt differs from hall to hall"
    case .phases(let hall): "\(hall) comes in two phases of equal megawatts"
    case .proration(.actualMonth): "a part of a month costs its share of that month's days"
    case .proration(.thirty360): "a part of a month costs its days over 30"
    case .proration(.actual365): "a part of a month costs its days over 365 of a year's rent"
    case .proration(.wholeMonthFromNext): "rent begins on the first of the next month"
    case .anniversary(.daySplit): "rent steps on the anniversary itself"
    case .anniversary(.monthOf): "rent steps on the first of the anniversary's month"
    case .anniversary(.nextMonth): "rent steps on the first of the month after the anniversary"
    case .leaseClock: "rent of every hall steps on the first commencement's anniversaries"
    case .escalator(let stated): "rent grows at another rate than the stated \(stated)"
    case .termClock(.perHall): "each hall runs its own term"
    case .termClock(.fromFirst): "the terms of the halls end with the first one's"
    case .termClock(.coterminousAfterLast): "the terms of the halls end with the last one's"
    case .termClock(.fixedEnd): "the terms of the halls end on one stated day"
    case .phasesEndTogether(let hall): "the phases of \(hall) end with the last one's term"
    case .lastDay(let hall, let day): "\(hall) ends on \(day), which the term does not give"
    }
  }
}
