public import FinanceBasics
public import LeaseModel

/// Who bills a deal, and who is billed.
public struct Counterparties: Hashable, Sendable {
  /// Whose books a document is in.
  public let landlord: PartyID
  /// Who owes what it asks for; `nil` where nobody is named.
  public let tenant: PartyID?

  /// Takes the parts as given.
  public init(landlord: PartyID, tenant: PartyID?) {
    self.landlord = landlord
    self.tenant = tenant
  }
}

/// The parties of a deal over time, as its versions name them.
public struct PartyHistory: Hashable, Sendable {
  private struct Step: Hashable {
    let start: CalendarDate
    let parties: Counterparties
  }

  private let steps: [Step]

  /// - Parameter versions: In the order in which they come into force. Before the first names a
  ///   tenant, it is the one that is named first.
  public init(_ versions: [(effective: CalendarDate, parties: Counterparties)] = []) {
    var tenant = versions.lazy.compactMap(\.parties.tenant).first
    var steps: [Step] = []
    for version in versions {
      tenant = version.parties.tenant ?? tenant
      let parties = Counterparties(landlord: version.parties.landlord, tenant: tenant)
      if steps.last?.parties != parties {
        steps.append(Step(start: version.effective, parties: parties))
      }
    }
    self.steps = steps
  }

  /// The parties on a day: before the first version those of the first; `nil` without a version.
  public func parties(on day: CalendarDate) -> Counterparties? {
    (steps.last { $0.start <= day } ?? steps.first)?.parties
  }

  /// The parties of what a month earns: those on its first day, whoever comes in during it.
  public func parties(in month: YearMonth) -> Counterparties? { parties(on: month.firstDay) }

  /// The tenant that was named first.
  var firstTenant: PartyID? { steps.first?.parties.tenant }
}
