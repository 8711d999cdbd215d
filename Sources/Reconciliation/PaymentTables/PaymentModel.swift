import FinanceBasics
import LeaseModel

/// The rows of a table as sums of what the tranches of a lease pay: bounds of them over a box.
struct PaymentModel {
  /// Megawatts that begin on one day.
  struct Tranche {
    /// The place of the hall among those of the deal.
    let hall: Int
    /// From 1; `nil` of a hall that comes as a whole.
    let phase: Int?
    /// Of critical IT; 1 where nobody knows.
    let size: ExactDecimal
    /// The same as a number.
    let megawatts: Double
    /// The place of its rent among the unknown ones.
    let rent: Int
    /// The days on which it may begin.
    let days: ClosedRange<CalendarDate>
  }

  let tranches: [Tranche]
  let rentCount: Int
  /// That are to be met.
  let rows: [PaymentBounds.Row]
  /// Those of the rows, then those of the years without growth that follow from them.
  let bounds: [MinimaxProgram.Bound]
  /// `nil` where only years count, which no end is near.
  let ends: TermEnds?
  /// Whether lease years count from the first tranche's first day.
  let isOfLease: Bool
  /// Whether no term ends before the years do.
  let isLong: Bool
  let shapes: RowShapes
  /// The one rate of growth that the years without growth are taken at; `nil` where it is free.
  let growth: Double?
  private let halls: [Int]
  /// The years, from the first, all rows up to which are to be met.
  private let yearsWithoutGrowth: Int

  init(
    tranches: [Tranche], rows: [PaymentBounds.Row], ends: TermEnds?, growth: Double?,
    isOfLease: Bool, isLong: Bool, shapes: RowShapes
  ) {
    self.tranches = tranches
    rentCount = (tranches.map(\.rent).max() ?? 0) + 1
    self.rows = rows
    self.ends = ends
    self.isOfLease = isOfLease
    self.isLong = isLong
    self.shapes = shapes
    halls = tranches.map(\.hall)
    var bounds = rows.map(\.bound)
    self.growth = isOfLease || !isLong ? nil : growth
    var count = 0
    if let growth = self.growth {
      var middle = 0.0
      var width = 0.0
      while count < rows.count, rows[count].place == count, count < shapes.rowCount - 1 {
        let bound = rows[count].bound
        bounds.append(
          MinimaxProgram.Bound(
            middle: bound.middle - growth * middle, width: bound.width + growth * width))
        middle += bound.middle
        width += bound.width
        count += 1
      }
    }
    yearsWithoutGrowth = count
    self.bounds = bounds
  }

  /// The same tranches with other ends.
  func ending(_ ends: TermEnds) -> PaymentModel {
    PaymentModel(
      tranches: tranches, rows: rows, ends: ends, growth: growth, isOfLease: isOfLease,
      isLong: isLong, shapes: shapes)
  }

  /// All days on which the tranches may begin, and the growth given.
  func box(growth: ClosedRange<Double>) -> PaymentBox {
    PaymentBox(days: tranches.map(\.days), growth: growth, leastGrowth: leastGrowth)
  }

  /// A box that holds one point.
  func box(at point: PaymentPoint) -> PaymentBox {
    let width = point.growth.upperBound - point.growth.lowerBound
    return PaymentBox(
      days: point.days.map { $0...$0 }, growth: point.growth,
      leastGrowth: max(leastGrowth, width))
  }

  /// A tenth of the finest row's precision, from a thousandth of a basis point to ten of them.
  private var leastGrowth: Double {
    let finest = rows.map { $0.bound.width / max(abs($0.bound.middle), $0.bound.width) }.min()
    return min(1e-3, max(1e-7, (finest ?? 0) / 10))
  }

  /// What a day of each tranche weighs when a box is cut.
  var weights: [Double] {
    let greatest = tranches.map(\.megawatts).max() ?? 1
    return tranches.map { $0.megawatts / greatest }
  }

  /// Whether phases of one hall are in their order somewhere in the box: else another box has them.
  func isOrdered(_ box: PaymentBox) -> Bool {
    tranches.indices.dropLast().allSatisfy { place in
      tranches[place].hall != tranches[place + 1].hall
        || box.days[place].lowerBound <= box.days[place + 1].upperBound
    }
  }

  /// (1 + g) to the power of each lease year.
  static func levels(_ growth: Double) -> [Double] {
    var level = 1.0
    return (0...Tenor.maximumMonths / 12 + 1).map { _ in
      defer { level *= 1 + growth }
      return level
    }
  }
}

