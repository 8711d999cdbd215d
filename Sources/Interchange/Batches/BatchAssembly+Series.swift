import FinanceBasics
import LeaseModel

extension BatchAssembly {
  /// Adds the versions of series that the known book does not have.
  mutating func addSeries() {
    var given: [SeriesVersionKey: String] = [:]
    for file in files {
      if case .table(let table) = file {
        let place = DiagnosticLocation(file: table.path)
        faults.append(LocatedFault(BatchFault.headingMissing, at: place))
      }
      guard case .series(let parsed) = file else { continue }
      faults += parsed.faults
      guard let series = parsed.series else { continue }
      let key = SeriesVersionKey(series.heading)
      let known = book.series[series.id]?.first { SeriesVersionKey($0.heading) == key }
      if let known {
        if known.hasContent(of: series) {
          repeated.append(parsed.file)
        } else {
          let fault = Self.doubling(of: series, as: known, givenBy: given[key])
          faults.append(LocatedFault(fault, at: parsed.place))
        }
        continue
      }
      given[key] = parsed.file
      book.add(series)
      items.append(.series(series, file: file.contents, table: parsed.table))
    }
  }

  /// What tells the versions of a series apart.
  private struct SeriesVersionKey: Hashable {
    let id: SeriesID
    let announced: CalendarDate
    let effective: CalendarDate?

    init(_ heading: SeriesHeading) {
      id = heading.id
      announced = heading.announced.last
      effective = heading.effective
    }
  }

  /// What is wrong with giving a version again with other values.
  private static func doubling(
    of series: DataSeries, as known: DataSeries, givenBy other: String?
  ) -> BatchFault {
    if let other { return .seriesDoubled(series.id.text, other: other) }
    let words =
      switch known.firstDifference(from: series) {
      case nil: "what is said of its values differs"
      case let difference? where difference.value == nil && difference.other == nil:
        "only one of them has \(difference.place)"
      case let difference?:
        "\(difference.place) is \(Self.words(difference.value)) there and "
          + "\(Self.words(difference.other)) here"
      }
    return .seriesRecorded(
      series.id.text, announced: series.heading.announced.description, difference: words)
  }

  private static func words(_ value: ExactDecimal?) -> String {
    value?.description ?? "without a value"
  }
}

extension BatchAssembly {
  /// Adds scenarios, each once.
  mutating func addScenarios() {
    var given: [ScenarioID: String] = [:]
    for file in files {
      guard case .scenario(let parsed) = file else { continue }
      faults += parsed.faults
      guard let scenario = parsed.scenario else { continue }
      if let other = given[scenario.id] {
        let fault = BatchFault.scenarioDoubled(scenario.id.text, other: other)
        faults.append(LocatedFault(fault, at: DiagnosticLocation(file: parsed.file)))
        continue
      }
      given[scenario.id] = parsed.file
      items.append(.scenario(scenario, file: file.contents))
    }
  }
}
