import Foundation
import GRDB
import LeaseModel

extension BookReader {
  /// The scenarios as of the dates asked for, each with its file, in the order of their ids.
  func scenarios(asOf: AsOf, through last: Int) throws -> [StoredScenario] {
    try chosen(
      Self.selection, subject: "version.scenario", asOf: asOf, through: last, scenario)
  }

  /// Every version of every scenario, in the order of recording.
  func scenarioHistory() throws -> [StoredScenario] {
    try Row.fetchAll(database, sql: Self.selection + " ORDER BY version.entry").map(scenario)
  }

  private static let selection = """
    SELECT version.scenario, entry.effectiveOn, version.entry, entry.number, version.name,
      entry.fileName, document.bytes, recording.recordedAt
    FROM scenarioVersion AS version CROSS JOIN entry ON entry.sequence = version.entry
    JOIN recording ON recording.recording = entry.recording
    LEFT JOIN document ON document.hash = entry.document
    """

  private func scenario(_ row: Row) throws -> StoredScenario {
    let entry = try row.integer(2)
    let instant = try row.text(7)
    guard let recordedAt = Timestamp(instant) else {
      throw UnreadableValue(entry: entry, column: "instant of recording", text: instant)
    }
    guard let bytes = row[6] as Data? else {
      throw UnreadableValue(entry: entry, column: "file", text: "NULL")
    }
    return StoredScenario(
      entry: entry, number: try row.integer(3), id: ScenarioID(try row.text(0)), name: row[4],
      document: Document(name: row[5] ?? "", bytes: Array(bytes)), recordedAt: recordedAt)
  }
}