extension PaymentModel {
  /// The least and the greatest rent of each bound for a unit of each unknown rent, bound by bound.
  func coefficients(of box: PaymentBox) -> (least: [Double], most: [Double]) {
    guard growth != nil else {
      let least = corner(box, isLeast: true)
      let isPoint = box.isOfOneDayEach && box.growth.lowerBound == box.growth.upperBound
      return (least, isPoint ? least : corner(box, isLeast: false))
    }
    var least = [Double](repeating: 0, count: bounds.count * rentCount)
    var most = least
    let years = shapes.rowCount - 1
    for (place, tranche) in tranches.enumerated() {
      let hull = shapes.yearHull(hall: tranche.hall, days: box.days[place])
      for (row, counted) in rows.enumerated() {
        guard let year = counted.place, year < years else { break }
        least[row * rentCount + tranche.rent] += tranche.megawatts * hull.least[year]
        most[row * rentCount + tranche.rent] += tranche.megawatts * hull.most[year]
      }
      for year in 0..<yearsWithoutGrowth {
        let cell = (rows.count + year) * rentCount + tranche.rent
        least[cell] += tranche.megawatts * max(0, hull.least[years + year])
        most[cell] += tranche.megawatts * max(0, hull.most[years + year])
      }
    }
    guard rows.contains(where: { $0.place.map { $0 >= years } ?? true }) else {
      return (least, most)
    }
    addRowsOfEnds(of: box, least: &least, most: &most)
    return (least, most)
  }

  /// Adds what follows the years, and the total.
  private func addRowsOfEnds(of box: PaymentBox, least: inout [Double], most: inout [Double]) {
    let low = corner(box, isLeast: true)
    let high = box.isOfOneDayEach ? low : corner(box, isLeast: false)
    for (row, counted) in rows.enumerated() where (counted.place ?? .max) >= shapes.rowCount - 1 {
      for cell in row * rentCount..<(row + 1) * rentCount {
        least[cell] = low[cell]
        most[cell] = high[cell]
      }
    }
  }

  /// One corner of a box.
  ///
  /// A payment falls, if it changes at all, when a tranche or the clock begins later, and rises
  /// with growth and with a later end: the corners of the box bound it.
  private func corner(_ box: PaymentBox, isLeast: Bool) -> [Double] {
    let starts = box.days.map { isLeast ? $0.upperBound : $0.lowerBound }
    let others = box.days.map { isLeast ? $0.lowerBound : $0.upperBound }
    let dayAfter = ends?.ends(from: others, halls: halls)
    let anchor = isOfLease ? starts.min() : nil
    let levels = shapes.levels(isLeast ? box.growth.lowerBound : box.growth.upperBound)
    var corner = [Double](repeating: 0, count: bounds.count * rentCount)
    for (place, tranche) in tranches.enumerated() {
      var sums = [Double](repeating: 0, count: shapes.rowCount)
      let end = dayAfter?[place] ?? shapes.endOfYears
      shapes.shape(hall: tranche.hall, from: starts[place], to: end, anchor: anchor)
        .add(tranche.megawatts, levels: levels, to: &sums)
      for (row, counted) in rows.enumerated() {
        let rent = counted.place.map { sums[$0] } ?? sums.reduce(0, +)
        corner[row * rentCount + tranche.rent] += rent
      }
    }
    return corner
  }

  /// Bounds of each unknown rent that hold wherever the rows can be met in a box; `nil` where no
  /// rents meet them.
  ///
  /// What a row leaves for one rent when the others are least, and must have of it when they are
  /// most, again and again.
  func rents(least: [Double], most: [Double], strain: Double) -> [ClosedRange<Double>]? {
    if rentCount == 1 { return oneRent(least: least, most: most, strain: strain).map { [$0] } }
    var low = [Double](repeating: 0, count: rentCount)
    var high = [Double](repeating: .infinity, count: rentCount)
    for _ in 0..<4 {
      for (row, bound) in bounds.enumerated() {
        let margin = (strain + MinimaxProgram.tolerance) * bound.width
        for rent in 0..<rentCount {
          let place = row * rentCount
          var otherLeast = 0.0
          var otherMost = 0.0
          for other in 0..<rentCount where other != rent {
            otherLeast += least[place + other] * low[other]
            if most[place + other] > 0 { otherMost += most[place + other] * high[other] }
          }
          if least[place + rent] > 0 {
            high[rent] = min(high[rent], (bound.middle + margin - otherLeast) / least[place + rent])
          }
          if most[place + rent] > 0, otherMost.isFinite {
            low[rent] = max(low[rent], (bound.middle - margin - otherMost) / most[place + rent])
          } else if otherMost + most[place + rent] * high[rent] < bound.middle - margin {
            return nil
          }
        }
      }
      guard zip(low, high).allSatisfy({ $0 <= $1 * (1 + 1e-12) }) else { return nil }
    }
    return zip(low, high).map { $0...max($0, $1) }
  }

  /// The same of one rent, for which the bounds are exact.
  func oneRent(least: [Double], most: [Double], strain: Double) -> ClosedRange<Double>? {
    var low = 0.0
    var high = Double.infinity
    for row in bounds.indices {
      let margin = (strain + MinimaxProgram.tolerance) * bounds[row].width
      let middle = bounds[row].middle
      if least[row] > 0 { high = min(high, (middle + margin) / least[row]) }
      if most[row] > 0 {
        low = max(low, (middle - margin) / most[row])
      } else if middle - margin > 0 {
        return nil
      }
      guard low <= high * (1 + 1e-12) else { return nil }
    }
    return low...max(low, high)
  }
}
