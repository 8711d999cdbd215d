import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

/// Interest by hand, on rents of 3,650,000.00: at 10 % a year each is 1,000.00 a day late, at 20 %
/// 2,000.00.
@Suite("Late interest")
struct LateInterestTests {
  private static let rent: Int64 = 3_650_000_00
  private static let daily: Int64 = 1_000_00
  private static let ten = LateInterest(rate: ExactDecimal(digits: 10, fractionDigits: 2))
  private static let twenty = LateInterest(rate: ExactDecimal(digits: 20, fractionDigits: 2))

  private static func within(_ days: Int, _ rule: LateInterest) -> LateInterest {
    LateInterest(rate: rule.rate, graceDays: days)
  }

  /// Rents due on the first of January and of the months after it, in 2028.
  private static func deal(
    _ rents: Int64..., by history: LateInterestHistory? = LateInterestHistory(ten)
  ) -> BillableDeal {
    let flows = rents.enumerated().map { place, rent in
      let month = YearMonth(year: 2028, month: 1 + place)
      return BillableFlow(
        item: .baseRent, hall: "hall 1", month: month, due: month.firstDay, minorUnits: rent,
        clause: "rent.rate")
    }
    return BillableDeal(
      id: DealID("hut8-river-bend"), landlord: PartyID("hut-8"), currency: .usd, flows: flows,
      lateInterest: history)
  }

  private static func receive(
    _ minorUnits: Int64, _ day: String, invoice: String? = nil, _ books: inout Books
  ) throws -> Voucher {
    try books.receive(RiverBendBooksTests.payment(minorUnits, day, invoice: invoice))
  }

  /// What each document of interest is: its number, its amounts, and what bore them.
  private static func said(_ vouchers: [Voucher]) -> [String] {
    vouchers.filter { $0.lines.contains { $0.key.item == .lateInterest } }.flatMap { voucher in
      voucher.lines.map { line in
        let about = line.about?.description ?? ""
        return "\(voucher.number.description.dropFirst(11)) \(plainAmount(line.minorUnits)) on "
          + "\(about.dropFirst(11))"
      }
    }
  }

  // MARK: - Rates that change

  /// January 2028 has 31 days, February 29.
  @Test("each version's rate is charged for its own days, whenever it was recorded")
  func amendedRate() {
    let amended = LateInterestHistory([(.earliest, Self.ten), (.on("2028-02-11"), Self.twenty)])
    var books = Books()
    let january = books.bill(Self.deal(Self.rent), through: .on("2028-01-31"))
    #expect(Self.said(january) == ["0002 31000.00 on 0001"])
    // Nothing of January is charged again.
    #expect(books.bill(Self.deal(Self.rent, by: amended), through: .on("2028-01-31")).isEmpty)
    // 1 to 10 February at 10 %, 11 to 29 at 20 %: 10 × 1,000.00 + 19 × 2,000.00.
    let february = books.bill(Self.deal(Self.rent, by: amended), through: .on("2028-02-29"))
    #expect(Self.said(february) == ["0003 48000.00 on 0001"])
    // All at once it is the same: 31,000.00 + 48,000.00.
    var once = Books()
    let both = once.bill(Self.deal(Self.rent, by: amended), through: .on("2028-02-29"))
    #expect(Self.said(both) == ["0002 79000.00 on 0001"])
  }

  @Test(
    "a rule that begins charges nothing for the days before it, and one that ends nothing after")
  func ruleBeginsAndEnds() {
    let history = LateInterestHistory([
      (.on("2027-01-01"), nil), (.on("2028-01-22"), Self.ten), (.on("2028-02-06"), nil),
    ])
    var books = Books()
    // 22 to 31 January are 10 days, 1 to 5 February 5.
    let all = books.bill(Self.deal(Self.rent, by: history), through: .on("2028-12-31"))
    #expect(Self.said(all) == ["0002 15000.00 on 0001"])
  }

  @Test("days are rounded once in all, however many rates they have")
  func roundedOnce() {
    // 1.00 at 10 % is 100 × 0.1 ÷ 365 = 0.0274 cents a day. Ten days at each of three rates that
    // differ: (10 × 0.1 + 10 × 0.2 + 10 × 0.1) × 100 ÷ 365 = 1.0959 cents, which is 1; rounded by
    // rate it would be 0 + 1 + 0, of 0.274, 0.548 and 0.274. At 1.40: 0.3836, 0.7671 and 0.3836 are
    // 1.5342, which is 2, and by rate 0 + 1 + 0.
    let history = LateInterestHistory([
      (.earliest, Self.ten), (.on("2028-01-11"), Self.twenty), (.on("2028-01-21"), Self.ten),
    ])
    var books = Books()
    let all = books.bill(Self.deal(1_40, by: history), through: .on("2028-01-30"))
    #expect(Self.said(all) == ["0002 0.02 on 0001"])
  }

