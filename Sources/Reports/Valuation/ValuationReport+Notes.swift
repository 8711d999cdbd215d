import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

extension ValuationBasis {
  /// Which rates tiers have, and how a terminal value is found, in sentences; empty where there is
  /// neither.
  var furtherSentences: [String] { curveSentences + tierSentences + terminalSentences }

  private var curveSentences: [String] {
    guard case .curve(let curve, _) = discounting, curve.date < date else { return [] }
    return ["the curve is older than the valuation: its forward rates from \(date) on hold"]
  }

  /// What the tiers are, where any has a rate of its own.
  private var tierSentences: [String] {
    guard !tiers.isEmpty else { return [] }
    let rates = CreditTier.allCases.compactMap { tier in
      tiers[tier].map { "\(tier.rawValue) at \($0.tierWords(beside: discounting))" }
    }
    return [
      "tiers: \(rates.joined(separator: "; ")); all else as above",
      "guaranteed: base rent due from \(date) on that a guarantor covers, in that order up to its "
        + "cap and end; tenant: its other promises; landlord: its costs; renewal: what follows the "
        + "base term; present values of tiers are posted, and sum to the whole",
    ]
  }

  /// How terminal values are found.
  private var terminalSentences: [String] {
    guard let terms = terminal else { return [] }
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
      ? "" : "; NOI not projected grows by \(percentText(terms.incomeGrowth)) from the year before"
    let exit =
      terms.exit.map {
        "; what accrues from \($0) on is left out, and what is left of deposits and prepayments is "
          + "paid to the buyer"
      } ?? "; exit on the day after the last term"
    return ["terminal value: \(method)\(cost)\(growth)\(exit)"]
  }
}

extension Discounting {
  /// A tier's rate or curve, with what differs from how all else is discounted.
  fileprivate func tierWords(beside other: Discounting) -> String {
    switch (self, other) {
    case (.annual(let rate, let one), .annual(_, let two)) where one == two: percentText(rate)
    case (.nominal(let rate, let one, let count), .nominal(_, let two, let other))
    where one == two && count == other:
      percentText(rate)
    case (.curve(let one, _), .curve(let two, _)) where one == two: shortWords
    default: words
    }
  }
}

extension ValuationReport {
  /// Words for the terminal value, where there is one.
  var withTerminal: String {
    subjects[0].valuation.basis.terminal == nil ? "" : " and the terminal value"
  }

  /// Of a single terminal value, its day and its NOI; of several, those that are missing.
  var terminalSentences: [String] {
    let valuation = subjects[0].valuation
    guard valuation.basis.terminal != nil else { return [] }
    guard subjects.count == 1, valuation.terminals.count == 1,
      let sale = valuation.terminals.first
    else { return missingTerminals }
    return [sentence(on: sale)]
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
