public import Bookkeeping
public import FinanceBasics

/// What a projection with actuals tells of the cut-over: which is which, and how they differ.
public struct CutOverStatement: Hashable, Sendable {
  private let day: CalendarDate
  private let summary: CutOverSummary
  private let currency: Currency

  /// - Parameters:
  ///   - day: The last due day of what is as billed, included.
  ///   - summary: Of the flows due by then.
  public init(through day: CalendarDate, _ summary: CutOverSummary, currency: Currency) {
    self.day = day
    self.summary = summary
    self.currency = currency
  }

  /// For people, a sentence a line.
  public var sentences: [String] {
    var sentences = [
      "billed: as the books have it, of what fell due through \(day); projected: what falls due "
        + "later, and what the landlord pays",
      "due through \(day): billed \(amountText(summary.billed)) \(currency), projected "
        + "\(amountText(summary.projected)), difference \(amountText(summary.billed - summary.projected))",
    ]
    let differences = summary.lines.filter { $0.difference != 0 }
      .map { "\($0.item.rawValue) \(amountText($0.difference))" }
    if !differences.isEmpty {
      sentences.append("of the difference: \(differences.joined(separator: ", "))")
    }
    let items = Set(summary.lines.map(\.item))
    if items.contains(.lateInterest) { sentences.append("late interest is in other income") }
    if items.contains(.recoveryTrueUp) { sentences.append("true-ups are in recovery") }
    return sentences
  }
}
