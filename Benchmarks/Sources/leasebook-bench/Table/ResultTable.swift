/// The figures of all workloads as one table.
struct ResultTable {
  let measurements: [Measurement]
  /// What the figures rest on, a sentence each.
  let footer: [String]

  private static let header = ["name", "what", "minimum", "median", "unit", "aim", "met"]
  /// The columns that are aligned on their right.
  private static let numbers: Set<Int> = [2, 3, 5]

  private var rows: [[String]] {
    measurements.map { measurement in
      [
        measurement.name, measurement.what, digits(measurement.minimum),
        digits(measurement.median), measurement.unit,
        measurement.aim.map { "≤ \(digits($0))" } ?? "",
        measurement.isMet.map { $0 ? "yes" : "NO" } ?? "",
      ]
    }
  }

  /// With columns padded to one width.
  var text: String {
    let rows = [Self.header] + rows
    let widths = Self.header.indices.map { column in
      rows.reduce(0) { max($0, $1[column].count) }
    }
    let lines = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return Self.numbers.contains(column) ? padding + cell : cell + padding
      }
      let line = cells.joined(separator: "  ")
      return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
    }
    return (lines + [""] + footer).map { $0 + "\n" }.joined()
  }

  var markdown: String {
    let rule = Self.header.indices.map { Self.numbers.contains($0) ? "---:" : "---" }
    let lines = ([Self.header, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
    return (lines + [""] + [footer.joined(separator: " ")]).map { $0 + "\n" }.joined()
  }

  /// A number with three digits that count, or whole from 100 on.
  private func digits(_ value: Double) -> String {
    let places = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let scale = [1, 10, 100][places]
    let whole = Int((value * Double(scale)).rounded())
    guard places > 0 else { return "\(whole)" }
    let fraction = String(whole % scale)
    return "\(whole / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
  }
}

extension Int {
  /// With a comma between thousands.
  var grouped: String {
    let digits = String(self)
    return digits.enumerated().reduce(into: "") { text, next in
      let left = digits.count - next.offset
      text += next.offset > 0 && left % 3 == 0 ? ",\(next.element)" : "\(next.element)"
    }
  }
}
