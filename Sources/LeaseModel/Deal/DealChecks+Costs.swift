import FinanceBasics

extension DealValidation {
  /// What cost lines say of themselves, of each other and of the power that they are charged on.
  mutating func checkCosts(_ deal: DealTerms) {
    let paths = terms.elementPaths(of: "operatingCosts") + terms.elementPaths(of: "power.tariff")
    for path in paths { checkLine(at: path) }
    for line in deal.operatingCosts + deal.power.tariff { checkLimits(of: line) }
    checkTariff()
    checkLineNames()
    for pue in [deal.power.powerUsageEffectiveness, deal.power.guaranteedPUE] {
      guard let pue, pue.value.high < .one else { continue }
      report(DealFault.powerUsageBelowOne(pue.value.text), at: pue.path)
    }
  }

  private mutating func checkLine(at path: String) {
    checkOneWay(["baseYear", "expenseStop"].map { "\(path).\($0)" }.filter(terms.states))
    for (growth, key) in [
      ("recoveryCapGrowth", "recoveryCap"), ("recoveryFloorGrowth", "recoveryFloor"),
      ("expenseStopGrowth", "expenseStop"),
    ] where terms.states("\(path).\(growth)") {
      checkPresence(of: key, in: path, pattern: FieldPath(known: path).pattern)
    }
    checkOrder(
      "\(path).from", terms.date("\(path).from")?.value, "\(path).through",
      terms.date("\(path).through")?.value)
  }

  private mutating func checkLimits(of line: CostTerms) {
    checkBounds(from: line.recovery.floor, to: line.recovery.cap)
    guard line.isShare else { return }
    for key in ["growth", "grows", "baseYear"] where terms.states("\(line.path).\(key)") {
      let path = line.path.key(key)
      report(DealFault.notOfAShare(path.description), at: path)
    }
  }

  /// A most that is less than the least of the same measure.
  mutating func checkBounds(from least: Stated<Figure>?, to most: Stated<Figure>?) {
    guard let least, let most, least.value.unit == most.value.unit,
      most.value.point < least.value.point
    else { return }
    let fault = DealFault.boundsReversed(
      least: least.path.description, least.value.text, most: most.path.description,
      most.value.text)
    report(fault, at: most.path)
  }

  /// Each component has one basis, and shares are of something.
  private mutating func checkTariff() {
    let keys = CostTerms.TariffBasis.allCases.map(\.rawValue)
    var shares: [String] = []
    var hasOther = false
    for path in terms.elementPaths(of: "power.tariff") {
      let ways = keys.map { "\(path).\($0)" }
      checkOneWay(ways.filter(terms.states))
      if !ways.contains(where: isPresent) {
        checkPresence(of: keys[0], in: path, pattern: "power.tariff[]")
      }
      checkDemand(at: "\(path).demand")
      if terms.states("\(path).share") { shares.append("\(path).share") }
      hasOther = hasOther || ways.dropLast().contains(where: terms.states)
    }
    if let share = shares.first, !hasOther {
      report(DealFault.sharesAlone(share), at: FieldPath(known: share))
    }
  }

  private mutating func checkDemand(at path: String) {
    guard let demand = terms.figure(path), case .moneyPerMegawattYear = demand.value.unit else {
      return
    }
    report(DealFault.demandNotPerKilowattMonth(demand.value.text), at: demand.path)
  }

  /// A line is known by its name in whichever list it stands.
  private mutating func checkLineNames() {
    let costs = Set(terms.elements["operatingCosts"] ?? [])
    for name in terms.elements["power.tariff"] ?? [] where costs.contains(name) {
      let path = FieldPath(known: "power.tariff").element(name)
      report(DealFault.lineDoubled(name), at: path.key("name"))
    }
  }
}
