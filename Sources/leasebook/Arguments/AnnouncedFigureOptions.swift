import ArgumentParser
import LeaseModel

/// The figures of an announcement, in options.
struct AnnouncedFigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("New: base rent over the base term, such as '7.0 bn'.", valueName: "money"))
  var value: String?

  @Option(
    help: ArgumentHelp(
      "New: the first-year rent, such as '128 USD/kW-month'.", valueName: "rate"))
  var rate: String?

  @Option(
    help: ArgumentHelp("New: contract value with all renewals.", valueName: "money"))
  var valueWithRenewals: String?

  @Option(help: ArgumentHelp("New: revenue of the first year.", valueName: "money"))
  var firstYearRevenue: String?

  @Option(help: ArgumentHelp("New: average revenue a year.", valueName: "money"))
  var averageRevenue: String?

  @Option(help: ArgumentHelp("New: annualised revenue.", valueName: "money"))
  var annualisedRevenue: String?

  @Option(help: ArgumentHelp("New: NOI over the base term.", valueName: "money"))
  var noi: String?

  @Option(
    name: .customLong("average-noi"),
    help: ArgumentHelp("New: average NOI a year.", valueName: "money"))
  var averageNOI: String?

  @Option(help: ArgumentHelp("New: NOI over rent, such as '85 %'.", valueName: "percent"))
  var margin: String?

  @Option(
    help: ArgumentHelp(
      "New: what the halls cost, in all or such as '10 M USD/MW-IT'.", valueName: "money"))
  var capitalCost: String?

  @Option(
    help: ArgumentHelp("New: stabilised NOI over that cost.", valueName: "percent"))
  var yieldOnCost: String?

  @Option(help: ArgumentHelp("New: project debt.", valueName: "money"))
  var debt: String?

  @Option(help: ArgumentHelp("New: debt over cost.", valueName: "percent"))
  var loanToCost: String?

  @Option(help: ArgumentHelp("New: what is guaranteed.", valueName: "money"))
  var guarantee: String?

  @Option(
    help: ArgumentHelp("New: of amounts that name none.", valueName: "code"),
    completion: Completions.currencies)
  var currency = "USD"

  /// What was given, by the name of its option.
  var given: [(option: String, text: String?)] {
    [
      ("value", value), ("rate", rate), ("value-with-renewals", valueWithRenewals),
      ("first-year-revenue", firstYearRevenue), ("average-revenue", averageRevenue),
      ("annualised-revenue", annualisedRevenue), ("noi", noi), ("average-noi", averageNOI),
      ("margin", margin), ("capital-cost", capitalCost), ("yield-on-cost", yieldOnCost),
      ("debt", debt), ("loan-to-cost", loanToCost), ("guarantee", guarantee),
      ("currency", currency == "USD" ? nil : currency),
    ]
  }

  /// The fields that are terms: rent is known by its value, else by its rate.
  var terms: [AnnouncementOptions.Given] {
    var terms: [AnnouncementOptions.Given] = []
    let add = { (option: String, path: String, text: String?, supplied: String) in
      guard let text else { return }
      terms.append(.init(option: option, path: path, text: text + supplied, supplied: supplied))
    }
    add("value", "rent.contractValue", value, supplied(to: value))
    if value == nil { add("rate", "rent.rate", rate, "") }
    add("margin", "operatingMargin", margin.map(spacedPercent), "")
    add("capital-cost", "capitalCost", capitalCost, supplied(to: capitalCost))
    return terms
  }

  /// The fields of the block `announcedFigures`.
  var announced: [AnnouncementOptions.Given] {
    let amounts: [(option: String, key: AnnouncedFigure.Kind, text: String?)] = [
      ("value-with-renewals", .contractValueWithRenewals, valueWithRenewals),
      ("first-year-revenue", .firstYearRevenue, firstYearRevenue),
      ("average-revenue", .averageAnnualRevenue, averageRevenue),
      ("annualised-revenue", .annualisedRevenue, annualisedRevenue),
      ("noi", .cumulativeNOI, noi), ("average-noi", .averageAnnualNOI, averageNOI),
      ("debt", .debt, debt), ("guarantee", .guaranteeAmount, guarantee),
    ]
    let others: [(option: String, key: AnnouncedFigure.Kind, text: String?)] = [
      ("rate", .rate, value == nil ? nil : rate),
      ("yield-on-cost", .yieldOnCost, yieldOnCost.map(spacedPercent)),
      ("loan-to-cost", .loanToCost, loanToCost.map(spacedPercent)),
    ]
    let all =
      amounts.map { ($0.option, $0.key, $0.text, supplied(to: $0.text)) }
      + others.map { ($0.option, $0.key, $0.text, "") }
    return all.compactMap { option, key, text, supplied in
      text.map {
        AnnouncementOptions.Given(
          option: option, path: key.rawValue, text: $0 + supplied, supplied: supplied)
      }
    }
  }

  /// Checks each figure as the field that it becomes.
  func validateFigures() throws {
    for field in announced {
      let typed = field.text.dropLast(field.supplied.count)
      guard !typed.hasPrefix("-"), !typed.hasPrefix("\u{2212}") else {
        throw ValidationError(
          "--\(field.option): '\(typed)' is below zero; check the sign of the figure.")
      }
      try check(
        field.text, of: field.path, in: .announcedFigures, for: field.option,
        supplied: field.supplied)
    }
  }

  /// The currency of an amount that is written without one.
  private func supplied(to text: String?) -> String {
    let isNamed = (text ?? "").split { !$0.isLetter }.contains { word in
      word.count == 3 && word.allSatisfy { $0.isASCII && $0.isUppercase }
    }
    return isNamed ? "" : " \(currency)"
  }
}
