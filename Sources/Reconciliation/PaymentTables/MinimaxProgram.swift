/// The rents that bring every row of a table as near to the middle of its interval as can be.
///
/// Finds x ≥ 0 and the least s ≥ 0 with |Σ coefficient·x − middle| ≤ s·width in every row, by the
/// dual simplex method: the slack basis is dual feasible, as only s costs anything.
///
/// Source: Lemke, "The dual method of solving the linear programming problem", 1954.
struct MinimaxProgram {
  /// A row as its printed interval has it.
  struct Bound {
    let middle: Double
    /// Half the interval, which is a strain of 1; above zero.
    let width: Double
  }

  private static let maximumPivots = 200
  /// In units of a row's width: far below what a printed digit can tell, far above rounding.
  static let tolerance = 1e-6

  private let bounds: [Bound]
  private let variables: Int
  private var cells: [Double]
  private var basis: [Int]
  private var costs: [Double]

  /// - Parameter variables: How many rents there are.
  init(bounds: [Bound], variables: Int) {
    self.bounds = bounds
    self.variables = variables
    cells = Array(repeating: 0, count: 2 * bounds.count * (variables + 2))
    basis = Array(repeating: 0, count: 2 * bounds.count)
    costs = Array(repeating: 0, count: variables + 2)
  }

  /// The least strain and the rents that have it; `nil` where it is above a limit.
  ///
  /// - Parameters:
  ///   - least: The least coefficient of each row and rent, row by row; not below zero.
  ///   - most: The greatest coefficient of each.
  mutating func solve(
    least: [Double], most: [Double], limit: Double
  ) -> (strain: Double, rents: [Double])? {
    var scales = [Double](repeating: 0, count: variables)
    for row in bounds.indices {
      for rent in 0..<variables {
        scales[rent] = max(scales[rent], most[row * variables + rent] / bounds[row].width)
      }
    }
    for rent in scales.indices where scales[rent] == 0 { scales[rent] = 1 }
    fill(least: least, most: most, scales: scales)
    let columns = variables + 2
    for _ in 0..<Self.maximumPivots {
      var leaving = -1
      var worst = -Self.tolerance * 0.01
      for row in basis.indices where cells[row * columns + columns - 1] < worst {
        worst = cells[row * columns + columns - 1]
        leaving = row
      }
      guard leaving >= 0 else {
        let strain = -costs[columns - 1]
        return strain <= limit ? (strain, rents(scales: scales)) : nil
      }
      guard let entering = entering(leaving) else { return nil }
      pivot(leaving, entering)
      if -costs[columns - 1] > limit { return nil }
    }
    // Not decided within the bound: nothing is rejected that was not shown to fail.
    return (-costs[columns - 1], rents(scales: scales))
  }

  private mutating func fill(least: [Double], most: [Double], scales: [Double]) {
    let columns = variables + 2
    for (row, bound) in bounds.enumerated() {
      let above = 2 * row * columns
      let below = above + columns
      for rent in 0..<variables {
        cells[above + rent] = -most[row * variables + rent] / bound.width / scales[rent]
        cells[below + rent] = least[row * variables + rent] / bound.width / scales[rent]
      }
      cells[above + variables] = -1
      cells[below + variables] = -1
      cells[above + variables + 1] = -bound.middle / bound.width
      cells[below + variables + 1] = bound.middle / bound.width
      basis[2 * row] = columns + 2 * row
      basis[2 * row + 1] = columns + 2 * row + 1
    }
    for column in costs.indices { costs[column] = column == variables ? 1 : 0 }
    names = Array(0...variables)
  }

  /// The variable that each column stands for: a rent, the strain, or the slack of a row.
  private var names: [Int] = []

  /// The column whose cost a step of the row raises least; of equals the one with the most weight.
  private func entering(_ row: Int) -> Int? {
    let columns = variables + 2
    var best: (column: Int, ratio: Double, weight: Double)?
    for column in 0...variables {
      let weight = -cells[row * columns + column]
      guard weight > 1e-12 else { continue }
      let ratio = costs[column] / weight
      if let found = best {
        let isLess = ratio < found.ratio - 1e-15
        guard isLess || (ratio <= found.ratio + 1e-15 && weight > found.weight) else { continue }
      }
      best = (column, ratio, weight)
    }
    return best?.column
  }

  private mutating func pivot(_ leaving: Int, _ entering: Int) {
    let columns = variables + 2
    let place = leaving * columns
    let inverse = 1 / cells[place + entering]
    for column in 0..<columns where column != entering { cells[place + column] *= inverse }
    cells[place + entering] = inverse
    for row in basis.indices where row != leaving {
      let factor = cells[row * columns + entering]
      guard factor != 0 else { continue }
      for column in 0..<columns where column != entering {
        cells[row * columns + column] -= factor * cells[place + column]
      }
      cells[row * columns + entering] = -factor * inverse
    }
    let factor = costs[entering]
    for column in 0..<columns where column != entering {
      costs[column] -= factor * cells[place + column]
    }
    costs[entering] = -factor * inverse
    swap(&basis[leaving], &names[entering])
  }

  private func rents(scales: [Double]) -> [Double] {
    var rents = [Double](repeating: 0, count: variables)
    let columns = variables + 2
    for row in basis.indices where basis[row] < variables {
      rents[basis[row]] = max(0, cells[row * columns + columns - 1]) / scales[basis[row]]
    }
    return rents
  }
}
