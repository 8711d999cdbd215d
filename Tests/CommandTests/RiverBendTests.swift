import Foundation
import Testing

/// The figures of the reference deal against a second reckoning that shares no code with the product.
@Suite("River Bend against an independent reckoning")
struct RiverBendTests {
  /// Half a cent of rounding, and what sums of doubles lose.
  private static let cellTolerance = 0.005_001
  /// USD/kW-month: the printed digits.
  private static let rateTolerance = 1e-9
  /// USD: the rounding of the sum to the cent, and what sums of doubles lose.
  private static let valueTolerance = 0.005_1

  private static let monthly = [
    "project", "hut8-river-bend", "--by", "month", "--group-by", "hall,charge", "--format", "csv",
  ]
  private static let value = [
    "value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01", "--format", "json",
  ]

  private struct Key: Hashable {
    let month, hall, charge: String
  }

  @Test("every cell is the exact amount to within half a cent", arguments: ["accrual", "cash"])
  func cells(_ dates: String) throws {
    var expected: [Key: Double] = [:]
    for flow in RiverBend.flows {
      expected[Key(month: flow.month, hall: flow.hall, charge: flow.charge)] = flow.amount
    }
    let rows = try SampleBook.ask(Self.monthly + ["--dates", dates]).table.rows
    #expect(rows.count == expected.count)
    for row in rows {
      let key = Key(
        month: String(try #require(row["period_start"]).prefix(7)), hall: row["hall"] ?? "",
        charge: row["charge"] ?? "")
      let exact = try #require(expected[key], "\(key)")
      let posted = Double(try Cents.reading(row["amount"] ?? "")) / 100
      #expect(abs(posted - exact) <= Self.cellTolerance, "\(key): \(posted) for \(exact)")
    }
  }

  @Test("the first-year rate is the one at which the rents sum to the contract value")
  func rate() throws {
    let shown = try SampleBook.ask("show", "hut8-river-bend", "--format", "json").object
    let rate = try #require(shown["first_year_rate_per_kw_month"] as? Double)
    #expect(abs(rate - RiverBend.rate) <= Self.rateTolerance)
    // With whole years alone, contract value = 245,000 kW × 12 × rate × (1.03^15 − 1) ÷ 0.03:
    // 128.0157 USD/kW-month (CONVENTIONS §4). Two part months a hall move it by less than a cent.
    let closedForm = 7e9 / (245_000 * 12 * (pow(1.03, 15) - 1) / 0.03)
    #expect(abs(closedForm - 128.0157) < 0.000_05)
    #expect(abs(rate - closedForm) < 0.01)
  }

  @Test("the contract value is the sum of posted rent, and its gap half a cent a cell at most")
  func contractValue() throws {
    let rows = try SampleBook.ask(Self.monthly).table.rows.filter { $0["charge"] == "base-rent" }
    let posted = try rows.reduce(0) { try $0 + Cents.reading($1["amount"] ?? "") }
    let shown = try SampleBook.ask("show", "hut8-river-bend", "--format", "json").object
    #expect(try Cents.reading(shown["total_contract_value"]) == posted)
    #expect(try Cents.reading(shown["stated_contract_value"]) == 700_000_000_000)
    #expect(try Cents.reading(shown["rounding_difference"]) == posted - 700_000_000_000)
    #expect(abs(posted - 700_000_000_000) * 2 <= rows.count)
  }

  @Test("by year, a row is the sum of the months and halls in it")
  func years() throws {
    let parts = try SampleBook.ask(Self.monthly).table.cents {
      "\(($0["period_start"] ?? "").prefix(4)) \($0["charge"] ?? "")"
    }
    let years = try SampleBook.ask("project", "hut8-river-bend", "--format", "csv").table.cents {
      "\(($0["period_start"] ?? "").prefix(4)) \($0["charge"] ?? "")"
    }
    #expect(years == parts)
  }

  /// Σ CF × (1 + r)^(−days/365) of posted cents, as Excel's XNPV.
  private static func presentValue(
    of flows: [RiverBend.Flow], on date: CivilDay, rate: Double, keepingPast: Bool = false
  ) -> Double {
    flows.filter { keepingPast || $0.due >= date }.reduce(0) { sum, flow in
      sum + flow.posted * pow(1 + rate, -Double(flow.due.number - date.number) / 365)
    }
  }

  @Test("the present value is the XNPV of flows on their due days, with the past left out")
  func presentValue() throws {
    let shown = try SampleBook.ask(Self.value).object
    let date = CivilDay(2026, 1, 1)
    let expected = Self.presentValue(of: RiverBend.flows, on: date, rate: 0.08)
    let found = Double(try Cents.reading(shown["present_value"])) / 100
    #expect(abs(found - expected) <= Self.valueTolerance, "\(found) for \(expected)")
    let income = RiverBend.flows.filter { $0.charge != "capital-cost" }
    let ofIncome = Self.presentValue(of: income, on: date, rate: 0.08)
    let foundOfIncome = Double(try Cents.reading(shown["present_value_noi"])) / 100
    #expect(abs(foundOfIncome - ofIncome) <= Self.valueTolerance)
    // One month-end of hall 1 is past: 490 M USD ÷ 18 on 2025-12-31.
    #expect(try Cents.reading(shown["past_flows"]) == -2_722_222_222)
  }

  @Test("each charge's total and present value add up to the whole")
  func charges() throws {
    let shown = try SampleBook.ask(Self.value).object
    let charges = try #require(shown["charges"] as? [[String: Any]])
    let values = try charges.map { try Cents.reading($0["present_value"]) }
    // Each is rounded alone: half a cent for each of the three and for the whole.
    #expect(abs(try values.reduce(0, +) - Cents.reading(shown["present_value"])) <= 2)
    let rows = try SampleBook.ask(Self.monthly).table.cents { $0["charge"] ?? "" }
    for charge in charges {
      let name = try #require(charge["charge"] as? String)
      #expect(try Cents.reading(charge["total"]) == rows[name], "\(name)")
    }
  }

  @Test("the IRR makes the XNPV from the first flow zero, and no other rate does")
  func rateOfReturn() throws {
    let irr = try #require(try SampleBook.ask(Self.value).object["irr"] as? [String: Any])
    #expect(irr["status"] as? String == "unique")
    let rate = try #require(irr["rate"] as? Double)
    let first = CivilDay(2025, 12, 31)
    func value(_ rate: Double) -> Double {
      Self.presentValue(of: RiverBend.flows, on: first, rate: rate, keepingPast: true)
    }
    // Twelve printed digits times a slope of about 2e10 USD; posted cents move it by less.
    #expect(abs(value(rate)) <= 0.5)
    let signs = stride(from: -0.5, through: 3, by: 0.01).map { value($0) > 0 }
    #expect(zip(signs, signs.dropFirst()).count { $0 != $1 } == 1)
  }

  @Test("signs change, and capital is back, on the days that the flows netted by day say")
  func signsAndPayback() throws {
    let byDay = Dictionary(grouping: RiverBend.flows, by: \.due)
      .mapValues { $0.reduce(0) { $0 + $1.posted } }.sorted { $0.key < $1.key }
    let changes = zip(byDay, byDay.dropFirst()).count { ($0.value > 0) != ($1.value > 0) }
    let shown = try SampleBook.ask(Self.value).object
    let irr = try #require(shown["irr"] as? [String: Any])
    #expect(irr["sign_changes"] as? Int == changes)
    var balance = 0.0
    let payback = byDay.first { day in
      balance += day.value
      return day.key > CivilDay(2028, 1, 1) && balance >= 0
    }
    #expect(CivilDay(try #require(shown["payback_date"] as? String)) == payback?.key)
  }

  @Test("NOI, its averages and WALT follow from the terms")
  func measures() throws {
    let shown = try SampleBook.ask("show", "hut8-river-bend", "--format", "json").object
    let noi = Double(try Cents.reading(shown["noi"])) / 100
    let cells = Double(RiverBend.flows.count)
    #expect(abs(noi - 0.986 * RiverBend.contractValue) <= cells * Self.cellTolerance)
    let averages = try #require(shown["average_annual_noi"] as? [String: Any])
    // Every hall is in force for 15 years: the MW-weighted average is NOI ÷ 15.
    let weighted = Double(try Cents.reading(averages["mw_weighted"])) / 100
    #expect(abs(weighted - noi / 15) <= 0.01)
    // Days ÷ 365.25, from each commencement to the day after the last (CONVENTIONS §10).
    let weights = RiverBend.halls.reduce(0) { $0 + $1.kilowatts }
    let years = RiverBend.halls.reduce(0) {
      $0 + $1.kilowatts * Double($1.expiry.number - $1.ready.number) / 365.25
    }
    let walt = try #require(shown["walt_years"] as? Double)
    #expect(abs(walt - years / weights) < 1e-9)
    #expect(shown["first_commencement"] as? String == "2027-06-30")
    #expect(shown["last_day"] as? String == "2042-12-30")
  }
}
