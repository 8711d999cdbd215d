public import FinanceBasics
public import LeaseModel

/// The versions of one deal, and which of them is in force when.
public struct DealTimeline: Sendable {
  /// A version with the days on which it is in force.
  public struct Span: Sendable {
    /// What is in force.
    public let version: StoredVersion
    /// From the effective date, included, to the day of the next version; the last span, unless a
    /// withdrawal ends it, reaches to the end of the calendar.
    public let days: Range<CalendarDate>
  }

  /// The deal.
  public let id: DealID
  /// All that may be chosen, in the order of recording; corrected ones are still among them.
  public let candidates: [StoredVersion]
  /// What is in force over time, in the order of days; withdrawn stretches are left out.
  public let spans: [Span]
  /// In force on the day asked for, or the last where no day was; `nil` before the first version
  /// takes effect and after a withdrawal.
  public let inForce: StoredVersion?
  /// Whether a withdrawal is what holds on the day asked for, or at the end.
  public let isWithdrawn: Bool
  /// The day from which the deal is no more, where it is withdrawn.
  public let withdrawnOn: CalendarDate?

  /// - Parameters:
  ///   - candidates: Of one deal, in the order of recording; at least one.
  ///   - day: The day asked for.
  init(id: DealID, candidates: [StoredVersion], on day: CalendarDate?) {
    self.id = id
    self.candidates = candidates
    let ordered = candidates.inForceInOrder
    var pieces: [Span] = []
    for (index, version) in ordered.enumerated() {
      let next = index + 1 < ordered.count ? ordered[index + 1].effective : .latest
      pieces.append(Span(version: version, days: version.effective..<max(version.effective, next)))
    }
    let chosen = ordered.inForce(on: day)
    isWithdrawn = chosen?.change == .withdrawal
    withdrawnOn = isWithdrawn ? chosen?.effective : nil
    inForce = isWithdrawn ? nil : chosen
    spans = pieces.filter { $0.version.change != .withdrawal && !$0.days.isEmpty }
  }

  /// The same as it was after an entry, of all days; `nil` where there was no version by then.
  public func recorded(by entry: Int) -> DealTimeline? {
    let earlier = candidates.filter { $0.entry <= entry }
    return earlier.isEmpty ? nil : DealTimeline(id: id, candidates: earlier, on: nil)
  }

  /// The versions with terms that no other corrects, in the order of recording.
  public var standing: [StoredVersion] {
    let corrected = Set(candidates.compactMap(\.change.corrects))
    return candidates.filter { !corrected.contains($0.entry) && $0.change != .withdrawal }
  }

  /// The version that a chain of corrections stands in for; of another version itself.
  public func root(of version: StoredVersion) -> StoredVersion {
    var root = version
    // Each step goes to an earlier entry.
    while let entry = root.change.corrects,
      let corrected = candidates.first(where: { $0.entry == entry && entry < root.entry })
    {
      root = corrected
    }
    return root
  }
}
