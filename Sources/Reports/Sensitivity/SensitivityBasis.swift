import Analysis
import CashFlowEngine
import FinanceBasics
import Valuation

extension SensitivityQuestion {
  /// Case, date, rate and convention, and how the measure is defined, in sentences.
  ///
  /// - Parameter levers: What is moved; the rate of an axis is not that of the basis.
  func sentences(moving levers: [Lever]) -> [String] {
    let isMoved = levers.contains { $0.target == .rate || $0.target == .spread }
    let discounting = (isMoved ? "the rates given in place of " : "") + basis.discounting.words
    let valued =
      measure.dependsOnRate
      ? "; on \(basis.date) at \(discounting)"
      : ""
    return ["\(projectionCase.rawValue) case\(valued)", definition]
      + (measure.dependsOnRate ? basis.furtherSentences : [])
      + levers.compactMap { $0.remark(on: basis.date, isValued: measure.dependsOnRate) }
  }

  /// How the measure is worked out.
  private var definition: String {
    switch measure {
    case .presentValue:
      "flows on their cash dates; flows before \(basis.date) are past and left out of present value"
    case .rateOfReturn:
      "IRR of all flows, past ones included; ACT/365F from the first flow; before debt and tax"
    case .netOperatingIncome: "NOI: rent, recoveries and other income less operating cost, posted"
    case .equityMultiple:
      "equity multiple: received over paid, undiscounted, the flows of a day set off"
    case .payback:
      "payback: the first day from which the running sum of all flows stays at or above zero"
    case .yieldOnCost:
      "yield on cost: NOI of the first 12 months in which all halls pay full rent, over capital cost"
    case .contractValue: "contract value: posted base rent"
    }
  }

  /// What every object of JSON says of the question.
  var members: [JSONValue.Member] {
    [
      JSONValue.Member("measure", .string(measure.rawValue)),
      JSONValue.Member("case", .string(projectionCase.rawValue)),
      JSONValue.Member("valuation_date", .string(basis.date.description)),
      JSONValue.Member("rate", basis.discounting.rate.map { .number(rounding: $0) } ?? .null),
      JSONValue.Member("convention", .string(basis.discounting.conventionName)),
      JSONValue.Member("discounting", .string(basis.discounting.words)),
      JSONValue.Member("basis", .array(basis.furtherSentences.map { .string($0) })),
    ]
  }
}

extension Lever {
  /// What moving it means, where its name does not say.
  fileprivate func remark(on date: CalendarDate, isValued: Bool) -> String? {
    switch target {
    case .delay:
      "delay: delivery, capital cost and rent of every hall, beside delays already taken"
        + (isValued ? "; what thereby moves over \(date) enters or leaves present value" : "")
    case .rent: "rent: first-year base rent, in place of what the terms state; all else stays"
    case .rate, .spread, .tier, .assumption: nil
    }
  }
}
