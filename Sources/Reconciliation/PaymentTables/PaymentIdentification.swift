import FinanceBasics
import LeaseModel

/// What the rows of a table tell of a fit, and what they cannot tell apart.
struct PaymentIdentification {
  /// What a fit leaves open, each with what it does to the rows.
  private struct Unknown {
    let name: String
    /// The change of each row as a part of it, for a change of the unknown.
    let effect: [Double]
  }

  /// An unknown is told by the rows where at least this part of its effect is its own.
  private static let leastOwnPart = 0.02

  private let unknowns: [Unknown]
  private let rowCount: Int

  /// Takes the derivatives of the rows at a point.
  init(of family: PaymentMatcher.Family, model: PaymentModel, terms: PaymentTerms) {
    let (point, ends) = family.points[0]
    let here = model.box(at: point)
    func rows(_ box: PaymentBox, _ ends: TermEnds?) -> [Double] {
      let model = ends.map { model.ending($0) } ?? model
      let coefficients = model.coefficients(of: box).least
      return model.rows.indices.map { row in
        point.solved.indices.reduce(0.0) {
          $0 + coefficients[row * model.rentCount + $1] * point.solved[$1]
        } / model.rows[row].bound.size
      }
    }
    func change(_ left: [Double], _ right: [Double]) -> [Double] {
      zip(left, right).map { $0 - $1 }
    }
    var unknowns: [Unknown] = []
    let coefficients = model.coefficients(of: here).least
    for rent in point.solved.indices {
      let name =
        point.solved.count == 1 ? "the rent" : "the rent of \(terms.halls[rent].name)"
      unknowns.append(
        Unknown(
          name: name,
          effect: model.rows.indices.map {
            coefficients[$0 * model.rentCount + rent] * point.solved[rent]
              / model.rows[$0].bound.size
          }))
    }
    for (place, tranche) in family.tranches.enumerated() {
      var early = here
      var late = here
      early.days[place] = here.days[place].moved(by: -15)
      late.days[place] = here.days[place].moved(by: 15)
      let hall = terms.halls[tranche.hall].name
      unknowns.append(
        Unknown(
          name: "the commencement of " + (tranche.phase.map { "\(hall), phase \($0)" } ?? hall),
          effect: change(rows(early, ends), rows(late, ends))))
    }
    if family.plan.isGrowthFree {
      var faster = here
      let growth = here.growth.lowerBound
      faster.growth = growth + 0.001...growth + 0.001
      var slower = here
      slower.growth = growth...growth
      unknowns.append(
        Unknown(name: "the escalator", effect: change(rows(faster, ends), rows(slower, ends))))
    }
    if let chosen = ends?.chosen {
      var later = ends
      later?.chosen = (chosen.hall, chosen.end.adding(days: 30))
      unknowns.append(
        Unknown(
          name: "the last day of \(terms.halls[chosen.hall].name)",
          effect: change(rows(here, later), rows(here, ends))))
    }
    self.unknowns = unknowns
    rowCount = model.rows.count
  }

  /// How many independent things the rows say of the unknowns.
  var rank: Int { Self.rank(of: unknowns.map(\.effect)) }

  /// The unknowns that others can make up for, so that the rows do not fix them.
  var open: [String] {
    let rank = rank
    return unknowns.indices.filter { place in
      var others = unknowns.map(\.effect)
      others.remove(at: place)
      return Self.rank(of: others) == rank
    }.map { unknowns[$0].name }
  }

  /// The sentence that says so; `nil` where every unknown is fixed.
  var sentence: String? {
    let open = open
    guard !open.isEmpty else { return nil }
    let names =
      open.count == 1
      ? open[0]
      : open.dropLast().joined(separator: ", ")
        + " and \(open[open.count - 1])"
    return "\(rowCount) rows say \(rank) independent things of \(unknowns.count) unknowns: "
      + "they do not fix \(names) one by one, as a change of one is made up for by the others"
  }

  /// The rank of vectors, each brought to length 1, by orthogonal parts.
  private static func rank(of vectors: [[Double]]) -> Int {
    var basis: [[Double]] = []
    for vector in vectors {
      var rest = unit(vector) ?? []
      for direction in basis {
        let part = zip(rest, direction).reduce(0.0) { $0 + $1.0 * $1.1 }
        rest = zip(rest, direction).map { $0 - part * $1 }
      }
      let length = rest.reduce(0.0) { $0 + $1 * $1 }.squareRoot()
      if length > leastOwnPart { basis.append(rest.map { $0 / length }) }
    }
    return basis.count
  }

  private static func unit(_ vector: [Double]) -> [Double]? {
    let length = vector.reduce(0.0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : nil
  }
}

extension MinimaxProgram.Bound {
  /// What a change of the row is measured by.
  fileprivate var size: Double { max(abs(middle), width) }
}

extension ClosedRange<CalendarDate> {
  fileprivate func moved(by days: Int) -> Self {
    lowerBound.adding(days: days)...upperBound.adding(days: days)
  }
}
