import FinanceBasics
import LeaseModel
import Testing

@Suite("Amended deals")
struct AmendmentTests {
  private let base =
    DraftBuilder.minimum + [
      ("terms.criticalIT", "168 MW"), ("terms.term", "10 years"),
      ("terms.rent.contractValue", "3.0 bn USD"), ("assumptions.operatingMargin", "82 %"),
      ("assumptions.halls[east].name", "east"), ("assumptions.halls[east].criticalIT", "100 MW"),
      ("assumptions.halls[west].name", "west"), ("assumptions.halls[west].criticalIT", "68 MW"),
      ("notes[1]", "as signed"),
    ]

  @Test("have the new value at a path and the old ones elsewhere")
  func replacement() throws {
    let deal = try DraftBuilder.deal(base).amended(
      by: DraftBuilder.amendment([("terms.criticalIT", "207 MW"), ("effective", "2026-03-01")]))
    #expect(deal.terms.criticalIT?.value.text == "207 MW")
    #expect(deal.terms.term?.value == .months(120))
    #expect(deal.announced.description == "2026-02-26")
    #expect(deal.effective.description == "2026-03-01")
  }

  @Test("are effective when they are announced, unless they say otherwise")
  func effective() throws {
    let first = try DraftBuilder.deal(base + [("effective", "2025-12-20")])
    let deal = try first.amended(by: DraftBuilder.amendment([("terms.term", "12 years")]))
    #expect(deal.effective.description == "2026-02-26")
  }

  @Test("take a disclosed term for the assumption at its path")
  func displacement() throws {
    let deal = try DraftBuilder.deal(base).amended(
      by: DraftBuilder.amendment([("terms.operatingMargin", "85 %")]))
    #expect(deal.terms.operatingMargin?.basis == .disclosed)
    #expect(deal.fields.filter { $0.path.description == "operatingMargin" }.count == 1)
  }

  @Test("keep what is assumed of halls that a new list still names")
  func hallsStillNamed() throws {
    let deal = try DraftBuilder.deal(base).amended(
      by: DraftBuilder.amendment([
        ("terms.halls[east].name", "east"), ("terms.halls[east].readyForService", "2027-Q1"),
        ("terms.halls[south].name", "south"), ("terms.halls[south].criticalIT", "60 MW"),
      ]))
    #expect(deal.terms.halls.map(\.name) == ["east", "south"])
    #expect(deal.terms.halls[0].criticalIT?.value.text == "100 MW")
    #expect(deal.terms.halls[0].readyForService?.basis == .disclosed)
  }

  @Test("take one form of a fee or a cap for another")
  func forms() throws {
    let deal = try DraftBuilder.deal(
      base + [
        ("terms.termination.fee.amount", "5 M USD"), ("terms.lateDelivery.cap.amount", "1 M USD"),
      ]
    ).amended(
      by: DraftBuilder.amendment([
        ("terms.termination.fee.monthsOfRent", "12"), ("terms.lateDelivery.cap.daysOfRent", "90"),
      ]))
    #expect(deal.terms.termination.feeAmount == nil)
    #expect(deal.terms.termination.feeMonthsOfRent?.value.text == "12")
    #expect(deal.fields.filter { $0.path.description.hasPrefix("lateDelivery.cap") }.count == 1)
  }

  @Test("take a whole ramp that is disclosed for the ramp that was assumed of the same hall")
  func ramps() throws {
    func ramp(_ block: String, _ months: [Int]) -> [(String, String)] {
      months.enumerated().flatMap { index, month in
        [
          ("\(block).halls[east].ramp[\(index + 1)].month", "\(month)"),
          ("\(block).halls[east].ramp[\(index + 1)].criticalIT", "\(month + 1) MW"),
        ]
      }
    }
    let deal = try DraftBuilder.deal(base + ramp("assumptions", [0, 6, 12])).amended(
      by: DraftBuilder.amendment([("terms.halls[east].name", "east")] + ramp("terms", [0, 9])))
    let steps = try #require(deal.terms.halls.first).ramp
    #expect(steps.map(\.start.value) == [.month(0), .month(9)])
    #expect(steps.allSatisfy { $0.start.basis == .disclosed })
    #expect(deal.terms.halls.first?.criticalIT?.value.text == "100 MW")
  }

  @Test("lose what is removed, in the block that is named or in all")
  func removal() throws {
    let deal = try DraftBuilder.deal(base).amended(
      by: DraftBuilder.amendment([
        ("remove[1]", "rent.contractValue"), ("remove[2]", "assumptions.halls"),
        ("terms.rent.rate", "1.5 M USD/MW-IT-year"),
      ]))
    #expect(deal.terms.rent.contractValue == nil)
    #expect(deal.terms.halls.isEmpty)
    #expect(deal.terms.rent.rate?.value.text == "1.5 M USD/MW-IT-year")
  }

  @Test("take another form of escalator for the old one")
  func escalator() throws {
    let first = try DraftBuilder.deal(base + [("terms.rent.escalator.fixed", "3 %")])
    let deal = try first.amended(by: DraftBuilder.amendment([("terms.rent.escalator", "none")]))
    #expect(deal.terms.rent.escalator?.value == EscalatorTerms.none)
  }

  @Test("keep older notes before the new ones")
  func notes() throws {
    let deal = try DraftBuilder.deal(base).amended(
      by: DraftBuilder.amendment([("terms.term", "12 years"), ("notes[1]", "as amended")]))
    #expect(deal.notes == ["as signed", "as amended"])
  }

  @Test("give a number to a source whose name means another one")
  func sources() throws {
    let other = Source(id: DraftBuilder.source.id, tier: .filing)
    let amendment = DraftBuilder.amendment([("terms.term", "12 years")])
    let deal = try DraftBuilder.deal(base).amended(
      by: AmendmentDraft(fields: amendment.fields, sources: [other]))
    #expect(deal.sources.map(\.id.text) == ["release", "release-2"])
    let term = deal.fields.first { $0.path.description == "term" }
    #expect(term?.sources.map(\.text) == ["release-2"])
  }

  @Test("are checked as a whole, with the place in the amendment")
  func wholeCheck() throws {
    let deal = try DraftBuilder.deal(base)
    do throws(Diagnostics) {
      _ = try deal.amended(by: DraftBuilder.amendment([("terms.rent.rate", "1 USD/kW-month")]))
      Issue.record("two ways of stating rent were taken")
    } catch {
      #expect(error.all.map(\.code) == ["field.contradictory"])
      #expect(error.all.map(\.location.file) == ["two.yaml"])
    }
  }
}
