public import FinanceBasics
public import LeaseModel

/// Reads series: a heading in YAML and the table of values that it names.
public struct SeriesFileReader: Sendable {
  /// Needs nothing.
  public init() {}

  /// The name of the table that a heading names, from the heading's folder.
  ///
  /// - Returns: `nil` for a file that is no heading, or names no table.
  public static func tableName(inHeading bytes: [UInt8], file: String) -> String? {
    guard case .series(let root, _) = FilePurpose(bytes, file: file) else { return nil }
    let name = root["file"]?.scalar?.trimmed
    return name?.isEmpty == false ? name : nil
  }

  /// Reads one series by itself.
  ///
  /// - Parameters:
  ///   - bytes: The whole heading, which should be UTF-8.
  ///   - file: The path of the heading as the user gave it, for diagnostics.
  ///   - table: What was found where the heading says.
  /// - Throws: Every fault of both files in one pass, by line; `file.purpose-missing` for a file
  ///   that is no heading.
  public func read(
    heading bytes: [UInt8], file: String, table: TableFile
  ) throws(Diagnostics) -> DataSeries {
    guard case .series(let root, let faults) = FilePurpose(bytes, file: file) else {
      let fault = DealFileFault.purposeMissing
      throw Diagnostics([LocatedFault(fault, at: DiagnosticLocation(file: file))])
    }
    let parsed = ParsedSeries(root, bytes: bytes, file: file, faults: faults, table: table)
    guard let series = parsed.series else {
      throw Diagnostics(Diagnostics.sorted(parsed.faults.distinct))
    }
    return series
  }
}