  static let graces: [(LateInterestHistory, paid: String, interest: Int64)] = [
    // 5 days: paid on the 6th it bears none, on the 7th six days.
    (LateInterestHistory(within(5, ten)), "2028-01-06", 0),
    (LateInterestHistory(within(5, ten)), "2028-01-07", 6 * daily),
    // The grace of the due day stays, though a version without one governs the day of payment.
    (
      LateInterestHistory([(.earliest, within(20, ten)), (.on("2028-01-10"), twenty)]),
      "2028-01-21", 0
    ),
    // 9 days at 10 % and 12 at 20 %.
    (
      LateInterestHistory([(.earliest, within(20, ten)), (.on("2028-01-10"), twenty)]),
      "2028-01-22", 9 * daily + 12 * 2 * daily
    ),
    // And a longer grace later excuses nothing that was late by then.
    (
      LateInterestHistory([(.earliest, ten), (.on("2028-01-10"), within(30, twenty))]),
      "2028-01-12", 9 * daily + 2 * 2 * daily
    ),
    // Where nothing was agreed on the due day, the first rule's grace runs from it.
    (
      LateInterestHistory([(.on("2027-01-01"), nil), (.on("2028-01-03"), within(5, ten))]),
      "2028-01-06", 0
    ),
    (
      LateInterestHistory([(.on("2027-01-01"), nil), (.on("2028-01-03"), within(5, ten))]),
      "2028-01-08", 5 * daily
    ),
  ]

  @Test("an invoice keeps the grace of its due day", arguments: graces)
  func grace(_ history: LateInterestHistory, _ paid: String, _ interest: Int64) throws {
    var books = Books()
    _ = books.bill(Self.deal(Self.rent, by: nil), through: .on("2028-01-31"))
    _ = try Self.receive(Self.rent, paid, &books)
    let charged = books.bill(Self.deal(Self.rent, by: history), through: .on("2028-03-31"))
    #expect(charged.map(\.minorUnits) == (interest == 0 ? [] : [interest]))
  }

  // MARK: - What is known late

