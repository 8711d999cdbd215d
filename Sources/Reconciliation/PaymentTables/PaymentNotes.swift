import CashFlowEngine
import FinanceBasics
import LeaseModel

extension PaymentMatcher {
  /// What was taken for the search, in sentences.
  var remarksOnReading: [ReconciliationNote] {
    var sentences = terms.remarks
    if terms.term == nil, terms.lastDay == nil {
      sentences.append("no term is stated, so that what falls after the years is left out")
    }
    if table.asOf == nil {
      sentences.append("the table names no day: its first year is taken as a whole one")
    }
    let isMoved = terms.rules.paymentDays != 0 || terms.rules.movesDueDays
    if !table.isByMonths {
      sentences.append("the years end inside a month, so that a payment is in its due day's year")
    } else if !isMoved {
      sentences.append(
        "each month's rent falls due in it: by accrual and by due day the rows are the same")
    } else {
      sentences.append("a payment is in the year of the month that earns it, not of its due day")
    }
    if table.total != nil, bounds.total == nil {
      sentences.append("the printed total is the sum of the printed rows, and says nothing more")
    }
    return sentences.map { ReconciliationNote(subject: .taken, description: $0) }
  }

  /// What the rows cannot tell apart in a family, in sentences.
  mutating func remarksOnIdentification(
    of family: Family, fit: PaymentFit
  ) -> [ReconciliationNote] {
    let left = family.leftOut
    let model = model(of: family.plan, ends: family.points[0].ends, without: left)
    var sentences: [String] = []
    let steady = steadyYears(escalator: fit.escalator)
    if !steady.isEmpty {
      sentences.append(
        "\(Self.list(steady)) \(steady.count == 1 ? "is" : "are each") the year before grown by "
          + "the escalator: they fix it, and nothing else")
    }
    if let sentence = PaymentIdentification(of: family, model: model, terms: terms).sentence {
      sentences.append(sentence)
    }
    sentences += sharedYears(fit).map { halls in
      "\(Self.list(halls)) begin in one fiscal year: it tells what they pay together, and not "
        + "how many they are or what each one pays"
    }
    if table.thereafter != nil, fit.halls.count > 1 {
      sentences.append(
        "what falls after the years is one number: it fixes one last day when the others are known")
    }
    return sentences.map { ReconciliationNote(subject: .notIdentified, description: $0) }
  }

  /// The years that grow on the year before by the escalator, as far as their print can tell.
  private func steadyYears(escalator: FittedTerm) -> [String] {
    table.growth.filter { $0.low <= escalator.value && escalator.value <= $0.high }.map(\.to)
  }

  /// The halls that begin in one year, where more than one does.
  private func sharedYears(_ fit: PaymentFit) -> [[String]] {
    table.years.compactMap { year in
      let halls = fit.halls.filter { year.days.contains($0.commencement) }.map(\.name)
      return halls.count > 1 ? halls : nil
    }
  }

  private static func list(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
  }

  /// The base rent of a fit beside the contract value that the deal states.
  func remarkOnContractValue(_ fit: PaymentFit, stated: Figure?) -> ReconciliationNote? {
    guard let stated, ends != nil, let projection = try? project(fit.lease) else { return nil }
    let cents = ExactDecimal(digits: Int128(projection.contractValue), fractionDigits: 2)
    let isWithin = !(cents < stated.low) && !(stated.high < cents)
    let millions = cents.real.divided(by: PreciseReal(integer: 1_000_000))
    return ReconciliationNote(
      subject: .taken,
      description: "base rent over the terms comes to "
        + "\(millions.formatted(fractionDigits: 1)) M \(table.currency.code), "
        + "\(isWithin ? "within" : "outside") the stated contract value of '\(stated.text)'")
  }
}
