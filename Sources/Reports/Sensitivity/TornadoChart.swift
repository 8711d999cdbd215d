import Analysis
import FinanceBasics

/// The bars of a tornado drawn in text, about where the deals stand.
struct TornadoChart {
  private let tornado: Tornado
  private let currency: Currency
  private let style: TextStyle
  private let nameWidth: Int
  private let barWidth: Int

  /// The widest name that is not cut.
  private static let widestName = 30
  /// The spaces between a name and its bar.
  private static let gap = 2
  /// The narrowest bar that still shows anything.
  private static let leastBar = 10

  init(_ tornado: Tornado, currency: Currency, style: TextStyle) {
    self.tornado = tornado
    self.currency = currency
    self.style = style
    let widest = tornado.bars.map { displayWidth($0.name) }.max() ?? 0
    nameWidth =
      style.isMarkdown ? widest : min(widest, Self.widestName, style.textWidth / 3)
    barWidth = max(style.textWidth - nameWidth - Self.gap, Self.leastBar)
  }

  /// The ends of the scale, then a line a bar; none where there is nothing to draw.
  var lines: [StyledLine] {
    guard let base = tornado.base?.number, let range = range(with: base) else { return [] }
    let bars = tornado.bars.compactMap { bar -> StyledLine? in
      guard bar.low.value != nil || bar.high.value != nil else { return nil }
      var line = StyledLine(name(bar.name))
      line.append(drawn(bar, base: base, in: range))
      return line
    }
    return [scale(of: range), StyledLine()] + bars + [StyledLine(legend, .dim)]
  }

  private var marks: (low: Character, high: Character, base: Character) {
    style.isASCII ? ("-", "#", "|") : ("░", "█", "│")
  }

  private var legend: String {
    "\(marks.low) moved down, \(marks.high) moved up, \(marks.base) as it stands"
  }

  /// The values at the ends of the bars; `nil` where all are one.
  private func range(with base: Double) -> (low: MeasuredValue, high: MeasuredValue)? {
    let values = tornado.bars.flatMap { [$0.low.value, $0.high.value] }.compactMap { $0 }
    let all = values + [tornado.base].compactMap { $0 }
    guard let low = all.min(by: { $0.number < $1.number }),
      let high = all.max(by: { $0.number < $1.number }), low.number < high.number
    else { return nil }
    return (low, high)
  }

  /// The ends of the scale above the bars.
  private func scale(of range: (low: MeasuredValue, high: MeasuredValue)) -> StyledLine {
    var style = style
    let size = max(range.low.number.magnitude, range.high.number.magnitude)
    if style.unit == nil, tornado.question.measure.kind == .amount {
      style.unit = size >= 1e8 ? .millions : .units
    }
    let (low, high) = (
      range.low.words(in: currency, style: style), range.high.words(in: currency, style: style)
    )
    let indent = String(repeating: " ", count: nameWidth + Self.gap)
    let room = barWidth - displayWidth(low)
    return StyledLine(indent + low + padded(high, fromWidth: room), .dim)
  }

  private func name(_ text: String) -> String {
    let name = plain(text, isASCII: style.isASCII)
    let fitting =
      displayWidth(name) <= nameWidth
      ? name : name.prefix(nameWidth - displayWidth(style.ellipsis)) + style.ellipsis
    return padded(String(fitting), toWidth: nameWidth + Self.gap)
  }

  private func drawn(
    _ bar: TornadoBar, base: Double, in range: (low: MeasuredValue, high: MeasuredValue)
  ) -> String {
    let width = range.high.number - range.low.number
    let place = { (number: Double) -> Int in
      Int(((number - range.low.number) / width * Double(barWidth - 1)).rounded())
    }
    let middle = place(base)
    var cells = [Character](repeating: " ", count: barWidth)
    let sides = [(bar.low.value, marks.low), (bar.high.value, marks.high)]
      .compactMap { value, mark in value.map { (place($0.number), mark) } }
      .sorted { abs($0.0 - middle) > abs($1.0 - middle) }
    // The longer side first, so that the shorter one is seen where both point one way.
    for (end, mark) in sides {
      for cell in min(end, middle)...max(end, middle) { cells[cell] = mark }
    }
    cells[middle] = marks.base
    return String(cells)
  }
}
