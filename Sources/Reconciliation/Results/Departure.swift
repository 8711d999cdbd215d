public import LeaseModel

/// A choice that differs from what a file states, assumes or is read as.
public enum Departure: Hashable, Sendable {
  /// Averages divide by other years than the stated term's.
  case averages(FigureReading)
  /// The first year is the first twelve months from the first commencement.
  case firstYear(FigureReading)
  /// Halls begin on other days than the assumed ones: of their announced periods, where there are
  /// such.
  case dates(areAnnounced: Bool)
  /// The margin is not the assumed one.
  case margin
  case termClock(TermClockKind, term: String)
  /// Lease years count from the first commencement of any hall, or from each hall's own.
  case escalationClock(isOfLease: Bool)
  case renewalRent(RenewalRentChoice)
  /// The escalator is not the assumed one, or there is one though the file has none.
  case escalator(isStated: Bool)
  /// The disclosed escalator is taken for a rounded figure.
  case roundedEscalator(text: String)
  /// The cost of the halls is not the assumed one.
  case capitalCost
  /// Other deals, which a figure covers too, have other terms than their files assume.
  case otherDeals

  /// How rent goes on after the base term.
  public enum RenewalRentChoice: String, CaseIterable, Hashable, Sendable {
    case continued, flat
    /// Any rent, as a market would give.
    case another
  }
}

extension Departure: CustomStringConvertible {
  /// The same in words that a user reads.
  public var description: String {
    switch self {
    case .averages(let reading): "averages are \(reading.description)"
    case .firstYear(let reading): "the first year is \(reading.description)"
    case .dates(areAnnounced: true): "the halls begin on other days of their announced periods"
    case .dates(areAnnounced: false): "the halls begin on other days than those assumed"
    case .margin: "the operating margin is another than the assumed one"
    case .termClock(.perHall, let term): "each hall runs its own \(term)"
    case .termClock(.fromFirst, let term):
      "the terms of the halls end together, \(term) after the first commencement"
    case .termClock(.coterminousAfterLast, let term):
      "the terms of the halls end together, \(term) after the last commencement"
    case .termClock(.fixedEnd, _): "the terms of the halls end on one stated day"
    case .escalationClock(true):
      "rent of every hall steps on the first commencement's anniversaries"
    case .escalationClock(false): "rent of each hall steps on its own anniversaries"
    case .renewalRent(.continued): "renewals go on at the rent that the lease has reached, growing"
    case .renewalRent(.flat): "renewals stay at the last rent of the base term"
    case .renewalRent(.another): "renewals have another rent, such as the market's"
    case .escalator(isStated: true): "rent grows at another rate than the assumed one"
    case .escalator(isStated: false): "rent grows from year to year, though nobody says so"
    case .roundedEscalator(let text): "the escalator of \(text) is itself a rounded figure"
    case .capitalCost: "the halls cost another amount than the assumed one"
    case .otherDeals:
      "the other deals that a figure covers have other terms than their files assume"
    }
  }
}
