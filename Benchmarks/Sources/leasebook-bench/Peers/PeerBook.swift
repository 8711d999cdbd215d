import FinanceBasics

/// Made-up deals whose rates of return and present values other libraries compute too.
struct PeerBook {
  /// The day on which the flows are valued: no flow is before it.
  static let valuationDay = YearMonth(year: 2026, month: 1).firstDay
  /// Effective annual.
  static let rate = 0.08
  static let months = 180

  let deals: [[DatedFlow]]

  /// Deals of 181 flows: what was paid on commencement, and rent on the first of 180 months.
  ///
  /// They commence in the 60 months from the valuation day; rent rises every twelve months, and the
  /// payment is 5 to 11 times the first year's rent, so that the rates are from 6 % to 24 %.
  init(count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    deals = (0..<count).map { _ in
      let commencement = Self.valuationDay.adding(months: random.whole(in: 0...59))
      let monthlyCents = Double(random.whole(in: 100_000...900_000))
      let escalator = Double(random.whole(in: 150...350)) / 10_000
      let multipleHundredths = Double(random.whole(in: 500...1_100))
      var yearCents = monthlyCents
      var flows = [
        DatedFlow(
          date: commencement,
          amount: -(monthlyCents * 12 * multipleHundredths / 100).rounded() / 100)
      ]
      for month in 1...Self.months {
        flows.append(
          DatedFlow(date: commencement.adding(months: month), amount: yearCents.rounded() / 100))
        if month % 12 == 0 { yearCents *= 1 + escalator }
      }
      return flows
    }
  }
}

extension PeerBook {
  /// The flows as the other libraries' program reads them, each number with all its digits.
  struct File: Encodable {
    let valuationDay: String
    let rate: Double
    let calendars: [[String]]
    let deals: [Deal]

    struct Deal: Encodable {
      /// The place of its days among the calendars.
      let calendar: Int
      let amounts: [Double]
    }

    init(_ book: PeerBook) {
      var numbers: [[CalendarDate]: Int] = [:]
      var calendars: [[String]] = []
      deals = book.deals.map { flows in
        let days = flows.map(\.date)
        let number = numbers[days, default: calendars.count]
        if number == calendars.count {
          numbers[days] = number
          calendars.append(days.map(\.description))
        }
        return Deal(calendar: number, amounts: flows.map(\.amount))
      }
      self.calendars = calendars
      valuationDay = PeerBook.valuationDay.description
      rate = PeerBook.rate
    }
  }
}
