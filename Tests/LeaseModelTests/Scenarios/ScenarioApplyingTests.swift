import FinanceBasics
import LeaseModel
import Testing

@Suite("Scenarios applied to deals")
struct ScenarioApplyingTests {
  /// River Bend with halls, a margin and renewals assumed.
  static let assumed =
    DraftBuilder.riverBend + [
      ("assumptions.halls[hall 1].name", "hall 1"),
      ("assumptions.halls[hall 1].criticalIT", "49 MW"),
      ("assumptions.halls[hall 1].readyForService", "2027-06-30"),
      ("assumptions.halls[halls 2-5].name", "halls 2-5"),
      ("assumptions.halls[halls 2-5].criticalIT", "196 MW"),
      ("assumptions.halls[halls 2-5].readyForService", "2027-12-31"),
      ("assumptions.operatingMargin", "98.6 %"),
    ]

  static func scenario(
    _ id: String = "what-if", changes: [(String, String)] = [], delays: [HallDelay] = [],
    parts: [Scenario.Part] = []
  ) -> Scenario {
    Scenario(
      id: ScenarioID(id), changes: fields(changes, of: id), delays: delays, parts: parts,
      file: "what-if.yaml")
  }

  static func fields(_ changes: [(String, String)], of id: String = "what-if") -> [DealField] {
    changes.enumerated().map { index, change in
      DealField(
        block: .scenario, path: FieldPath(parsing: change.0) ?? .root, text: change.1,
        sources: [SourceID(id)], line: index + 2, column: 3)
    }
  }

  static func codes(_ changes: [(String, String)], to lines: [(String, String)]) throws -> [String]
  {
    let deal = try DraftBuilder.deal(lines)
    do throws(Diagnostics) {
      _ = try deal.applying(scenario(changes: changes))
      return []
    } catch {
      return error.all.map(\.code)
    }
  }

