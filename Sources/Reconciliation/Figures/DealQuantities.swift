import FinanceBasics
import LeaseModel

extension Deal {
  /// Every published figure of the deal, disclosed terms first, each group in the order of kinds;
  /// with the day of this version, which may have it from an earlier one.
  var publishedQuantities: [AnnouncedQuantity] {
    let announced = announcedFigures.compactMap { figure in
      AnnouncedQuantity(figure, of: self)
    }
    let kinds = AnnouncedQuantity.Kind.allCases
    let all = disclosedQuantities + announcedTerms + announced
    return kinds.flatMap { kind in all.filter { $0.kind == kind } }
  }

  /// Terms that a source gives, and that other figures have to do with.
  private var disclosedQuantities: [AnnouncedQuantity] {
    var found: [AnnouncedQuantity] = []
    let add = { (kind: AnnouncedQuantity.Kind, stated: Stated<Figure>?) in
      guard let stated, let figure = stated.ofSource else { return }
      found.append(AnnouncedQuantity(kind, figure, at: stated.path, self.announced))
    }
    add(.contractValue, terms.rent.contractValue)
    add(.rate, terms.rent.rate)
    add(.noiMargin, terms.operatingMargin)
    let isPerMegawatt = terms.capitalCost?.value.unit.dimension == .moneyPerPower
    add(isPerMegawatt ? .capitalCostPerMegawatt : .capitalCost, terms.capitalCost)
    add(.criticalIT, terms.criticalIT)
    let units = [terms.capitalCost?.value.unit] + announcedFigures.map(\.figure.unit)
    let overKinds = Set(units.compactMap { $0?.megawattKind })
    let announced = Set(announcedFigures.map(\.kind))
    if overKinds.contains(.gross) || announced.contains(.gross) { add(.gross, terms.gross) }
    if overKinds.contains(.utility) || announced.contains(.utility) {
      add(.utility, terms.utility)
    }
    for financing in terms.financing where financing.amount != nil {
      add(.loanToCost, financing.loanToCost)
    }
    for (kind, stated) in [
      (AnnouncedQuantity.Kind.firstDelivery, terms.firstDelivery),
      (.lastDelivery, terms.lastDelivery),
    ] {
      guard let stated, let date = stated.ofSource else { continue }
      found.append(
        AnnouncedQuantity(
          kind: kind, block: .terms, path: stated.path, text: date.description,
          range: .days(first: date.first, last: date.last), announced: self.announced))
    }
    return found
  }

  /// Lengths that were announced beside the terms; they are no figures of a quantity.
  private var announcedTerms: [AnnouncedQuantity] {
    fields.compactMap { field in
      guard field.block == .announcedFigures, field.path.description.hasPrefix("term"),
        let months = Tenor(field.text)?.months
      else { return nil }
      return AnnouncedQuantity(
        kind: .term, block: .announcedFigures, path: field.path, text: field.text,
        range: .months(low: months, high: months), announced: announced)
    }
  }
}

extension Stated {
  /// The value as a source gives it; `nil` of what is assumed or solved.
  var ofSource: Value? { basis == .disclosed ? value : disclosed }
}

extension AnnouncedQuantity {
  fileprivate init(_ kind: Kind, _ figure: Figure, at path: FieldPath, _ announced: StatedDate) {
    self.init(
      kind: kind, block: .terms, path: path, text: figure.text,
      range: .amount(low: figure.low, high: figure.high, figure.unit), announced: announced)
  }

  /// `nil` of a figure whose kind has nothing to do with the others.
  fileprivate init?(_ announced: AnnouncedFigure, of deal: Deal) {
    guard let kind = Kind(rawValue: announced.kind.rawValue) else { return nil }
    let figure = announced.figure
    let isOfDealAlone = announced.scope.allSatisfy { $0 == deal.id }
    self.init(
      kind: kind, block: .announcedFigures, path: announced.path, text: figure.text,
      range: .amount(low: figure.low, high: figure.high, figure.unit),
      announced: deal.announced, scope: isOfDealAlone ? [] : announced.scope)
  }

  /// The interval of an amount, percentages as fractions; `nil` of days and lengths.
  var interval: Interval? {
    guard case .amount(let low, let high, let unit) = range else { return nil }
    let interval = Interval(from: low, through: high)
    return unit == .percent ? interval / Interval(100) : interval
  }

  /// The unit of an amount.
  var unit: MeasureUnit? {
    if case .amount(_, _, let unit) = range { unit } else { nil }
  }
}

extension MeasureUnit {
  /// Which megawatt the unit divides by.
  var megawattKind: MegawattKind? {
    switch self {
    case .moneyPerMegawatt(_, let kind), .moneyPerMegawattYear(_, let kind): kind
    default: nil
    }
  }
}
