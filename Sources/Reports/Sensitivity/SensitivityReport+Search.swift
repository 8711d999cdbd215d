import Analysis
import FinanceBasics

extension SensitivityReport {
  /// What was looked for, and the solutions or both ends, in sentences.
  func text(of search: TargetSearch, name: String, style: TextStyle) -> String {
    let title = "\(search.lever.name) for \(goal(of: search, style: style)) of \(name)"
    return renderParagraphs([title], .bold, style: style) + "\n"
      + renderParagraphs(answer(of: search, style: style), style: style)
  }

  private func goal(of search: TargetSearch, style: TextStyle) -> String {
    let measure = search.target.measure
    return "\(article(before: measure)) \(measure.nameInSentence) of "
      + search.target.value.words(in: currency, style: style)
  }

  private func article(before measure: SensitivityMeasure) -> String {
    switch measure {
    case .rateOfReturn, .netOperatingIncome, .equityMultiple: "an"
    default: "a"
    }
  }

  private func answer(of search: TargetSearch, style: TextStyle) -> [String] {
    let found = search.solutions.map { sentence(on: $0, of: search, style: style) }
    let lead: [String]
    switch search.solutions.count {
    case 0: lead = [nothing(in: search, style: style)]
    case 1: lead = found
    default:
      lead =
        ["\(found.count) values from \(search.low.text) to \(search.high.text) reach it:"] + found
    }
    let present = search.present.map { "as it stands, " + sentence(on: $0, style: style) }
    return lead + [present].compactMap { $0 }
  }

  private func nothing(in search: TargetSearch, style: TextStyle) -> String {
    "no \(search.lever.name) from \(search.low.text) to \(search.high.text) reaches it: "
      + sentence(on: search.low, style: style) + ", and "
      + sentence(on: search.high, style: style)
  }

  private func sentence(
    on solution: TargetSearch.Solution, of search: TargetSearch, style: TextStyle
  ) -> String {
    let best = "\(search.lever.name) of " + sentence(on: solution.rounded, style: style)
    guard let other = solution.other else { return best }
    return "\(best), and " + sentence(on: other, style: style)
      + ": the target lies between them"
  }

  /// A value of the lever and the measure there, such as `10 M USD/MW-IT gives 12.5 %`.
  private func sentence(on probe: TargetSearch.Probe, style: TextStyle) -> String {
    guard let value = probe.value else { return "\(probe.text) gives no value" }
    return "\(probe.text) gives \(value.words(in: currency, style: style))"
  }

  /// The same for a workbook: the solutions, what stands beside them, and the ends of the search.
  func searchSheet(of search: TargetSearch, name: String) -> Table {
    let measure = search.target.measure
    let solutions = search.solutions.flatMap { solution in
      [("solution", solution.exact)]
        + (solution.other.map { [("on the other side of the target", $0)] } ?? [])
    }
    let ends = [("from", search.low), ("to", search.high)]
    let row = { (what: String, probe: TargetSearch.Probe) -> Row in
      let number = probe.number.normalized
      let digits = min(number.fractionDigits, 6)
      return Row([
        .text(what), search.scale.typed(number, fractionDigits: digits), .measured(probe.value),
      ])
    }
    // Where the deals stand may be told on another scale than the range, such as in years.
    let present =
      search.present.map { present in
        [Row([.text("as it stands"), .stated(present.text), .measured(present.value)])]
      } ?? []
    return Table(
      title: "\(search.lever.name) for \(goal(of: search, style: TextStyle())) of \(name)",
      columns: [
        Column("what", "", .text, isKey: true),
        Column("lever", search.scale.typedHeading(search.lever.name), .figure),
        Column("value", measure.name, measure.columnKind),
      ],
      rows: solutions.map { row($0, $1) } + present + ends.map { row($0, $1) },
      currency: measure.kind == .amount ? currency : nil,
      footnotes: answer(of: search, style: TextStyle()) + notes(on: search))
  }

  func notes(on search: TargetSearch) -> [String] {
    let range = search.isRangeStated ? "as stated" : "found around where it stands"
    let blanks =
      search.blankSamples == 0
      ? ""
      : "; \(search.blankSamples) of them give no value: " + search.question.measure.blankMeaning
        + ", or the deals' checks refuse it"
    return search.question.sentences(moving: [search.lever]) + [
      "looked for at \(search.samples) values from \(search.low.text) to \(search.high.text) "
        + "(\(range)), and between them where the target is passed\(blanks)",
      "solutions are rounded to six digits, and the measure is worked out again",
    ]
  }

  // MARK: - For programs

  /// A line a solution, or one of status `none`; numbers with all their digits.
  var searchLongTable: Table {
    Table(
      columns: [
        Column("deal", "Deal", .text, isKey: true), Column("measure", "Measure", .text),
        Column("target", "Target", .figure), Column("lever", "Lever", .text),
        Column("status", "Status", .text), Column("solution", "Solution", .figure),
        Column("unit", "Unit", .text), Column("value", "Value", .figure),
        Column("low", "From", .figure), Column("value_low", "Value at the lower end", .figure),
        Column("high", "To", .figure), Column("value_high", "Value at the upper end", .figure),
        Column("currency", "Currency", .text),
      ],
      rows: subjects.flatMap { subject -> [Row] in
        guard case .search(let search) = subject.answer else { return [] }
        let solutions = search.solutions.isEmpty ? [nil] : search.solutions.map(Optional.init)
        return solutions.map { row(of: $0, in: search, name: subject.name) }
      })
  }

  private func row(
    of solution: TargetSearch.Solution?, in search: TargetSearch, name: String
  ) -> Row {
    let scale = search.scale
    return Row([
      .text(name), .text(search.target.measure.rawValue), .measured(search.target.value),
      .text(search.lever.name), .text(search.status.rawValue),
      solution.map { .lever($0.exact.number, on: scale) } ?? .blank, .text(scale.programUnit),
      .measured(solution?.exact.value), .lever(search.low.number, on: scale),
      .measured(search.low.value), .lever(search.high.number, on: scale),
      .measured(search.high.value),
      search.target.measure.kind == .amount ? .text(currency.code) : .blank,
    ])
  }

  func members(of search: TargetSearch) -> [JSONValue.Member] {
    let probe = { (probe: TargetSearch.Probe) -> JSONValue in
      [
        "text": .string(probe.text),
        "number": Value.lever(probe.number, on: search.scale).json,
        "value": Value.measured(probe.value).json,
      ]
    }
    return search.question.members + [
      JSONValue.Member("target", Value.measured(search.target.value).json),
      JSONValue.Member("lever", .string(search.lever.name)),
      JSONValue.Member("unit", .string(search.scale.programUnit)),
      JSONValue.Member("status", .string(search.status.rawValue)),
      JSONValue.Member(
        "solutions",
        .array(
          search.solutions.map { solution in
            [
              "exact": probe(solution.exact), "rounded": probe(solution.rounded),
              "is_reached": .bool(solution.isReached),
              "neighbour": solution.other.map(probe) ?? .null,
            ]
          })),
      JSONValue.Member(
        "as_it_stands",
        search.present.map { present in
          ["text": .string(present.text), "value": Value.measured(present.value).json]
        } ?? .null),
      JSONValue.Member("low", probe(search.low)), JSONValue.Member("high", probe(search.high)),
      JSONValue.Member("is_range_stated", .bool(search.isRangeStated)),
      JSONValue.Member("samples", .integer(search.samples)),
      JSONValue.Member("blank_samples", .integer(search.blankSamples)),
    ]
  }
}
