import FinanceBasics
import LeaseModel

/// Makes a deal file of each row of a table.
struct RentRollReading {
  private(set) var files: [DealFileBatch.File] = []
  private(set) var definitions: DealFileBatch.File?
  private(set) var origins: [String: [Int: DiagnosticLocation]] = [:]
  private(set) var faults: [any Diagnostic] = []

  private let map: RentRollMap
  private let mapFile: String
  private let tableFile: String
  private let known: KnownBook
  /// By their ids, with the names that the rows give and where.
  private var newParties: [String: (name: String, place: DiagnosticLocation)] = [:]
  private var newSites: [String: (name: String, place: DiagnosticLocation)] = [:]

  init(_ map: RentRollMap, mapFile: String, tableFile: String, known: KnownBook) {
    self.map = map
    self.mapFile = mapFile
    self.tableFile = tableFile
    self.known = known
  }

  mutating func read(_ table: [UInt8]) {
    let source: SourceText
    do throws(LocatedFault) {
      source = try SourceText(table, file: tableFile)
    } catch {
      faults = [error]
      return
    }
    let records = CSVRecords(source)
    if let fault = records.fault { faults.append(fault) }
    guard let header = records.records.first, records.records.count > 1 else {
      if faults.isEmpty { report(.tableEmpty, DiagnosticLocation(file: tableFile, line: 1)) }
      return
    }
    let places = columns(of: header)
    guard faults.isEmpty else { return }
    for record in records.records.dropFirst() {
      guard record.count == header.count else {
        if record.contains(where: { !$0.text.isBlank }) {
          report(
            .rowLength(found: record.count, expected: header.count),
            DiagnosticLocation(file: tableFile, line: record[0].line))
        }
        continue
      }
      if record.contains(where: { !$0.text.isBlank }) { read(record, places) }
    }
    define()
  }

  /// The columns of the map by their places in the table.
  private mutating func columns(of header: [CSVCell]) -> [Int: RentRollMap.Column] {
    let names = header.map { $0.text.trimmed }
    var places: [Int: RentRollMap.Column] = [:]
    for (place, cell) in header.enumerated() {
      let name = names[place]
      let location = DiagnosticLocation(file: tableFile, line: cell.line, column: cell.column)
      if names[..<place].contains(name) { report(.columnDoubled(name), location) }
      if let column = map.columns.first(where: { $0.name == name }) {
        places[place] = column
      } else if !map.ignored.contains(name) {
        report(.columnUnmapped(name), location)
      }
    }
    for column in map.columns where !names.contains(column.name) {
      report(
        .columnMissing(column.name, nearest: nearestName(to: column.name, among: names)),
        DiagnosticLocation(file: mapFile, line: column.place.line, column: column.place.column))
    }
    return places
  }

  private mutating func read(_ record: [CSVCell], _ columns: [Int: RentRollMap.Column]) {
    var leaves: [RentRollLeaf] = map.constants.map { constant in
      RentRollLeaf(
        path: constant.path, text: constant.text,
        origin: DiagnosticLocation(
          file: mapFile, line: constant.place.line, column: constant.place.column))
    }
    for (place, column) in columns.sorted(by: { $0.key < $1.key }) {
      let text = record[place].text.trimmed
      guard !text.isEmpty else { continue }
      let whole = (column.prefix ?? "") + text + Self.unit(of: column, after: text)
      leaves.append(
        RentRollLeaf(
          path: column.path, text: column.path == "deal" ? identifierText(of: whole) : whole,
          origin: DiagnosticLocation(
            file: tableFile, line: record[place].line, column: record[place].column,
            field: column.name)))
    }
    guard let id = leaves.first(where: { $0.path == "deal" }) else {
      let column = map.columns.first { $0.path == "deal" }?.name ?? "deal"
      report(
        .idMissing(column: column), DiagnosticLocation(file: tableFile, line: record[0].line))
      return
    }
    let name = "\(tableFile)/\(id.text).yaml"
    if let other = origins[name]?[1] {
      report(.idDoubled(id.text, line: other.line ?? 1), id.origin)
      return
    }
    for leaf in leaves { noteUnknown(leaf) }
    let writing = RentRollWriting(leaves, source: map.source)
    origins[name] = writing.origins
    files.append(DealFileBatch.File(path: name, bytes: Array(writing.text.utf8)))
  }

