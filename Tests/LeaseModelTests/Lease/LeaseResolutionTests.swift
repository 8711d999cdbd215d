import FinanceBasics
import LeaseModel
import Testing

@Suite("Leases from deals")
struct LeaseResolutionTests {
  private func lease(_ lines: [(String, String)]) throws -> Lease {
    try DraftBuilder.deal(lines).lease()
  }

  private func codes(_ lines: [(String, String)]) throws -> [String] {
    let deal = try DraftBuilder.deal(lines)
    do throws(NotProjectable) {
      _ = try deal.lease()
      return []
    } catch {
      return error.faults.map(\.code)
    }
  }

  private let halls = [
    ("assumptions.halls[hall 1].name", "hall 1"), ("assumptions.halls[hall 1].criticalIT", "49 MW"),
    ("assumptions.halls[hall 1].readyForService", "2027-06-30"),
    ("assumptions.halls[halls 2-5].name", "halls 2-5"),
  ]

  @Test("take all megawatts as one hall, ready at the end of the last delivery")
  func oneHall() throws {
    let resolved = try DraftBuilder.deal(DraftBuilder.riverBend).resolvedLease()
    let hall = try #require(resolved.lease.halls.first)
    #expect(resolved.lease.halls.count == 1)
    #expect(hall.criticalIT.description == "245")
    // The last day of 2027-Q4, and 180 months from it.
    #expect(hall.baseTerm.lowerBound.description == "2027-12-31")
    #expect(hall.baseTerm.upperBound.description == "2042-12-31")
    #expect(resolved.remarks.contains(.oneHallAssumed))
    #expect(resolved.inputs.allSatisfy { $0.basis == .disclosed })
  }

  @Test("share what is left of the megawatts among halls without")
  func remainder() throws {
    let lease = try lease(DraftBuilder.riverBend + halls)
    #expect(lease.halls.map(\.criticalIT.description) == ["49", "196"])
    // 100 MW in three parts to a watt: 33.333333 twice, and the rest.
    let thirds = try self.lease(
      DraftBuilder.riverBend.filter { $0.0 != "terms.criticalIT" } + [
        ("terms.criticalIT", "100 MW"), ("terms.halls[a].name", "a"), ("terms.halls[b].name", "b"),
        ("terms.halls[c].name", "c"),
      ])
    #expect(thirds.halls.map(\.criticalIT.description) == ["33.333333", "33.333333", "33.333334"])
  }

  @Test(
    "take a stated period at the day that is assumed",
    arguments: [("end", "2027-12-31"), ("middle", "2027-11-15"), ("start", "2027-10-01")])
  func periodDay(_ day: String, _ expected: String) throws {
    // 2027-Q4 has 92 days, 91 from the first to the last: the middle is 45 days after 1 October.
    let lease = try lease(DraftBuilder.riverBend + [("assumptions.periodDay", day)])
    #expect(lease.firstCommencement.description == expected)
  }

  @Test("begin with the month after, where whole months are charged; a first stays")
  func wholeMonths() throws {
    let rule = [("terms.rent.proration", "whole month from next")]
    #expect(try lease(DraftBuilder.riverBend + rule).firstCommencement.description == "2028-01-01")
    let first = rule + [("terms.rentCommencement", "2027-05-01")]
    #expect(try lease(DraftBuilder.riverBend + first).firstCommencement.description == "2027-05-01")
  }

  @Test(
    "run to the day of their clock",
    arguments: [
      ("per hall", ["2042-06-30", "2042-12-31"]), ("from first", ["2042-06-30", "2042-06-30"]),
      ("coterminous after last", ["2042-12-31", "2042-12-31"]),
    ])
  func termClock(_ clock: String, _ ends: [String]) throws {
    let lease = try lease(DraftBuilder.riverBend + halls + [("assumptions.termClock", clock)])
    #expect(lease.halls.map(\.baseTerm.upperBound.description) == ends)
  }

  @Test("end on a stated last day, included")
  func fixedEnd() throws {
    let lease = try lease(
      DraftBuilder.riverBend + [("terms.termClock", "fixed end"), ("terms.expiry", "2048-06-30")])
    #expect(lease.expiry.description == "2048-07-01")
  }

