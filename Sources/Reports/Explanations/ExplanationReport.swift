public import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A number with the tree by which it follows: for people as text, for programs whole.
public struct ExplanationReport: Sendable {
  let explanation: Explanation
  /// What was asked for; `nil` is as the format has it.
  let extent: Extent?
  /// Sentences that the reader must know.
  let remarks: [String]
  /// The name and the first digits of the hash of each scenario; empty as recorded.
  let scenarios: [String]

  /// How much of a tree is printed.
  public struct Extent: Hashable, Sendable {
    /// The levels below the root; `nil` of all of them.
    let depth: Int?
    /// A sum of more parts is elided.
    let longestSum: Int

    /// What a page can hold of one amount.
    static let page = Extent(depth: 6, longestSum: 8)
    /// The years of a whole deal.
    static let years = Extent(depth: 2, longestSum: 40)
    /// All of it.
    public static let full = Extent(depth: nil, longestSum: .max)

    private init(depth: Int?, longestSum: Int) {
      self.depth = depth
      self.longestSum = longestSum
    }

    /// So many levels, with long sums elided.
    public init(depth: Int) {
      self.init(depth: depth, longestSum: Self.page.longestSum)
    }
  }

  /// - Parameter extent: What is readable where it is `nil`; programs then get everything.
  public init(
    _ explanation: Explanation, extent: Extent? = nil, remarks: [String] = [],
    scenarios: [String] = []
  ) {
    self.explanation = explanation
    self.extent = extent
    self.remarks = explanation.remarks + remarks
    self.scenarios = scenarios
  }

  /// The report in any format; CSV and JSON are whole unless a depth is asked for.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(style)
    case .csv: renderCSV(table)
    case .json: json.text + "\n"
    }
  }

  /// What is explained, in a line: `base-rent of hall 1 in 2027-06, hut8-river-bend, base case`.
  var title: String {
    let hall = explanation.hall.map { " of \($0)" } ?? ""
    let month = explanation.month.map { " in \($0)" } ?? ""
    return "\(explanation.subject)\(hall)\(month), \(explanation.deal), "
      + "\(explanation.projectionCase.rawValue) case"
  }

  /// Whether the tree gives what the projection has, in a sentence; `nil` of what is no amount.
  var agreement: String? {
    guard let minorUnits = explanation.projectedMinorUnits else { return nil }
    let amount = DerivationText.groupedAmount(minorUnits)
    return explanation.agrees
      ? "the projection posts \(amount), as this tree does, which shares no step with it"
      : "the projection posts \(amount), and this tree something else: please report it"
  }
}
