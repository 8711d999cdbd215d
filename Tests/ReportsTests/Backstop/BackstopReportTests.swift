import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing
import Valuation

@testable import Reports

/// A year of rent at 1,000,000.00 a month from Friday 2027-01-01, undiscounted. The tenant defaults
/// after June: six rents are paid, of three 40 % is recovered, and three are re-let at 85 %.
@Suite("Reports of guarantees")
struct BackstopReportTests {
  private static let date = CalendarDate("2026-01-01") ?? .earliest

  private func flows(
    _ id: String, cap: String? = nil, shares: String? = nil, guarantor: String? = "google"
  ) throws -> DealCashFlows {
    let deal = try DealBuilder.deal(
      id,
      terms: [
        ("landlord", "hut-8"), ("tenant", "fluidstack"), ("contract.kind", "lease"),
        ("contract.structure", "triple-net"), ("criticalIT", "10 MW"), ("term", "1 year"),
        ("rentCommencement", "2027-01-01"), ("rent.rate", "100 USD/kW-month"),
      ] + (guarantor.map { [("creditSupport[1].guarantor", $0)] } ?? [])
        + (cap.map { [("creditSupport[1].upTo", $0)] } ?? [])
        + (shares.map {
          [
            ("warrants[1].holder", "google"), ("warrants[1].shares", $0),
            ("warrants[1].exercisePrice", "0.40 USD"),
          ]
        } ?? []))
    return try DealCashFlows(AnalysedDeal(versions: [deal]), case: .base)
  }

  private func report(
    _ deals: [DealCashFlows], price: String? = nil, recovery: Double = 0.4,
    downtime: Tenor = .months(3), scenarios: ScenarioStatement? = nil
  ) throws -> BackstopReport {
    // The last day of June is the 545th after the valuation date.
    let tenant = try DefaultIntensity(steps: [
      DefaultIntensity.Step(fromYears: 0, rate: 0),
      DefaultIntensity.Step(fromYears: 545.0 / 365, rate: .infinity),
    ])
    let terms = try BackstopTerms(
      tenant: tenant, guarantor: .none, recovery: recovery, downtime: downtime, marketRent: 0.85,
      sharePrice: price.map { try Figure(reading: $0, as: .money) })
    let valuation = try BackstopValuation(
      of: deals, basis: ValuationBasis(date: Self.date, rate: 0), terms: terms, leavesOut: true)
    return BackstopReport(
      valuation, currency: .usd, remarks: ["as of today"], scenarios: scenarios)
  }

