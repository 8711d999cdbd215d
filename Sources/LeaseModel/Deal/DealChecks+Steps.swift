import FinanceBasics

extension DealValidation {
  /// The elements of every list that has an order begin alike, and follow one another.
  ///
  /// The engine takes them in the order written.
  mutating func checkListOrders() {
    for list in terms.elements.keys.sorted() {
      guard let start = ListStart(of: FieldPath(known: list).pattern) else { continue }
      let elements = terms.elementPaths(of: list)
      guard checkStarts(of: elements, in: list, start) else { continue }
      for (earlier, later) in zip(elements, elements.dropFirst()) {
        checkOrder(of: earlier, before: later, start)
      }
    }
  }

  /// Reports elements that begin by number and by day; whether their order can be told.
  private mutating func checkStarts(
    of elements: [String], in list: String, _ start: ListStart
  ) -> Bool {
    guard let numberKey = start.numberKey, let dayKey = start.dayKey else { return true }
    let numbers = elements.map { "\($0).\(numberKey)" }.filter(terms.has)
    let days = elements.map { "\($0).\(dayKey)" }.filter(terms.has)
    guard !numbers.isEmpty, let day = days.first else { return true }
    report(DealFault.stepsMixed(list, by: numberKey), at: FieldPath(known: day))
    return false
  }

  private mutating func checkOrder(
    of earlier: String, before later: String, _ start: ListStart
  ) {
    if let key = start.numberKey, let first = terms.count("\(earlier).\(key)"),
      let next = terms.count("\(later).\(key)"), first.value >= next.value
    {
      let fault = DealFault.stepsNotOrdered(
        "\(start.numberName) \(next.value)", behind: "\(start.numberName) \(first.value)")
      report(fault, at: next.path)
    }
    if let key = start.dayKey, let first = terms.date("\(earlier).\(key)"),
      let next = terms.date("\(later).\(key)"), first.value.last >= next.value.last
    {
      let fault = DealFault.stepsNotOrdered(
        next.value.description, behind: first.value.description)
      report(fault, at: next.path)
    }
  }

  /// The steps of each table of rents begin with the rent.
  ///
  /// The engine takes the first step from commencement on.
  mutating func checkSteps(_ deal: DealTerms) {
    checkFirstStep(of: "rent.steps", fromYear: 1, day: commencement(of: deal))
    for (index, path) in terms.elementPaths(of: "periods").enumerated() {
      let years = terms.leaseYears("\(path).years")
      checkFirstStep(
        of: "\(path).rent.steps", fromYear: years.map { $0.lowerBound + 1 },
        day: index == 0 ? commencement(of: deal) : nil)
    }
  }

  /// The day on which rent begins in the first hall, where every hall has one.
  private func commencement(of deal: DealTerms) -> StatedDate? {
    if let stated = deal.rentCommencement { return stated.value }
    guard !deal.halls.isEmpty else { return deal.lastDelivery?.value }
    let days = deal.halls.compactMap { ($0.rentCommencement ?? $0.readyForService)?.value }
    guard days.count == deal.halls.count else { return nil }
    return days.min { $0.last < $1.last }
  }

  private mutating func checkFirstStep(of list: String, fromYear: Int?, day: StatedDate?) {
    let steps = terms.elementPaths(of: list)
    let isMixed =
      steps.contains { terms.has("\($0).year") } && steps.contains { terms.has("\($0).from") }
    guard let first = steps.first, !isMixed else { return }
    if let year = terms.count("\(first).year"), let fromYear, year.value > fromYear {
      report(
        DealFault.stepsLate(first: "lease year \(year.value)", rent: "lease year \(fromYear)"),
        at: year.path)
    }
    if let from = terms.date("\(first).from"), let day, from.value.first > day.last,
      !from.value.isApproximate, !day.isApproximate
    {
      report(
        DealFault.stepsLate(first: from.value.description, rent: day.description), at: from.path)
    }
  }
}
