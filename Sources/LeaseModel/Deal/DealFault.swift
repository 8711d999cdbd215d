public import FinanceBasics

/// What is wrong with the fields of a deal taken together.
public enum DealFault: Fault, Hashable {
  case fieldUnknown(String, nearest: String?)
  case wrongBlock(String, block: FieldBlock, right: [FieldBlock])
  case fieldMissing(String, example: String)
  case fieldDoubled(String, firstLine: Int)
  case inTwoBlocks(String, FieldBlock, other: String, FieldBlock)
  case contradictory([String])
  case sourceMissing(String)
  case sourceUnknown(String, nearest: String?)
  case rateNotOnCriticalIT(String)
  case expiryMissing
  case hallsExceed(sum: String, total: String)
  case powerUsageBelowOne(String)
  case grossBelowCriticalIT(gross: String, criticalIT: String)
  case datesReversed(early: String, date: String, late: String, lateDate: String)
  case periodsNotTiling(expected: Int, found: Int)
  case periodsBeyondTerm(last: Int, termYears: Int)
  case periodsShortOfTerm(last: Int, termYears: Int)
  case stepsMixed(String, by: String)
  case stepsNotOrdered(String, behind: String)
  case stepsLate(first: String, rent: String)
  case hallNotListed(String, nearest: String?)
  case dateOutOfBounds(String)
  case valueOutOfBounds(String, bounds: String)
  case abatementBeyondTerm(String, term: String)
  case renewalsTooLong(count: Int, each: String)
  case renewalsNotThere(exercised: Int, of: Int)
  case rampExceedsHall(step: String, hall: String)
  case takeOrPayAlone(String)
  case calendarMissing(String)
  case boundsReversed(least: String, String, most: String, String)
  case lineDoubled(String)
  case sharesAlone(String)
  case demandNotPerKilowattMonth(String)
  case notOfAShare(String)
  case depositNotFalling(String, before: String)
  case placeholderLeft(String, example: String)
  case amendmentEmpty
  case removedAbsent(String, nearest: String?)

  enum Code: String, CaseIterable {
    case fieldUnknown = "field.unknown"
    case wrongBlock = "field.wrong-block"
    case fieldMissing = "field.missing"
    case fieldDoubled = "field.doubled"
    case inTwoBlocks = "field.in-two-blocks"
    case contradictory = "field.contradictory"
    case sourceMissing = "source.missing"
    case sourceUnknown = "source.unknown"
    case rateNotOnCriticalIT = "rent.rate-not-on-critical-it"
    case expiryMissing = "term.expiry-missing"
    case hallsExceed = "halls.exceed-total"
    case powerUsageBelowOne = "pue.below-one"
    case grossBelowCriticalIT = "gross.below-critical-it"
    case datesReversed = "dates.reversed"
    case periodsNotTiling = "periods.not-tiling"
    case periodsBeyondTerm = "periods.beyond-term"
    case periodsShortOfTerm = "periods.short-of-term"
    case stepsMixed = "steps.mixed"
    case stepsNotOrdered = "steps.not-ordered"
    case stepsLate = "rent.steps-late"
    case hallNotListed = "hall.not-listed"
    case dateOutOfBounds = "date.out-of-bounds"
    case valueOutOfBounds = "value.out-of-bounds"
    case abatementBeyondTerm = "abatement.beyond-term"
    case renewalsTooLong = "renewals.too-long"
    case renewalsNotThere = "renewals.not-there"
    case rampExceedsHall = "ramp.exceeds-hall"
    case takeOrPayAlone = "take-or-pay.without-ramp"
    case calendarMissing = "billing.calendar-missing"
    case boundsReversed = "bounds.reversed"
    case lineDoubled = "cost.doubled"
    case sharesAlone = "tariff.shares-alone"
    case demandNotPerKilowattMonth = "tariff.demand-not-per-kw-month"
    case notOfAShare = "cost.not-of-a-share"
    case depositNotFalling = "deposit.not-falling"
    case placeholderLeft = "field.placeholder"
    case amendmentEmpty = "amendment.empty"
    case removedAbsent = "amendment.removes-absent"
  }

  /// What a fresh deal file has where a value is still to be filled in.
  public static let placeholder = "???"

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String { kind.rawValue }

  private var kind: Code {
    switch self {
    case .fieldUnknown: .fieldUnknown
    case .wrongBlock: .wrongBlock
    case .fieldMissing: .fieldMissing
    case .fieldDoubled: .fieldDoubled
    case .inTwoBlocks: .inTwoBlocks
    case .contradictory: .contradictory
    case .sourceMissing: .sourceMissing
    case .sourceUnknown: .sourceUnknown
    case .rateNotOnCriticalIT: .rateNotOnCriticalIT
    case .expiryMissing: .expiryMissing
    case .hallsExceed: .hallsExceed
    case .powerUsageBelowOne: .powerUsageBelowOne
    case .grossBelowCriticalIT: .grossBelowCriticalIT
    case .datesReversed: .datesReversed
    case .periodsNotTiling: .periodsNotTiling
    case .periodsBeyondTerm: .periodsBeyondTerm
    case .periodsShortOfTerm: .periodsShortOfTerm
    case .stepsMixed: .stepsMixed
    case .stepsNotOrdered: .stepsNotOrdered
    case .stepsLate: .stepsLate
    case .hallNotListed: .hallNotListed
    case .dateOutOfBounds: .dateOutOfBounds
    case .valueOutOfBounds: .valueOutOfBounds
    case .abatementBeyondTerm: .abatementBeyondTerm
    case .renewalsTooLong: .renewalsTooLong
    case .renewalsNotThere: .renewalsNotThere
    case .rampExceedsHall: .rampExceedsHall
    case .takeOrPayAlone: .takeOrPayAlone
    case .calendarMissing: .calendarMissing
    case .boundsReversed: .boundsReversed
    case .lineDoubled: .lineDoubled
    case .sharesAlone: .sharesAlone
    case .demandNotPerKilowattMonth: .demandNotPerKilowattMonth
    case .notOfAShare: .notOfAShare
    case .depositNotFalling: .depositNotFalling
    case .placeholderLeft: .placeholderLeft
    case .amendmentEmpty: .amendmentEmpty
    case .removedAbsent: .removedAbsent
    }
  }
}
