import FinanceBasics
import LeaseModel

/// How much of a book stands on few names: shares by critical IT megawatt and their squares' sum.
///
/// Source: the Herfindahl–Hirschman index, CONVENTIONS §10; 30/30/20/20 gives 2,600.
struct Concentration {
  /// Megawatts by name, the greatest first; of equals, by name.
  let weights: [(name: String, megawatts: Double)]
  let deals: Int

  init(of deals: [DealMeasures], by subject: ComparisonSubject) {
    var sums: [String: Double] = [:]
    var count = 0
    for deal in deals {
      guard let megawatts = deal.megawatts else { continue }
      sums[subject.key(of: deal.deal) ?? "", default: 0] += megawatts
      count += 1
    }
    self.deals = count
    weights = sums.map { (name: $0.key, megawatts: $0.value) }
      .sorted { ($1.megawatts, $0.name) < ($0.megawatts, $1.name) }
  }

  /// From near 0 to 10,000; `nil` without megawatts.
  var index: Double? {
    let total = weights.reduce(0) { $0 + $1.megawatts }
    guard total > 0 else { return nil }
    return weights.reduce(0) { sum, weight in
      let percent = weight.megawatts / total * 100
      return sum + percent * percent
    }
  }

  var metricValue: MetricValue {
    MetricValue(value: index.map { .number($0) }, deals: deals)
  }

  var largest: MetricValue {
    MetricValue(
      value: weights.first.flatMap { $0.name.isEmpty ? nil : .text($0.name) }, deals: deals)
  }
}
