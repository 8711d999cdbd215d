public import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// A deal with its projection, or with what is missing for one.
public struct AnalysedDeal: Sendable {
  /// The version in force.
  public let deal: Deal
  /// In the order in which they came into force; the last is the one in force.
  package let versions: [Deal]
  /// The recorded indices by name.
  let series: [String: IndexSeries]
  /// How late each hall is by scenario, by the hall's name; empty as recorded.
  public let delays: [String: Delay]
  /// The lease that the deal's terms and assumptions make, or what they leave open.
  public let resolution: Result<ResolvedLease, NotProjectable>
  /// When the public first knew of the deal.
  public let firstAnnounced: StatedDate
  /// The versions in force before this one, each with the days that it governs, in order.
  public let earlier: [EarlierVersion]
  /// The day from which the deal is no more, though its term runs on; `nil` where there is none.
  public let end: CalendarDate?
  /// What lateness costs, each version's on the days that it governs.
  public let lateInterest: LateInterestHistory

  /// A version that was in force before, and the days on which it was.
  public struct EarlierVersion: Sendable {
    /// The lease that the version makes.
    public let lease: Lease
    /// The days that the version governs, end excluded.
    public let days: Range<CalendarDate>
  }

  /// - Parameters:
  ///   - versions: In the order in which they came into force; the last is the one in force.
  ///   - firstAnnounced: Of the deal; the first version's day where the caller knows no other.
  ///   - series: The recorded indices by name.
  ///   - delays: How late each hall is, by the hall's name.
  ///   - end: The day from which the deal is no more, though its term runs on.
  ///   - lateInterest: That of the versions where none is given.
  /// - Precondition: At least one version.
  public init(
    versions: [Deal], firstAnnounced: StatedDate? = nil, series: [String: IndexSeries] = [:],
    delays: [String: Delay] = [:], end: CalendarDate? = nil,
    lateInterest: LateInterestHistory? = nil
  ) {
    precondition(!versions.isEmpty, "a deal has at least one version")
    let last = versions.count - 1
    deal = versions[last]
    self.versions = versions
    self.series = series
    self.delays = delays
    self.end = end
    self.lateInterest = lateInterest ?? LateInterestHistory(versions)
    self.firstAnnounced = firstAnnounced ?? versions[0].announced
    resolution = Self.resolve(versions[last], series, delays)
    var earlier: [EarlierVersion] = []
    for (index, version) in versions.dropLast().enumerated() {
      let end = versions[index + 1].effective
      guard version.effective < end,
        case .success(let resolved) = Self.resolve(version, series, delays)
      else { continue }
      let start = earlier.isEmpty ? CalendarDate.earliest : version.effective
      earlier.append(EarlierVersion(lease: resolved.lease, days: start..<end))
    }
    self.earlier = earlier
  }

  private static func resolve(
    _ deal: Deal, _ series: [String: IndexSeries], _ delays: [String: Delay]
  ) -> Result<ResolvedLease, NotProjectable> {
    do throws(NotProjectable) {
      return .success(try deal.resolvedLease(series: series, delays: delays))
    } catch {
      return .failure(error)
    }
  }

  /// The deal with another version in place of the one in force, and no version before it.
  package func restated(as deal: Deal) -> AnalysedDeal {
    AnalysedDeal(
      versions: [deal], firstAnnounced: firstAnnounced, series: series, delays: delays)
  }

  /// The resolved lease, where the deal can be projected.
  public var resolved: ResolvedLease? { try? resolution.get() }

  /// The inputs of a basis that a case rests on, counted; renewals that nobody exercised are none of
  /// the base case's.
  public func inputs(_ basis: Basis, in projectionCase: ProjectionCase) -> Int {
    guard let resolved else { return 0 }
    let isExtended = resolved.lease.isExtended
    return resolved.inputs.count { input in
      guard input.basis == basis else { return false }
      return isExtended || projectionCase != .base || !input.path.isAt(orBelow: Self.renewals)
    }
  }

  private static let renewals = FieldPath.root.key("renewals")

  /// Whether rent is owed whatever else happens: a lease or hosting contract without open conditions.
  ///
  /// Cloud contracts sell computing, not space; conditional ones may never begin.
  public var isContractedLease: Bool {
    guard isLeaseOrHosting else { return false }
    switch deal.terms.status?.value {
    case .conditional, .terminated, .expired: return false
    default: return true
    }
  }

  private var isLeaseOrHosting: Bool {
    let kind = deal.terms.kind?.value
    return kind == .lease || kind == .hosting
  }

  /// Whether its tenant is, or was, billed: a contracted lease, also once it has ended.
  public var isBilled: Bool {
    guard isLeaseOrHosting else { return false }
    switch deal.terms.status?.value {
    case .conditional: return false
    case .terminated, .expired: return !earlier.isEmpty
    default: return true
    }
  }
}
