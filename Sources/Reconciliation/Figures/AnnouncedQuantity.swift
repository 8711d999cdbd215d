public import FinanceBasics
public import LeaseModel

/// A published figure, be it announced beside the terms or a disclosed term that was rounded.
public struct AnnouncedQuantity: Hashable, Sendable {
  /// What the figure is of.
  public enum Kind: String, CaseIterable, Sendable {
    case contractValue, contractValueWithRenewals
    case firstYearRevenue, annualisedRevenue, averageAnnualRevenue
    case cumulativeNOI, averageAnnualNOI, noiMargin
    case rate
    case capitalCost, capitalCostPerMegawatt, yieldOnCost, debt, loanToCost
    case guaranteeAmount
    case criticalIT, gross, utility
    case term, firstDelivery, lastDelivery
  }

  /// Which kind it is.
  public let kind: Kind
  /// The block of the file that it stands in: the terms, or the announced figures.
  public let block: FieldBlock
  /// Of the field, without its block.
  public let path: FieldPath
  /// As printed.
  public let text: String
  /// What its wording leaves open.
  public let range: QuantityRange
  /// When it was published as it stands: of the first version that has it, or of its own filing or
  /// release where that is later.
  public internal(set) var announced: StatedDate
  /// The deals that the figure covers together; empty for this deal alone.
  public let scope: [DealID]

  /// Takes the parts as they are.
  public init(
    kind: Kind, block: FieldBlock, path: FieldPath, text: String, range: QuantityRange,
    announced: StatedDate, scope: [DealID] = []
  ) {
    self.kind = kind
    self.block = block
    self.path = path
    self.text = text
    self.range = range
    self.announced = announced
    self.scope = scope
  }

  /// Where the figure comes from.
  public var basis: Basis { block.basis }
}

/// What a published figure leaves open, both ends included.
public enum QuantityRange: Hashable, Sendable {
  /// An amount in the unit: of percentages in percent, of money in currency units.
  case amount(low: ExactDecimal, high: ExactDecimal, MeasureUnit)
  /// A length in calendar months.
  case months(low: Int, high: Int)
  case days(first: CalendarDate, last: CalendarDate)
}

/// A value of a quantity as it was computed.
public enum QuantityValue: Hashable, Sendable {
  /// In the unit of the quantity: of percentages in percent, of money in currency units.
  case amount(PreciseReal)
  /// In calendar months.
  case months(Int)
  case day(CalendarDate)
}
