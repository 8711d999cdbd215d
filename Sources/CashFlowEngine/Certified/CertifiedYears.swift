/// The amounts of whole lease years, of which each has eleven or twelve equal months.
///
/// Where lease years begin inside a month, the month between two of them is put together from both.
struct CertifiedYears {
  /// The month in which lease years begin, and its days that belong to the year before.
  struct Split {
    let month: Int
    let daysBefore: Int
  }

  let rounding: CertifiedRounding
  /// 1 or −1.
  let sign: Int64
  /// Of the rate.
  let significand: UInt64
  /// `nil` where lease years begin on the first of a month; else the first month before the first
  /// year, and the month after the last, are left out.
  let split: Split?

  /// A row a year, and one for each month between two.
  func rowCount(years: Int) -> Int { split == nil ? years : 2 * years - 1 }

  /// The equal months of a year.
  var monthCount: Int { split == nil ? 12 : 11 }

  /// Calls a closure with the amount of each row.
  ///
  /// - Parameters:
  ///   - levels: In units of 2⁻⁶⁰ of the rate.
  ///   - places: One a year.
  @inline(__always)
  func forEach(
    _ levels: borrowing Scratch<UInt64>, _ places: Range<Int>,
    _ body: (_ row: Int, _ amount: UInt64) -> Void
  ) {
    guard let split else {
      for year in 0..<places.count { body(year, amount(levels[places.lowerBound + year])) }
      return
    }
    var before = amount(levels[places.lowerBound])
    body(0, before)
    var month = split.month
    let isFebruary = month % 12 == 1
    var length = dayCount(ofMonth: month)
    var reciprocal = MonthReciprocal(ofDays: length)
    let daysBefore = UInt64(truncatingIfNeeded: split.daysBefore)
    for year in 1..<places.count {
      month &+= 12
      if isFebruary {
        length = dayCount(ofMonth: month)
        reciprocal = MonthReciprocal(ofDays: length)
      }
      let after = amount(levels[places.lowerBound + year])
      let daysAfter = UInt64(truncatingIfNeeded: length) &- daysBefore
      body(
        2 &* year &- 1,
        reciprocal.quotient(
          of: UInt128(before) &* UInt128(daysBefore) &+ UInt128(after) &* UInt128(daysAfter)))
      body(2 &* year, after)
      before = after
    }
  }

  @inline(__always)
  func amount(_ level: UInt64) -> UInt64 { significand.multipliedFullWidth(by: level).high }
}
