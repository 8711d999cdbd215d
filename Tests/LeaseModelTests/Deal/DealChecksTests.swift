import FinanceBasics
import LeaseModel
import Testing

/// Faults that were once taken as written, and gave a wrong rent or a refusal of the ledger.
@Suite("Checks of terms against each other")
struct DealChecksTests {
  private func codes(_ lines: [(String, String)]) -> [String] {
    DraftBuilder.codes(DraftBuilder.minimum + lines)
  }

  private func steps(_ key: String, _ starts: [String], in group: String = "terms.rent")
    -> [(String, String)]
  {
    starts.enumerated().flatMap { index, start in
      [
        ("\(group).steps[\(index + 1)].\(key)", start),
        ("\(group).steps[\(index + 1)].rate", "\(100 + index) USD/kW-month"),
      ]
    }
  }

  @Test(
    "rent steps out of order, late or of two kinds are faults, not rent as written",
    arguments: [
      ("year", ["3", "2"], ["rent.steps-late", "steps.not-ordered"]),
      ("year", ["1", "1"], ["steps.not-ordered"]), ("year", ["2"], ["rent.steps-late"]),
      ("year", ["1", "2", "5"], []), ("from", ["2028", "2029-06-30"], []),
      ("from", ["2029-06", "2028-06"], ["steps.not-ordered"]),
    ] as [(String, [String], [String])])
  func order(_ key: String, _ starts: [String], _ expected: [String]) {
    #expect(codes(steps(key, starts)).sorted() == expected)
  }

  @Test("rent steps by day begin by the day on which rent begins")
  func firstDay() {
    let lines = [("terms.rentCommencement", "2028-01-01")]
    #expect(codes(lines + steps("from", ["2028-01-02"])) == ["rent.steps-late"])
    #expect(codes(lines + steps("from", ["2028-01-01"])) == [])
  }

  @Test("a rent step has a year or a day, and all steps of a table have the same")
  func mixed() {
    let both = steps("year", ["1"]) + [("terms.rent.steps[1].from", "2028-01-01")]
    #expect(codes(both) == ["steps.mixed"])
    let apart = [
      ("terms.rent.steps[1].year", "1"), ("terms.rent.steps[1].rate", "100 USD/kW-month"),
      ("terms.rent.steps[2].from", "2029-01-01"), ("terms.rent.steps[2].rate", "110 USD/kW-month"),
    ]
    #expect(codes(apart) == ["steps.mixed"])
  }

