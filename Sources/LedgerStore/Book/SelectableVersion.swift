import FinanceBasics

/// A version of a deal, as far as it decides which of several is in force.
protocol SelectableVersion {
  /// The sequence number of its entry.
  var entry: Int { get }
  var change: VersionChange { get }
  var effective: CalendarDate { get }
  var known: CalendarDate { get }
}

extension StoredVersion: SelectableVersion {}

extension Array where Element: SelectableVersion {
  /// The candidates that no other corrects, in the order in which they come into force.
  ///
  /// A withdrawal ends the deal for good: what was to come into force on its day or later never does.
  var inForceInOrder: [Element] {
    guard count > 1 else { return self }
    let corrected = Set(compactMap(\.change.corrects))
    let standing = filter { !corrected.contains($0.entry) }
    let end = standing.filter { $0.change == .withdrawal }.min {
      ($0.effective, $0.entry) < ($1.effective, $1.entry)
    }
    // The sequence breaks every tie, so that the order is complete.
    return standing.filter { version in
      end.map { version.entry == $0.entry || version.effective < $0.effective } ?? true
    }.sorted { ($0.effective, $0.known, $0.entry) < ($1.effective, $1.known, $1.entry) }
  }

  /// Of versions in the order in which they come into force the one that holds on a day, or the last.
  func inForce(on day: CalendarDate?) -> Element? {
    day.map { day in last { $0.effective <= day } } ?? last
  }
}
