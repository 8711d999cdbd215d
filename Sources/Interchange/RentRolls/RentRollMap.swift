import FinanceBasics
import LeaseModel

/// How the columns of a rent roll become fields of deal files.
struct RentRollMap {
  /// What a column gives.
  struct Column {
    let name: String
    /// Such as `deal`, `announced` or `terms.rent.rate`.
    let path: String
    /// Added behind the cell, such as `USD/kW-month`.
    let unit: String?
    /// Put before the cell, such as `acme-` of an id.
    let prefix: String?
    let place: DocumentNode.Place
  }

  /// What is the same in every row.
  struct Constant {
    let path: String
    let text: String
    let place: DocumentNode.Place
  }

  private(set) var columns: [Column] = []
  private(set) var constants: [Constant] = []
  private(set) var ignored: Set<String> = []
  /// The source that stands behind every term: its id and what the deal file says of it.
  private(set) var source: (id: String, values: [(key: String, text: String)]) = ("", [])
  private(set) var faults: [any Diagnostic] = []

  private let file: String
  private static let keys = ["rentroll", "source", "columns", "constants", "ignore"]
  private static let headPaths = ["deal", "name", "announced", "signed", "effective"]

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    do throws(LocatedFault) {
      let text = try SourceText(bytes, file: file)
      var parser = DocumentParser(text)
      let root = parser.parse()
      faults = parser.faults
      if let root { read(root) }
    } catch {
      faults = [error]
    }
  }

  private mutating func read(_ root: DocumentNode) {
    for entry in root.entries where !Self.keys.contains(entry.key) {
      let nearest = nearestName(to: entry.key, among: Self.keys)
      report(.keyUnknown(entry.key, nearest: nearest), at: entry.keyPlace)
    }
    for key in ["rentroll", "source", "columns"] where root[key] == nil {
      report(.keyMissing(key), at: root.place)
    }
    readSource(root["source"], title: root["rentroll"]?.scalar)
    for entry in root["columns"]?.entries ?? [] { readColumn(entry) }
    readConstants(root["constants"], below: "")
    if case .sequence(let names)? = root["ignore"]?.content {
      ignored = Set(names.compactMap(\.scalar))
    }
    let given = Set(columns.map(\.path) + constants.map(\.path))
    for path in ["deal", "announced"] where !given.contains(path) && faults.isEmpty {
      report(.keyMissing(path), at: root["columns"]?.place ?? root.place)
    }
  }

  private mutating func readSource(_ node: DocumentNode?, title: String?) {
    guard let node else { return }
    let values = node.entries.filter { $0.key != "id" }.compactMap { entry in
      entry.value.scalar.map { (key: entry.key, text: $0) }
    }
    guard let id = node["id"]?.scalar ?? node.scalar else {
      report(.keyMissing("source: {id: …, kind: …}"), at: node.place)
      return
    }
    let isTitled = values.contains { $0.key == "title" }
    source = (id, values + (isTitled ? [] : title.map { [("title", $0)] } ?? []))
  }

  private mutating func readColumn(_ entry: DocumentNode.Entry) {
    let node = entry.value
    guard let path = node.scalar ?? node["path"]?.scalar else {
      report(.keyMissing("path"), at: node.place)
      return
    }
    for inner in node.entries where !["path", "unit", "prefix"].contains(inner.key) {
      let nearest = nearestName(to: inner.key, among: ["path", "unit", "prefix"])
      report(.keyUnknown(inner.key, nearest: nearest), at: inner.keyPlace)
    }
    check(path, at: node.place)
    columns.append(
      Column(
        name: entry.key, path: path, unit: node["unit"]?.scalar, prefix: node["prefix"]?.scalar,
        place: node.place))
  }

  /// Constants may be written by their whole paths, or as the groups of a deal file.
  private mutating func readConstants(_ node: DocumentNode?, below path: String) {
    for entry in node?.entries ?? [] {
      let inner = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      if let text = entry.value.scalar {
        check(inner, at: entry.keyPlace)
        constants.append(Constant(path: inner, text: text, place: entry.value.place))
      } else if entry.value.entries.isEmpty {
        report(.pathMalformed(inner), at: entry.keyPlace)
      } else {
        readConstants(entry.value, below: inner)
      }
    }
  }

  private mutating func check(_ path: String, at place: DocumentNode.Place) {
    let isInBlock = ["terms.", "assumptions.", "announcedFigures."].contains {
      path.hasPrefix($0) && path.count > $0.count
    }
    let parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard Self.headPaths.contains(path) || isInBlock, !path.contains("["),
      parts.allSatisfy({ !$0.isEmpty })
    else {
      report(.pathMalformed(path), at: place)
      return
    }
    // A value and a group cannot stand at one place.
    let given = columns.map(\.path) + constants.map(\.path)
    if given.contains(where: {
      $0 == path || $0.hasPrefix("\(path).") || path.hasPrefix("\($0).")
    }) {
      report(.pathDoubled(path), at: place)
    }
  }

  private mutating func report(_ fault: RentRollFault, at place: DocumentNode.Place) {
    faults.append(
      LocatedFault(
        fault, at: DiagnosticLocation(file: file, line: place.line, column: place.column)))
  }
}
