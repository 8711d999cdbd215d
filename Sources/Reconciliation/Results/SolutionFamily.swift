public import Analysis
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

  /// Takes the parts as they are.
  public init(name: String, path: FieldPath?, range: QuantityRange) {
    self.name = name
    self.path = path
    self.range = range
  }
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
