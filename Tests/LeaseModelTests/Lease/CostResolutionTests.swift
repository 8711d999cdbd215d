import FinanceBasics
import LeaseModel
import Testing

@Suite("Cost lines of leases from deals")
struct CostResolutionTests {
  private let lease =
    DraftBuilder.minimum + [
      ("terms.criticalIT", "100 MW"), ("terms.term", "10 years"),
      ("terms.rentCommencement", "2027-01-01"), ("terms.rent.rate", "100 USD/kW-month"),
    ]

  private func resolved(_ lines: [(String, String)]) throws -> ResolvedLease {
    try DraftBuilder.deal(lease + lines).resolvedLease()
  }

  private func lines(_ fields: [(String, String)]) throws -> [CostLine] {
    guard case .lines(let lines) = try resolved(fields).lease.operatingCosts else { return [] }
    return lines
  }

  private func cost(_ fields: [(String, String)]) -> [(String, String)] {
    [("name", "tax")].map { ("terms.operatingCosts[tax].\($0.0)", $0.1) }
      + fields.map { ("terms.operatingCosts[tax].\($0.0)", $0.1) }
  }

  private func tariff(_ key: String, _ amount: String) -> [(String, String)] {
    [("terms.power.tariff[a].name", "a"), ("terms.power.tariff[a].\(key)", amount)]
  }

  private static let dollars = ExactDecimal(5)

  /// The table of presets: what the tenant pays back of a cost and of power.
  @Test(
    "are recovered as leases of their structure are, where they say nothing",
    arguments: [
      ("triple-net", Recovery.all, Recovery.all), ("powered-shell", .all, .all),
      (
        "modified-gross", Recovery(share: .one, base: .firstLeaseYear),
        Recovery(share: .one, base: .firstLeaseYear)
      ),
      ("gross", .none, .none), ("colocation", .none, .all), ("cloud", .none, .none),
    ])
  func presets(_ structure: String, _ operating: Recovery, _ power: Recovery) throws {
    let found = try lines(
      [("terms.contract.structure", structure)] + cost([("amount", "5 M USD/year")])
        + tariff("fixed", "5 M USD/year"))
    #expect(found.map(\.recovery) == [operating, power])
    #expect(found.map(\.kind) == [.other, .power])
  }

