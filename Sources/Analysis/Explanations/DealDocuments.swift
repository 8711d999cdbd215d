public import FinanceBasics
public import LeaseModel

/// The files that the fields of a deal, its scenarios and its series were recorded from.
public struct DealDocuments: Sendable {
  /// A file with the fields that stand in it.
  public struct File: Sendable {
    let name: String
    let fields: Set<DealField>

    /// Takes the parts as given.
    public init(name: String, fields: [DealField]) {
      self.name = name
      self.fields = Set(fields)
    }
  }

  /// A recorded series as an explanation names it.
  public struct Series: Sendable {
    let file: String?
    let source: String?
    /// The line of each month's value.
    let lines: [YearMonth: Int]

    /// Takes the parts as given.
    public init(file: String?, source: String?, lines: [YearMonth: Int]) {
      self.file = file
      self.source = source
      self.lines = lines
    }
  }

  /// In the order of recording: a field stands in the first file that has it.
  private let files: [File]
  /// By the id of a scenario.
  private let scenarios: [String: String]
  private let series: [String: Series]

  /// Nothing is known where nothing is given.
  public init(
    files: [File] = [], scenarios: [String: String] = [:], series: [String: Series] = [:]
  ) {
    self.files = files
    self.scenarios = scenarios
    self.series = series
  }

  func file(of field: DealField) -> String? {
    guard field.block != .scenario else {
      return field.sources.first.flatMap { scenarios[$0.text] }
    }
    return files.first { $0.fields.contains(field) }?.name
  }

  func input(ofSeries name: String, month: YearMonth) -> ExplainedInput {
    let origin = series[name]
    return ExplainedInput(
      basis: .disclosed, path: "series \(name)", text: "\(month)", block: "series",
      file: origin?.file, line: origin?.lines[month], note: origin?.source)
  }
}
