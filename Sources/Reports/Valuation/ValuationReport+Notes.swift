import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension ValuationBasis {
  /// What the tiers are, where any has a rate of its own.
  var tierSentences: [String] {
    tiers.isEmpty
      ? []
      : [
        "tiers: rent that a guarantor covers, up to its cap and end; the tenant's other promises; "
          + "the landlord's costs; what follows the base term; the terminal value; "
          + "present values of tiers are posted, and sum to the whole"
      ]
  }
}

extension ValuationReport {
  /// Words for the terminal value, where there is one.
  var withTerminal: String {
    subjects[0].valuation.basis.terminal == nil ? "" : " and the terminal value"
  }

  /// How each terminal value was found, in sentences; several deals are counted.
  var terminalSentences: [String] {
    let valuation = subjects[0].valuation
    guard let terms = valuation.basis.terminal else { return [] }
    let method =
      switch terms.method {
      case .capRate(let rate): "a year's NOI over a cap rate of \(percentText(rate))"
      case .shell(let figure): "\(figure.text) of critical IT"
      case .growth(let growth):
        "a year's NOI over the rate less growth of \(percentText(growth)) for ever"
      }
    let cost =
      terms.sellingCost == 0 ? "" : ", less selling cost of \(percentText(terms.sellingCost))"
    let growth =
      terms.incomeGrowth == 0
      ? "" : "; NOI not projected grows by \(percentText(terms.incomeGrowth)) a year"
    let exit =
      terms.exit.map { "; what accrues from \($0) on is left out" }
      ?? "; exit on the day after the last term"
    let whole = ["terminal value: \(method)\(cost)\(growth)\(exit)"]
    guard subjects.count == 1, valuation.terminals.count == 1,
      let sale = valuation.terminals.first
    else { return whole + missingTerminals }
    return whole + [sentence(on: sale)]
  }

  private func sentence(on sale: TerminalValuation) -> String {
    let exit = "exit on \(sale.exit)"
    guard let income = sale.income, let days = sale.incomeDays else { return exit }
    return "\(exit); NOI of \(days.lowerBound) to \(days.upperBound.adding(days: -1)): "
      + "\(DerivationText.groupedAmount(income)) \(currency.code)"
  }

  private var missingTerminals: [String] {
    let missing = subjects.filter { $0.valuation.terminals.isEmpty }.map(\.name)
    return missing.isEmpty
      ? [] : ["NOI unknown, so no terminal value: \(missing.joined(separator: ", "))"]
  }

  /// What break-even rent and value by share mean, where they are given.
  var ratioSentences: [String] {
    var sentences: [String] = []
    if subjects.contains(where: { $0.ratios.breakEvenRent?.perKilowattMonth != nil }) {
      sentences.append(
        "break-even rent: first-year rent at which the present value is zero, all else equal")
    }
    if let perShare = subjects.lazy.compactMap({ $0.ratios.perShare }).first {
      let diluted =
        perShare.dilution.digits != 0
        ? "; warrants of these deals add \(grouped(perShare.dilution.description)) by the "
          + "treasury-stock method"
        : ""
      sentences.append("per share: of \(grouped(perShare.shares.description)) shares\(diluted)")
    }
    return sentences
  }
}
