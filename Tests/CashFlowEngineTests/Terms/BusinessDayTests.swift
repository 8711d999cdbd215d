import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Due dates on business days")
struct BusinessDayTests {
  /// One megawatt at 1,000 a month for 2027, which begins on a Friday that is a holiday.
  private func lease(
    _ rules: RentRules, prepayment: Prepayment? = nil, deposit: Deposit? = nil,
    capital: CapitalPlan? = nil, lateDelivery: LateDelivery? = nil, termination: Termination? = nil
  ) -> Lease {
    let delivery = HallDelivery(
      readyForService: day("2026-12-03"), guaranteed: day("2026-12-02"))
    return CashFlowEngineTests.lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 12, delivery: delivery)],
      rent: .rate(.perKilowattMonth(.one)), rules: rules, capital: capital,
      prepayment: prepayment, deposit: deposit, lateDelivery: lateDelivery,
      termination: termination)
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let calendar: BusinessCalendar
    let convention: BusinessDayConvention
    var timing = RentRules.Timing.advance
    var paymentDays = 0
    let january, february: String
    var testDescription: String {
      "\(calendar.rawValue), \(convention.rawValue), \(timing.rawValue), \(paymentDays) days"
    }

    var rules: RentRules {
      RentRules(
        timing: timing, paymentDays: paymentDays, calendar: calendar, businessDays: convention)
    }
  }

  /// 2027-01-31 and 2027-02-28 are Sundays; 2027-01-18 is the third Monday of January.
  @Test(
    "payment days come first, then the calendar moves the day",
    arguments: [
      Example(
        calendar: .usFed, convention: .following, january: "2027-01-04", february: "2027-02-01"),
      Example(
        calendar: .weekends, convention: .following, january: "2027-01-01",
        february: "2027-02-01"),
      Example(
        calendar: .usFed, convention: .preceding, january: "2026-12-31", february: "2027-02-01"),
      Example(
        calendar: .usFed, convention: .modifiedPreceding, january: "2027-01-04",
        february: "2027-02-01"),
      Example(
        calendar: .usFed, convention: .unadjusted, january: "2027-01-01", february: "2027-02-01"),
      Example(
        calendar: .none, convention: .following, january: "2027-01-01", february: "2027-02-01"),
      // Month-ends on Sundays: to Monday of the next month, or back to Friday of this one.
      Example(
        calendar: .usFed, convention: .following, timing: .arrears, january: "2027-02-01",
        february: "2027-03-01"),
      Example(
        calendar: .usFed, convention: .modifiedFollowing, timing: .arrears,
        january: "2027-01-29", february: "2027-02-26"),
      // 1 January and 15 days is a Saturday, and the Monday after it a holiday.
      // 1 February and 15 days is Tuesday, 16 February; Monday the 15th is a holiday.
      Example(
        calendar: .usFed, convention: .following, paymentDays: 15, january: "2027-01-19",
        february: "2027-02-16"),
      // 1 January and 30 days is Sunday, 31 January; 1 February and 30 days is Wednesday, 3 March.
      Example(
        calendar: .usFed, convention: .modifiedFollowing, paymentDays: 30,
        january: "2027-01-29", february: "2027-03-03"),
    ])
  func dueDays(_ example: Example) throws {
    let projection = try project(lease(example.rules))
    let rents = projection.cells(of: .baseRent)
    #expect(rents[0].due == day(example.january))
    #expect(rents[1].due == day(example.february))
    #expect(rents.prefix(2).map(\.month) == [month("2027-01"), month("2027-02")])
    #expect(projection.due(of: projection.runs[0], in: month("2027-01")) == day(example.january))
  }

  private let following = RentRules(calendar: .usFed, businessDays: .following)

  @Test("stated days stay where they are")
  func datedCharges() throws {
    // Saturday, 2 January 2027; 30 September 2028 is a Saturday, too.
    let deposit = Deposit(
      amount: .one, received: day("2027-01-02"), returned: day("2028-09-30"))
    let plan = CapitalPlan(cost: .total(.one), spending: .even(months: 2))
    let projection = try project(lease(following, deposit: deposit, capital: plan))
    #expect(projection.dueDays(of: .deposit) == ["2027-01-02", "2028-09-30"])
    // 31 October 2026 is a Saturday.
    #expect(projection.dueDays(of: .capitalCost) == ["2026-10-31", "2026-11-30"])
    // Sunday, 14 March 2027.
    let ended = try project(
      lease(following, termination: Termination(lastDay: day("2027-03-14"), fee: .amount(.one))))
    #expect(ended.dueDays(of: .terminationFee) == ["2027-03-14"])
  }

  /// One day late at 400 of credit; 1,000 paid ahead on 4 January, when January's rent is paid.
  @Test("what is used against a rent is paid when the rent is")
  func usedAgainstRent() throws {
    let ladder = LateDelivery(
      ladder: [LateDelivery.Rung(fromDay: 1, credit: .amount(number("400")))])
    let paid = Prepayment(amount: number("1000"), date: day("2027-01-04"))
    let projection = try project(lease(following, prepayment: paid, lateDelivery: ladder))
    #expect(projection.amounts(of: .lateDeliveryCredit) == [-40_000])
    #expect(projection.dueDays(of: .lateDeliveryCredit) == ["2027-01-04"])
    #expect(projection.amounts(of: .prepayment) == [100_000, -60_000, -40_000])
    #expect(projection.dueDays(of: .prepayment) == ["2027-01-04", "2027-01-04", "2027-02-01"])
    // A day later, January's rent is paid already.
    let late = Prepayment(amount: number("1000"), date: day("2027-01-05"))
    #expect(
      try project(lease(following, prepayment: late)).dueDays(of: .prepayment)
        == ["2027-01-05", "2027-02-01"])
  }

  @Test("a calendar moves days only", arguments: 0..<40 as Range<UInt64>)
  func daysOnly(seed: UInt64) throws {
    var generator = PlainLeaseGenerator(seed: seed)
    let plain = generator.lease()
    let rules = RentRules(
      proration: plain.rules.proration, anniversary: plain.rules.anniversary,
      escalationClock: plain.rules.escalationClock, timing: plain.rules.timing,
      paymentDays: plain.rules.paymentDays, calendar: .nyse, businessDays: .modifiedFollowing)
    let moved = try project(plain.replacing(rules: rules)).cells
    let expected = try project(plain).cells.map { cell in
      Cell(
        charge: cell.charge, hall: cell.hall, month: cell.month, minorUnits: cell.minorUnits,
        due: BusinessCalendar.nyse.adjust(cell.due, .modifiedFollowing))
    }
    #expect(moved == expected)
  }
}
