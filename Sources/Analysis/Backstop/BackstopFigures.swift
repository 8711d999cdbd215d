/// What rents are worth with and without a guarantee, of one deal or summed over several.
///
/// All amounts are posted, in minor units, so that sums and differences are exact.
public struct BackstopFigures: Hashable, Sendable {
  /// The base rents owed, undiscounted.
  public let rents: Int64
  /// As if nobody could default.
  public let certain: Int64
  /// With defaults, as if there were no guarantee.
  public let unguaranteed: Int64
  /// With defaults, and the guarantee honoured.
  public let guaranteed: Int64
  /// The certain value of the rents that are covered, up to the cap from the first rent on.
  public let covered: Int64
  /// Of the warrants given to guarantors; `nil` where none are valued.
  public let warrants: Int64?
  /// What the guarantees are worth for which the warrants were valued.
  private let rewarded: Int64

  /// What the guarantee is worth.
  public var worth: Int64 { guaranteed - unguaranteed }

  /// What default is expected to cost in spite of the guarantee.
  public var expectedLoss: Int64 { certain - guaranteed }

  /// What default would be expected to cost without the guarantee.
  public var lossAlone: Int64 { certain - unguaranteed }

  /// The worth as a fraction of the covered rent of every year; 0.01 is 100 basis points a year.
  ///
  /// `nil` where no rent is covered.
  public var rate: Double? { covered > 0 ? Double(worth) / Double(covered) : nil }

  /// The warrants over the worth of the guarantees that they were given for.
  ///
  /// `nil` where no warrants are valued, or the guarantees are worth nothing.
  public var warrantsOverWorth: Double? {
    guard let warrants, rewarded > 0 else { return nil }
    return Double(warrants) / Double(rewarded)
  }

  init(
    rents: Int64, certain: Int64, unguaranteed: Int64, guaranteed: Int64, covered: Int64,
    warrants: Int64?
  ) {
    self.rents = rents
    self.certain = certain
    self.unguaranteed = unguaranteed
    self.guaranteed = guaranteed
    self.covered = covered
    self.warrants = warrants
    rewarded = warrants == nil ? 0 : guaranteed - unguaranteed
  }

  /// The sums of the figures; of warrants, of those that are valued.
  init(summing parts: [BackstopFigures]) {
    rents = parts.reduce(0) { $0 + $1.rents }
    certain = parts.reduce(0) { $0 + $1.certain }
    unguaranteed = parts.reduce(0) { $0 + $1.unguaranteed }
    guaranteed = parts.reduce(0) { $0 + $1.guaranteed }
    covered = parts.reduce(0) { $0 + $1.covered }
    let valued = parts.compactMap(\.warrants)
    warrants = valued.isEmpty ? nil : valued.reduce(0, +)
    rewarded = parts.reduce(0) { $0 + $1.rewarded }
  }
}
