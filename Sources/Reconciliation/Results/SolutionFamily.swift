public import Analysis
import FinanceBasics
public import LeaseModel

/// Choices under which all figures hold, with how far each free term may move.
public struct SolutionFamily: Sendable {
  /// What differs from the file, in a fixed order; empty of a deal that is consistent as written.
  public let departures: [Departure]
  /// What is left open, each with a range that holds every solution of the family.
  public let freeTerms: [TermRange]
  /// First-year rent a kilowatt of critical IT and month that the solutions have.
  public let rentPerKilowattMonth: TermRange
  /// One solution, projected by the engine.
  public let witness: Witness
}

/// A term, and the range that holds every value it has in a family; rounded outward.
public struct TermRange: Hashable, Sendable {
  /// In words, such as `operating margin`.
  public let name: String
  /// Of the field that it is written in; `nil` where it is no field of its own.
  public let path: FieldPath?
  /// Both ends included.
  public let range: QuantityRange
  /// What points of the search have, rounded inward: from here to the ends of the range solutions
  /// were neither found nor ruled out. `nil` where it is not known.
  public let reached: QuantityRange?

  /// Takes the parts as they are.
  public init(
    name: String, path: FieldPath?, range: QuantityRange, reached: QuantityRange? = nil
  ) {
    self.name = name
    self.path = path
    self.range = range
    self.reached = reached
  }
}

extension TermRange {
  /// Whether points of the search reach both ends, but for a few hundredths of the range or a day.
  public var isTight: Bool {
    switch (range, reached) {
    case (.amount(let low, let high, _), .amount(let least, let most, _)?):
      let gap = max((least - low).doubleValue, (high - most).doubleValue)
      return gap <= (high - low).doubleValue * Self.leastGap
    case (.days(let first, let last), .days(let least, let most)?):
      let gap = max(first.days(until: least), most.days(until: last))
      return gap <= max(1, Int(Double(first.days(until: last)) * Self.leastGap))
    default: return true
    }
  }

  private static let leastGap = 0.06
}

/// One set of terms under which all figures hold.
public struct Witness: Sendable {
  /// What goes into the file's `solved` block, in the order of the format.
  public let solved: [SolvedField]
  /// The deal with these fields in it, in place of what is assumed at or beside their paths.
  public let deal: AnalysedDeal
  /// Every figure as the engine projects it from that deal.
  public let checks: [FigureCheck]
}

/// A field of the `solved` block.
public struct SolvedField: Hashable, Sendable {
  /// Without the block.
  public let path: FieldPath
  /// The scalar as it is written.
  public let text: String

  /// Takes the parts as they are.
  public init(path: FieldPath, text: String) {
    self.path = path
    self.text = text
  }
}
