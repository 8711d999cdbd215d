import Analysis
import FinanceBasics
import LeaseModel

extension SensitivityReport {
  /// A sign for a change that a bound cut short.
  private static let clippedMark = "†"

  /// The table of both sides of each assumption, and the same as bars.
  func text(of tornado: Tornado, name: String, style: TextStyle) -> String {
    let table = renderText(tornadoTable(of: tornado, name: name), style: style)
    let chart = TornadoChart(tornado, currency: currency, style: style)
    return chart.lines.isEmpty ? table : table + "\n" + renderLines(chart.lines, style: style)
  }

  private func tornadoTable(of tornado: Tornado, name: String) -> Table {
    let measure = tornado.question.measure
    return Table(
      title: "What moves the \(measure.nameInSentence) of \(name)",
      columns: [
        Column("assumption", "Assumption", .text, isKey: true), Column("moved", "Moved", .text),
        Column("value_low", "Value, down", measure.columnKind),
        Column("value_high", "Value, up", measure.columnKind),
        Column("spread", "Spread", measure.differenceKind),
      ],
      rows: tornado.bars.map { bar in
        Row([
          .text(bar.name), .text(Self.words(for: bar)), .measured(bar.low.value),
          .measured(bar.high.value), .difference(bar.spread),
        ])
      }, currency: measure.kind == .amount ? currency : nil)
  }

  /// The same for a workbook, with what an assumption is moved to on each side in a column of its
  /// own: percentages and days as such, figures with their units in words.
  func tornadoSheet(of tornado: Tornado, name: String) -> Table {
    let measure = tornado.question.measure
    let end = { (side: TornadoBar.Side) in
      Value.stated(side.text).marked(side.isClipped ? Self.clippedMark : nil)
    }
    return Table(
      title: "What moves the \(measure.nameInSentence) of \(name)",
      columns: [
        Column("assumption", "Assumption", .text, isKey: true),
        Column("present", "As it stands", .figure),
        Column("moved_low", "Moved down to", .figure),
        Column("moved_high", "Moved up to", .figure),
        Column("value_low", "Value, down", measure.columnKind),
        Column("value_high", "Value, up", measure.columnKind),
        Column("spread", "Spread", measure.differenceKind),
      ],
      rows: tornado.bars.map { bar in
        Row([
          .text(bar.name), bar.present.map { .stated($0) } ?? .blank, end(bar.low), end(bar.high),
          .measured(bar.low.value), .measured(bar.high.value), .difference(bar.spread),
        ])
      }, currency: measure.kind == .amount ? currency : nil, footnotes: notes(on: tornado))
  }

  /// From where to where an assumption is moved, with a sign where a bound holds it.
  private static func words(for bar: TornadoBar) -> String {
    let ends = [bar.low, bar.high].map { $0.text + ($0.isClipped ? clippedMark : "") }
    return ends.joined(separator: bar.present == nil ? " and " : " to ")
  }

  func notes(on tornado: Tornado) -> [String] {
    let change = tornado.change
    let sides = tornado.bars.flatMap { [($0, $0.low, "down"), ($0, $0.high, "up")] }
    let clipped = sides.contains { $0.1.isClipped }
    let refused = sides.compactMap { bar, side, way in
      side.refusal.map { "\(bar.name) \(way), to \(side.text), is refused: \($0)" }
    }
    let base = tornado.base.map { value in
      "as it stands: \(tornado.question.measure.nameInSentence) "
        + value.words(in: currency, style: TextStyle())
    }
    let months = change.months == 1 ? "1 month" : "\(change.months) months"
    let points = change.points == .one ? "1 point" : "\(change.points) points"
    return tornado.question.sentences(moving: []) + [
      "one at a time: amounts by \(change.relative) %, percentages by \(points), "
        + "dates, lengths and delays by \(months); counts and words stay"
    ] + [base].compactMap { $0 }
      + (clipped ? ["\(Self.clippedMark) held at the bound of its field"] : [])
      + (tornado.idle.isEmpty ? [] : ["without effect: \(tornado.idle.joined(separator: ", "))"])
      + refused
  }

  // MARK: - For programs

  /// A line a side of each assumption, the greatest spread first; then those without effect.
  var tornadoLongTable: Table {
    Table(
      columns: [
        Column("deal", "Deal", .text, isKey: true), Column("rank", "Rank", .count),
        Column("assumption", "Assumption", .text, isKey: true),
        Column("basis", "Basis", .text), Column("present", "As it stands", .text),
        Column("side", "Side", .text, isKey: true), Column("moved_to", "Moved to", .text),
        Column("is_clipped", "Held at a bound", .text), Column("measure", "Measure", .text),
        Column("value", "Value", .figure), Column("spread", "Spread", .figure),
        Column("currency", "Currency", .text), Column("refusal", "Refusal", .text),
      ],
      rows: subjects.flatMap { subject -> [Row] in
        guard case .tornado(let tornado) = subject.answer else { return [] }
        return tornado.bars.enumerated().flatMap { rank, bar in
          [("low", bar.low), ("high", bar.high)].map { word, side in
            row(of: bar, word, side, rank: rank + 1, in: tornado, name: subject.name)
          }
        }
      })
  }

  private func row(
    of bar: TornadoBar, _ word: String, _ side: TornadoBar.Side, rank: Int, in tornado: Tornado,
    name: String
  ) -> Row {
    let measure = tornado.question.measure
    return Row([
      .text(name), .count(rank), .text(bar.name),
      bar.basis.map { .text($0.rawValue) } ?? .blank, bar.present.map { .text($0) } ?? .blank,
      .text(word), .text(side.text), .text(side.isClipped ? "yes" : "no"),
      .text(measure.rawValue), .measured(side.value), .difference(bar.spread),
      measure.kind == .amount ? .text(currency.code) : .blank,
      side.refusal.map { .text($0) } ?? .blank,
    ])
  }

  func members(of tornado: Tornado) -> [JSONValue.Member] {
    let side = { (side: TornadoBar.Side) -> JSONValue in
      [
        "moved_to": .string(side.text), "value": Value.measured(side.value).json,
        "is_clipped": .bool(side.isClipped), "refusal": .optional(side.refusal),
      ]
    }
    let bars = tornado.bars.map { bar -> JSONValue in
      [
        "assumption": .string(bar.name), "basis": .optional(bar.basis?.rawValue),
        "present": .optional(bar.present), "low": side(bar.low), "high": side(bar.high),
        "spread": Value.difference(bar.spread).json,
      ]
    }
    return tornado.question.members + [
      JSONValue.Member(
        "change",
        [
          "relative": .number(tornado.change.relative.scaled(byPowerOfTen: -2) ?? .zero),
          "points": .number(tornado.change.points.scaled(byPowerOfTen: -2) ?? .zero),
          "months": .integer(tornado.change.months),
        ]),
      JSONValue.Member("as_it_stands", Value.measured(tornado.base).json),
      JSONValue.Member("bars", .array(bars)),
      JSONValue.Member("without_effect", .array(tornado.idle.map { .string($0) })),
    ]
  }
}
