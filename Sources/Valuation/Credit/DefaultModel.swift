import FinanceBasics

/// Rents with the chances that those who owe them live to pay.
struct DefaultModel {
  private let rents: [SupportedRent]
  private let recovery: Double
  private let cap: Double
  /// The chances to live until each rent is due.
  private let tenant: [Double]
  private let guarantor: [Double]
  /// The first rent that is not guaranteed.
  private let guaranteeEnd: Int
  /// What the space is worth if it is vacant from a rent on; one more than rents.
  let vacancy: [Double]

  init(_ rents: [SupportedRent], on date: CalendarDate, terms: CreditTerms) {
    self.rents = rents
    recovery = terms.recovery
    cap = terms.guaranteeCap ?? .infinity
    let years = rents.map { Double(date.days(until: $0.date)) / 365 }
    tenant = years.map { terms.tenant.survival(afterYears: $0) }
    guarantor = years.map { terms.guarantor?.survival(afterYears: $0) ?? 0 }
    guaranteeEnd =
      terms.guaranteedThrough.map { last in
        rents.firstIndex { $0.date > last } ?? rents.count
      } ?? rents.count
    vacancy = Self.vacancy(of: rents, years: years, terms: terms)
  }

  /// What is recovered during the downtime, and what another tenant pays after it.
  private static func vacancy(
    of rents: [SupportedRent], years: [Double], terms: CreditTerms
  ) -> [Double] {
    let count = rents.count
    // Sums from a rent to the end, so that a stretch is the difference of two.
    var owed = [Double](repeating: 0, count: count + 1)
    var relet = [Double](repeating: 0, count: count + 1)
    for index in (0..<count).reversed() {
      owed[index] = owed[index + 1] + rents[index].discountFactor * rents[index].amount
      relet[index] = relet[index + 1] + rents[index].discountFactor * rents[index].relet
    }
    var values = [Double](repeating: 0, count: count + 1)
    var again = 0
    for index in 0..<count {
      again = max(again, index)
      while again < count, years[again] < years[index] + terms.downtimeYears { again += 1 }
      values[index] = terms.recovery * (owed[index] - owed[again]) + relet[again]
    }
    return values
  }

  /// The certain value of what the guarantor covers from the first rent on.
  var coveredValue: Double {
    var left = cap
    var sum = CompensatedSum()
    for rent in rents.prefix(guaranteeEnd) {
      let paid = min(rent.covered, left)
      left -= paid
      sum.add(paid * rent.discountFactor)
    }
    return sum.value
  }

  /// The value of what the tenant pays, and of what follows where it stops paying at a rent.
  func value(afterDefault: (Int) -> Double) -> Double {
    var sum = CompensatedSum()
    var alive = 1.0
    for (index, rent) in rents.enumerated() {
      sum.add(rent.discountFactor * rent.amount * tenant[index])
      let dying = alive - tenant[index]
      if dying > 0 { sum.add(dying * afterDefault(index)) }
      alive = tenant[index]
    }
    return sum.value
  }

  /// What follows if the tenant stops paying at a rent and the guarantor is asked.
  func supported(from first: Int) -> Double {
    var sum = CompensatedSum()
    var left = cap
    var alive = 1.0
    for index in first..<max(first, guaranteeEnd) {
      let rent = rents[index]
      guard rent.covered <= left, left > 0 else {
        // The cap pays a last part, and the space is vacant from this rent on.
        sum.add(alive * vacancy[index])
        sum.add(guarantor[index] * rent.discountFactor * (1 - recovery) * left)
        return sum.value
      }
      left -= rent.covered
      let paid = rent.covered + recovery * (rent.amount - rent.covered)
      sum.add(guarantor[index] * rent.discountFactor * paid)
      sum.add((alive - guarantor[index]) * vacancy[index])
      alive = guarantor[index]
    }
    sum.add(alive * vacancy[max(first, guaranteeEnd)])
    return sum.value
  }
}