  /// Lease years are counted from the beginning of the lease, in periods too.
  @Test("rent steps of a period begin with its first lease year")
  func stepsOfPeriods() {
    let lines = [
      ("terms.term", "10 years"), ("terms.periods[1].years", "1-5"),
      ("terms.periods[1].rent.rate", "100 USD/kW-month"), ("terms.periods[2].years", "6-10"),
    ]
    #expect(codes(lines + steps("year", ["6", "8"], in: "terms.periods[2].rent")) == [])
    #expect(
      codes(lines + steps("year", ["7"], in: "terms.periods[2].rent")) == ["rent.steps-late"])
  }

  @Test(
    "periods that end before the term or after it are faults",
    arguments: [
      ("10 years", "1-5", ["periods.short-of-term"]), ("10 years", "1-10", []),
      ("10 years 6 months", "1-10", ["periods.short-of-term"]), ("10 years 6 months", "1-11", []),
      ("10 years", "1-11", ["periods.beyond-term"]),
    ])
  func periods(_ term: String, _ years: String, _ expected: [String]) {
    #expect(codes([("terms.term", term), ("terms.periods[1].years", years)]) == expected)
  }

  @Test(
    "what a ledger cannot keep or an engine cannot use is a fault of the file",
    arguments: [
      ("terms.expiry", "9999-12-31", "date.out-of-bounds"),
      ("terms.delivery.last", "1899", "date.out-of-bounds"),
      ("effective", "2301-01-01", "date.out-of-bounds"),
      ("terms.criticalIT", "0.000001 MW", "value.out-of-bounds"),
      ("terms.gross", "0 MW", "value.out-of-bounds"),
      ("terms.rent.contractValue", "0 USD", "value.out-of-bounds"),
      ("terms.rent.contractValue", "0.004 USD", "value.out-of-bounds"),
      ("terms.rent.rate", "0 USD/kW-month", "value.out-of-bounds"),
      ("terms.rent.escalator.fixed", "-100 %", "value.out-of-bounds"),
      ("terms.rent.escalator.fixed", "1001 %", "value.out-of-bounds"),
      ("terms.ownership", "101 %", "share.out-of-bounds"),
      ("terms.renewals.count", "51", "count.malformed"),
    ])
  func bounds(_ path: String, _ text: String, _ code: String) {
    #expect(codes([(path, text)]) == [code])
  }

  @Test(
    "the ends of the bounds are taken",
    arguments: [
      ("terms.expiry", "2300-12-31"), ("terms.delivery.last", "1900-01-01"),
      ("terms.criticalIT", "0.001 MW"), ("terms.rent.contractValue", "0.01 USD"),
      ("terms.rent.escalator.fixed", "-99.9 %"), ("terms.rent.escalator.fixed", "1000 %"),
      ("terms.ownership", "0 %"), ("terms.ownership", "100 %"),
    ])
  func ends(_ path: String, _ text: String) {
    #expect(codes([(path, text)]) == [])
  }

  @Test("a cost has an amount and a growth within bounds")
  func costs() {
    let cost = [("terms.operatingCosts[tax].name", "tax")]
    let amount = [("terms.operatingCosts[tax].amount", "1 M USD/year")]
    #expect(codes(cost + amount + [("terms.operatingCosts[tax].growth", "-99 %")]) == [])
    #expect(
      codes(cost + amount + [("terms.operatingCosts[tax].growth", "-100 %")])
        == ["value.out-of-bounds"])
  }

  @Test("rent is not free for longer than the term, nor for all of it in full")
  func abatement() {
    func of(_ length: String, _ share: String) -> [String] {
      codes([
        ("terms.term", "10 years"), ("terms.rent.abatement.length", length),
        ("terms.rent.abatement.share", share),
      ])
    }
    #expect(of("20 years", "50 %") == ["abatement.beyond-term"])
    #expect(of("120 months", "100 %") == ["abatement.beyond-term"])
    #expect(of("120 months", "50 %") == [])
    #expect(of("90 days", "100 %") == [])
  }

  /// 20 renewals of 5 years are 100 years; one more is 105.
  @Test("renewals end within a hundred years")
  func renewals() {
    #expect(codes([("terms.renewals.count", "20"), ("terms.renewals.each", "5 years")]) == [])
    #expect(
      codes([("terms.renewals.count", "21"), ("terms.renewals.each", "5 years")])
        == ["renewals.too-long"])
  }

  private let listed = [
    ("terms.halls[hall 1].name", "hall 1"), ("terms.halls[hall 1].readyForService", "2027-06-30"),
  ]

  @Test("a misspelt hall among the assumptions adds no hall to those of the terms")
  func misspeltHall() {
    let wrong = [
      ("assumptions.halls[hal 1].name", "hal 1"), ("assumptions.halls[hal 1].criticalIT", "20 MW"),
    ]
    #expect(codes(listed + wrong) == ["hall.not-listed"])
    #expect(
      codes(listed + wrong + [("assumptions.halls[hal 1].readyForService", "2027-06-30")])
        == ["hall.not-listed"])
    #expect(codes(wrong) == [])
  }

  @Test("a hall that is wholly assumed may stand beside those of the terms")
  func assumedHall() {
    let other = [
      ("terms.halls[hall 1].criticalIT", "20 MW"), ("assumptions.halls[hall 2].name", "hall 2"),
      ("assumptions.halls[hall 2].criticalIT", "20 MW"),
      ("assumptions.halls[hall 2].readyForService", "2027-12-31"),
    ]
    #expect(codes(listed + other) == [])
  }

  @Test("what is still to be filled in is one fault, whatever the field takes")
  func placeholders() {
    for path in ["terms.criticalIT", "terms.term", "terms.tenant", "terms.status", "name"] {
      #expect(codes([(path, DealFault.placeholder)]) == ["field.placeholder"], "\(path)")
    }
  }
}
