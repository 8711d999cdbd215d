import FinanceBasics

extension DealTerms {
  /// Takes the joined fields for what they mean; what is malformed or absent stays `nil`.
  init(reading table: FieldTable) {
    self.init()
    readIdentity(from: table)
    readDelivery(from: table)
    readRent(from: table)
    readCosts(from: table)
    readFacts(from: table)
  }

  private mutating func readIdentity(from table: FieldTable) {
    landlord = table.identifier("landlord")
    contractingEntity = table.text("contractingEntity")
    ownership = table.figure("ownership")
    tenant = table.identifier("tenant")
    endUser = table.identifier("endUser")
    site = table.identifier("site")
    kind = table.choice("contract.kind")
    structure = table.choice("contract.structure")
    status = table.choice("status")
  }

  private mutating func readDelivery(from table: FieldTable) {
    criticalIT = table.figure("criticalIT")
    gross = table.figure("gross")
    utility = table.figure("utility")
    powerUsageEffectiveness = table.figure("pue")
    firstDelivery = table.date("delivery.first")
    lastDelivery = table.date("delivery.last")
    periodDay = table.choice("periodDay")
    rentCommencement = table.date("rentCommencement")
    halls = (table.elements["halls"] ?? []).map { HallTerms(named: $0, in: table) }
    term = table.length("term")
    termClock = table.choice("termClock")
    expiry = table.date("expiry")
    lateDelivery = LateDeliveryTerms(reading: table)
  }

  private mutating func readRent(from table: FieldTable) {
    rent = RentTerms(reading: table, at: "rent")
    timing = table.choice("billing.timing")
    paymentDays = table.count("billing.paymentDays")
    calendar = table.choice("billing.calendar")
    businessDays = table.choice("billing.businessDays")
    lateInterestRate = table.figure("payment.lateInterest.rate")
    graceDays = table.count("payment.graceDays")
    periods = table.elementPaths(of: "periods").compactMap { PeriodTerms(reading: table, at: $0) }
    let renewals = RenewalTerms(reading: table)
    self.renewals = renewals.isEmpty ? nil : renewals
    termination = TerminationTerms(reading: table)
    holdover = HoldoverTerms(reading: table)
    restoration = RestorationTerms(reading: table)
    creditSupport = table.elementPaths(of: "creditSupport").map {
      CreditSupport(reading: table, at: $0)
    }
    if table.holds("prepayment", any: ["amount", "share", "date"]) {
      var terms = PrepaymentTerms()
      terms.amount = table.figure("prepayment.amount")
      terms.share = table.figure("prepayment.share")
      terms.date = table.date("prepayment.date")
      prepayment = terms
    }
    if table.holds("deposit", any: ["amount", "date", "returned"]) {
      var terms = DepositTerms()
      terms.amount = table.figure("deposit.amount")
      terms.date = table.date("deposit.date")
      terms.returned = table.date("deposit.returned")
      terms.steps = table.elementPaths(of: "deposit.steps").compactMap { path in
        guard let date = table.date("\(path).date"), let amount = table.figure("\(path).amount")
        else { return nil }
        return DepositStepTerms(date: date, amount: amount)
      }
      deposit = terms
    }
  }

  private mutating func readCosts(from table: FieldTable) {
    operatingMargin = table.figure("operatingMargin")
    operatingCosts = CostTerms.operatingCosts(from: table)
    power = PowerTerms(reading: table)
    otherIncome = IncomeTerms.all(from: table)
    capitalCost = table.figure("capitalCost")
    capitalFundedBy = table.choice("capitalFundedBy")
    capitalSpending = SpendingTerms(reading: table, at: "capitalSpending")
    capitalContingency = table.figure("capitalContingency")
    capitalTenantShare = table.figure("capitalTenantShare")
  }

  private mutating func readFacts(from table: FieldTable) {
    financing = table.elementPaths(of: "financing").map { path in
      var financing = Financing()
      financing.instrument = table.text("\(path).instrument")
      financing.amount = table.figure("\(path).amount")
      financing.coupon = table.figure("\(path).coupon")
      financing.maturity = table.date("\(path).maturity")
      financing.loanToCost = table.figure("\(path).loanToCost")
      financing.issuePrice = table.figure("\(path).issuePrice")
      financing.date = table.date("\(path).date")
      financing.isAmortising = table.flag("\(path).amortising")
      financing.rating = table.text("\(path).rating")
      return financing
    }
    warrants = table.elementPaths(of: "warrants").map { path in
      var grant = WarrantGrant()
      grant.holder = table.identifier("\(path).holder")
      grant.kind = table.text("\(path).kind")
      grant.shares = table.figure("\(path).shares")
      grant.exercisePrice = table.figure("\(path).exercisePrice")
      grant.proForma = table.figure("\(path).proForma")
      return grant
    }
    purchaseOptions = table.elementPaths(of: "purchaseOptions").map {
      PurchaseOption(reading: table, at: $0)
    }
    contractedPayments = ContractedPayments(reading: table)
  }
}

extension FieldTable {
  /// Whether any of the keys stands under a group.
  func holds(_ group: String, any keys: [String]) -> Bool {
    keys.contains { has("\(group).\($0)") }
  }
}

extension CreditSupport {
  init(reading table: FieldTable, at path: String) {
    self.init()
    guarantor = table.identifier("\(path).guarantor")
    form = table.choice("\(path).form")
    covers = table.elementPaths(of: "\(path).covers").compactMap { table.text($0) }
    upTo = table.figure("\(path).upTo")
    steps = table.elementPaths(of: "\(path).steps").compactMap { step in
      let start =
        table.date("\(step).from").map { RentStep.Start.date($0.value.last) }
        ?? table.count("\(step).year").map { RentStep.Start.leaseYear($0.value) }
      guard let start, let upTo = table.figure("\(step).upTo") else { return nil }
      return upTo.map { Step(start: start, upTo: $0) }
    }
    through =
      table.date("\(path).through")?.map { Limit.date($0.last) }
      ?? table.leaseYear("\(path).through")?.map { Limit.leaseYear($0) }
    effective = table.date("\(path).effective")
    election = table.text("\(path).election")
  }
}
