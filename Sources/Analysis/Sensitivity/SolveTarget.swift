public import FinanceBasics
import LeaseModel

/// A measure and the value that it is to reach.
public struct SolveTarget: Hashable, Sendable {
  /// What is to reach the value.
  public let measure: SensitivityMeasure
  /// What is to be reached.
  public let value: MeasuredValue
  /// The currency of an amount; `nil` of nothing, and of what is no amount.
  public let currency: Currency?
  /// As the command line has it.
  let text: String

  /// Reads `irr=12%`, `pv=0`, `pv=100 M USD`, `yield-on-cost=9%`, `multiple=2.5` and their like.
  ///
  /// - Throws: `sensitivity.target-malformed`, `sensitivity.measure-unknown`, or the fault of the figure.
  public init(reading text: String) throws(SensitivityFault) {
    guard let sign = text.firstIndex(of: "=") else { throw .targetMalformed(text) }
    let word = String(text[..<sign]).trimmed
    guard let measure = SensitivityMeasure(rawValue: word) else { throw .measureUnknown(word) }
    let written = String(text[text.index(after: sign)...]).trimmed
    guard !written.isEmpty else { throw .targetMalformed(text) }
    (value, currency) = try Self.value(written, of: measure)
    self.measure = measure
    self.text = text
  }

  private static func value(
    _ text: String, of measure: SensitivityMeasure
  ) throws(SensitivityFault) -> (MeasuredValue, Currency?) {
    switch measure.kind {
    case .percent:
      let figure = try LeverNumbers(reading: [text], as: .figure([.percentage]))
      let fraction = figure.numbers[0].real.divided(by: PreciseReal(integer: 100))
      return (.fraction(fraction.doubleValue), nil)
    case .multiple:
      let number = text.last == "x" ? String(text.dropLast()) : text
      let read = try LeverNumbers(reading: [number], as: .factor)
      return (.multiple(read.numbers[0].doubleValue), nil)
    case .date:
      let read = try LeverNumbers(reading: [text], as: .date)
      return (.date(read.scale.date(of: read.numbers[0])), nil)
    case .amount:
      if let number = ExactDecimal(text), number.digits == 0 { return (.amount(0), nil) }
      let read = try LeverNumbers(reading: [text], as: .figure([.money]))
      guard case .figure(_, let unit) = read.scale,
        let cents = read.scale.point(of: read.numbers[0]).real.times(100).roundedHalfEven()
      else { throw .targetMalformed(text) }
      return (.amount(cents), unit.currency)
    }
  }
}

/// The ends between which a lever is tried.
public struct LeverRange: Hashable, Sendable {
  /// The lower end, included.
  public let low: ExactDecimal
  /// The upper end, included.
  public let high: ExactDecimal
  /// What the numbers count.
  public let scale: LeverScale

  init(_ low: ExactDecimal, _ high: ExactDecimal, on scale: LeverScale) {
    self.low = low
    self.high = high
    self.scale = scale
  }

  /// Reads `FROM..TO`, the unit on either end.
  ///
  /// - Throws: `sensitivity.range-malformed`, `sensitivity.range-reversed`, or the fault of an end.
  public init(reading text: String, of lever: Lever) throws(SensitivityFault) {
    guard let (from, to, step) = SensitivityAxis.ends(of: text), step == nil else {
      throw .rangeMalformed(text)
    }
    let read = try LeverNumbers(reading: [from, to], as: lever.kind)
    guard read.numbers[0] < read.numbers[1] else { throw .rangeReversed(text) }
    self.init(read.numbers[0], read.numbers[1], on: read.scale)
  }
}