  /// What the map adds to a cell, unless the cell says it itself, as `2.5%` does.
  private static func unit(of column: RentRollMap.Column, after text: String) -> String {
    guard let unit = column.unit else { return "" }
    let number = text.hasSuffix(unit) ? text.dropLast(unit.count) : ""
    return number.last.map { $0.isNumber || $0 == " " } == true ? "" : " \(unit)"
  }

  /// Keeps a party or a site that is to be defined, by the first row that names it.
  private mutating func noteUnknown(_ leaf: RentRollLeaf) {
    let id = identifierText(of: leaf.text)
    switch leaf.path {
    case "terms.landlord", "terms.tenant", "terms.endUser":
      guard known.parties.id(of: leaf.text) == nil, newParties[id] == nil else { return }
      newParties[id] = (leaf.text, leaf.origin)
    case "terms.site":
      guard known.sites.id(of: leaf.text) == nil, newSites[id] == nil else { return }
      newSites[id] = (leaf.text, leaf.origin)
    default: break
    }
  }

  private mutating func define() {
    guard !newParties.isEmpty || !newSites.isEmpty else { return }
    var lines: [String] = []
    var places: [Int: DiagnosticLocation] = [:]
    for (section, things) in [("parties", newParties), ("sites", newSites)] where !things.isEmpty {
      lines.append("\(section):")
      for (id, thing) in things.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(id): {name: \(scalarText(thing.name))}")
        places[lines.count] = thing.place
      }
    }
    let name = "\(tableFile)/parties-and-sites.yaml"
    places[1] = DiagnosticLocation(file: tableFile)
    origins[name] = places
    definitions = DealFileBatch.File(
      path: name, bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private mutating func report(_ fault: RentRollFault, _ place: DiagnosticLocation) {
    faults.append(LocatedFault(fault, at: place))
  }
}

/// A value of a row with the path that it gets in the deal file.
struct RentRollLeaf {
  let path: String
  let text: String
  let origin: DiagnosticLocation
}

/// Writes the leaves of a row as a deal file, group by group, and keeps where each line comes from.
struct RentRollWriting {
  private var lines: [String] = []
  private(set) var origins: [Int: DiagnosticLocation] = [:]

  /// The whole file, with a line end behind the last line.
  var text: String { lines.joined(separator: "\n") + "\n" }

  private typealias Part = (steps: ArraySlice<Substring>, leaf: RentRollLeaf)

  init(_ leaves: [RentRollLeaf], source: (id: String, values: [(key: String, text: String)])) {
    let parts: [Part] = leaves.map { ($0.path.split(separator: ".")[...], $0) }
    // The head comes first, the deal's id before all, so that a file is read as people write one.
    let head = parts.filter { $0.steps.count == 1 }
      .sorted { ($0.leaf.path == "deal" ? 0 : 1) < ($1.leaf.path == "deal" ? 0 : 1) }
    write(head, indent: 0)
    lines.append("source: \(source.id)")
    write(parts.filter { $0.steps.count > 1 }, indent: 0)
    let values = source.values.map { "\($0.key): \(scalarText($0.text))" }
    lines.append("sources:")
    lines.append("  \(source.id): {\(values.joined(separator: ", "))}")
  }

  private mutating func write(_ parts: [Part], indent: Int) {
    let space = String(repeating: "  ", count: indent)
    var written: Set<Substring> = []
    for part in parts {
      guard let key = part.steps.first, written.insert(key).inserted else { continue }
      let group = parts.filter { $0.steps.first == key }
      if part.steps.count == 1 {
        lines.append("\(space)\(key): \(scalarText(part.leaf.text))")
        origins[lines.count] = part.leaf.origin
      } else {
        lines.append("\(space)\(key):")
        origins[lines.count] = part.leaf.origin
        write(
          group.filter { $0.steps.count > 1 }.map { ($0.steps.dropFirst(), $0.leaf) },
          indent: indent + 1)
      }
    }
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
