package import FinanceBasics

/// A scenario put into one deal: what is taken, and what the deal has no room for.
package struct ScenarioApplication {
  /// The scenario.
  package let scenario: Scenario
  /// The deal as it was.
  package let base: Deal
  private let merge: ScenarioMerge
  /// What holds for every deal and does not fit this one.
  package let commonMisfits: [Misfit]
  /// What is said of this deal, and does not fit it.
  package let ownMisfits: [Misfit]

  /// A change or a delay that a deal has no room for.
  package struct Misfit: Sendable {
    /// The path as written in the scenario, such as `term` or `delays.hall 1`.
    package let path: String
    /// Whether the deal's terms state it already.
    package let isStated: Bool
    /// What to say where no deal takes it.
    package let fault: LocatedFault
  }

  /// Puts the changes into the deal; what does not fit leaves the deal as it is.
  package init(of scenario: Scenario, to base: Deal) {
    self.scenario = scenario
    self.base = base
    let parts = scenario.parts(of: base.id)
    let own = parts.flatMap(\.changes)
    // What is said of this deal stands before what is said of every deal.
    let ownPaths = Set(own.map(\.path))
    let common = scenario.changes.filter { change in !own.contains { $0.takesPlace(of: change) } }
    merge = ScenarioMerge(common + own, into: base)
    let misfits = Self.misfits(of: merge, base: base, file: scenario.file)
    commonMisfits =
      misfits.filter { !ownPaths.contains($0.path) }.map(\.misfit)
      + Self.misfits(of: scenario.delays, base: base, file: scenario.file)
    ownMisfits =
      misfits.filter { ownPaths.contains($0.path) }.map(\.misfit)
      + Self.misfits(of: parts.flatMap(\.delays), base: base, file: scenario.file)
  }

  /// The deal that results, checked as any other.
  package func result() throws(Diagnostics) -> Deal {
    let (scenario, base) = (scenario, base)
    let draft = DealDraft(fields: merge.fields, sources: base.sources, file: nil)
    let (deal, faults) = Deal.checked(draft) { field in
      field.block == .scenario
        ? field.location(inScenario: scenario.file)
        : DiagnosticLocation(field: "\(base.id): \(field.block.rawValue).\(field.path)")
    }
    guard let deal else { throw Diagnostics(Diagnostics.sorted(faults)) }
    return deal
  }

  private static func misfits(
    of merge: ScenarioMerge, base: Deal, file: String?
  ) -> [(path: FieldPath, misfit: Misfit)] {
    let stated = merge.stated.map { change, term in
      let fault = ScenarioFault.termStated(
        path: change.path.description, deal: base.id.text, term: ScenarioFault.StatedTerm(term))
      return (
        change.path,
        Misfit(
          path: change.path.description, isStated: true,
          fault: LocatedFault(fault, at: change.location(inScenario: file)))
      )
    }
    let homeless = merge.homeless.map { change, hall in
      (
        change.path,
        Misfit(
          path: change.path.description, isStated: false,
          fault: LocatedFault(
            Self.unknown(hall, in: base), at: change.location(inScenario: file)))
      )
    }
    return stated + homeless
  }

  private static func misfits(
    of delays: [HallDelay], base: Deal, file: String?
  ) -> [Misfit] {
    delays.compactMap { delay in
      guard let hall = delay.hall, !base.hallNames.contains(hall) else { return nil }
      let place = DiagnosticLocation(
        file: file, line: delay.line > 0 ? delay.line : nil,
        column: delay.line > 0 ? delay.column : nil, field: "delays.\(hall)")
      return Misfit(
        path: "delays.\(hall)", isStated: false,
        fault: LocatedFault(Self.unknown(hall, in: base), at: place))
    }
  }

  private static func unknown(_ hall: String, in base: Deal) -> ScenarioFault {
    .hallUnknown(
      hall, deal: base.id.text, nearest: nearestName(to: hall, among: base.hallNames))
  }
}

extension DealField {
  /// The place of a change in the file of its scenario.
  package func location(inScenario file: String?) -> DiagnosticLocation {
    DiagnosticLocation(
      file: file, line: line > 0 ? line : nil, column: line > 0 ? column : nil,
      field: "assumptions.\(path)")
  }
}
