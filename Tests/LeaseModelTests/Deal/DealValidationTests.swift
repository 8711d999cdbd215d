import FinanceBasics
import LeaseModel
import Testing

@Suite("Checked deals")
struct DealValidationTests {
  @Test("take the least that a deal must say")
  func minimum() throws {
    let deal = try DraftBuilder.deal(DraftBuilder.minimum)
    #expect(deal.id == DealID("one"))
    #expect(deal.effective.description == "2025-12-17")
    #expect(deal.terms.landlord?.value == PartyID("hut-8"))
    #expect(deal.terms.kind?.value == .lease)
    #expect(deal.terms.criticalIT == nil)
  }

  @Test("keep the basis of each value")
  func basis() throws {
    let deal = try DraftBuilder.deal(
      DraftBuilder.minimum + [
        ("terms.term", "15 years"), ("assumptions.termClock", "per hall"),
        ("solved.rent.rate", "128.02 USD/kW-month"),
      ])
    #expect(deal.terms.term?.basis == .disclosed)
    #expect(deal.terms.termClock?.basis == .assumed)
    #expect(deal.terms.rent.rate?.basis == .solved)
  }

  @Test("join the halls of terms and assumptions by name")
  func halls() throws {
    let deal = try DraftBuilder.deal(
      DraftBuilder.minimum + [
        ("terms.halls[CB-3].name", "CB-3"), ("terms.halls[CB-3].readyForService", "2026-H1"),
        ("assumptions.halls[CB-3].name", "CB-3"), ("assumptions.halls[CB-3].criticalIT", "42 MW"),
        ("assumptions.halls[CB-4].name", "CB-4"), ("assumptions.halls[CB-4].criticalIT", "168 MW"),
        ("assumptions.halls[CB-4].readyForService", "2026-12-31"),
      ])
    #expect(deal.terms.halls.map(\.name) == ["CB-3", "CB-4"])
    #expect(deal.terms.halls[0].criticalIT?.basis == .assumed)
    #expect(deal.terms.halls[0].readyForService?.basis == .disclosed)
  }

  @Test("leave a path open that is not disclosed, and close one that is none")
  func openness() throws {
    let open = try DraftBuilder.deal(
      DraftBuilder.minimum + [
        ("terms.operatingMargin", "not disclosed"), ("assumptions.operatingMargin", "98.6 %"),
        ("terms.rent.escalator", "annual, rate not disclosed"),
        ("assumptions.rent.escalator.fixed", "3 %"),
      ])
    #expect(open.terms.operatingMargin?.basis == .assumed)
    #expect(open.terms.rent.escalator?.basis == .assumed)
    let closed = DraftBuilder.codes(
      DraftBuilder.minimum + [
        ("terms.renewals", "none"), ("assumptions.renewals.probability", "70 %"),
      ])
    #expect(closed == ["field.in-two-blocks"])
  }

  @Test("report every fault in one pass, by line")
  func everyFault() {
    let codes = DraftBuilder.codes([
      ("deal", "one"), ("announced", "2025-02-30"), ("terms.criticalIT", "245"),
      ("terms.term", "0 years"), ("terms.contract.kind", "loan"), ("terms.halls[1].name", "1"),
      ("assumptions.term", "15 years"),
    ])
    #expect(
      Set(codes) == [
        "date.nonexistent", "unit.missing", "length.zero", "choice.unknown", "field.missing",
        "field.in-two-blocks",
      ])
  }

  @Test(
    "refuse what contradicts itself",
    arguments: [
      (
        [("terms.rent.contractValue", "7 bn USD"), ("terms.rent.rate", "128 USD/kW-month")],
        ["field.contradictory"]
      ),
      (
        [("terms.rent.contractValue", "7 bn USD"), ("assumptions.rent.rate", "128 USD/kW-month")],
        ["field.contradictory"]
      ),
      (
        [("terms.rent.escalator.fixed", "3 %"), ("terms.rent.escalator.steps[1]", "1.03")],
        ["field.contradictory"]
      ),
      (
        [("terms.rent.escalator", "none"), ("terms.rent.escalator.fixed", "3 %")],
        ["field.contradictory"]
      ),
      ([("terms.rent.escalator.cpi.floor", "2 %")], ["field.missing", "field.missing"]),
      ([("terms.rent.escalator.greaterOf.fixed", "2 %")], ["field.missing", "field.missing"]),
      (
        [("terms.prepayment.amount", "1 M USD"), ("terms.prepayment.share", "10 %")],
        ["field.contradictory"]
      ),
      ([("terms.periods[1].years", "2-10")], ["periods.not-tiling"]),
      (
        [("terms.periods[1].years", "1-10"), ("terms.periods[2].years", "10-20")],
        ["periods.not-tiling"]
      ),
      ([("terms.rent.steps[1].rate", "128 USD/kW-month")], ["field.missing"]),
      ([("terms.pue", "0.9")], ["pue.below-one"]),
      ([("terms.nonsense", "1")], ["field.unknown"]),
    ] as [([(String, String)], [String])])
  func contradictions(_ lines: [(String, String)], _ codes: [String]) {
    #expect(DraftBuilder.codes(DraftBuilder.minimum + lines) == codes)
  }

  /// 1.0 is written to a tenth, so that 0.95 to 1.05 is meant: not certainly below 1.
  @Test("give the benefit of what rounding leaves open")
  func benefitOfDoubt() {
    #expect(DraftBuilder.codes(DraftBuilder.minimum + [("terms.pue", "1.0")]) == [])
    let halls = [
      ("terms.criticalIT", "378 MW"), ("terms.halls[a].name", "a"),
      ("terms.halls[a].criticalIT", "about 190 MW"), ("terms.halls[b].name", "b"),
      ("terms.halls[b].criticalIT", "about 190 MW"),
    ]
    #expect(DraftBuilder.codes(DraftBuilder.minimum + halls) == [])
  }

  @Test("are made again from the fields that a ledger kept")
  func again() throws {
    let deal = try DraftBuilder.deal(DraftBuilder.riverBend)
    let kept = deal.fields.compactMap { field in
      FieldPath(parsing: field.path.description).map { path in
        DealField(
          block: field.block, path: path, text: field.text, sources: field.sources,
          note: field.note, line: field.line, column: field.column)
      }
    }
    let again = try Deal(fields: kept, sources: deal.sources)
    #expect(again.fields == deal.fields)
    #expect(again.terms.rent.contractValue == deal.terms.rent.contractValue)
  }
}
