public import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// What a change of one field does: the totals of the charges that it moves, and the values.
public struct FieldImpact: Sendable {
  /// The deal that the field is of.
  public let deal: DealID
  /// Of the field, without its block.
  public let path: String
  /// Where the field's value comes from.
  public let basis: Basis
  /// The field as it stands in its file.
  public let before: String
  /// The text that is put in its place.
  public let after: String
  /// The change that was taken, such as `+1 %`; `nil` where the question states the text.
  public let taken: String?
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// Of every amount.
  public let currency: Currency
  /// In the order of `Charge`, those that the change moves.
  public let charges: [(charge: Charge, change: Change)]
  /// Posted base rent.
  public let contractValue: Change
  /// `nil` where operating cost is unknown before or after.
  public let netOperatingIncome: Change?
  /// With the date and rate asked for; `nil` where none is.
  public let presentValue: (basis: ValuationBasis, change: Change)?

  /// An amount in minor units, before and after.
  public struct Change: Hashable, Sendable {
    /// As recorded, or as the scenarios have it.
    public let before: Int64
    /// With the field changed.
    public let after: Int64
    /// After less before.
    public var difference: Int64 { after - before }
  }

  /// Changes a field of the version in force, reads the deal again and projects it again.
  ///
  /// - Parameters:
  ///   - text: The new text of the field; a small change is taken where it is `nil`.
  ///   - basis: For present value.
  /// - Throws: `explain.unknown-path`, `explain.no-change-taken`; the faults of the changed deal;
  ///   what stops its projection.
  public init(
    of path: String, to text: String?, in analysed: AnalysedDeal,
    case projectionCase: ProjectionCase,
    basis: ValuationBasis?
  ) throws {
    let deal = analysed.deal
    let field = try deal.input(at: path, inputs: analysed.resolved?.inputs ?? [])
    var taken: String?
    var after = text ?? field.text
    if text == nil {
      let day = deal.terms.periodDay?.value ?? .end
      guard let change = SmallChange(of: field.text, periodDay: day) else {
        throw ExplanationProblem.noChangeTaken(path, text: field.text)
      }
      (after, taken) = (change.text, change.words)
    }
    let changed = try analysed.changing(field, to: after)
    let old = try DealCashFlows(analysed, case: projectionCase)
    let new = try DealCashFlows(changed, case: projectionCase)
    self.deal = deal.id
    self.path = path
    self.basis = field.block.basis
    before = field.text
    self.after = after
    self.taken = taken
    self.projectionCase = projectionCase
    currency = old.projection.lease.currency
    charges = Charge.allCases.compactMap { charge in
      let change = Change(before: old.total(of: charge), after: new.total(of: charge))
      return Self.moves(charge, old, new) ? (charge, change) : nil
    }
    contractValue = Change(before: old.total(of: .baseRent), after: new.total(of: .baseRent))
    netOperatingIncome = old.netOperatingIncome.flatMap { before in
      new.netOperatingIncome.map { Change(before: before, after: $0) }
    }
    presentValue = try basis.map { basis in
      let values = try [old, new].map {
        try FlowValuation(of: [$0], case: projectionCase, basis: basis).presentValue
      }
      return (basis, Change(before: values[0], after: values[1]))
    }
  }

  /// Whether any amount of a charge, or its day, is another; totals may still be equal.
  private static func moves(_ charge: Charge, _ old: DealCashFlows, _ new: DealCashFlows) -> Bool {
    amounts(charge, old) != amounts(charge, new)
  }

  private static func amounts(_ charge: Charge, _ flows: DealCashFlows) -> [Int64] {
    var amounts: [Int64] = []
    flows.forEachAmount(in: .always, by: .accrual) { amount in
      guard amount.charge == charge else { return }
      amounts += [Int64(amount.month.index), Int64(amount.due.dayNumber), amount.minorUnits]
    }
    return amounts
  }
}

extension Deal {
  /// The field at a path that a calculation rests on.
  fileprivate func input(at path: String, inputs: [LeaseInput]) throws -> DealField {
    let known = fields.filter { $0.block != .head && $0.block != .announcedFigures }
    guard let field = known.first(where: { $0.path.description == path }) else {
      throw ExplanationProblem.unknownPath(
        path, deal: id, nearest: nearestName(to: path, among: known.map(\.path.description)))
    }
    guard inputs.contains(where: { field.path.isAt(orBelow: $0.path) }) else {
      throw ExplanationProblem.notAnInput(path, deal: id)
    }
    return field
  }
}

extension AnalysedDeal {
  /// The deal with the text of one field of the version in force changed.
  fileprivate func changing(_ field: DealField, to text: String) throws -> AnalysedDeal {
    let fields = deal.fields.map { other in
      guard other == field else { return other }
      return DealField(
        block: field.block, path: field.path, text: text, sources: field.sources,
        note: field.note, line: field.line, column: field.column)
    }
    let changed = try Deal(fields: fields, sources: deal.sources)
    return AnalysedDeal(
      versions: versions.dropLast() + [changed], firstAnnounced: firstAnnounced, series: series,
      delays: delays)
  }
}
