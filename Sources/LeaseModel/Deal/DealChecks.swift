import FinanceBasics

extension DealValidation {
  /// Everything that is wrong with the joined terms, beyond single fields.
  mutating func check(_ deal: DealTerms) {
    checkRequired()
    checkRent(deal)
    checkBilling(deal)
    checkPower(deal)
    checkDates(deal)
    checkLengths(deal)
    checkPeriods(deal)
    checkListOrders()
    checkSteps(deal)
    checkHallNames(deal)
    checkRamps(deal)
    checkLateDelivery(deal)
    checkCosts(deal)
    checkEndings(deal)
    checkBounds()
    checkSpans(deal)
  }

  private mutating func checkRequired() {
    for path in ["deal", "announced"] where !has(path, in: .head) {
      let example = FieldCatalog.definition(path, in: .head)?.example ?? ""
      reportHead(DealFault.fieldMissing(path, example: example), at: path)
    }
    for path in ["landlord", "contract.kind"] where !isGiven(path) {
      let example = FieldCatalog.definition(path, in: .terms)?.example ?? ""
      report(
        DealFault.fieldMissing("terms.\(path)", example: example), at: FieldPath(known: path))
    }
    checkElements(of: terms, in: .terms)
    checkElements(of: head, in: .head)
  }

  private func has(_ path: String, in block: FieldBlock) -> Bool {
    fields.contains { $0.block == block && $0.path.description == path }
  }

  /// Whether a required term says something, be it malformed: `none` does not.
  private func isGiven(_ path: String) -> Bool {
    fields.contains {
      $0.block == .terms && $0.path.description == path && $0.text != "none"
        && $0.text != "not disclosed"
    }
  }

  private mutating func checkElements(of table: FieldTable, in section: FieldSection) {
    for list in table.elements.keys.sorted() {
      let pattern = FieldPath(known: list).pattern
      guard let group = FieldCatalog.group("\(pattern)[]", in: section) else { continue }
      let start = ListStart(of: pattern)
      for element in table.elementPaths(of: list) {
        for key in group.requiredKeys where !isPresent("\(element).\(key)") {
          reportMissing("\(element).\(key)", "\(pattern)[].\(key)", in: section)
        }
        guard let start, let number = start.numberKey,
          let day = start.dayKey, !isPresent("\(element).\(number)"),
          !isPresent("\(element).\(day)")
        else { continue }
        reportMissing("\(element).\(number)", "\(pattern)[].\(number)", in: section)
      }
    }
  }

  /// Whether a path was written, be it malformed.
  func isPresent(_ path: String) -> Bool {
    terms.has(path) || head.has(path) || undisclosed.contains(path)
  }

  private mutating func reportMissing(_ path: String, _ pattern: String, in section: FieldSection) {
    let example = FieldCatalog.definition(pattern, in: section)?.example ?? ""
    let parent = FieldPath(known: path).parent ?? .root
    report(DealFault.fieldMissing(path, example: example), at: parent)
  }

  private mutating func checkPower(_ deal: DealTerms) {
    if let pue = deal.powerUsageEffectiveness, pue.value.high < .one {
      report(DealFault.powerUsageBelowOne(pue.value.text), at: pue.path)
    }
    checkLoads()
    checkGross(deal.gross, over: deal.criticalIT)
    for hall in deal.halls { checkGross(hall.gross, over: hall.criticalIT) }
    guard let total = deal.criticalIT else { return }
    let stated = deal.halls.compactMap(\.criticalIT)
    let sum = stated.reduce(ExactDecimal.zero) { $0 + $1.value.low }
    guard let last = stated.last, total.value.high < sum else { return }
    let points = stated.reduce(ExactDecimal.zero) { $0 + $1.value.point }
    let fault = DealFault.hallsExceed(
      sum: "\(points.normalized) MW", total: total.value.text)
    report(fault, at: last.path)
  }

  /// A load of nothing is a slip: what nobody knows is left out.
  private mutating func checkLoads() {
    for path in ["criticalIT"] + terms.elementPaths(of: "halls").map({ "\($0).criticalIT" }) {
      guard let entry = terms[path] else { continue }
      switch entry.value {
      case .none: report(FieldFault.loadIsZero("none"), at: FieldPath(known: path))
      case .figure(let load) where load.point <= .zero:
        report(FieldFault.loadIsZero(load.text), at: FieldPath(known: path))
      default: continue
      }
    }
  }

  private mutating func checkGross(_ gross: Stated<Figure>?, over criticalIT: Stated<Figure>?) {
    guard let gross, let criticalIT, gross.value.high < criticalIT.value.low else { return }
    report(
      DealFault.grossBelowCriticalIT(
        gross: gross.value.text, criticalIT: criticalIT.value.text), at: gross.path)
  }

  private mutating func checkLengths(_ deal: DealTerms) {
    let lengths =
      [deal.term, deal.renewals?.each, deal.holdover.length] + deal.halls.map(\.term)
      + (deal.renewals?.options ?? []).map(\.length)
    for length in lengths.compactMap(\.self) {
      guard length.value == .months(0) || length.value == .days(0) else { continue }
      report(FieldFault.lengthIsZero(length.value.description), at: length.path)
    }
    let halls = terms.elementPaths(of: "halls")
    if deal.termClock?.value == .fixedEnd, !terms.has("expiry"),
      halls.isEmpty || !halls.allSatisfy({ terms.has("\($0).expiry") })
    {
      report(DealFault.expiryMissing, at: FieldPath(known: "termClock"))
    }
  }
}
