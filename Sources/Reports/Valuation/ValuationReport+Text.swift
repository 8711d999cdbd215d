import CashFlowEngine
import Analysis
import FinanceBasics
import Valuation

extension ValuationReport {
  /// The measures of one subject, a line each.
  func measures(of subject: Subject) -> PropertyReport {
    let valuation = subject.valuation
    let entries = shownColumns.dropFirst().map { column in
      PropertyReport.Entry(
        column.key, column.heading, value(of: column.key, subject),
        kind: column.kind, unit: column.kind == .amount ? currency.code : nil)
    }
    return PropertyReport(
      title: "Value of \(subject.name)",
      sections: [PropertyReport.Section(entries: Array(entries))],
      footnotes: valuation.rateOfReturnRemark.map { [$0] } ?? [])
  }

  /// What each charge adds to the present value, then what each tier adds where there are any.
  func detailTables(of subject: Subject) -> [Table] {
    let tiers = subject.valuation.tiers.isEmpty ? [] : [tierTable(of: subject)]
    return tiers + [chargeTable(of: subject)]
  }

  private func tierTable(of subject: Subject) -> Table {
    let valuation = subject.valuation
    let rows = valuation.tiers.map { part in
      Row([
        .text(part.tier.words), .text(part.discounting.shortWords), .amount(part.total),
        .amount(part.presentValue), share(part.presentValue, of: valuation),
      ])
    }
    let total = Row(
      [
        .text("Total"), .text(""), .amount(valuation.tiers.reduce(0) { $0 + $1.total }),
        .amount(valuation.presentValue), share(valuation.presentValue, of: valuation),
      ], emphasis: .total)
    return Table(
      columns: [
        Column("tier", "Tier", .text, isKey: true), Column("discounting", "Discounted at", .text),
        Column("total", "Future flows", .amount),
        Column("present_value", "Present value", .amount),
        Column("share", "Share", .percent(fractionDigits: 1)),
      ], rows: rows + [total], currency: currency)
  }

  private func share(_ part: Int64, of valuation: FlowValuation) -> Value {
    valuation.presentValue == 0
      ? .blank : .percent(Double(part) / Double(valuation.presentValue))
  }

  private func chargeTable(of subject: Subject) -> Table {
    let valuation = subject.valuation
    var rows = valuation.charges.map { part in
      Row([
        .text(part.charge.rawValue), .amount(part.total), .amount(part.presentValue),
        share(part.presentValue, of: valuation),
      ])
    }
    let sales = valuation.terminals.reduce(0) { $0 + $1.proceeds }
    if !valuation.terminals.isEmpty {
      rows.append(
        Row([
          .text("terminal-value"), .amount(sales), .amount(valuation.presentValueOfTerminal),
          share(valuation.presentValueOfTerminal, of: valuation),
        ]))
    }
    let total = Row(
      [
        .text("Total"), .amount(valuation.charges.reduce(sales) { $0 + $1.total }),
        .amount(valuation.presentValue), share(valuation.presentValue, of: valuation),
      ], emphasis: .total)
    return Table(
      columns: [
        Column("charge", "Charge", .text, isKey: true),
        Column("total", "Undiscounted", .amount),
        Column("present_value", "Present value", .amount),
        Column("share", "Share", .percent(fractionDigits: 1)),
      ], rows: rows + [total], currency: currency, footnotes: conventions)
  }

  /// How the flows are valued, then what is said of the deals.
  public var conventions: [String] {
    let valuation = subjects[0].valuation
    let basis = valuation.basis
    return [
      "\(valuation.projectionCase.rawValue) case; on \(basis.date) at \(basis.discounting.words)",
      "flows on their cash dates; flows before \(basis.date) are past and left out of present value",
      "IRR and payback of all flows, past ones\(withTerminal) included; ACT/365F from the first flow",
      "unlevered: before debt and tax; undiscounted flows include past ones",
    ] + basis.furtherSentences + terminalSentences + ratioSentences + remarks
  }
}

/// A fraction as a percentage with as many digits as it has, up to 6.
func percentText(_ fraction: Double) -> String {
  "\(ExactDecimal(rounding: (fraction * 1e8).rounded() / 1e6).normalized) %"
}

extension FlowValuation {
  /// Why there is no single rate of return, in a sentence; `nil` where there is one.
  var rateOfReturnRemark: String? {
    switch rateOfReturn {
    case .success(let answer):
      switch answer.status {
      case .unique: nil
      case .none: "no rate makes the present value zero"
      case .several:
        "several rates make the present value zero: "
          + answer.roots.map(percentText).joined(separator: ", ")
      }
    case .failure(let problem): "no IRR: \(problem.problem)"
    }
  }
}
