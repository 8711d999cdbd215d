public import FinanceBasics

/// A version of a party or a site with the dates by which it is chosen.
public struct DatedVersion<Thing: Sendable>: Sendable {
  /// What is known of it.
  public let thing: Thing
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate

  /// Takes the parts as they are.
  public init(_ thing: Thing, effective: CalendarDate, known: CalendarDate) {
    self.thing = thing
    self.effective = effective
    self.known = known
  }

  /// A version of the dates of an announcement; without one it holds since ever.
  public init(_ thing: Thing, _ announcement: Announcement?) {
    self.init(
      thing, effective: announcement?.effective ?? .earliest,
      known: announcement?.known ?? .earliest)
  }
}

extension Array {
  /// The version that holds without regard to dates: with the latest effective date, of equals the
  /// one known later, of equals the one recorded later.
  public func current<Thing>() -> Thing? where Element == DatedVersion<Thing> {
    enumerated().max { left, right in
      let (a, b) = (left.element, right.element)
      return (a.effective, a.known, left.offset) < (b.effective, b.known, right.offset)
    }?.element.thing
  }

  /// The version that an announcement changes: of those known and in force by its days the one that
  /// holds; one of the same days is put right by it, and not changed.
  public func base<Thing>(of announcement: Announcement) -> Thing?
  where Element == DatedVersion<Thing> {
    filter { version in
      version.known <= announcement.known && version.effective <= announcement.effective
        && (version.known, version.effective) != (announcement.known, announcement.effective)
    }.current()
  }
}
