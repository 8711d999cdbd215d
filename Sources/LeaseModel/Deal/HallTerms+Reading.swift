import FinanceBasics

extension HallTerms {
  init(named name: String, in table: FieldTable) {
    self.init(name: name)
    let path = "halls[\(name)]"
    criticalIT = table.figure("\(path).criticalIT")
    gross = table.figure("\(path).gross")
    site = table.identifier("\(path).site")
    readyForService = table.date("\(path).readyForService")
    guaranteedDelivery = table.date("\(path).guaranteedDelivery")
    outsideDate = table.date("\(path).outsideDate")
    rentCommencement = table.date("\(path).rentCommencement")
    term = table.length("\(path).term")
    expiry = table.date("\(path).expiry")
    abatement = AbatementTerms(reading: table, at: "\(path).abatement")
    ramp = RampStepTerms.reading(table, at: "\(path).ramp")
    takeOrPay = RampStepTerms.reading(table, at: "\(path).takeOrPay")
    rate = table.figure("\(path).rent.rate")
    capitalCost = table.figure("\(path).capitalCost")
    capitalSpending = SpendingTerms(reading: table, at: "\(path).capitalSpending")
  }
}

extension RampStepTerms {
  /// The steps of a list that have a beginning and megawatts, in the order of the file.
  static func reading(_ table: FieldTable, at list: String) -> [RampStepTerms] {
    table.elementPaths(of: list).compactMap { path in
      let start =
        table.date("\(path).from")?.map { Start.date($0) }
        ?? table.count("\(path).month")?.map { Start.month($0) }
      guard let start, let criticalIT = table.figure("\(path).criticalIT") else { return nil }
      return RampStepTerms(start: start, criticalIT: criticalIT)
    }
  }
}

extension SpendingTerms {
  /// - Parameter path: Of the group, such as `capitalSpending`.
  init(reading table: FieldTable, at path: String) {
    self.init()
    months = table.count("\(path).months")
    curve = table.choice("\(path).curve")
    draws = table.elementPaths(of: "\(path).draws").compactMap { path in
      guard let date = table.date("\(path).date"), let amount = table.figure("\(path).amount")
      else { return nil }
      let draw = CapitalPlan.Draw(date: date.value.last, amount: amount.value.point)
      return Stated(draw, basis: amount.basis, path: FieldPath(known: path))
    }
  }
}
