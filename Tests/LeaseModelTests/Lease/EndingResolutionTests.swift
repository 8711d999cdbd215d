import FinanceBasics
import LeaseModel
import Testing

@Suite("Renewals and endings of leases from deals")
struct EndingResolutionTests {
  private let terms =
    DraftBuilder.minimum + [
      ("terms.criticalIT", "100 MW"), ("terms.term", "10 years"),
      ("terms.rentCommencement", "2027-01-01"), ("terms.rent.rate", "100 USD/kW-month"),
      ("terms.rent.escalator.fixed", "3 %"),
    ]
  private let market = IndexSeries(
    name: "rent-texas", unit: "USD/kW-month", firstMonth: YearMonth(year: 2026, month: 1),
    values: [ExactDecimal(140)])

  private func resolved(_ lines: [(String, String)]) throws -> ResolvedLease {
    try DraftBuilder.deal(terms + lines).resolvedLease(series: ["rent-texas": market])
  }

  private func codes(_ lines: [(String, String)]) throws -> [String] {
    let deal = try DraftBuilder.deal(terms + lines)
    do throws(NotProjectable) {
      _ = try deal.lease()
      return []
    } catch {
      return error.faults.map(\.code)
    }
  }

  @Test("renew one by one where each option differs, and take the rest from the group")
  func options() throws {
    let renewals = try resolved([
      ("terms.renewals.notice", "12 months"), ("terms.renewals.rent", "flat"),
      ("terms.renewals.options[1].length", "3 years"),
      ("terms.renewals.options[2].length", "5 years"),
      ("terms.renewals.options[2].rent", "continue"),
      ("terms.renewals.options[2].notice", "6 months"),
      ("assumptions.renewals.options[1].probability", "80 %"),
      ("assumptions.renewals.probability", "50 %"),
    ]).lease.renewals
    #expect(renewals.map(\.months) == [36, 60])
    #expect(renewals.map(\.rent) == [.flat, .continued])
    #expect(renewals.map(\.notice) == [.months(12), .months(6)])
    #expect(renewals.map(\.probability?.description) == ["0.8", "0.5"])
  }

  @Test("renew at a share of the market, within bounds on the change")
  func marketRent() throws {
    let renewals = try resolved([
      ("terms.renewals.count", "1"), ("terms.renewals.each", "5 years"),
      ("terms.renewals.rent.market.curve", "rent-texas"),
      ("terms.renewals.rent.market.share", "95 %"), ("terms.renewals.rent.market.floor", "0 %"),
      ("terms.renewals.rent.market.cap", "20 %"),
      ("assumptions.renewals.rent.market.afterLast", "2 %"),
    ]).lease.renewals
    let rent = MarketRent(
      curve: market, share: ExactDecimal(digits: 95, fractionDigits: 2), floor: .zero,
      cap: ExactDecimal(digits: 2, fractionDigits: 1),
      afterLast: ExactDecimal(digits: 2, fractionDigits: 2))
    let escalator = Escalator.fixed(ExactDecimal(digits: 3, fractionDigits: 2))
    #expect(renewals.map(\.rent) == [.market(rent, escalator: escalator)])
  }

  @Test("name the field of a series that is not at hand")
  func missingCurve() throws {
    let lines = [
      ("terms.renewals.count", "1"), ("terms.renewals.each", "5 years"),
      ("terms.renewals.rent.market.curve", "rent-ohio"),
    ]
    let deal = try DraftBuilder.deal(terms + lines)
    do throws(NotProjectable) {
      _ = try deal.lease(series: ["rent-texas": market])
      Issue.record("a series was found that there is not")
    } catch {
      #expect(error.faults.map(\.path) == ["renewals.rent.market.curve"])
    }
  }

  /// Ten years from 2027-01-01 end on 2036-12-31.
  @Test(
    "end early within the term alone",
    arguments: [
      ("2027-01-01", []), ("2036-12-31", []),
      ("2026-12-31", ["projection.termination-outside-term"]),
      ("2037-01-01", ["projection.termination-outside-term"]),
    ] as [(String, [String])])
  func withinTerm(_ day: String, _ expected: [String]) throws {
    #expect(try codes([("assumptions.termination.exercised", day)]) == expected)
  }

