import FinanceBasics
import GRDB
import LeaseModel

extension EntryRows {
  /// The rows of a version of a series: what is said of it, its sources and its values.
  mutating func append(_ record: SeriesRecord, isNew: Bool) {
    let heading = record.series.heading
    if isNew { append([value(heading.id.text)], to: .series) }
    append(
      [
        value(heading.id.text), value(heading.name), value(heading.kind.rawValue),
        value(heading.unit), value(heading.frequency.rawValue),
        value(heading.announced.description), value(heading.note), value(record.table.hash),
        value(record.table.name),
      ], to: .seriesVersion)
    append(heading.sources, to: .seriesSource)
    for (index, row) in record.series.rows.enumerated() {
      append(
        [
          value(index + 1), value(row.period.description), value(row.tenor?.marketName),
          value(row.value?.description), value(row.line),
        ], to: .seriesValue)
    }
  }

  /// The rows of a version of a scenario.
  mutating func append(_ record: ScenarioRecord, isNew: Bool) {
    let scenario = record.scenario
    if isNew { append([value(scenario.id.text)], to: .scenario) }
    append(
      [value(scenario.id.text), value(scenario.name), value(scenario.note)], to: .scenarioVersion)
    for (index, leaf) in scenario.leaves.enumerated() {
      append(
        [
          value(index + 1), value(leaf.deal?.text), value(leaf.path), value(leaf.text),
          value(leaf.line), value(leaf.column),
        ], to: .scenarioChange)
    }
    append(scenario.announcement?.sources ?? [], to: .definitionSource)
  }
}
