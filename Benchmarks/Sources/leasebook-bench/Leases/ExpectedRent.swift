import FinanceBasics

extension GeneratedLease {
  /// The contract value in cents, worked out without the engine: as stated, or year by year.
  ///
  /// Rent from one anniversary to the next is a rate times its month-fractions; both ends fall on
  /// the same day of a month, so that only the lengths of those two months matter.
  ///
  /// Source: CONVENTIONS §3, with the month's actual days and anniversaries split by days.
  var expectedContractValue: Double {
    switch rent {
    case .contractValue(let millions): Double(millions) * 1e8
    case .rate(let cents):
      tranches.reduce(0) { sum, tranche in
        sum + Double(tranche.megawattTenths) * 100 * Double(cents)
          * weight(from: tranche.commencement)
      }
    }
  }

  /// Month-fractions of the term, each times the growth since commencement.
  private func weight(from commencement: CalendarDate) -> Double {
    let growth = 1 + Double(escalatorBasisPoints) / 10_000
    var level = 1.0
    var weight = 0.0
    for year in 0..<Self.months / 12 {
      let start = commencement.adding(months: year * 12)
      let end = commencement.adding(months: (year + 1) * 12)
      let firstMonth = Double(start.yearMonth.dayCount)
      let lastMonth = Double(end.yearMonth.dayCount)
      let fractions =
        (firstMonth - Double(start.day - 1)) / firstMonth + 11 + Double(end.day - 1) / lastMonth
      weight += level * fractions
      level *= growth
    }
    return weight
  }

  /// Checks the posted sum against the expected one: half a cent a cell, as CONVENTIONS §3 allows.
  ///
  /// - Throws: `CheckFailure` with both sums.
  func check(postedContractValue posted: Int64, cells: Int) throws {
    let gap = (Double(posted) - expectedContractValue).magnitude
    // A hundredth of a cent is for the expected sum, of which a Double keeps 16 digits.
    guard gap <= 0.5 * Double(cells) + 0.01 else {
      throw CheckFailure(
        "lease \(number): \(posted) cents were posted in \(cells) cells, "
          + "and \(expectedContractValue) were expected")
    }
  }
}
