public import FinanceBasics

/// What is wrong with a sensitivity as it was asked for.
public enum SensitivityFault: Fault {
  case axisMalformed(String)
  case rangeMalformed(String)
  case targetMalformed(String)
  case changeMalformed(String)
  case measureUnknown(String)
  case leverUnknown(String, nearest: String?)
  case notAssumed(String)
  case notNumeric(String, takes: String)
  case unitAmbiguous(String, units: [String])
  case unitsDiffer([String])
  case dateNotADay(String)
  /// A value that does not read, in the words of its kind.
  case value(any Fault)
  case stepZero(String)
  case stepAway(step: String, from: String, to: String)
  case tooFewCells(String)
  case tooManyCells(Int)
  case tooManyAxes(Int)
  case leverTwice(String)
  case displaced(String, by: String)
  case rangeReversed(String)
  case rangeNeeded(String)
  case currencyDiffers(String, of: String)
  case changeTooGreat(String)
  /// A rate that is varied where flows are discounted on a curve.
  case rateNotUsed
  /// A spread that is varied where flows are discounted at a rate.
  case spreadNotUsed

  private enum Code: String, CaseIterable {
    case axisMalformed = "sensitivity.axis-malformed"
    case rangeMalformed = "sensitivity.range-malformed"
    case targetMalformed = "sensitivity.target-malformed"
    case changeMalformed = "sensitivity.change-malformed"
    case measureUnknown = "sensitivity.measure-unknown"
    case leverUnknown = "sensitivity.lever-unknown"
    case notAssumed = "sensitivity.not-assumed"
    case notNumeric = "sensitivity.not-numeric"
    case unitAmbiguous = "sensitivity.unit-ambiguous"
    case unitsDiffer = "sensitivity.units-differ"
    case dateNotADay = "sensitivity.not-a-day"
    case stepZero = "sensitivity.step-zero"
    case stepAway = "sensitivity.step-away"
    case tooFewCells = "sensitivity.too-few-cells"
    case tooManyCells = "sensitivity.too-many-cells"
    case tooManyAxes = "sensitivity.too-many-axes"
    case leverTwice = "sensitivity.lever-twice"
    case displaced = "sensitivity.displaced"
    case rangeReversed = "sensitivity.range-reversed"
    case rangeNeeded = "sensitivity.range-needed"
    case currencyDiffers = "sensitivity.currency-differs"
    case changeTooGreat = "sensitivity.change-too-great"
    case rateNotUsed = "sensitivity.rate-not-used"
    case spreadNotUsed = "sensitivity.spread-not-used"
  }

  /// Every code that the area can give by itself, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .axisMalformed: Code.axisMalformed.rawValue
    case .rangeMalformed: Code.rangeMalformed.rawValue
    case .targetMalformed: Code.targetMalformed.rawValue
    case .changeMalformed: Code.changeMalformed.rawValue
    case .measureUnknown: Code.measureUnknown.rawValue
    case .leverUnknown: Code.leverUnknown.rawValue
    case .notAssumed: Code.notAssumed.rawValue
    case .notNumeric: Code.notNumeric.rawValue
    case .unitAmbiguous: Code.unitAmbiguous.rawValue
    case .unitsDiffer: Code.unitsDiffer.rawValue
    case .dateNotADay: Code.dateNotADay.rawValue
    case .value(let fault): fault.code
    case .stepZero: Code.stepZero.rawValue
    case .stepAway: Code.stepAway.rawValue
    case .tooFewCells: Code.tooFewCells.rawValue
    case .tooManyCells: Code.tooManyCells.rawValue
    case .tooManyAxes: Code.tooManyAxes.rawValue
    case .leverTwice: Code.leverTwice.rawValue
    case .displaced: Code.displaced.rawValue
    case .rangeReversed: Code.rangeReversed.rawValue
    case .rangeNeeded: Code.rangeNeeded.rawValue
    case .currencyDiffers: Code.currencyDiffers.rawValue
    case .changeTooGreat: Code.changeTooGreat.rawValue
    case .rateNotUsed: Code.rateNotUsed.rawValue
    case .spreadNotUsed: Code.spreadNotUsed.rawValue
    }
  }
}
