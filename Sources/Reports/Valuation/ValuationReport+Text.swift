import CashFlowEngine
import Analysis
import FinanceBasics
import Valuation

extension ValuationReport {
  /// The measures of one subject, a line each.
  func measures(of subject: Subject) -> PropertyReport {
    let valuation = subject.valuation
    let entries = columns.dropFirst().map { column in
      PropertyReport.Entry(
        column.key, column.heading, value(of: column.key, subject),
        kind: column.kind, unit: column.kind == .amount ? currency.code : nil)
    }
    return PropertyReport(
      title: "Value of \(subject.name)",
      sections: [PropertyReport.Section(entries: Array(entries))],
      footnotes: valuation.rateOfReturnRemark.map { [$0] } ?? [])
  }

  /// What each charge adds to the present value.
  func chargeTable(of subject: Subject) -> Table {
    let valuation = subject.valuation
    let whole = Double(valuation.presentValue)
    let rows = valuation.charges.map { part in
      Row([
        .text(part.charge.rawValue), .amount(part.total), .amount(part.presentValue),
        whole == 0 ? .blank : .percent(Double(part.presentValue) / whole),
      ])
    }
    let total = Row(
      [
        .text("Total"), .amount(valuation.charges.reduce(0) { $0 + $1.total }),
        .amount(valuation.presentValue), whole == 0 ? .blank : .percent(1.0),
      ], emphasis: .total)
    return Table(
      columns: [
        Column("charge", "Charge", .text, isKey: true),
        Column("total", "Undiscounted", .amount),
        Column("present_value", "Present value", .amount),
        Column("share", "Share", .percent(fractionDigits: 1)),
      ], rows: rows + [total], currency: currency, footnotes: footnotes)
  }

  var footnotes: [String] {
    let valuation = subjects[0].valuation
    let basis = valuation.basis
    return [
      "\(valuation.projectionCase.rawValue) case; on \(basis.date) at "
        + "\(percentText(basis.rate)) effective annual, convention \(basis.convention.rawValue)",
      "flows on their cash dates; flows before \(basis.date) are past and left out of present value",
      "IRR and payback of all flows, past ones included; ACT/365F from the first flow",
      "unlevered: before debt and tax; levered measures are not there yet",
    ] + remarks
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