  @Test("name everything that is missing")
  func missing() throws {
    let all = Set(try codes(DraftBuilder.minimum))
    #expect(
      all == [
        "projection.critical-it-missing", "projection.delivery-missing",
        "projection.term-missing", "projection.rent-missing",
      ])
  }

  @Test("do not take growth that nobody knows for none")
  func growth() throws {
    let open = DraftBuilder.riverBend.filter { $0.0 != "terms.rent.escalator.fixed" }
    let unknown = [("terms.rent.escalator", "annual, rate not disclosed")]
    #expect(try codes(open + unknown) == ["projection.escalator-missing"])
    let resolved = try DraftBuilder.deal(open).resolvedLease()
    #expect(resolved.remarks.contains(.noEscalator))
    #expect(resolved.lease.periods.map(\.escalator) == [.none])
  }

  @Test("carry rates, growth, options, margin and capital as fractions and units")
  func values() throws {
    let lease = try lease(
      DraftBuilder.riverBend + [
        ("terms.renewals.count", "3"), ("terms.renewals.each", "5 years"),
        ("assumptions.renewals.probability", "70 %"), ("assumptions.operatingMargin", "98.6 %"),
        ("assumptions.capitalCost", "10 M USD/MW-IT"), ("terms.ownership", "51 %"),
        ("terms.prepayment.share", "10 %"), ("terms.billing.timing", "in arrears"),
      ])
    #expect(lease.periods.map(\.rent) == [.contractValue(ExactDecimal(7_000_000_000))])
    #expect(lease.periods.map(\.escalator.description) == ["fixed 0.03"])
    #expect(lease.renewals.count == 3)
    #expect(lease.renewals.first?.months == 60)
    #expect(lease.renewals.first?.probability?.description == "0.7")
    #expect(lease.operatingCosts == .margin(ExactDecimal(digits: 986, fractionDigits: 3)))
    #expect(lease.capital?.cost == .perMegawattIT(ExactDecimal(10_000_000)))
    #expect(lease.capital?.spending == .even(months: 18))
    #expect(lease.ownership.description == "0.51")
    #expect(lease.prepayment?.amount.description == "700000000")
    #expect(lease.prepayment?.date == lease.firstCommencement)
    #expect(lease.rules.timing == .arrears)
  }

  @Test("spend per gross megawatt what the gross megawatts cost")
  func grossCapital() throws {
    // 8 M USD for each of 330 gross megawatts.
    let lease = try lease(
      DraftBuilder.riverBend + [
        ("terms.gross", "330 MW"), ("terms.capitalCost", "8 M USD/MW-gross"),
      ])
    #expect(lease.capital?.cost == .total(ExactDecimal(2_640_000_000)))
  }

  @Test("spend nothing where the tenant pays")
  func tenantPays() throws {
    let lease = try lease(
      DraftBuilder.riverBend + [
        ("terms.capitalCost", "8 M USD/MW-IT"), ("terms.capitalFundedBy", "tenant"),
      ])
    #expect(lease.capital == nil)
  }

  @Test("have a rent for each period of a split term")
  func periods() throws {
    let open = DraftBuilder.riverBend.filter { $0.0 != "terms.rent.contractValue" }
    let lease = try lease(
      open + [
        ("terms.periods[1].years", "1-10"),
        ("terms.periods[1].rent.contractValue", "3.0 bn + 830 M USD"),
        ("terms.periods[2].years", "11-15"), ("terms.periods[2].rent.rate", "2 M USD/MW-IT-year"),
      ])
    #expect(lease.periods.map(\.leaseYears) == [0..<10, 10..<15])
    #expect(
      lease.periods.map(\.rent) == [
        .contractValue(ExactDecimal(3_830_000_000)),
        .rate(.perMegawattYear(ExactDecimal(2_000_000))),
      ])
  }

  @Test("are refused in two currencies")
  func currencies() throws {
    #expect(
      try codes(DraftBuilder.riverBend + [("terms.deposit.amount", "10 M EUR")])
        == ["projection.currencies-mixed"])
  }
}

extension Escalator {
  /// The growth of a fixed escalator in words.
  fileprivate var description: String {
    if case .fixed(let rate) = self { "fixed \(rate)" } else { "other" }
  }
}
