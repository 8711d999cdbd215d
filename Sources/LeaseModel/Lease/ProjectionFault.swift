public import FinanceBasics

/// Why a deal cannot be projected: what it leaves open, or says in a way that cannot be added up.
public enum ProjectionFault: Fault, Hashable {
  case criticalITMissing(hall: String?)
  case termMissing(hall: String?)
  case rentMissing(path: String)
  case deliveryMissing(hall: String?)
  case escalatorMissing(path: String)
  case seriesMissing(String, known: [String])
  case termEmpty(hall: String)
  case currenciesMixed(String, String)

  private enum Code: String, CaseIterable {
    case criticalITMissing = "projection.critical-it-missing"
    case termMissing = "projection.term-missing"
    case rentMissing = "projection.rent-missing"
    case deliveryMissing = "projection.delivery-missing"
    case escalatorMissing = "projection.escalator-missing"
    case seriesMissing = "projection.series-missing"
    case termEmpty = "projection.term-empty"
    case currenciesMixed = "projection.currencies-mixed"
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
    case .termEmpty: Code.termEmpty.rawValue
    case .currenciesMixed: Code.currenciesMixed.rawValue
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
    case .seriesMissing: "rent.escalator.cpi.series"
    case .termEmpty(let hall): "halls[\(hall)]"
    case .currenciesMixed: "rent"
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
    case .seriesMissing(let name, _): "the price index '\(name)' is not at hand"
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
    case .seriesMissing(let name, let known):
      nearestName(to: name, among: known).map { "write \($0), if that is what is meant" }
        ?? "give the series, or assume a fixed escalator"
    case .termEmpty: "check the hall's dates, the term and the term clock"
    case .currenciesMixed: "state the amounts of one deal in one currency"
    case .criticalITMissing, .termMissing, .deliveryMissing:
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
        LocatedFault($0, at: DiagnosticLocation(field: "\(deal): assumptions.\($0.path)"))
      })
  }
}
