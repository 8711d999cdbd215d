import FinanceBasics
import LeaseModel

extension DealTerms {
  /// The terms that announced figures follow from, as far as a source states them.
  var disclosedWords: String {
    [
      disclosed(criticalIT).map { "\($0.text) of critical IT" },
      disclosed(term).map { "\($0)" }, deliveryWords,
      disclosed(rent.contractValue).map { "contract value \($0.text)" },
      disclosed(rent.rate).map { "rent \($0.text)" },
      disclosed(rent.escalator)?.words, renewalWords,
      disclosed(structure).map(\.rawValue),
    ].compactMap(\.self).joined(separator: ", ")
  }

  private func disclosed<Value>(_ stated: Stated<Value>?) -> Value? {
    stated?.basis == .disclosed ? stated?.value : stated?.disclosed
  }

  private var deliveryWords: String? {
    let (first, last) = (disclosed(firstDelivery), disclosed(lastDelivery))
    switch (first?.description, last?.description) {
    case (nil, nil): return nil
    case (let first?, nil): return "delivery from \(first)"
    case (nil, let last?): return "delivery by \(last)"
    case (let first?, let last?):
      return first == last ? "delivery in \(first)" : "delivery from \(first) to \(last)"
    }
  }

  private var renewalWords: String? {
    guard let count = disclosed(renewals?.count), let each = disclosed(renewals?.each) else {
      return nil
    }
    return "\(count) \(count == 1 ? "renewal" : "renewals") of \(each)"
  }
}

extension EscalatorTerms {
  /// How rent grows, in a few words.
  fileprivate var words: String {
    switch self {
    case .none: "no escalator"
    case .annualRateNotDisclosed: "annual escalator, rate not disclosed"
    case .fixed(let growth): "\(growth.text) a year"
    case .steps: "stepped rent"
    case .cpi, .greaterOf, .lesserOf: "rent by a price index"
    }
  }
}
