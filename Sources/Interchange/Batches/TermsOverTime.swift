public import FinanceBasics
import LeaseModel

/// The terms of a deal over time: each version from its effective day to that of the next.
public struct TermsOverTime: Sendable {
  /// By their effective days, no two of one day.
  private var versions: [KnownVersion] = []

  /// - Parameter known: In the order in which the public knew them; of one effective day the last
  ///   holds.
  public init(_ known: [KnownVersion] = []) {
    for version in known { put(version) }
  }

  /// The version in force on a day; before the first the first. `nil` where there is none at all.
  public func inForce(on day: CalendarDate) -> KnownVersion? {
    versions.last { $0.deal.effective <= day } ?? versions.first
  }

  /// Those that come into force after a day.
  public func after(_ day: CalendarDate) -> [KnownVersion] {
    versions.filter { $0.deal.effective > day }
  }

  /// Puts a version from its effective day on, in place of that of the same day.
  public mutating func put(_ version: KnownVersion) {
    let day = version.deal.effective
    versions.removeAll { $0.deal.effective == day }
    let place = versions.firstIndex { $0.deal.effective > day } ?? versions.count
    versions.insert(version, at: place)
  }
}
