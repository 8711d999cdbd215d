public import FinanceBasics
public import LeaseModel

/// A version of a deal that stands, with the days on which the public knew of it.
public struct KnownVersion: Sendable {
  /// The version.
  public let deal: Deal
  /// When the public knew what it is, or what it corrects: its place among the versions of its deal.
  public let since: CalendarDate
  /// When the public knew it as it is; later than `since` where it was put right on a later day.
  public let corrected: CalendarDate
  /// What versions have in common that one amendment makes of several terms; `nil` of none other.
  let amendment: String?
  /// Reads the file that the version is from; `nil` where there is none.
  public let file: (@Sendable () throws -> FileContents)?

  /// Takes the parts as given; by default both days are that on which it was announced.
  ///
  /// - Parameters:
  ///   - amendment: The same of all versions that one amendment makes.
  ///   - file: Reads the file that the version is from, where an amendment is recorded that was
  ///     announced before it.
  public init(
    _ deal: Deal, since: CalendarDate? = nil, corrected: CalendarDate? = nil,
    amendment: String? = nil, file: (@Sendable () throws -> FileContents)? = nil
  ) {
    self.deal = deal
    self.file = file
    self.amendment = amendment
    self.since = since ?? deal.announced.last
    self.corrected = max(self.since, corrected ?? self.since)
  }
}
