import FinanceBasics

/// Days, growth and rents at which every row is met, as near as was asked for.
struct PaymentPoint {
  /// On which each tranche begins, in their order.
  let days: [CalendarDate]
  /// As a fraction.
  let growth: ClosedRange<Double>
  /// Of each unknown rent: bounds that hold all that meet the rows.
  let rents: [ClosedRange<Double>]
  /// Rents that meet them.
  let solved: [Double]
  /// From the middles of the rows' intervals in half their widths, at the most: 1 is at an end.
  let strain: Double

  /// The strain up to which every row is within its printed precision.
  static let withinPrecision = 1.0
}

/// Cuts a box of days and growth until its parts are rejected or are points.
///
/// A part is rejected only where the corners of its rows prove that no rents meet them all.
struct PaymentSearch {
  /// What was found, and what was left over.
  struct Found {
    var points: [PaymentPoint] = []
    /// The boxes that were neither rejected nor cut to points, with bounds of their rents.
    var open: [(box: PaymentBox, rents: [ClosedRange<Double>])] = []
    /// Whether every point that meets the rows is among those found.
    var isComplete: Bool { open.isEmpty }
  }

  let model: PaymentModel
  private var program: MinimaxProgram
  private let weights: [Double]
  /// The boxes that were looked at.
  private(set) var boxes = 0

  init(_ model: PaymentModel) {
    self.model = model
    program = MinimaxProgram(bounds: model.bounds, variables: model.rentCount)
    weights = model.weights
  }

  /// Every point of a box whose strain is within a limit, as far as the limits reach.
  mutating func points(
    in box: PaymentBox, strain limit: Double, boxes most: Int, points mostPoints: Int
  ) -> Found {
    var found = Found()
    var open = [box]
    let last = boxes + most
    while let next = open.popLast() {
      guard boxes < last, found.points.count < mostPoints else {
        found.open = (open + [next]).compactMap { box in
          let (least, most) = model.coefficients(of: box)
          return model.rents(least: least, most: most, strain: limit).map { (box, $0) }
        }
        return found
      }
      guard let point = look(at: next, limit: limit) else { continue }
      if let point = point.point {
        found.points.append(point)
      } else {
        open += next.halves(weights: weights)
      }
    }
    return found
  }

  /// The point of a box that is nearest to the rows' intervals; `nil` where the limit is reached
  /// before any was found.
  mutating func nearest(in box: PaymentBox, boxes most: Int) -> PaymentPoint? {
    var open = BoxQueue()
    open.insert(box)
    var best: PaymentPoint?
    let last = boxes + most
    while let next = open.popLeast(), boxes < last {
      if let best, best.strain <= next.strain { break }
      for half in next.isPoint ? [next] : next.halves(weights: weights) {
        guard var found = look(at: half, limit: best?.strain ?? .infinity, isRanking: true) else {
          continue
        }
        if let point = found.point {
          if point.strain < best?.strain ?? .infinity { best = point }
        } else {
          found.box.strain = found.strain
          open.insert(found.box)
        }
      }
    }
    return best
  }

  private struct Look {
    var box: PaymentBox
    let strain: Double
    /// Where nothing is left to cut.
    let point: PaymentPoint?
  }

  /// What a box may hold; `nil` where it is rejected.
  ///
  /// - Parameter isRanking: Whether the strain of a box that is not rejected is asked for.
  private mutating func look(
    at box: PaymentBox, limit: Double, isRanking: Bool = false
  ) -> Look? {
    boxes += 1
    guard model.isOrdered(box) else { return nil }
    let (least, most) = model.coefficients(of: box)
    if limit.isFinite {
      if model.rentCount == 1 {
        guard model.oneRent(least: least, most: most, strain: limit) != nil else { return nil }
        // Of one rent these bounds are exact, and nothing more can be rejected.
        if !box.isPoint, !isRanking { return Look(box: box, strain: 0, point: nil) }
      } else {
        guard model.rents(least: least, most: most, strain: limit) != nil else { return nil }
      }
    }
    let bound = limit + MinimaxProgram.tolerance
    guard let (strain, solved) = program.solve(least: least, most: most, limit: bound) else {
      return nil
    }
    guard box.isPoint else { return Look(box: box, strain: strain, point: nil) }
    let margin = limit.isFinite ? limit : strain
    guard let rents = model.rents(least: least, most: most, strain: max(strain, margin)) else {
      return nil
    }
    let point = PaymentPoint(
      days: box.days.map(\.lowerBound), growth: box.growth, rents: rents, solved: solved,
      strain: strain)
    return Look(box: box, strain: strain, point: point)
  }
}

/// Boxes by their strain, the least first.
private struct BoxQueue {
  private var heap: [PaymentBox] = []

  mutating func insert(_ box: PaymentBox) {
    heap.append(box)
    var place = heap.count - 1
    while place > 0, heap[place].strain < heap[(place - 1) / 2].strain {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func popLeast() -> PaymentBox? {
    guard let least = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return least }
    heap[0] = last
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child + 1].strain < heap[child].strain { child += 1 }
      guard heap[child].strain < heap[place].strain else { break }
      heap.swapAt(child, place)
      place = child
    }
    return least
  }
}
