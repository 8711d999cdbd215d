import FinanceBasics

extension CostTerms {
  /// The lines of `operatingCosts`, in the order of the file.
  static func operatingCosts(from table: FieldTable) -> [CostTerms] {
    (table.elements["operatingCosts"] ?? []).map { name in
      var line = CostTerms(reading: table, name: name, in: "operatingCosts")
      line.kind = table.choice("\(line.path).kind")
      line.amount = table.figure("\(line.path).amount")
      return line
    }
  }

  /// The components of the power tariff, in the order of the file.
  static func tariff(from table: FieldTable) -> [CostTerms] {
    (table.elements["power.tariff"] ?? []).map { name in
      var line = CostTerms(reading: table, name: name, in: "power.tariff")
      for basis in TariffBasis.allCases where line.amount == nil {
        line.amount = table.figure("\(line.path).\(basis.rawValue)")
        if line.amount != nil { line.basis = basis }
      }
      return line
    }
  }

  /// What every line has, of whichever list.
  private init(reading table: FieldTable, name: String, in list: String) {
    self.init(name: name, path: FieldPath(known: list).element(name))
    growth = table.figure("\(path).growth")
    growthDay = table.choice("\(path).grows")
    from = table.date("\(path).from")
    through = table.date("\(path).through")
    abatements = table.elementPaths(of: "\(path).abatements").compactMap { path in
      let start =
        table.date("\(path).from")?.map { CostReductionStart.date($0) }
        ?? table.count("\(path).year")?.map { CostReductionStart.leaseYear($0) }
      guard let start, let share = table.figure("\(path).share") else { return nil }
      return CostReductionTerms(start: start, share: share)
    }
    recovery = RecoveryTerms(reading: table, at: path.description)
  }
}

extension RecoveryTerms {
  /// - Parameter path: Of the line.
  fileprivate init(reading table: FieldTable, at path: String) {
    self.init()
    share = table.figure("\(path).recovery")
    cap = table.figure("\(path).recoveryCap")
    capGrowth = table.figure("\(path).recoveryCapGrowth")
    floor = table.figure("\(path).recoveryFloor")
    floorGrowth = table.figure("\(path).recoveryFloorGrowth")
    adminFee = table.figure("\(path).adminFee")
    baseYear =
      table.date("\(path).baseYear")?.map { .date($0) }
      ?? table.text("\(path).baseYear")?.map { _ in .firstLeaseYear }
    expenseStop = table.figure("\(path).expenseStop")
    expenseStopGrowth = table.figure("\(path).expenseStopGrowth")
  }
}

extension PowerTerms {
  init(reading table: FieldTable) {
    self.init()
    powerUsageEffectiveness = table.figure("power.pue")
    guaranteedPUE = table.figure("power.guaranteedPUE")
    loadFactor = table.figure("power.loadFactor")
    tariff = CostTerms.tariff(from: table)
  }
}

extension IncomeTerms {
  /// The lines of `otherIncome`, in the order of the file.
  static func all(from table: FieldTable) -> [IncomeTerms] {
    (table.elements["otherIncome"] ?? []).map { name in
      let path = "otherIncome[\(name)]"
      var line = IncomeTerms(name: name)
      line.amount = table.figure("\(path).amount")
      line.growth = table.figure("\(path).growth")
      line.growthDay = table.choice("\(path).grows")
      return line
    }
  }
}
