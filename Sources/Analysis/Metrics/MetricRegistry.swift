import FinanceBasics

/// Every metric that a comparison can show, each defined once.
public enum MetricRegistry {
  /// In the order in which they are shown.
  public static let all: [Metric] =
    sizeMetrics + rentMetrics + incomeMetrics + valueMetrics + riskMetrics + dateMetrics

  /// The metric of an id.
  ///
  /// - Throws: `metric.unknown`, with the nearest id.
  public static func metric(_ id: String) throws(AnalysisProblem) -> Metric {
    if let metric = all.first(where: { $0.id == id }) { return metric }
    throw .unknownMetric(id, nearest: nearestName(to: id, among: all.map(\.id)))
  }
}

/// The sum of an amount over the deals that have it.
func sum(_ deals: [DealMeasures], _ part: (DealMeasures) -> Int64?) -> MetricValue {
  let known = deals.compactMap(part)
  return MetricValue(value: known.isEmpty ? nil : .amount(known.reduce(0, +)), deals: known.count)
}

/// The sum of a number over the deals that have it.
func sum(_ deals: [DealMeasures], number part: (DealMeasures) -> Double?) -> MetricValue {
  let known = deals.compactMap(part)
  return MetricValue(value: known.isEmpty ? nil : .number(known.reduce(0, +)), deals: known.count)
}

/// A quotient of two sums over the deals that have both; blank where the divisor is zero.
func ratio(
  _ deals: [DealMeasures], _ numerator: (DealMeasures) -> Double?,
  over denominator: (DealMeasures) -> Double?
) -> (value: Double, deals: Int)? {
  var (top, bottom, count) = (0.0, 0.0, 0)
  for deal in deals {
    guard let part = numerator(deal), let weight = denominator(deal) else { continue }
    top += part
    bottom += weight
    count += 1
  }
  return bottom == 0 ? nil : (top / bottom, count)
}

/// A quotient as a metric's value, in units of its own or in minor units.
func quotient(
  _ deals: [DealMeasures], _ numerator: (DealMeasures) -> Double?,
  over denominator: (DealMeasures) -> Double?, isAmount: Bool = false
) -> MetricValue {
  guard let (value, count) = ratio(deals, numerator, over: denominator) else { return .unknown }
  guard isAmount else { return MetricValue(value: .number(value), deals: count) }
  guard let amount = try? postedValue(value) else { return .unknown }
  return MetricValue(value: .amount(amount), deals: count)
}

extension Int64 {
  /// The amount as the `Double` that a ratio is made of.
  var asDouble: Double { Double(self) }
}

extension MetricRegistry {
  /// The metrics of ids with commas between, in the order given, each once; all where there are none.
  ///
  /// - Throws: `metric.unknown`.
  public static func metrics(named list: String?) throws(AnalysisProblem) -> [Metric] {
    guard let list else { return all }
    var chosen: [Metric] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let id = part.drop { $0 == " " }.prefix { $0 != " " }
      let metric = try metric(String(id))
      if !chosen.contains(where: { $0.id == metric.id }) { chosen.append(metric) }
    }
    return chosen
  }
}