  @Test("a changed assumption has the new value, and the basis scenario")
  func assumption() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let changed = try deal.applying(Self.scenario(changes: [("operatingMargin", "95 %")]))
    let margin = try #require(changed.terms.operatingMargin)
    #expect(margin.value.text == "95 %")
    #expect(margin.basis == .scenario)
    #expect(margin.path.description == "operatingMargin")
    // Nothing else moves, and the old leaf is gone.
    #expect(changed.fields.count == deal.fields.count)
    #expect(changed.fields.last?.line == 2)
    #expect(changed.terms.rent.contractValue?.basis == .disclosed)
  }

  @Test("a path that nobody states or assumes is filled in")
  func open() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let changed = try deal.applying(Self.scenario(changes: [("capitalCost", "11 M USD/MW-IT")]))
    #expect(deal.terms.capitalCost == nil)
    #expect(changed.terms.capitalCost?.basis == .scenario)
  }

  @Test("a leaf of a named element leaves the element's other leaves as they are")
  func element() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let scenario = Self.scenario(changes: [
      ("halls[hall 1].name", "hall 1"), ("halls[hall 1].readyForService", "2027-09-30"),
    ])
    let halls = try deal.applying(scenario).terms.halls
    #expect(halls.map(\.name) == ["hall 1", "halls 2-5"])
    #expect(halls[0].readyForService?.value == StatedDate("2027-09-30"))
    #expect(halls[0].readyForService?.basis == .scenario)
    #expect(halls[0].criticalIT?.basis == .assumed)
    #expect(halls[1].readyForService?.basis == .assumed)
  }

  @Test("a list whose elements have no names is replaced as a whole")
  func unnamedList() throws {
    let lines =
      DraftBuilder.minimum + [
        ("terms.criticalIT", "10 MW"), ("terms.term", "10 years"),
        ("terms.delivery.last", "2027-12-31"), ("terms.rent.escalator", "none"),
        ("assumptions.rent.steps[1].year", "1"),
        ("assumptions.rent.steps[1].rate", "100 USD/kW-month"),
        ("assumptions.rent.steps[2].year", "6"),
        ("assumptions.rent.steps[2].rate", "110 USD/kW-month"),
      ]
    let deal = try DraftBuilder.deal(lines)
    let scenario = Self.scenario(changes: [
      ("rent.steps[1].year", "1"), ("rent.steps[1].rate", "120 USD/kW-month"),
    ])
    let steps = try deal.applying(scenario).terms.rent.steps
    #expect(steps.map(\.value.rate.text) == ["120 USD/kW-month"])
    #expect(steps.map(\.basis) == [.scenario])
  }

  @Test("another form of rent, or of its growth, takes the place of the form that was assumed")
  func forms() throws {
    let lines =
      DraftBuilder.minimum + [
        ("terms.criticalIT", "10 MW"), ("terms.term", "10 years"),
        ("terms.delivery.last", "2027-12-31"),
        ("assumptions.rent.contractValue", "150 M USD"),
        ("assumptions.rent.escalator.fixed", "3 %"),
      ]
    let deal = try DraftBuilder.deal(lines)
    let scenario = Self.scenario(changes: [
      ("rent.rate", "130 USD/kW-month"), ("rent.escalator", "none"),
    ])
    let rent = try deal.applying(scenario).terms.rent
    #expect(rent.contractValue == nil)
    #expect(rent.rate?.value.text == "130 USD/kW-month")
    #expect(rent.escalator?.value == EscalatorTerms.none)
  }

  @Test("an escalator whose rate is not disclosed is open, and takes a rate")
  func openEscalator() throws {
    let lines =
      DraftBuilder.riverBend.filter { $0.0 != "terms.rent.escalator.fixed" }
      + [
        ("terms.rent.escalator", EscalatorTerms.notDisclosedText),
        ("assumptions.rent.escalator.fixed", "3 %"),
      ]
    let changed = try DraftBuilder.deal(lines).applying(
      Self.scenario(changes: [("rent.escalator.fixed", "2 %")]))
    #expect(changed.terms.rent.escalator?.basis == .scenario)
  }

  @Test("what the terms state is refused, with the deal, the path, the line and the source")
  func stated() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let error = try #require(throws: Diagnostics.self) {
      try deal.applying(Self.scenario(changes: [("term", "20 years")]))
    }
    let problem = try #require(error.all.first)
    #expect(error.all.count == 1)
    #expect(problem.code == "scenario.term-stated")
    // The draft's sixth line is the term, from the one source "release".
    #expect(
      problem.problem == "the terms of one state 'term' as '15 years' (line 6, source release)")
    #expect(problem.location.rendered == "what-if.yaml:2:3")
    #expect(problem.location.field == "assumptions.term")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let changes: [String: String]
    let code: String
    let fact: String
    var testDescription: String { fact }
  }

  static let refusals = [
    Refusal(
      changes: ["rent.rate": "130 USD/kW-month"], code: "scenario.term-stated",
      fact: "another form of a rent that terms state"),
    Refusal(
      changes: ["rent.escalator": "none"], code: "scenario.term-stated",
      fact: "a word for a whole group of which terms state a field"),
    Refusal(
      changes: ["halls[hall 9].criticalIT": "1 MW"], code: "scenario.hall-unknown",
      fact: "a hall that the deal does not have"),
    Refusal(
      changes: ["halls[hall 1].criticalIT": "300 MW"], code: "halls.exceed-total",
      fact: "halls that would have more than the deal"),
  ]

  @Test("does not make a deal that could not be recorded", arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let changes = refusal.changes.map { ($0.key, $0.value) }
    #expect(try Self.codes(changes, to: Self.assumed) == [refusal.code])
  }

  @Test("what is said of one deal stands before what is said of all, and moves no other deal")
  func parts() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let own = Scenario.Part(
      deal: deal.id, line: 4, changes: Self.fields([("operatingMargin", "90 %")]))
    let other = Scenario.Part(
      deal: DealID("two"), line: 6, changes: Self.fields([("operatingMargin", "10 %")]))
    let scenario = Self.scenario(
      changes: [("operatingMargin", "95 %")], parts: [own, other])
    #expect(try deal.applying(scenario).terms.operatingMargin?.value.text == "90 %")
  }

  @Test("of a stack the later one wins on the same path, and the others stay")
  func stacked() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let first = Self.scenario(
      "first", changes: [("operatingMargin", "95 %"), ("capitalCost", "11 M USD/MW-IT")])
    let second = Self.scenario("second", changes: [("operatingMargin", "90 %")])
    let both = try deal.applying(first).applying(second)
    #expect(both.terms.operatingMargin?.value.text == "90 %")
    #expect(both.terms.capitalCost?.value.text == "11 M USD/MW-IT")
    let margin = both.fields.filter { $0.path.description == "operatingMargin" }
    #expect(margin.map(\.sources) == [[SourceID("second")]])
  }

  @Test("delays of every hall, of a hall and of a hall of this deal add up; zero is left out")
  func delays() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let scenario = Self.scenario(
      delays: [
        HallDelay(hall: nil, delay: Delay(months: 6)),
        HallDelay(hall: "halls 2-5", delay: Delay(months: -6)),
      ],
      parts: [
        Scenario.Part(
          deal: deal.id, line: 1, delays: [HallDelay(hall: "hall 1", delay: Delay(days: 30))])
      ])
    #expect(scenario.delays(of: deal) == ["hall 1": Delay(months: 6, days: 30)])
  }

  @Test("a delay of a hall that the deal does not have is refused, with the nearest name")
  func unknownHall() throws {
    let deal = try DraftBuilder.deal(Self.assumed)
    let scenario = Self.scenario(delays: [HallDelay(hall: "hal 1", delay: Delay(days: 1))])
    let error = try #require(throws: Diagnostics.self) { try deal.applying(scenario) }
    #expect(error.all.map(\.code) == ["scenario.hall-unknown"])
    #expect(error.all.first?.remedy == "write 'hall 1', if that is what is meant")
  }

  @Test("the one hall of a deal that lists none is delayed by its name, or as all")
  func oneHall() throws {
    let deal = try DraftBuilder.deal(DraftBuilder.riverBend)
    let delay = Delay(days: 90)
    #expect(
      Self.scenario(delays: [HallDelay(hall: nil, delay: delay)]).delays(of: deal)
        == ["all halls": delay])
  }

  @Test("states its leaves one by one, with the deal and the place of each")
  func leaves() {
    let scenario = Self.scenario(
      changes: [("operatingMargin", "95 %")],
      delays: [HallDelay(hall: nil, delay: Delay(months: 6), line: 5, column: 9)],
      parts: [
        Scenario.Part(
          deal: DealID("two"), line: 6, changes: Self.fields([("capitalCost", "1 M USD/MW-IT")]))
      ])
    #expect(
      scenario.leaves.map { "\($0.deal?.text ?? "") \($0.path) \($0.text) \($0.line)" } == [
        " assumptions.operatingMargin 95 % 2", " delays.all 6 months 5",
        "two assumptions.capitalCost 1 M USD/MW-IT 2",
      ])
  }
}
