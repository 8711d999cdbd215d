import FinanceBasics

extension DealValidation {
  /// The steps of each table of rents begin with the rent, and follow one another.
  ///
  /// The engine takes the first step from commencement on, and the others in the order written.
  mutating func checkSteps(_ deal: DealTerms) {
    checkSteps(at: "rent.steps", fromYear: 1, day: commencement(of: deal))
    for (index, path) in terms.elementPaths(of: "periods").enumerated() {
      let years = terms.leaseYears("\(path).years")
      checkSteps(
        at: "\(path).rent.steps", fromYear: years.map { $0.lowerBound + 1 },
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

  private mutating func checkSteps(at list: String, fromYear: Int?, day: StatedDate?) {
    let steps = terms.elementPaths(of: list)
    guard checkStarts(of: steps, in: list) else { return }
    for (earlier, later) in zip(steps, steps.dropFirst()) {
      checkOrder(of: earlier, before: later)
    }
    guard let first = steps.first else { return }
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

  /// Reports steps that begin by year and by day; whether their order can be told.
  private mutating func checkStarts(of steps: [String], in list: String) -> Bool {
    let years = steps.map { "\($0).year" }.filter(terms.has)
    let days = steps.map { "\($0).from" }.filter(terms.has)
    guard !years.isEmpty, let day = days.first else { return true }
    report(DealFault.stepsMixed(list), at: FieldPath(known: day))
    return false
  }

  private mutating func checkOrder(of earlier: String, before later: String) {
    if let first = terms.count("\(earlier).year"), let next = terms.count("\(later).year"),
      first.value >= next.value
    {
      let fault = DealFault.stepsNotOrdered(
        "lease year \(next.value)", behind: "lease year \(first.value)")
      report(fault, at: next.path)
    }
    if let first = terms.date("\(earlier).from"), let next = terms.date("\(later).from"),
      first.value.last >= next.value.last
    {
      let fault = DealFault.stepsNotOrdered(
        next.value.description, behind: first.value.description)
      report(fault, at: next.path)
    }
  }
}
