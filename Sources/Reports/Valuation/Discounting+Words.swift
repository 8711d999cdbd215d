import Analysis
import FinanceBasics
import LeaseModel
import Valuation

extension Discounting {
  /// The rate and the convention, or the curve with its spread, in words.
  var words: String {
    switch self {
    case .annual(let rate, let convention):
      "\(percentText(rate)) effective annual, convention \(convention.rawValue)"
    case .nominal(let rate, let compounding, let dayCount):
      "\(percentText(rate)) compounded \(compounding.adverb), years by \(dayCount.rawValue)"
    case .curve(let curve, let spread): "\(curve.words) \(spread.asSpread) a year"
    }
  }

  /// The rate, or the curve and its spread, for a cell of a table.
  var shortWords: String {
    switch self {
    case .annual(let rate, _), .nominal(let rate, _, _): percentText(rate)
    case .curve(let curve, let spread):
      "\(curve.series) \(spread < 0 ? "−" : "+") \(percentText(abs(spread)))"
    }
  }

  /// The curve's name and day; `nil` of a rate.
  var curveName: String? {
    if case .curve(let curve, _) = self { "\(curve.series) of \(curve.date)" } else { nil }
  }

  /// The convention in a word, of a table.
  var conventionName: String {
    switch self {
    case .annual(_, let convention): convention.rawValue
    case .nominal(_, let compounding, let dayCount): "\(compounding.rawValue) \(dayCount.rawValue)"
    case .curve: "curve"
    }
  }
}

extension RecordedCurve {
  /// The curve with its day and how its points are read, in words.
  var words: String {
    let reading =
      switch kind {
      case .parYields: "par yields bootstrapped, linear zero"
      case .discountFactors: "discount factors, log-linear"
      default: "zero rates, effective annual, linear as continuous ones"
      }
    return "\(series) of \(date) (\(reading))"
  }
}

extension Compounding {
  fileprivate var adverb: String {
    switch self {
    case .simple: "never"
    case .annual: "annually"
    case .semiannual: "semiannually"
    case .quarterly: "quarterly"
    case .monthly: "monthly"
    case .continuous: "continuously"
    }
  }
}

extension CreditTier {
  /// What the tier holds, in a table.
  var words: String {
    switch self {
    case .guaranteed: "Guaranteed rent"
    case .tenant: "Tenant"
    case .landlord: "Landlord's costs"
    case .renewal: "Renewals"
    case .residual: "Terminal value"
    }
  }
}

extension Double {
  /// A spread with the word for its sign.
  fileprivate var asSpread: String {
    "\(self < 0 ? "less" : "plus") \(percentText(abs(self)))"
  }
}
