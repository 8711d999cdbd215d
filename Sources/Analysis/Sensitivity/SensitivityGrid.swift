import FinanceBasics

/// A measure over one axis or two.
public struct SensitivityGrid: Sendable {
  /// What was asked.
  public let question: SensitivityQuestion
  /// One or two; the first is the slower.
  public let axes: [SensitivityAxis]
  /// The measure as the deals stand; `nil` where it is not defined.
  public let base: MeasuredValue?
  /// One a cell, the second axis from value to value first; `nil` where it is not defined.
  public let values: [MeasuredValue?]
  /// What some deals keep, in sentences for the foot of a report.
  public let remarks: [String]

  /// Works out every cell as a single run would.
  ///
  /// - Throws: The first cell's fault, located at its option and value; `sensitivity.too-many-axes`,
  ///   `sensitivity.lever-twice`, `sensitivity.too-many-cells`.
  public init(_ question: SensitivityQuestion, axes: [SensitivityAxis]) throws {
    try Self.check(axes)
    self.question = question
    self.axes = axes
    base = try question.value()
    let rows = axes[0].settings
    let columns = axes.count > 1 ? axes[1].settings.map { [$0] } : [[]]
    var values = [MeasuredValue?](repeating: nil, count: rows.count * columns.count)
    var run = SettingRun(question)
    // What moves a rate alone runs innermost, so that each projection is made once.
    let isRateOutside = axes[0].lever.isOfDiscounting
    for outer in isRateOutside ? columns.indices : rows.indices {
      for inner in isRateOutside ? rows.indices : columns.indices {
        let (row, column) = isRateOutside ? (inner, outer) : (outer, inner)
        values[row * columns.count + column] = try run.value(under: [rows[row]] + columns[column])
      }
    }
    self.values = values
    remarks = run.remarks
  }

  /// What cannot be a grid.
  ///
  /// - Throws: `sensitivity.too-many-axes`, `sensitivity.lever-twice`, `sensitivity.too-many-cells`.
  static func check(_ axes: [SensitivityAxis]) throws(SensitivityFault) {
    guard (1...2).contains(axes.count) else { throw .tooManyAxes(axes.count) }
    if axes.count == 2, axes[0].lever == axes[1].lever { throw .leverTwice(axes[0].lever.name) }
    let cells = axes.reduce(1) { $0 * $1.numbers.count }
    guard cells <= SensitivityAxis.maximumCells else { throw .tooManyCells(cells) }
  }

  /// The measure at a value of each axis, by their places; the second is 0 where there is one axis.
  public func value(atRow row: Int, column: Int = 0) -> MeasuredValue? {
    values[row * (axes.count > 1 ? axes[1].numbers.count : 1) + column]
  }
}