  @Test("say in a remark which preset they took, and count the structure as an input")
  func remarks() throws {
    let resolved = try resolved(
      [("terms.contract.structure", "modified-gross")] + cost([("amount", "5 M USD/year")]))
    #expect(
      resolved.remarks.map(\.description).contains(
        "operatingCosts: tax: no recovery is stated; modified-gross, and the tenant pays what is"
          + " above the first lease year"))
    #expect(resolved.inputs.contains { $0.path.description == "contract.structure" })
  }

  @Test(
    "keep what they state themselves, and take the rest from the structure",
    arguments: [
      // A share alone is of the whole cost.
      ([("recovery", "80 %")], Recovery(share: ExactDecimal(digits: 8, fractionDigits: 1))),
      // A fee does not take the base year away.
      (
        [("adminFee", "5 %")],
        Recovery(
          share: .one, base: .firstLeaseYear, adminFee: ExactDecimal(digits: 5, fractionDigits: 2))
      ),
      (
        [("expenseStop", "5 USD/kW-month")],
        Recovery(share: .one, base: .amount(CostLimit(.perKilowattMonth(dollars))))
      ),
      // 5 M a month is 60 M a year.
      (
        [("recoveryCap", "5 M USD/month"), ("recoveryCapGrowth", "2 %")],
        Recovery(
          share: .one, base: .firstLeaseYear,
          cap: CostLimit(
            .perYear(ExactDecimal(60_000_000)),
            growth: ExactDecimal(digits: 2, fractionDigits: 2)))
      ),
      (
        // 58 years and the 14 leap days from 1972 to 2024 after 1970-01-01.
        [("baseYear", "2028-01-01")],
        Recovery(share: .one, base: .day(CalendarDate(dayNumber: 58 * 365 + 14)))
      ),
    ] as [([(String, String)], Recovery)])
  func refinements(_ fields: [(String, String)], _ recovery: Recovery) throws {
    let structure = [("terms.contract.structure", "modified-gross")]
    let found = try lines(structure + cost([("amount", "5 M USD/year")] + fields))
    #expect(found.map(\.recovery) == [recovery])
  }

  @Test("of a gross lease are recovered whole above a stop that they state")
  func grossWithStop() throws {
    let found = try lines(
      [("terms.contract.structure", "gross")]
        + cost([("amount", "9 M USD/year"), ("expenseStop", "5 USD/kW-month")]))
    #expect(found.map(\.recovery.share) == [.one])
  }

  /// 100 MW of critical IT; 5 USD per MW and year are 500 USD a year.
  @Test(
    "have their amount in the unit that they are stated in",
    arguments: [
      ("5 USD/year", CostLine.Amount.perYear(dollars)),
      ("5 USD/month", .perYear(ExactDecimal(60))),
      ("5 USD/kW-month", .perKilowattMonth(dollars)),
      ("5 USD/MW-IT-year", .perYear(ExactDecimal(500))),
      ("5 %", .shareOfRent(ExactDecimal(digits: 5, fractionDigits: 2))),
    ])
  func amounts(_ text: String, _ amount: CostLine.Amount) throws {
    #expect(try lines(cost([("amount", text)])).map(\.amount) == [amount])
  }

  @Test("of a tariff are charged on what they are stated on")
  func tariffs() throws {
    let found = try lines(
      [("terms.pue", "1.3"), ("terms.power.loadFactor", "80 %")]
        + ["energy": "5 USD/MWh", "demand": "5 USD/kW-month", "share": "5 %"].sorted {
          $0.key > $1.key
        }.flatMap { key, amount in
          [
            ("terms.power.tariff[\(key)].name", key),
            ("terms.power.tariff[\(key)].\(key)", amount),
          ]
        })
    #expect(
      found.map(\.amount) == [
        .shareOfPower(ExactDecimal(digits: 5, fractionDigits: 2)),
        .perMegawattHour(Self.dollars), .perKilowattMonthOfDemand(Self.dollars),
      ])
  }

  @Test("of energy need a PUE and a load factor, of demand a PUE")
  func power() throws {
    func missing(
      _ key: String, _ amount: String, _ more: [(String, String)] = []
    ) throws -> [String] {
      let deal = try DraftBuilder.deal(lease + tariff(key, amount) + more)
      do throws(NotProjectable) {
        _ = try deal.lease()
        return []
      } catch {
        return error.faults.map(\.path)
      }
    }
    #expect(try missing("energy", "5 USD/MWh") == ["power.pue", "power.loadFactor"])
    #expect(try missing("demand", "5 USD/kW-month") == ["power.pue"])
    #expect(try missing("energy", "5 USD/MWh", [("terms.pue", "1.3")]) == ["power.loadFactor"])
    #expect(try missing("fixed", "5 USD/year") == [])
  }

  @Test("take the PUE of operation before that of the design")
  func operatingPUE() throws {
    let power = try resolved(
      tariff("demand", "5 USD/kW-month") + [
        ("terms.pue", "1.3"), ("terms.power.pue", "1.25"), ("terms.power.guaranteedPUE", "1.2"),
      ]
    ).lease.power
    #expect(power?.powerUsageEffectiveness.description == "1.25")
    #expect(power?.guaranteedPUE?.description == "1.2")
  }

  @Test("have their reductions, their days and their growth")
  func course() throws {
    let found = try #require(
      try lines(
        cost([
          ("amount", "5 M USD/year"), ("growth", "2 %"), ("grows", "anniversary"),
          ("abatements[1].year", "1"), ("abatements[1].share", "80 %"),
          ("abatements[2].year", "6"), ("abatements[2].share", "50 %"), ("from", "2026-05-01"),
          ("through", "2033-12"),
        ])
      ).first)
    #expect(found.growth.description == "0.02")
    #expect(found.growthDay == .anniversary)
    #expect(found.reductions.map(\.start) == [.leaseYear(1), .leaseYear(6)])
    #expect(found.reductions.map(\.share.description) == ["0.8", "0.5"])
    #expect(found.from?.description == "2026-05-01")
    #expect(found.through?.description == "2033-12-31")
  }

  @Test("beside power alone are not taken for nothing without a word")
  func powerAlone() throws {
    let resolved = try resolved(tariff("fixed", "5 USD/year"))
    #expect(resolved.remarks.contains(.powerAlone))
  }
}
