import Foundation
import Testing

/// CSV and JSON are contracts: their keys are those that the design names, in its order.
@Suite("Machine output")
struct MachineOutputTests {
  static let value = ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"]

  @Test("project has its groups between the period and the amount")
  func projectColumns() throws {
    let plain = try SampleBook.ask("project", "hut8-river-bend", "--format", "csv").table
    #expect(plain.columns == ["period_start", "period_end", "charge", "amount", "currency"])
    let grouped = try SampleBook.ask(
      "project", "hut8-river-bend", "--group-by", "landlord,deal,hall,charge", "--format", "csv")
    #expect(
      try grouped.table.columns == [
        "period_start", "period_end", "landlord", "deal", "hall", "charge", "amount", "currency",
      ])
  }

  @Test("value has the keys of the design in its order")
  func valueColumns() throws {
    let table = try SampleBook.ask(Self.value + ["--format", "csv"]).table
    // The design's, after the present value that of NOI, and behind them what came later.
    #expect(
      table.columns == [
        "deal", "valuation_date", "convention", "rate", "present_value", "present_value_noi",
        "past_flows", "irr", "equity_multiple", "payback_date", "duration", "modified_duration",
        "dv01", "terminal_value", "terminal_share", "yield_on_cost", "development_spread",
        "break_even_rent", "present_value_per_mw", "attributable_value", "value_per_share",
        "diluted_value_per_share", "curve", "spread", "case", "currency", "discounting",
        "scenarios",
      ])
    let object = try SampleBook.ask(Self.value + ["--format", "json"]).object
    // Scenarios are objects of their own in JSON, and there only where there are any.
    #expect(Set(table.columns).subtracting(["scenarios"]).isSubset(of: object.keys))
    let irr = try #require(object["irr"] as? [String: Any])
    #expect(Set(irr.keys) == ["status", "rate", "roots", "sign_changes"])
  }

  @Test("show has a basis and a source for every term, and what follows from them")
  func showKeys() throws {
    let object = try SampleBook.ask("show", "hut8-river-bend", "--format", "json").object
    let terms = try #require(object["terms"] as? [String: [String: Any]])
    for (path, field) in terms {
      #expect(Set(field.keys) == ["value", "basis", "source"], "\(path)")
      let basis = try #require(field["basis"] as? String)
      #expect(["disclosed", "solved", "assumed"].contains(basis))
      #expect((field["source"] is String) == (basis == "disclosed"), "\(path)")
    }
    #expect(terms["criticalIT"]?["value"] as? String == "245 MW")
    #expect(terms["capitalCost"]?["basis"] as? String == "assumed")
    let average = try #require(object["average_annual_noi"] as? [String: Any])
    #expect(Set(average.keys) == ["nominal", "mw_weighted", "span"])
    let derived = [
      "first_year_rate_per_kw_month", "stated_contract_value", "total_contract_value",
      "rounding_difference", "walt_years",
    ]
    #expect(Set(derived).isSubset(of: object.keys))
  }

  @Test("compare has one column a metric of the registry", arguments: subjects)
  func compareColumns(_ subject: String) throws {
    let ids = try SampleBook.ask("compare", "--define", "--format", "csv").table.column("id")
    let table = try SampleBook.ask("compare", "--by", subject, "--format", "csv").table
    #expect(
      table.columns == [subject] + ids + ["unprojected_deals", "assumed_inputs", "solved_inputs"])
    #expect(Set(try table.column(subject)).count == table.rows.count)
  }

  static let subjects = ["landlord", "tenant", "guarantor", "site", "deal"]

  @Test("every metric says its formula and its period, and its megawatts where it divides by them")
  func definitions() throws {
    for metric in try SampleBook.ask("compare", "--define", "--format", "csv").table.rows {
      let id = try #require(metric["id"])
      #expect(metric["formula"]?.isEmpty == false, "\(id)")
      #expect(metric["period"]?.isEmpty == false, "\(id)")
      let dividesByMegawatts = id.contains("per_mw") || id.contains("per_kw")
      #expect(!dividesByMegawatts || metric["mw_basis"] == "critical IT", "\(id)")
    }
  }

  static let tables: [[String]] = [
    ["list"], ["history", "cipher-barber-lake"], ["project", "--by", "year"],
    ["project", "hut8-river-bend", "--by", "month", "--subtotals"], ["compare", "--define"],
    ["record", "samples/deals"],
  ]

  @Test("CSV and JSON have the same keys and the same values", arguments: tables)
  func csvEqualsJSON(_ arguments: [String]) throws {
    let table = try SampleBook.ask(arguments + ["--format", "csv"]).table
    let objects = try SampleBook.ask(arguments + ["--format", "json"]).objects
    #expect(table.rows.count == objects.count)
    for (row, object) in zip(table.rows, objects) {
      #expect(Set(object.keys) == Set(table.columns))
      for column in table.columns {
        #expect(Self.agrees(row[column], object[column]), "\(column): \(row) and \(object)")
      }
    }
  }

  @Test("a comparison carries the same numbers in CSV and JSON", arguments: subjects)
  func comparisonNumbers(_ subject: String) throws {
    let arguments = ["compare", "--by", subject, "--on", "2026-10-01", "--rate", "8%"]
    let table = try SampleBook.ask(arguments + ["--format", "csv"]).table
    let object = try SampleBook.ask(arguments + ["--format", "json"]).object
    let subjects = try #require(object["subjects"] as? [[String: Any]])
    #expect(table.rows.count == subjects.count)
    for (row, item) in zip(table.rows, subjects) {
      #expect(Self.agrees(row[subject], item["id"]))
      let metrics = try #require(item["metrics"] as? [String: [String: Any]])
      for (id, cell) in metrics {
        #expect(Self.agrees(row[id], cell["value"]), "\(id) of \(row)")
      }
    }
  }

  @Test("a value carries the same numbers in text, CSV and JSON")
  func valueNumbers() throws {
    let row = try #require(try SampleBook.ask(Self.value + ["--format", "csv"]).table.rows.first)
    let object = try SampleBook.ask(Self.value + ["--format", "json"]).object
    let text = try SampleBook.ask(Self.value).output.filter { $0 != "," }
    for key in ["present_value", "present_value_noi", "past_flows"] {
      #expect(Self.agrees(row[key], object[key]))
      #expect(text.contains(" \(try #require(row[key])) USD\n"))
    }
    let irr = try #require(object["irr"] as? [String: Any])
    #expect(Self.agrees(row["irr"], irr["rate"]))
    for key in ["equity_multiple", "duration", "payback_date", "rate", "convention"] {
      #expect(Self.agrees(row[key], object[key]), "\(key)")
    }
  }

  @Test("a projection in text is that of the CSV, to the cent")
  func projectionText() throws {
    let arguments = ["project", "hut8-river-bend", "--by", "year"]
    let rows = try SampleBook.ask(arguments + ["--format", "csv"]).table.rows
    let text = try SampleBook.folder().run(
      arguments + ["--in", "units"], environment: ["COLUMNS": "200"])
    let years = try TextTable(text.output)
    let charges = [("base-rent", "Base rent"), ("operating-cost", "Operating cost")]
    for (charge, heading) in charges + [("capital-cost", "Capital cost")] {
      let expected = try rows.filter { $0["charge"] == charge }.map {
        [try #require($0["period_start"]?.prefix(4)).description, try #require($0["amount"])]
      }
      let found = years.rows.filter { !$0.name.hasPrefix("Total") }.compactMap { row in
        row.cells[heading].map { [row.name, $0.filter { $0 != "," }] }
      }
      #expect(found == expected, "\(charge)")
    }
  }

  /// Whether a cell of CSV says what a JSON value says; blank is null.
  private static func agrees(_ cell: String?, _ value: Any?) -> Bool {
    guard let cell else { return false }
    switch value {
    case let text as String: return text == cell
    case is NSNull: return cell.isEmpty
    case let number as Double: return Double(cell) == number
    default: return false
    }
  }
}
