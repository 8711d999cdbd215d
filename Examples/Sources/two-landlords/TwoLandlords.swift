import Analysis
import FinanceBasics
import Foundation
import Interchange
import LeaseModel

/// Reads deal files, projects and values each deal, and puts their landlords side by side.
///
///     two-landlords 2026-10-01 samples/parties.yaml samples/sites.yaml DEAL.yaml DEAL.yaml
@main
struct TwoLandlords {
  /// The day on which everything is valued.
  let date: CalendarDate
  /// Effective annual.
  let rate = 0.08

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let date = arguments.first.flatMap({ CalendarDate($0) }) else {
      print("two-landlords DATE FILE…")
      exit(64)
    }
    do {
      try TwoLandlords(date: date).report(on: try read(arguments.dropFirst()))
    } catch let faults as Diagnostics {
      // Every fault of every file, with its line and how to put it right.
      print(faults.rendered)
      exit(65)
    }
  }

  private func report(on deals: [AnalysedDeal]) throws {
    for deal in deals { print(try DealSummary(of: deal, on: date, rate: rate).text) }
    print(try comparison(of: deals))
  }

  /// The deals of files, each as its latest version has it, by id.
  private static func read(_ paths: some Sequence<String>) throws -> [AnalysedDeal] {
    let files = try paths.map { path in
      let data = try Data(contentsOf: URL(filePath: path))
      return DealFileBatch.File(path: path, bytes: [UInt8](data))
    }
    let book = try DealFileBatch(reading: files).book
    return book.versions.values.map { AnalysedDeal(versions: $0, series: book.indexSeries) }
      .sorted { $0.deal.id < $1.deal.id }
  }

  /// The landlords by some metrics of the registry; what is unknown stays blank.
  private func comparison(of deals: [AnalysedDeal]) throws -> String {
    let metrics = try MetricRegistry.metrics(
      named: "contracted_it_mw,first_year_rate_per_kw_month,walt_years")
    let comparison = try Comparison(
      of: deals, by: .landlord, metrics: metrics, on: date, rate: rate)
    let rows = comparison.rows.map { row in
      let values = zip(metrics, row.values).map { metric, value in
        "  \(metric.name): \(value.value.map(text) ?? "unknown")"
      }
      return ([row.id ?? "no landlord"] + values).joined(separator: "\n")
    }
    return rows.joined(separator: "\n")
  }

  private func text(_ value: MetricValue.Value) -> String {
    switch value {
    case .amount(let minorUnits): plainAmount(minorUnits)
    case .number(let number): String(format: "%.2f", number)
    case .count(let count): String(count)
    case .date(let date): date.description
    case .text(let text): text
    }
  }
}