  @Test("one deal is a report of who promises what and what it is worth")
  func oneDeal() throws {
    let report = try report([flows("year", shares: "1,000 shares")], price: "15.40 USD")
    let text = report.rendered(as: .text, style: TextStyle(width: 80))
    let lines = text.split(separator: "\n").map(String.init)
    // Without: 6 + 3 × 0.4 + 3 × 0.85 = 9.75 M; with: 12 M; 2.25 ÷ 12 = 1,875 basis points;
    // 1,000 × (15.40 − 0.40) = 15,000, and 15,000 ÷ 2,250,000 = 0.0067.
    #expect(
      Array(lines.prefix(23)) == [
        "Backstop of year",
        "Guarantee",
        "  Tenant                    fluidstack",
        "  Guarantor                 google",
        "  Cap                       none stated",
        "  Rents due                 2027-01-01 to 2027-12-01",
        "  Covered through           2027-12-01",
        "Present value of base rent on 2026-01-01",
        "  Rent, undiscounted        12,000,000.00 USD",
        "  If nobody could default   12,000,000.00 USD",
        "  With the guarantee        12,000,000.00 USD",
        "  Without the guarantee     9,750,000.00 USD",
        "What the guarantee is worth",
        "  Worth                     2,250,000.00 USD",
        "  A year, of covered rent   1,875.0 basis points",
        "  Covered rent, certain     12,000,000.00 USD",
        "  Expected loss without it  2,250,000.00 USD",
        "  Expected loss left        0.00 USD",
        "Warrants given for it",
        "  google                    1,000 shares at 0.40 USD",
        "  Value at 15.40 USD        15,000.00 USD",
        "  Value over worth          0.01",
        "base rent of the base term due on or after 2026-01-01, less what prepaid rent",
      ])
  }

  @Test("the foot tells the conventions, and what is left out")
  func footnotes() throws {
    let wide = TextStyle(width: 400)
    let text = try report([flows("year")]).rendered(as: .text, style: wide)
    #expect(text.contains("renewals, recoveries and the end value of the halls are left out"))
    #expect(text.contains("discounted at 0 % effective annual, convention actual365, taken to be"))
    #expect(
      text.contains(
        "default intensity of the tenant: 0 % a year through 2027-06-29, then default at once; "
          + "of the guarantor: 0 % a year; the chance to live for t years of 365 days is "
          + "e^(−intensity × t), and the two default independently of each other and of rates"))
    #expect(
      text.contains(
        "from the first rent that nobody pays 40 % of each rent is recovered until the space is "
          + "let again, 3 months later, at 85 % of the contract rent\n"))
    #expect(!text.contains("warrants:"))
    #expect(text.hasSuffix("as of today\n"))
    let instant = try report([flows("year")], recovery: 0, downtime: .days(0))
    #expect(
      instant.rendered(as: .text, style: wide).contains(
        "from the first rent that nobody pays on another tenant pays 85 % of the contract rent\n"))
    let lost = try report([flows("year")], recovery: 0, downtime: .months(24))
    #expect(
      lost.rendered(as: .text, style: wide).contains(
        "nobody pays nothing is recovered until the space is let again, 2 years later, at 85 %"))
  }

  @Test("a cap stands in the report, and warrants without a price are not valued")
  func capAndNoPrice() throws {
    let report = try report([flows("year", cap: "2 M USD", shares: "1,000 shares")])
    let text = report.rendered(as: .text, style: TextStyle(width: 80))
    #expect(text.contains("  Cap                       2,000,000.00 USD\n"))
    // July and August are paid by the guarantor; from September on the space is vacant for three
    // months, and December is re-let: 8 + 3 × 0.4 + 0.85 = 10.05 M.
    #expect(text.contains("  With the guarantee        10,050,000.00 USD\n"))
    #expect(text.contains("  Value                     not valued\n"))
    #expect(text.contains("warrants are not valued without a share price"))
    let inMillions = report.rendered(as: .text, style: TextStyle(width: 80, unit: .millions))
    #expect(inMillions.contains("  Without the guarantee     9.75 million USD\n"))
  }

  @Test("several deals are a table with its total, and remarks name their deals")
  func severalDeals() throws {
    let report = try report(
      [
        flows("one", shares: "1,000 shares"), flows("two", cap: "2 M USD"),
        flows("three", guarantor: nil),
      ], price: "15.40 USD")
    let text = report.rendered(as: .text, style: TextStyle(width: 160))
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    // Worth 2.25 M and 10.05 − 9.75 = 0.30 M; covered 12 M and 2 M.
    #expect(
      lines.contains(
        "one 12,000,000.00 12,000,000.00 9,750,000.00 2,250,000.00 1,875.0 0.00 15,000.00 0.01"))
    #expect(
      lines.contains("two 12,000,000.00 10,050,000.00 9,750,000.00 300,000.00 1,500.0 1,950,000.00")
    )
    // 2.55 ÷ 14 is 1,821.4 basis points; the warrants were given for the first alone.
    #expect(
      lines.contains(
        "Total 24,000,000.00 22,050,000.00 19,500,000.00 2,550,000.00 1,821.4 1,950,000.00 "
          + "15,000.00 0.01"))
    #expect(text.contains("no guarantor stated, left out: three"))
  }

  @Test("text keeps within 80 columns and within 160", arguments: [80, 160])
  func width(width: Int) throws {
    let deals = try [flows("one-of-a-rather-long-name-2026", cap: "2 M USD"), flows("two")]
    for subjects in [deals, [deals[0]]] {
      let text = try report(subjects, price: "15.40 USD").rendered(
        as: .text, style: TextStyle(width: width))
      #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= width })
      let ascii = try report(subjects).rendered(
        as: .text, style: TextStyle(width: width, isASCII: true))
      #expect(ascii.utf8.allSatisfy { $0 < 128 })
    }
  }

  @Test("CSV has a line a deal with everything that it rests on, and no total")
  func csv() throws {
    let report = try report(
      [flows("one", shares: "1,000 shares"), flows("two", cap: "2 M USD")], price: "15.40 USD")
    let head = """
      deal,valuation_date,tenant,guarantors,first_due,last_due,covered_through,cap,rents,\
      present_value_certain,present_value_with_guarantee,present_value_without_guarantee,\
      guarantee_worth,basis_points,present_value_covered,expected_loss_without,expected_loss,\
      warrants_value,warrants_over_worth,share_price,tenant_intensity,guarantor_intensity,recovery,\
      downtime,market_rent,discounting,currency
      """
    let tail = """
      15.40 USD,"0 % a year through 2027-06-29, then default at once",0 % a year,0.4,3 months,0.85,\
      "0 % effective annual, convention actual365",USD
      """
    #expect(
      report.rendered(as: .csv, style: TextStyle()) == """
        \(head)
        one,2026-01-01,fluidstack,google,2027-01-01,2027-12-01,2027-12-01,,12000000.00,\
        12000000.00,12000000.00,9750000.00,2250000.00,1875,12000000.00,2250000.00,0.00,15000.00,\
        0.006666666667,\(tail)
        two,2026-01-01,fluidstack,google,2027-01-01,2027-12-01,2027-12-01,2000000.00,12000000.00,\
        12000000.00,10050000.00,9750000.00,300000.00,1500,2000000.00,2250000.00,1950000.00,,,\(tail)

        """)
  }

  @Test("JSON is an object for one deal, with intensities as steps")
  func json() throws {
    let layer = ScenarioStatement.Layer(id: "late", name: nil, hash: nil, delays: [])
    let report = try report(
      [flows("one", shares: "1,000 shares")], price: "15.40 USD",
      scenarios: ScenarioStatement(layers: [layer]))
    let object = report.json
    #expect(object["deal"] == "one" && object["guarantors"] == ["google"])
    #expect(object["guarantee_worth"] == .amount(225_000_000))
    #expect(object["basis_points"] == .integer(1875))
    #expect(object["cap"] == .null && object["recovery"] == .number(rounding: 0.4))
    #expect(
      object["tenant_intensity"]
        == [
          ["from_years": 0, "rate": 0],
          ["from_years": .number(rounding: 545.0 / 365), "rate": nil],
        ])
    #expect(
      object["warrants"] == [
        [
          "holder": "google", "shares": 1000, "exercise_price": "0.40 USD",
          "value": .amount(1_500_000),
        ]
      ])
    #expect(object["remarks"] == [])
    #expect(object["scenarios"] != nil)
    #expect(report.rendered(as: .json, style: TextStyle()).hasPrefix("{\n  \"deal\": \"one\",\n"))
  }

  @Test("JSON is an array for several deals, with the figures of text and CSV")
  func jsonOfSeveral() throws {
    let report = try report([flows("one"), flows("two", cap: "2 M USD")])
    guard case .array(let objects) = report.json else {
      Issue.record("several deals are an array")
      return
    }
    #expect(objects.map { $0["deal"] } == ["one", "two"])
    #expect(
      objects.map { $0["present_value_with_guarantee"] }
        == [.amount(1_200_000_000), .amount(1_005_000_000)])
    #expect(objects[1]["cap"] == .amount(200_000_000))
    #expect(objects[0]["warrants_value"] == .null && objects[0]["warrants"] == [])
  }
}
