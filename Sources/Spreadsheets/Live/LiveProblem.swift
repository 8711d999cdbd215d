public import FinanceBasics
public import LeaseModel

/// Why a deal cannot be had with live formulas.
public enum LiveProblem: Diagnostic {
  /// Rent accrued under versions before the one in force, whose terms were others.
  case amended(DealID)
  /// No rent of the deal follows from terms that formulas reach, for reasons.
  case nothingToFollow(DealID, reasons: [String])
  /// The deal ends before its term.
  case ended(DealID, on: CalendarDate)

  /// A stable name, such as `live.amended`.
  public var code: String {
    switch self {
    case .amended: "live.amended"
    case .ended: "live.ended"
    case .nothingToFollow: "live.no-rent"
    }
  }

  /// What stands in the way.
  public var problem: String {
    switch self {
    case .amended(let deal):
      "\(deal) was amended while rent ran, so that no one set of inputs gives all of its months"
    case .nothingToFollow(let deal, let reasons):
      "no rent of \(deal) follows from terms that formulas reach: "
        + reasons.joined(separator: "; ")
    case .ended(let deal, let day):
      "\(deal) is no more from \(day), and formulas would run on to the end of its term"
    }
  }

  /// The deal is known by its name.
  public var location: DiagnosticLocation { .unknown }

  /// How to come to a workbook nevertheless.
  public var remedy: String {
    "leave out --live: the workbook then holds the amounts as they are posted"
  }

  /// A question that cannot be answered.
  public var kind: DiagnosticKind { .badData }
}
