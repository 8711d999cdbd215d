import Analysis
import FinanceBasics
import LeaseModel

extension AnalysedDeal {
  /// Every published figure of the version in force, with the day on which it was published as it
  /// stands.
  var publishedQuantities: [AnnouncedQuantity] {
    deal.publishedQuantities.map { quantity in
      var dated = quantity
      dated.announced = announcement(of: quantity)
      return dated
    }
  }

  /// The announcement of the first of the versions in a row that have a figure as it stands.
  private func announcement(of quantity: AnnouncedQuantity) -> StatedDate {
    var earliest = deal
    for version in versions.reversed() {
      guard version.field(of: quantity)?.text == deal.field(of: quantity)?.text else { break }
      earliest = version
    }
    let own = earliest.ownPublication(of: quantity)
    return own.flatMap { earliest.announced.last < $0.first ? $0 : nil } ?? earliest.announced
  }
}

extension Deal {
  fileprivate func field(of quantity: AnnouncedQuantity) -> DealField? {
    fields.first { $0.block == quantity.block && $0.path == quantity.path }
  }

  /// The earliest day among the filings and releases behind a figure; `nil` where one has no day.
  ///
  /// What others write of it later does not make it a later figure.
  fileprivate func ownPublication(of quantity: AnnouncedQuantity) -> StatedDate? {
    let named = field(of: quantity)?.sources ?? []
    let own = sources.filter { source in
      named.contains(source.id) && (source.tier == .filing || source.tier == .release)
    }
    let days = own.compactMap(\.date)
    guard !own.isEmpty, days.count == own.count else { return nil }
    return days.min { $0.first < $1.first }
  }
}
