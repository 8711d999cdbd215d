import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension AttributionReport {
  /// Columns `deal,from,to,step,amount,share_of_start,currency`: both ends and each step.
  var longTable: Table {
    Table(
      columns: [
        Column("deal", "Deal", .text, isKey: true), Column("from", "From", .date),
        Column("to", "To", .date), Column("step", "Step", .text, isKey: true),
        Column("amount", "Amount", .amount),
        Column("share_of_start", "Of the start", .percent(fractionDigits: 2)),
        Column("currency", "Currency", .text),
      ],
      rows: subjects.flatMap { subject -> [Row] in
        let split = subject.attribution
        return lines(of: split).map { step, amount in
          Row([
            .text(subject.name), .date(split.from.date), .date(split.to.date), .text(step),
            .amount(amount), split.share(amount), .text(currency.code),
          ])
        }
      })
  }

  /// A line a step, as CSV has them.
  public var jsonLines: String { renderJSONLines(longTable) }

  private func lines(of split: ValueAttribution) -> [(step: String, amount: Int64)] {
    [("present-value-start", split.start)]
      + split.parts.map { ($0.step.rawValue, $0.amount) }
      + [("present-value-end", split.end)]
  }

  var json: JSONValue {
    let objects = subjects.map(object)
    return objects.count == 1 ? objects[0] : .array(objects)
  }

  private func object(of subject: Subject) -> JSONValue {
    let split = subject.attribution
    let steps = split.parts.map { part -> JSONValue in
      [
        "step": .string(part.step.rawValue), "amount": .amount(part.amount),
        "share_of_start": split.share(part.amount).json,
      ]
    }
    let changes = split.changes.map { change -> JSONValue in
      [
        "deal": .string(change.deal.text), "kind": .string(change.kind.rawValue),
        "assumptions": .array(change.assumptions.map { .string($0) }),
        "terms": .array(change.terms.map { .string($0) }),
      ]
    }
    return [
      "deal": .string(subject.name), "currency": .string(currency.code),
      "case": .string(split.projectionCase.rawValue), "from": object(of: from, split.from),
      "to": object(of: to, split.to), "present_value_start": .amount(split.start),
      "steps": .array(steps), "present_value_end": .amount(split.end),
      "cash_received": .amount(split.cashReceived),
      "cash_projected_at_start": .amount(split.cashExpected),
      "past_flows_by_start": .amount(split.past.atStart),
      "past_flows_by_end": .amount(split.past.atEnd), "changes": .array(changes),
    ]
  }

  private func object(of state: State, _ basis: ValuationBasis) -> JSONValue {
    let tiers = CreditTier.allCases.compactMap { tier -> JSONValue.Member? in
      basis.tiers[tier].map { JSONValue.Member(tier.rawValue, .string($0.words)) }
    }
    return .object(
      [
        JSONValue.Member("valuation_date", .string(basis.date.description)),
        JSONValue.Member("discounting", .string(basis.discounting.words)),
        JSONValue.Member(
          "rate", basis.discounting.rate.map { .number(rounding: $0) } ?? .null),
        JSONValue.Member("tiers", .object(tiers)),
        JSONValue.Member("known_on", .optional(state.knownOn?.description)),
      ] + (state.scenarios?.members ?? []))
  }
}
