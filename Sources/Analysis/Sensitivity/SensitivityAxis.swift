public import FinanceBasics
import LeaseModel

/// The values that a lever takes in a grid, in order.
public struct SensitivityAxis: Hashable, Sendable {
  /// What is moved.
  public let lever: Lever
  /// What the numbers count.
  public let scale: LeverScale
  /// In the order from the first value to the last, both included; at least two.
  public let numbers: [ExactDecimal]
  /// As the command line has it, for the place of faults.
  let option: String

  /// The most cells that a grid may have.
  public static let maximumCells = 10_000

  /// Each value as a deal file or the command line writes it.
  public var texts: [String] { numbers.map(scale.text) }

  /// The lever at each value.
  var settings: [LeverSetting] {
    numbers.map { LeverSetting(lever, at: $0, on: scale, option: option) }
  }

  /// Whether any value brings a hall forward, so that versions before may have governed its rent.
  public var hastensDelivery: Bool {
    lever.target == .delay && numbers.contains { $0 < .zero }
  }

  /// Reads `NAME=FROM..TO/STEP`, such as `rate=6%..12%/1%` or `capitalCost=8..12/1 M USD/MW-IT`.
  ///
  /// A unit written on any of the three holds for all. The end is a value where steps reach it
  /// exactly, in decimals; dates step by months or days, counted from the first.
  ///
  /// - Throws: Every code of `SensitivityFault` that is said of an axis.
  public init(reading text: String) throws(SensitivityFault) {
    let (name, range) = try Self.parts(of: text)
    guard let (from, to, step) = Self.ends(of: range), let step else {
      throw .axisMalformed(text)
    }
    lever = try Lever(named: name)
    option = "--vary \(text)"
    if lever.kind == .date {
      scale = .date
      numbers = try Self.days(from: from, to: to, step: step, text: text)
    } else {
      let read = try LeverNumbers(reading: [from, to, step], as: lever.kind)
      scale = read.scale
      numbers = try Self.values(
        from: read.numbers[0], to: read.numbers[1], step: read.numbers[2], on: read.scale,
        text: text)
    }
  }

  /// The name and what stands behind the first sign of equality outside of brackets.
  static func parts(of text: String) throws(SensitivityFault) -> (name: String, range: String) {
    var depth = 0
    for index in text.indices {
      if text[index] == "[" { depth += 1 }
      if text[index] == "]" { depth -= 1 }
      guard text[index] == "=", depth == 0 else { continue }
      return (String(text[..<index]).trimmed, String(text[text.index(after: index)...]).trimmed)
    }
    throw .axisMalformed(text)
  }

  /// The texts of `FROM..TO` or `FROM..TO/STEP`; a step begins with a digit or a sign.
  static func ends(of range: String) -> (from: String, to: String, step: String?)? {
    guard let dots = range.firstRange(of: "..") else { return nil }
    let from = String(range[..<dots.lowerBound])
    let rest = range[dots.upperBound...]
    let slash = rest.indices.first { index in
      guard rest[index] == "/" else { return false }
      let next = rest[rest.index(after: index)...].first { $0 != " " }
      return next.map { "-+0123456789".contains($0) } ?? false
    }
    guard let slash else { return (from, String(rest), nil) }
    return (from, String(rest[..<slash]), String(rest[rest.index(after: slash)...]))
  }
}

extension SensitivityAxis {
  private static func values(
    from: ExactDecimal, to: ExactDecimal, step: ExactDecimal, on scale: LeverScale, text: String
  ) throws(SensitivityFault) -> [ExactDecimal] {
    guard step.digits != 0 else { throw .stepZero(scale.text(of: step)) }
    let span = to - from
    guard span.digits != 0 else { throw .tooFewCells(text) }
    guard (span < .zero) == (step < .zero) else {
      throw .stepAway(
        step: scale.text(of: step), from: scale.text(of: from), to: scale.text(of: to))
    }
    // Both on the places of the finer one, so that the count of steps is a quotient of integers.
    let places = max(span.fractionDigits, step.fractionDigits)
    guard let whole = span.scaled(byPowerOfTen: places),
      let part = step.scaled(byPowerOfTen: places)
    else { throw .tooManyCells(Int.max) }
    let count = whole.digits / part.digits
    guard count < Int128(maximumCells) else { throw .tooManyCells(Int(clamping: count) + 1) }
    guard count > 0 else { throw .tooFewCells(text) }
    return (0...Int(count)).map { from + step * ExactDecimal($0) }
  }

  /// Days at so many months or days from the first; the day of the month is that of the first.
  private static func days(
    from: String, to: String, step: String, text: String
  ) throws(SensitivityFault) -> [ExactDecimal] {
    let ends = try LeverNumbers(reading: [from, to], as: .date)
    let read = try LeverNumbers(reading: [step], as: .time(isDelay: true))
    let (first, last, size) = (ends.numbers[0], ends.numbers[1], read.numbers[0])
    guard size.digits != 0 else { throw .stepZero(step.trimmed) }
    guard first != last else { throw .tooFewCells(text) }
    guard (last < first) == (size < .zero) else {
      throw .stepAway(step: step.trimmed, from: from.trimmed, to: to.trimmed)
    }
    let anchor = ends.scale.date(of: first)
    var days: [ExactDecimal] = []
    while days.count <= maximumCells {
      let delay = read.scale.delay(of: size * ExactDecimal(days.count))
      let day = ExactDecimal(Int(delay.applied(to: anchor).dayNumber))
      guard size < .zero ? last <= day : day <= last else { break }
      days.append(day)
    }
    guard days.count <= maximumCells else { throw .tooManyCells(days.count) }
    guard days.count > 1 else { throw .tooFewCells(text) }
    return days
  }
}
