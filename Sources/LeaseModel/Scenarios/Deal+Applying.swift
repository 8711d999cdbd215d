public import FinanceBasics

extension Deal {
  /// The deal with what a scenario changes in it, for every deal and for this one.
  ///
  /// What changes has the basis `scenario`. Delays are not fields: `Scenario.delays(of:)` gives
  /// them to the projection.
  ///
  /// - Throws: A path that the deal's terms state, a hall that the deal does not have, or what is
  ///   wrong with the deal that would result.
  public func applying(_ scenario: Scenario) throws(Diagnostics) -> Deal {
    let application = ScenarioApplication(of: scenario, to: self)
    let misfits = application.commonMisfits + application.ownMisfits
    guard misfits.isEmpty else { throw Diagnostics(Diagnostics.sorted(misfits.map(\.fault))) }
    return try application.result()
  }
}

extension Scenario {
  /// How late each hall of a deal is, by the hall's name; halls that are on time are left out.
  ///
  /// What is said of every hall, of a hall in every deal, and of a hall of this deal adds up.
  public func delays(of deal: Deal) -> [String: Delay] {
    let stated = delays + parts(of: deal.id).flatMap(\.delays)
    var sums: [String: Delay] = [:]
    for hall in deal.hallNames {
      for delay in stated where delay.hall == nil || delay.hall == hall {
        sums[hall] = sums[hall, default: .none] + delay.delay
      }
    }
    return sums.filter { $0.value != .none }
  }
}

extension Deal {
  /// The names of the halls that a projection has, in order; one of a deal that lists none.
  public var hallNames: [String] {
    terms.halls.isEmpty ? [HallTerms.ofWholeDeal] : terms.halls.map(\.name)
  }
}

extension HallTerms {
  /// What the one hall is called that a deal without halls is taken for.
  package static let ofWholeDeal = "all halls"
}
