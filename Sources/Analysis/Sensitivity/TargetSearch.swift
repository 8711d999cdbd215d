public import FinanceBasics

/// The values of a lever at which a measure reaches a target, in a range; or that there are none.
///
/// The range is sampled, and each change of sign between neighbouring samples is followed to the
/// last digit. Two crossings between two neighbouring samples, and a target that is touched and not
/// crossed, stay unseen.
public struct TargetSearch: Sendable {
  /// What was asked; its measure is the target's.
  public let question: SensitivityQuestion
  /// The measure and what it is to reach.
  public let target: SolveTarget
  /// What is moved.
  public let lever: Lever
  /// What the numbers of the range and of the solutions count.
  public let scale: LeverScale
  /// Where the lever stands with the measure there; `nil` where the deals say nothing.
  public let present: Probe?
  /// The lower end of the range, included.
  public let low: Probe
  /// The upper end of the range, included.
  public let high: Probe
  /// Whether the range was stated, rather than found around where the lever stands.
  public let isRangeStated: Bool
  /// In the order of the range.
  public let solutions: [Solution]
  /// The samples at which the measure is not defined or the deals are refused.
  public let blankSamples: Int
  /// All samples.
  public let samples: Int

  /// How many values reach the target.
  public enum Status: String, Sendable {
    case unique, several, none
  }

  /// How many values reach the target.
  public var status: Status {
    solutions.isEmpty ? .none : solutions.count == 1 ? .unique : .several
  }

  /// One value of the lever, and the measure there.
  public struct Probe: Hashable, Sendable {
    /// On the scale of the lever.
    public let number: ExactDecimal
    /// The number as a deal file or the command line writes it.
    public let text: String
    /// `nil` where the measure is not defined or the deals are refused.
    public let value: MeasuredValue?
  }

  /// One value of the lever at which the target is reached.
  public struct Solution: Hashable, Sendable {
    /// To a relative 1e-12 of the lever, or a whole day, month or count, and the measure there.
    public let exact: Probe
    /// Rounded for print to six digits, with the measure worked out again.
    public let rounded: Probe
    /// The value next to it on the other side of the target, where the measure jumps over it.
    public let other: Probe?

    /// Whether the target itself is reached, and not only passed from one value to the next.
    public var isReached: Bool { other == nil }
  }

  /// Looks for the target in a range, or around where the lever stands.
  ///
  /// - Throws: `sensitivity.range-needed` where no range is stated and the deals say nothing;
  ///   `sensitivity.currency-differs`; what the deals meet at the ends of a stated range, or where the
  ///   lever stands.
  public init(
    for target: SolveTarget, moving lever: Lever, in range: LeverRange? = nil,
    of question: SensitivityQuestion
  ) throws {
    let question = SensitivityQuestion(
      of: question.deals, case: question.projectionCase, basis: question.basis,
      measure: target.measure)
    let option = "--solve \(target.text) --for \(lever.name)"
    try Self.checkCurrency(of: target, in: question, option: option)
    self.question = question
    self.target = target
    self.lever = lever
    isRangeStated = range != nil
    let stands = question.present(lever)
    guard let scale = range?.scale ?? stands?.scale else {
      throw LocatedFault(
        SensitivityFault.rangeNeeded(lever.name), at: DiagnosticLocation(file: option))
    }
    self.scale = scale
    var sampler = TargetSampler(
      question, lever: lever, scale: scale, target: target.value.number,
      largest: range.map { max($0.low.magnitude, $0.high.magnitude) }
        ?? stands?.number.magnitude ?? .one, option: option)
    present = try stands.map { stands in
      let setting = LeverSetting(lever, at: stands.number, on: stands.scale, option: option)
      // Where the lever stands, the deals must at least let it be moved.
      if range == nil { _ = try question.value(under: [setting]) }
      return Probe(
        number: stands.number, text: stands.scale.text(of: stands.number.roundedForPrint),
        value: try? question.value())
    }
    let ends = try sampler.ends(range, around: stands?.number ?? .zero)
    let crossings = sampler.crossings(from: ends.low, to: ends.high)
    samples = crossings.samples
    blankSamples = crossings.blanks
    low = sampler.probe(ends.low)
    high = sampler.probe(ends.high)
    let rounding = scale.isDiscrete ? 0 : crossings.span * Self.roundingShare
    solutions = crossings.places.map { place in
      sampler.solution(place, tolerance: max(target.measure.tolerance, rounding))
    }
  }

  /// The part of a measure's span that is cents posted month by month, and no jump: payments that are
  /// alike are rounded at once.
  private static let roundingShare = 1e-8

  private static func checkCurrency(
    of target: SolveTarget, in question: SensitivityQuestion, option: String
  ) throws {
    guard let currency = target.currency, let own = try? question.currency(), own != currency
    else { return }
    throw LocatedFault(
      SensitivityFault.currencyDiffers(target.text, of: own.code),
      at: DiagnosticLocation(file: option))
  }
}

extension ExactDecimal {
  /// The number without its sign.
  var magnitude: ExactDecimal { self < .zero ? .zero - self : self }

  /// The number to six digits, or with all its digits before the point.
  fileprivate var roundedForPrint: ExactDecimal {
    let whole = magnitude.digits.magnitude / powerOfTen(fractionDigits)
    let digits = whole == 0 ? 0 : String(whole).utf8.count
    let places = max(0, TargetSampler.printedDigits - digits)
    guard places < fractionDigits else { return self }
    return ExactDecimal(real.formatted(fractionDigits: places))?.normalized ?? self
  }
}
