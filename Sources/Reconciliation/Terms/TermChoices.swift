import Analysis
import FinanceBasics
import LeaseModel

/// One way to settle what a file assumes or can be read in more than one way.
struct TermChoices: Hashable {
  /// `nil` of a lease whose clock is taken as it stands.
  var clock: TermClockKind?
  /// Whether lease years count from the first commencement of any hall.
  var isEscalationOfLease: Bool
  var renewalRent: Departure.RenewalRentChoice
  /// What averages divide by.
  var average: FigureReading = .nominalTerm
  /// What a first year is.
  var firstYear: FigureReading = .firstYearRates
  /// Whether halls begin anywhere in their announced periods.
  var areDatesFree = false
  var isMarginFree = false
  var isGrowthFree = false
  var isCapitalFree = false
  /// Whether other deals, which a figure covers too, may have other terms than their files assume.
  var areOthersFree = false
}

extension TermChoices {
  /// What differs from the choices of a file, in a fixed order.
  func departures(from written: TermChoices, outline: TermsOutline) -> [Departure] {
    var found: [Departure] = []
    if average != written.average { found.append(.averages(average)) }
    if firstYear != written.firstYear { found.append(.firstYear(firstYear)) }
    if areDatesFree != written.areDatesFree {
      found.append(.dates(areAnnounced: outline.hasAnnouncedPeriods))
    }
    if isMarginFree != written.isMarginFree { found.append(.margin) }
    if let clock, clock != written.clock {
      found.append(.termClock(clock, term: outline.termText))
    }
    if isEscalationOfLease != written.isEscalationOfLease {
      found.append(.escalationClock(isOfLease: isEscalationOfLease))
    }
    if renewalRent != written.renewalRent { found.append(.renewalRent(renewalRent)) }
    if isGrowthFree != written.isGrowthFree {
      found.append(
        outline.growthText.map { .roundedEscalator(text: $0) }
          ?? .escalator(isStated: outline.deal.deal.terms.rent.escalator != nil))
    }
    if isCapitalFree != written.isCapitalFree { found.append(.capitalCost) }
    if areOthersFree != written.areOthersFree { found.append(.otherDeals) }
    return found
  }
}

extension Departure {
  /// How far a choice is from what a file says; a disclosed figure read anew weighs most.
  var weight: Int {
    switch self {
    case .averages: 1
    case .firstYear: 1
    case .dates: 2
    case .margin: 3
    case .termClock: 4
    case .escalationClock: 4
    case .capitalCost: 4
    case .otherDeals: 5
    case .renewalRent(.continued), .renewalRent(.flat): 6
    case .renewalRent(.another): 8
    case .escalator: 6
    case .roundedEscalator: 12
    }
  }
}