  @Test(
    "name the block in which an end outside the term stands, and its words",
    arguments: [("assumptions", "taken to end", "assume"), ("terms", "said to end", "state")])
  func block(_ block: String, _ claim: String, _ verb: String) throws {
    let deal = try DraftBuilder.deal(terms + [("\(block).termination.exercised", "2037-01-01")])
    do throws(NotProjectable) {
      _ = try deal.lease()
      Issue.record("it ends after its term")
    } catch {
      let found = try #require(error.diagnostics.all.first)
      #expect(found.location.field?.hasSuffix("\(block).termination.exercised") == true)
      #expect(found.problem.contains(claim) && found.remedy.hasPrefix(verb))
    }
  }

  /// Lease year 6 begins on 2032-01-01.
  @Test(
    "end early no sooner than the right to it",
    arguments: [
      ("2031-12-31", ["projection.termination-too-early"]), ("2032-01-01", []),
    ] as [(String, [String])])
  func notTooEarly(_ day: String, _ expected: [String]) throws {
    let lines = [("terms.termination.from", "year 6"), ("assumptions.termination.exercised", day)]
    #expect(try codes(lines) == expected)
  }

  @Test(
    "end early for the fee that is stated",
    arguments: [
      ([("amount", "5 M USD")], .amount(ExactDecimal(5_000_000))),
      ([("monthsOfRent", "9")], .monthsOfRent(ExactDecimal(9))),
      (
        [("schedule[1].year", "5"), ("schedule[1].amount", "5 M USD")],
        .schedule([Termination.Row(leaseYear: 5, amount: ExactDecimal(5_000_000))])
      ),
      ([("unamortisedCost", "yes")], .unamortisedCost), ([("unamortisedCost", "no")], nil),
    ] as [([(String, String)], Termination.Fee?)])
  func fees(_ fields: [(String, String)], _ fee: Termination.Fee?) throws {
    let lines = [("assumptions.termination.exercised", "2033-06-30")]
    let stated = fields.map { ("terms.termination.fee.\($0.0)", $0.1) }
    let capital = [("terms.capitalCost", "10 M USD/MW-IT")]
    let termination = try resolved(lines + stated + capital).lease.termination
    #expect(termination?.lastDay.description == "2033-06-30")
    #expect(termination?.fee == fee)
  }

  @Test("do not end early where nobody assumes it")
  func notExercised() throws {
    #expect(try resolved([("terms.termination.fee.amount", "5 M USD")]).lease.termination == nil)
  }

  @Test("are held over where both the rent and the length are known, and else say why not")
  func holdover() throws {
    let rent = [("terms.holdover.rent", "150 %")]
    let both = try resolved(rent + [("assumptions.holdover.length", "3 months")])
    #expect(
      both.lease.holdover
        == Holdover(share: ExactDecimal(digits: 15, fractionDigits: 1), length: .months(3)))
    let one = try resolved(rent)
    #expect(one.lease.holdover == nil)
    #expect(one.remarks.map(\.description).contains { $0.hasPrefix("holdover.rent: left out") })
  }

  @Test("cost the landlord their restoration, unless the tenant pays for it")
  func restoration() throws {
    let cost = [("terms.restoration.cost", "5 M USD")]
    let open = try resolved(cost)
    #expect(open.lease.restorationCost == ExactDecimal(5_000_000))
    #expect(open.remarks.contains(.landlordRestores))
    let tenant = try resolved(cost + [("terms.restoration.paidBy", "tenant")])
    #expect(tenant.lease.restorationCost == nil)
  }

  @Test("hold a deposit that steps down")
  func deposit() throws {
    let deposit = try resolved([
      ("terms.deposit.amount", "10 M USD"), ("terms.deposit.date", "2026-06-30"),
      ("terms.deposit.steps[1].date", "2030-06-30"), ("terms.deposit.steps[1].amount", "4 M USD"),
    ]).lease.deposit
    #expect(deposit?.steps.map(\.date.description) == ["2030-06-30"])
    #expect(deposit?.steps.map(\.remaining) == [ExactDecimal(4_000_000)])
  }
}