  @Test("a payment entered late takes the interest back that was charged meanwhile")
  func enteredLate() throws {
    var books = Books()
    let deal = Self.deal(Self.rent)
    _ = books.bill(deal, through: .on("2028-01-31"))
    _ = books.bill(deal, through: .on("2028-02-29"))
    let account = { books.account(of: deal.id) }
    // 31,000.00 for January by 0002, 29,000.00 for February by 0003.
    #expect(account().chargedInterest(on: account().vouchers[0].number) == 60_000_00)
    // It came in on 11 January: 10 days were late. 50,000.00 is taken back, the last first.
    _ = try Self.receive(Self.rent, "2028-01-11", &books)
    let notes = books.bill(deal, through: .on("2028-02-29"))
    #expect(Self.said(notes) == ["C0001 -29000.00 on 0001", "C0001 -21000.00 on 0001"])
    #expect(notes[0].lines.map(\.key.month.month) == [2, 1])
    #expect(notes[0].lines.map(\.clause) == ["payment.lateInterest.rate"] * 2)
    // Each settles the interest invoice that it takes something off.
    #expect(
      notes[0].applications.map { "\($0.debit) \($0.minorUnits)" } == [
        "hut-8-2028-0002 2100000", "hut-8-2028-0003 2900000",
      ])
    #expect(account().left(of: account().vouchers[1]) == [10_000_00])
    #expect(account().left(of: account().vouchers[2]) == [0])
    #expect(account().receivableMinorUnits == 10_000_00)
    #expect(books.bill(deal, through: .on("2028-03-31")).isEmpty)
    // The payment bounces on 21 March, and the rent is open for 11 days of March.
    let receipt = try #require(account().vouchers.first { $0.kind == .receipt })
    _ = try books.reverse("\(receipt.number)", on: .on("2028-03-21"), reason: "bounced")
    #expect(
      Self.said(books.bill(deal, through: .on("2028-03-31"))) == ["0004 11000.00 on 0001"])
  }

  @Test("billing through an earlier day takes nothing back of what later days bore")
  func earlierDay() {
    var books = Books()
    let deal = Self.deal(Self.rent)
    _ = books.bill(deal, through: .on("2028-02-29"))
    #expect(books.bill(deal, through: .on("2028-01-31")).isEmpty)
    // A lower rate from the start is a correction, on the day through which was charged: 60 days.
    let corrected = LateInterestHistory(
      LateInterest(rate: ExactDecimal(digits: 5, fractionDigits: 2)))
    let notes = books.bill(Self.deal(Self.rent, by: corrected), through: .on("2028-01-31"))
    #expect(Self.said(notes) == ["C0001 -30000.00 on 0001"])
    #expect(notes.map(\.day) == [.on("2028-02-29")])
    // A higher one is charged once a later day is billed through: 31 × 2,000.00 for March, and
    // 30,000.00 + 60,000.00 for the days before.
    let higher = Self.deal(Self.rent, by: LateInterestHistory(Self.twenty))
    #expect(books.bill(higher, through: .on("2028-01-31")).isEmpty)
    #expect(
      Self.said(books.bill(higher, through: .on("2028-03-31"))) == ["0003 152000.00 on 0001"])
  }

  @Test("what was forgiven by hand is neither charged again nor taken back twice")
  func forgiven() throws {
    var books = Books()
    let deal = Self.deal(Self.rent)
    _ = books.bill(deal, through: .on("2028-01-31"))
    let forgiven = ManualCredit(
      invoice: "hut-8-2028-0002", minorUnits: 25_000_00, day: .on("2028-02-01"),
      reason: "concession")
    _ = try books.credit(forgiven)
    #expect(books.bill(deal, through: .on("2028-01-31")).isEmpty)
    // Paid within the day, it bore nothing: of 31,000.00 there are 6,000.00 left to take back.
    _ = try Self.receive(Self.rent, "2028-01-01", &books)
    let notes = books.bill(deal, through: .on("2028-02-29"))
    #expect(Self.said(notes) == ["C0002 -6000.00 on 0001"])
    #expect(books.bill(deal, through: .on("2028-02-29")).isEmpty)
    #expect(books.account(of: deal.id).receivableMinorUnits == 0)
    #expect(books.account(of: deal.id).unappliedMinorUnits == 0)
  }

  // MARK: - What was not owed

  @Test("rent that was never owed bore no interest, whenever the credit note is dated")
  func neverOwed() throws {
    var books = Books()
    _ = books.bill(Self.deal(Self.rent), through: .on("2028-01-31"))
    // Half of it, found out in March: of the 60 days to 29 February 30,000.00 accrued.
    let half = Self.deal(Self.rent / 2)
    let notes = books.bill(half, through: .on("2028-02-29"))
    #expect(notes.map(\.number.description) == ["hut-8-2028-C0001", "hut-8-2028-C0002"])
    #expect(Self.said(notes) == ["C0002 -1000.00 on 0001"])
    // Then a fifth of it: a credit note about a credit note.
    let fifth = Self.deal(Self.rent / 5)
    #expect(
      Self.said(books.bill(fifth, through: .on("2028-02-29"))) == ["C0004 -18000.00 on 0001"])
  }

  @Test("what is taken off again is taken off what was billed last")
  func raisedAndLowered() {
    var books = Books()
    let without = { (rent: Int64) in Self.deal(rent, by: nil) }
    _ = books.bill(without(Self.rent), through: .on("2028-01-01"))
    // A further invoice of 3,650,000.00 on 11 January, half of which is taken off on 21 January.
    _ = books.bill(without(2 * Self.rent), through: .on("2028-01-11"))
    _ = books.bill(without(Self.rent * 3 / 2), through: .on("2028-01-21"))
    // 31 days of the whole, and 21 of a half.
    let charged = books.bill(Self.deal(Self.rent * 3 / 2), through: .on("2028-01-31"))
    #expect(Self.said(charged) == ["0003 31000.00 on 0001", "0003 10500.00 on 0002"])
  }

  @Test("a credit by hand counts from its own day")
  func byHand() throws {
    var books = Books()
    _ = books.bill(Self.deal(Self.rent, by: nil), through: .on("2028-01-01"))
    _ = try books.credit(
      ManualCredit(
        invoice: "hut-8-2028-0001", minorUnits: Self.rent / 2, day: .on("2028-01-11"),
        reason: "outage"))
    // 10 days of the whole, 21 of a half.
    let charged = books.bill(Self.deal(Self.rent), through: .on("2028-01-31"))
    #expect(Self.said(charged) == ["0002 20500.00 on 0001"])
  }

  @Test("what was paid beyond what was owed bears nothing, and takes nothing off")
  func overpaid() throws {
    var books = Books()
    _ = books.bill(Self.deal(Self.rent, by: nil), through: .on("2028-01-01"))
    _ = try Self.receive(Self.rent, "2028-01-11", &books)
    // Half was owed, for 10 days, though the whole was paid.
    let charged = books.bill(Self.deal(Self.rent / 2), through: .on("2028-01-31"))
    #expect(Self.said(charged) == ["0002 5000.00 on 0001"])
  }
}

/// An element so many times.
private func * <Element>(elements: [Element], count: Int) -> [Element] {
  Array(repeatElement(elements, count: count).joined())
}
