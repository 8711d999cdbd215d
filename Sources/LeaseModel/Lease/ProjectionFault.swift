public import FinanceBasics

/// Why a deal cannot be projected: what it leaves open, or says in a way that cannot be added up.
public enum ProjectionFault: Fault, Hashable {
  case criticalITMissing(hall: String?)
  case termMissing(hall: String?)
  case rentMissing(path: String)
  case deliveryMissing(hall: String?)
  case escalatorMissing(path: String)
  case seriesMissing(String, path: FieldPath, known: [String])
  case seriesNotOfRents(String, path: FieldPath, unit: String, expected: String)
  case termEmpty(hall: String)
  case currenciesMixed(String, String)
  case powerMissing(path: String)
  case rampExceedsHall(path: FieldPath, step: ExactDecimal, hall: ExactDecimal)
  case terminationTooEarly(CalendarDate, from: CalendarDate, isAssumed: Bool)
  case terminationOutsideTerm(
    CalendarDate, first: CalendarDate, last: CalendarDate, isAssumed: Bool)

  private enum Code: String, CaseIterable {
    case criticalITMissing = "projection.critical-it-missing"
    case termMissing = "projection.term-missing"
    case rentMissing = "projection.rent-missing"
    case deliveryMissing = "projection.delivery-missing"
    case escalatorMissing = "projection.escalator-missing"
    case seriesMissing = "projection.series-missing"
    case seriesNotOfRents = "projection.series-not-of-rents"
    case termEmpty = "projection.term-empty"
    case currenciesMixed = "projection.currencies-mixed"
    case powerMissing = "projection.power-missing"
    case rampExceedsHall = "projection.ramp-exceeds-hall"
    case terminationTooEarly = "projection.termination-too-early"
    case terminationOutsideTerm = "projection.termination-outside-term"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .criticalITMissing: Code.criticalITMissing.rawValue
    case .termMissing: Code.termMissing.rawValue
    case .rentMissing: Code.rentMissing.rawValue
    case .deliveryMissing: Code.deliveryMissing.rawValue
    case .escalatorMissing: Code.escalatorMissing.rawValue
    case .seriesMissing: Code.seriesMissing.rawValue
    case .seriesNotOfRents: Code.seriesNotOfRents.rawValue
    case .termEmpty: Code.termEmpty.rawValue
    case .currenciesMixed: Code.currenciesMixed.rawValue
    case .powerMissing: Code.powerMissing.rawValue
    case .rampExceedsHall: Code.rampExceedsHall.rawValue
    case .terminationTooEarly: Code.terminationTooEarly.rawValue
    case .terminationOutsideTerm: Code.terminationOutsideTerm.rawValue
    }
  }

  /// The field to fill in.
  public var path: String {
    switch self {
    case .criticalITMissing(let hall): hall.map { "halls[\($0)].criticalIT" } ?? "criticalIT"
    case .termMissing(let hall): hall.map { "halls[\($0)].term" } ?? "term"
    case .rentMissing(let path): path
    case .deliveryMissing(let hall):
      hall.map { "halls[\($0)].readyForService" } ?? "delivery.last"
    case .escalatorMissing(let path): path
    case .seriesMissing(_, let path, _), .seriesNotOfRents(_, let path, _, _),
      .rampExceedsHall(let path, _, _):
      path.description
    case .powerMissing(let path): path
    case .terminationTooEarly, .terminationOutsideTerm: "termination.exercised"
    case .termEmpty(let hall): "halls[\(hall)]"
    case .currenciesMixed: "rent"
    }
  }

  /// The block of the field: where an early end is stated, or where what is missing may be added.
  public var block: FieldBlock {
    switch self {
    case .terminationTooEarly(_, _, isAssumed: false),
      .terminationOutsideTerm(_, _, _, isAssumed: false):
      .terms
    default: .assumptions
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .criticalITMissing(nil): "the critical IT megawatts are not known"
    case .criticalITMissing(let hall?): "the critical IT megawatts of '\(hall)' are not known"
    case .termMissing(nil): "the base term is not known"
    case .termMissing(let hall?): "the base term of '\(hall)' is not known"
    case .rentMissing: "neither the rent nor the contract value is known"
    case .deliveryMissing(nil): "neither delivery nor rent commencement is known"
    case .deliveryMissing(let hall?): "neither delivery nor rent commencement of '\(hall)' is known"
    case .escalatorMissing: "rent grows every year, and nobody says by how much"
    case .seriesMissing(let name, _, _): "the series '\(name)' is not at hand"
    case .powerMissing(let path):
      "power is charged on what is used, and \(path) is not known"
    case .rampExceedsHall(_, let step, let hall):
      "the ramp reaches \(step) MW, and the hall has \(hall) MW"
    case .terminationTooEarly(let day, let from, let isAssumed):
      "the lease is \(isAssumed ? "taken" : "said") to end on \(day), and may not end before "
        + "\(from)"
    case .terminationOutsideTerm(let day, let first, let last, let isAssumed):
      "the lease is \(isAssumed ? "taken" : "said") to end early on \(day), and its base term is "
        + "from \(first) to \(last)"
    case .seriesNotOfRents(let name, _, let unit, let expected):
      "the series '\(name)' is in '\(unit)', and rents are in \(expected)"
    case .termEmpty(let hall): "'\(hall)' would begin on or after the day on which its term ends"
    case .currenciesMixed(let first, let second):
      "the deal has amounts in \(first) and in \(second), which are never added"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .rentMissing(let path):
      "add \(path).contractValue or \(path).rate, under terms with its source or under assumptions"
    case .escalatorMissing(let path): "add \(path).fixed under assumptions"
    case .seriesMissing(let name, _, let known):
      nearestName(to: name, among: known).map { "write \($0), if that is what is meant" }
        ?? "record the series, or state another rent or escalator"
    case .rampExceedsHall: "correct the megawatts of the step or of the hall"
    case .terminationTooEarly(_, _, let isAssumed),
      .terminationOutsideTerm(_, _, _, let isAssumed):
      isAssumed
        ? "assume another day, or none"
        : "state another day, or none, or the term that the lease has now"
    case .seriesNotOfRents: "name a series of market rents"
    case .termEmpty: "check the hall's dates, the term and the term clock"
    case .currenciesMixed: "state the amounts of one deal in one currency"
    case .criticalITMissing, .termMissing, .deliveryMissing, .powerMissing:
      "add \(path), under terms with its source or under assumptions"
    }
  }
}

/// Why a deal cannot be projected, one fault for each term that is missing; never empty.
public struct NotProjectable: Error, Sendable {
  /// The deal, where the file or the fault has one.
  public let deal: DealID
  /// What is missing, each once.
  public let faults: [ProjectionFault]

  /// The faults with the deal and the field of each.
  public var diagnostics: Diagnostics {
    Diagnostics(
      faults.map {
        LocatedFault($0, at: DiagnosticLocation(field: "\(deal): \($0.block.rawValue).\($0.path)"))
      })
  }
}
