import FinanceBasics
import GRDB
import LeaseModel

extension EntryRows {
  /// The typed columns of a version, beside its fields.
  mutating func append(_ statement: VersionRecord.Statement) {
    let terms = statement.terms
    var row: [DatabaseValue] = [
      value(currency(of: terms).code), value(statement.announced.description),
      value(statement.signed?.description), value(terms.landlord?.value.text),
      value(terms.contractingEntity?.value), value(terms.tenant?.value.text),
      value(terms.endUser?.value.text), value(terms.site?.value.text),
      value(terms.kind?.value.rawValue),
    ]
    row += figure(terms.structure) { value($0.rawValue) }
    row.append(value(terms.status?.value.rawValue))
    row += figure(terms.ownership) { value($0.point.description) }
    row += figure(terms.criticalIT) { value(wholeWatts($0.point)) }
    row += figure(terms.gross) { value(wholeWatts($0.point)) }
    row += figure(terms.utility) { value(wholeWatts($0.point)) }
    row += figure(terms.firstDelivery) { value($0.description) }
    row += figure(terms.lastDelivery) { value($0.description) }
    row += figure(terms.rentCommencement) { value($0.description) }
    row += figure(terms.term) { value($0.description) }
    row.append(value(terms.term?.value.months))
    row.append(value((terms.termClock?.value ?? .perHall).rawValue))
    row += figure(terms.expiry) { value($0.description) }
    row += figure(terms.rent.contractValue) { value($0.minorUnits) }
    row += figure(terms.rent.rate) { value($0.text) }
    row += figure(terms.rent.escalator) { value($0.words) }
    row += figure(terms.renewals?.count) { value($0) }
    row += figure(terms.renewals?.each) { value($0.description) }
    row += figure(terms.renewals?.probability) { value($0.point.description) }
    row += figure(terms.operatingMargin) { value($0.point.description) }
    row += figure(terms.capitalCost) { value($0.text) }
    row += figure(terms.capitalFundedBy) { value($0.rawValue) }
    row += figure(terms.prepayment?.amount) { value($0.minorUnits) }
    row += figure(terms.deposit?.amount) { value($0.minorUnits) }
    append(row, to: .dealTerms)
  }

  /// The lists among the terms: halls, periods and credit support.
  mutating func append(_ terms: DealTerms) {
    for (index, hall) in terms.halls.enumerated() { append(hall, at: index + 1) }
    for (index, period) in terms.periods.enumerated() {
      append(
        [
          value(index + 1), value(period.leaseYears.lowerBound + 1),
          value(period.leaseYears.upperBound), value(period.tenant?.value.text),
          value(period.rent.contractValue?.value.minorUnits),
        ], to: .rentPeriod)
    }
    let ofPeriods = terms.periods.enumerated().flatMap { index, period in
      period.creditSupport.map { (period: index + 1, support: $0) }
    }
    let all = terms.creditSupport.map { (period: Int?.none, support: $0) } + ofPeriods.map { $0 }
    for (index, item) in all.enumerated() {
      append(item.support, at: index + 1, period: item.period)
    }
  }

  private mutating func append(_ hall: HallTerms, at position: Int) {
    var row = [value(position), value(hall.name), value(hall.site?.value.text)]
    row += figure(hall.criticalIT) { value(wholeWatts($0.point)) }
    row += figure(hall.readyForService) { value($0.description) }
    row += figure(hall.rentCommencement) { value($0.description) }
    row += figure(hall.term) { value($0.description) }
    row += figure(hall.expiry) { value($0.description) }
    row += figure(hall.rate) { value($0.text) }
    append(row, to: .hall)
  }

  private mutating func append(_ support: CreditSupport, at position: Int, period: Int?) {
    var row = [value(position), value(period)]
    row += figure(support.guarantor) { value($0.text) }
    row += figure(support.form) { value($0.rawValue) }
    row.append(
      value(support.covers.isEmpty ? nil : support.covers.map(\.value).joined(separator: ", ")))
    row += figure(support.upTo) { value($0.minorUnits) }
    row.append(value(support.upTo?.value.unit.currency?.code))
    row += figure(support.through) { value($0.words) }
    row += figure(support.effective) { value($0.description) }
    row.append(value(support.election?.value))
    append(row, to: .creditSupport)
  }
}

/// A value and its basis; both NULL where there is none.
private func figure<Value>(
  _ stated: Stated<Value>?, _ convert: (Value) -> DatabaseValue
) -> [DatabaseValue] {
  guard let stated else { return [.null, .null] }
  let converted = convert(stated.value)
  return [converted, converted.isNull ? .null : value(stated.basis.rawValue)]
}

/// The currency of the first amount that the terms state, US dollars where they state none.
private func currency(of terms: DealTerms) -> Currency {
  let figures = [terms.rent.contractValue, terms.rent.rate, terms.capitalCost].map { $0?.value }
  let periods = terms.periods.flatMap { [$0.rent.contractValue?.value, $0.rent.rate?.value] }
  return (figures + periods).lazy.compactMap { $0?.unit.currency }.first ?? .usd
}

extension CreditSupport.Limit {
  /// As a deal file writes it.
  fileprivate var words: String {
    switch self {
    case .date(let day): day.description
    case .leaseYear(let year): "year \(year)"
    }
  }
}

extension EscalatorTerms {
  /// In a few words, such as `3 % a year`.
  fileprivate var words: String {
    switch self {
    case .none: "none"
    case .annualRateNotDisclosed: "annual, rate not disclosed"
    case .fixed(let rate): "\(rate.text) a year"
    case .steps(let multipliers): "\(multipliers.count) stated steps"
    case .cpi(let cpi): "CPI by \(cpi.series.value)"
    case .greaterOf(let rate, let cpi):
      "greater of \(rate.value.text) a year and CPI by \(cpi.series.value)"
    case .lesserOf(let rate, let cpi):
      "lesser of \(rate.value.text) a year and CPI by \(cpi.series.value)"
    }
  }
}
