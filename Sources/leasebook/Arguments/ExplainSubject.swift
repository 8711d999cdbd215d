import Analysis
import ArgumentParser
import CashFlowEngine
import FinanceBasics

/// What is to be explained: a charge or a sum of charges of a month, present value, or a metric.
enum ExplainSubject: Hashable {
  case charge(Charge, YearMonth)
  case netOperatingIncome(YearMonth)
  case netCash(YearMonth)
  case presentValue(ValuationBasis)
  case metric(String)

  /// Every name that is taken, charges before metrics.
  static let names =
    Charge.allCases.map(\.rawValue) + ["noi", "net-cash", "present-value"]
    + MetricRegistry.all.map(\.id)

  /// Reads what the command line asks for; `noi` without a month is the metric.
  ///
  /// - Throws: `explain.unknown-charge`, with the nearest name; `ValidationError` where a month, a
  ///   rate or a day is missing, or too much.
  init(asked command: Leasebook.Explain) throws {
    let name = command.metric ?? command.subject ?? ""
    let isMetric = MetricRegistry.all.contains { $0.id == name }
    if command.metric == nil, let charge = Charge(rawValue: name) {
      self = .charge(charge, try Self.month(command))
    } else if command.metric == nil, name == "noi", let month = command.month {
      self = .netOperatingIncome(month)
    } else if command.metric == nil, name == "net-cash" {
      self = .netCash(try Self.month(command))
    } else if command.metric == nil, name == "present-value" {
      try Self.checkWholeDeal(command)
      guard let basis = command.valuation.basis else {
        throw ValidationError("present-value needs --rate and --on, such as --rate 8%.")
      }
      self = .presentValue(basis)
    } else if isMetric || command.metric != nil {
      try Self.checkWholeDeal(command)
      guard command.projectionCase == .base else {
        throw ValidationError("Metrics are of the base case.")
      }
      self = .metric(name)
    } else {
      throw ExplanationProblem.unknownSubject(
        name, nearest: nearestName(to: name, among: Self.names))
    }
  }

  private static func month(_ command: Leasebook.Explain) throws -> YearMonth {
    guard let month = command.month else {
      throw ValidationError("A charge is explained of a month, such as 2027-06.")
    }
    return month
  }

  private static func checkWholeDeal(_ command: Leasebook.Explain) throws {
    guard command.month == nil, command.hall == nil else {
      throw ValidationError("Present value and metrics are of the whole deal, and take no month.")
    }
  }
}

/// Reads a month of the command line, written `YYYY-MM`.
///
/// - Throws: `ValidationError` that says how to write one.
func readMonth(_ text: String) throws -> YearMonth {
  guard let month = YearMonth(text) else {
    throw ValidationError("'\(text)' is no month; write one as YYYY-MM, such as 2027-06")
  }
  return month
}
