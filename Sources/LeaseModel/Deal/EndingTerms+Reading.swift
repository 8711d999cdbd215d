import FinanceBasics

extension TerminationTerms {
  init(reading table: FieldTable) {
    self.init()
    holder = table.choice("termination.by")
    from =
      table.date("termination.from")?.map { .date($0) }
      ?? table.leaseYear("termination.from")?.map { .leaseYear($0) }
    notice = table.length("termination.notice")
    feeAmount = table.figure("termination.fee.amount")
    feeMonthsOfRent = table.figure("termination.fee.monthsOfRent")
    feeSchedule = table.elementPaths(of: "termination.fee.schedule").compactMap { path in
      guard let year = table.count("\(path).year"), let amount = table.figure("\(path).amount")
      else { return nil }
      return amount.map { FeeRow(leaseYear: year.value, amount: $0) }
    }
    feeIsUnamortisedCost = table.flag("termination.fee.unamortisedCost")
    exercised = table.date("termination.exercised")
  }
}

extension HoldoverTerms {
  init(reading table: FieldTable) {
    self.init()
    rent = table.figure("holdover.rent")
    length = table.length("holdover.length")
  }
}

extension RestorationTerms {
  init(reading table: FieldTable) {
    self.init()
    cost = table.figure("restoration.cost")
    payer = table.choice("restoration.paidBy")
  }
}

extension PurchaseOption {
  /// - Parameter path: Of the element.
  init(reading table: FieldTable, at path: String) {
    self.init()
    holder = table.identifier("\(path).holder")
    price = table.figure("\(path).price")
    from = table.date("\(path).from")
    through = table.date("\(path).through")
    detail = table.text("\(path).detail")
  }
}

extension LateDeliveryTerms {
  init(reading table: FieldTable) {
    self.init()
    guaranteed = table.date("lateDelivery.guaranteed")
    outsideDate = table.date("lateDelivery.outsideDate")
    ladder = table.elementPaths(of: "lateDelivery.ladder").compactMap { path in
      guard let day = table.count("\(path).fromDay"), let credit = Self.credit(table, at: path)
      else { return nil }
      return Rung(fromDay: day, credit: credit)
    }
    cap = Self.credit(table, at: "lateDelivery.cap")
  }

  private static func credit(_ table: FieldTable, at path: String) -> Stated<Credit>? {
    table.figure("\(path).daysOfRent")?.map { .daysOfRent($0) }
      ?? table.figure("\(path).amount")?.map { .amount($0) }
  }
}
