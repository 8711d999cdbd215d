import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension AttributionReport {
  private static let startHeading = "Present value at the start"
  private static let endHeading = "Present value at the end"

  /// From the value at the start to that at the end, a line a step.
  func bridge(of subject: Subject) -> Table {
    let split = subject.attribution
    let ends = [(Self.startHeading, split.start), (Self.endHeading, split.end)].map { name, value in
      [.text(name), .amount(value), split.share(value)] as [Value]
    }
    let steps = split.parts.map { part in
      Row(
        [.text(part.step.line), .amount(part.amount), split.share(part.amount)],
        indentation: 1)
    }
    return Table(
      title: "What changed the value of \(subject.name)",
      columns: [
        Column("step", "Step", .text, isKey: true), Column("amount", "Amount", .amount),
        Column("share_of_start", "Of the start", .percent(fractionDigits: 2)),
      ], rows: [Row(ends[0])] + steps + [Row(ends[1], emphasis: .total)], currency: currency,
      footnotes: footnotes + [togetherSentence(of: split)] + changeSentences + remarks)
  }

  /// A line a subject, and the total.
  var table: Table {
    let steps = ValueAttribution.Step.allCases
    let rows = subjects.map { subject in
      let split = subject.attribution
      return ([split.start] + steps.map(split.amount) + [split.end], subject.name)
    }
    let total = (0..<steps.count + 2).map { column in rows.reduce(0) { $0 + $1.0[column] } }
    return Table(
      title: "What changed the value",
      columns: [
        Column("deal", "Deal", .text, isKey: true),
        Column("present_value_start", Self.startHeading, .amount),
      ] + steps.map { Column($0.rawValue, $0.heading, .amount) } + [
        Column("present_value_end", Self.endHeading, .amount)
      ],
      rows: rows.map { amounts, name in Row([.text(name)] + amounts.map { .amount($0) }) }
        + [Row([.text("Total")] + total.map { .amount($0) }, emphasis: .total)],
      currency: currency, footnotes: conventions)
  }

  /// Both states and the steps, then what changed and what is said of the deals.
  public var conventions: [String] { footnotes + changeSentences + remarks }

  /// Both states, then what each step means that is not nothing everywhere.
  private var footnotes: [String] {
    let split = subjects[0].attribution
    let moved = ValueAttribution.Step.allCases.filter { step in
      subjects.contains { $0.attribution.amount(of: step) != 0 }
    }
    let isOneBook = from.asOf == to.asOf
    return sentences(on: from, split.from, "start", isOneBook)
      + sentences(on: to, split.to, "end", isOneBook) + [
        "\(split.projectionCase.rawValue) case; steps in this order, each with those above it in "
          + "place, as differences of posted values: they sum exactly"
      ] + moved.map(meaning) + pastSentences + (isOneBook ? [from.asOf].compactMap { $0 } : [])
  }

  private func sentences(
    on state: State, _ basis: ValuationBasis, _ name: String, _ isOneBook: Bool
  ) -> [String] {
    let known = isOneBook ? "" : state.asOf.map { "; \($0)" } ?? ""
    let terminal = basis.terminal == nil ? "" : "; terminal values included"
    let tiers = CreditTier.allCases.compactMap { tier in
      basis.tiers[tier].map { "\(name): \(tier.rawValue) at \($0.words)" }
    }
    return ["\(name): on \(basis.date) at \(basis.discounting.words)\(terminal)\(known)"] + tiers
      + (state.scenarios?.sentences ?? []).map { "\(name): \($0)" }
  }

  private func meaning(of step: ValueAttribution.Step) -> String {
    switch step {
    case .cash: return cashSentence
    case .time:
      return "passage of time: the discount that unwinds at the rates of the start; of a curve its "
        + "forward rates come true"
    case .rates: return "rates: the rates and curves of the end"
    case .assumptions:
      return "assumptions: what is assumed, solved or in a scenario at the end, with its delays "
        + "and series, under the terms of the start"
    case .terms: return "terms: what sources say at the end, and deals that only one state has"
    }
  }

  private var cashSentence: String {
    let splits = subjects.map(\.attribution)
    let (from, to) = (splits[0].from.date, splits[0].to.date)
    let received = splits.reduce(0) { $0 + $1.cashReceived }
    let expected = splits.reduce(0) { $0 + $1.cashExpected }
    let other =
      received == expected
      ? ""
      : ": \(words(received)) where the start projected \(words(expected)); what moves a flow "
        + "into these days or out of them bears the difference"
    return
      "cash: flows due from \(from) to before \(to) leave the value, as the end has them\(other)"
  }

  /// What was past at the start and is otherwise at the end.
  private var pastSentences: [String] {
    let splits = subjects.map(\.attribution)
    let before = splits.reduce(0) { $0 + $1.past.atStart }
    let after = splits.reduce(0) { $0 + $1.past.atEnd }
    guard before != after else { return [] }
    return [
      "flows before \(splits[0].from.date): \(words(before)) by the start, \(words(after)) by the "
        + "end; what moved over that date is in the step that moved it"
    ]
  }

  /// What the holder has at the end more than at the start.
  private func togetherSentence(of split: ValueAttribution) -> String {
    let gain = split.end + split.cashReceived - split.start
    let share = split.share(gain)
    guard case .percent(let fraction) = share.content else {
      return "change of value and cash together: \(words(gain))"
    }
    let percent = NumberText(
      fraction.scaled(byPowerOfTen: 2) ?? fraction, fractionDigits: 2
    ).text
    return "change of value and cash together: \(words(gain)), \(percent) % of the start"
  }

  private func words(_ amount: Int64) -> String {
    MeasuredValue.amount(amount).words(in: currency, style: TextStyle())
  }
}

extension AttributionReport {
  /// The most deals that are named rather than counted.
  private static let mostDeals = 5
  /// The most fields of a deal that are named rather than counted.
  private static let mostFields = 6

  /// The most groups of fields that are named.
  private static let mostGroups = 12

  /// Which deals differ, and in what.
  private var changeSentences: [String] {
    let changes = subjects.flatMap(\.attribution.changes)
    let named = { (kind: DealChange.Kind, claim: String) -> [String] in
      let deals = changes.filter { $0.kind == kind }.map(\.deal.text)
      return deals.isEmpty ? [] : ["\(claim): \(Self.listed(deals, atMost: Self.mostDeals))"]
    }
    let separable = changes.filter { $0.kind == .changes || $0.kind == .inseparable }
    let fields =
      separable.count > Self.mostDeals
      ? ["\(separable.count) deals differ in terms or assumptions"]
      : separable.flatMap(sentences)
    return fields + named(.appears, "only at the end, so under terms")
      + named(.disappears, "only at the start, so under terms")
      + named(
        .inseparable, "new assumptions do not go with the old terms, so that all is under terms")
  }

  private func sentences(on change: DealChange) -> [String] {
    let lists = [("assumptions", change.assumptions), ("terms", change.terms)]
    return lists.filter { !$0.1.isEmpty }.map { name, paths in
      let shown = paths.count > Self.mostFields ? Self.groups(of: paths) : paths
      return "\(change.deal), \(name) that differ: \(Self.listed(shown, atMost: Self.mostGroups))"
    }
  }

  /// The outermost keys of paths, each once.
  private static func groups(of paths: [String]) -> [String] {
    var groups: [String] = []
    for path in paths {
      let group = String(path.prefix { $0 != "." && $0 != "[" })
      if !groups.contains(group) { groups.append(group) }
    }
    return groups
  }

  private static func listed(_ names: [String], atMost most: Int) -> String {
    let rest = names.count - most
    return names.prefix(most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
