public import FinanceBasics
public import LeaseModel

/// What the ledger says, as of the dates asked for.
public struct Book: Sendable {
  /// The dates asked for.
  public let asOf: AsOf
  /// The chain up to the last entry that was looked at.
  public let head: ChainHead
  /// In the order of their ids.
  public let parties: [Party]
  /// In the order of their ids.
  public let sites: [Site]
  /// In the order of their ids; of each the version in force on the day asked for, of equals the
  /// one known last, or the first one before any takes effect.
  public let series: [SeriesVersion]
  /// In the order of their ids; of each the version recorded last.
  public let scenarios: [StoredScenario]
  /// Every deal with a candidate version, in the order of ids.
  public let deals: [DealTimeline]

  /// The party of an id.
  public func party(_ id: PartyID) -> Party? { parties.first { $0.id == id } }

  /// The party with this id, name or alias, in any case; of several the first by id.
  public func partyID(named name: String) -> PartyID? {
    let wanted = name.lowercased()
    return parties.first { party in
      party.id.text == wanted || party.name.lowercased() == wanted
        || party.aliases.contains { $0.lowercased() == wanted }
    }?.id
  }

  /// The site of an id.
  public func site(_ id: SiteID) -> Site? { sites.first { $0.id == id } }

  /// The price indexes and market rents by the names that leases use.
  public var indexSeries: [String: IndexSeries] { series.indexSeries }

  /// The scenario of an id.
  public func scenario(named id: String) -> StoredScenario? {
    scenarios.first { $0.id.text == id }
  }

  /// - Complexity: Logarithmic in the number of deals.
  public func deal(_ id: DealID) -> DealTimeline? {
    var low = 0
    var high = deals.count
    while low < high {
      let middle = (low + high) / 2
      if deals[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < deals.count && deals[low].id == id ? deals[low] : nil
  }

  /// The deals that are in force on the day asked for, or at the end.
  public var dealsInForce: [StoredVersion] { deals.compactMap(\.inForce) }
}

extension [SeriesVersion] {
  /// The price indexes and market rents among versions of different series, by their names.
  var indexSeries: [String: IndexSeries] {
    var named: [String: IndexSeries] = [:]
    for version in self where version.series.heading.kind.isNamedByLeases {
      named[version.id.text] = version.series.indexSeries
    }
    return named
  }
}
