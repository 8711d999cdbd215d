public import FinanceBasics
public import LeaseModel

/// Warrants on the landlord's shares, or a right to buy them, that a guarantor holds.
public struct GivenWarrants: Hashable, Sendable {
  /// The guarantor that holds them.
  public let holder: PartyID
  /// How many shares; `nil` where it is not stated.
  public let shares: ExactDecimal?
  /// The price of one share; `nil` where it is not stated.
  public let exercisePrice: Figure?
  /// Shares × (price − exercise price), no less than zero, in minor units; `nil` where a part of it
  /// is not known.
  public let value: Int64?

  /// - Throws: `valuation.beyond-range`.
  private init(
    _ grant: WarrantGrant, of holder: PartyID, price: Figure?
  ) throws(AnalysisProblem) {
    self.holder = holder
    shares = grant.shares?.value.point
    exercisePrice = grant.exercisePrice?.value
    guard let price, let shares, let exercisePrice, exercisePrice.unit == price.unit else {
      value = nil
      return
    }
    let gain = price.point - exercisePrice.point
    let cents = (gain < .zero ? ExactDecimal.zero : gain).real.times(shares.real).times(100)
    guard let value = cents.roundedHalfEven(), value <= Money.maximumMinorUnits else {
      throw .valueBeyondRange
    }
    self.value = value
  }

  /// The warrants of a deal that its guarantors hold, in the order of the file.
  ///
  /// - Throws: `valuation.beyond-range`.
  static func all(
    of terms: DealTerms, heldBy guarantors: [PartyID], price: Figure?
  ) throws(AnalysisProblem) -> [GivenWarrants] {
    var all: [GivenWarrants] = []
    for grant in terms.warrants {
      guard let holder = grant.holder?.value, guarantors.contains(holder) else { continue }
      all.append(try GivenWarrants(grant, of: holder, price: price))
    }
    return all
  }
}

extension [GivenWarrants] {
  /// The sum, where there are warrants and all are valued.
  var value: Int64? {
    let values = compactMap(\.value)
    return isEmpty || values.count < count ? nil : values.reduce(0, +)
  }

  /// Why warrants are not valued, in sentences.
  func remarks(in terms: DealTerms, isPriced: Bool) -> [String] {
    var sentences: [String] = []
    if isPriced, contains(where: { $0.value == nil }) {
      sentences.append("warrants without a stated number or exercise price are not valued")
    }
    if !isEmpty, !isPriced { sentences.append("warrants are not valued without a share price") }
    let others = terms.warrants.compactMap(\.holder?.value).filter { holder in
      !contains { $0.holder == holder }
    }
    if !others.isEmpty {
      let names = others.map(\.text).joined(separator: ", ")
      sentences.append("warrants of \(names), who guarantees nothing here, are left out")
    }
    return sentences
  }
}
