package import FinanceBasics

extension Scenario {
  /// What is wrong with changes, whatever deal they are made to: no assumption, or no value.
  ///
  /// - Parameters:
  ///   - changes: Fields with their texts as written.
  ///   - locate: Where a field stands.
  package static func faults(
    of changes: [DealField], locate: @escaping (DealField) -> DiagnosticLocation
  ) -> [any Diagnostic] {
    var faults: [any Diagnostic] = []
    var assumptions: [DealField] = []
    for field in changes {
      if let fault = fault(of: field) {
        faults.append(LocatedFault(fault, at: locate(field)))
      } else {
        assumptions.append(field)
      }
      if !field.sources.isEmpty {
        let fault = ScenarioFault.sourced(field.path.description)
        faults.append(LocatedFault(fault, at: locate(field)))
      }
    }
    let unsourced = assumptions.map { $0.inScenario(nil) }
    return faults + DealValidation(unsourced, sources: [], locate: locate).faults
  }

  private static func fault(of field: DealField) -> ScenarioFault? {
    let pattern = field.path.pattern
    if let definition = FieldCatalog.definition(pattern, in: .terms) {
      return definition.blocks.contains(.assumptions)
        ? nil : .notAnAssumption(field.path.description)
    }
    return FieldCatalog.definition(pattern, in: .head) == nil
      ? nil : .headField(field.path.description)
  }
}

extension DealField {
  /// The field as a scenario's, with the scenario's id for its source.
  package func inScenario(_ id: ScenarioID?) -> DealField {
    DealField(
      block: .scenario, path: path, text: text, sources: id.map { [SourceID($0.text)] } ?? [],
      note: note, line: line, column: column)
  }
}
