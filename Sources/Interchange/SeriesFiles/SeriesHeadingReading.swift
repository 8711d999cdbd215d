import FinanceBasics
import LeaseModel

/// Reads the heading of a series: what its values are, and where they stand.
struct SeriesHeadingReading {
  /// A text with where it stands.
  struct Placed {
    let text: String
    let place: DocumentNode.Place
  }

  /// What a column of the table is read for.
  enum Role: String, CaseIterable {
    case month, date, tenor, value
  }

  private(set) var heading: SeriesHeading?
  /// The name of the table, from the folder of the heading.
  private(set) var table: Placed?
  /// The columns by what they hold; where the heading names none, its key or the file.
  private(set) var columns: [Role: Placed] = [:]
  private(set) var faults: [any Diagnostic] = []

  private let file: String
  private let root: DocumentNode
  private var sources: [SourceID: Source] = [:]

  private static let keys =
    (FieldCatalog.group("", in: .series)?.keys ?? []) + ["source", "sources"]

  init(_ root: DocumentNode, file: String) {
    self.root = root
    self.file = file
    for entry in root.entries where !Self.keys.contains(entry.key) {
      let nearest = nearestName(to: entry.key, among: Self.keys)
      report(SeriesFileFault.keyUnknown(entry.key, nearest: nearest), at: entry.keyPlace, entry.key)
    }
    readSources()
    read()
  }

  private mutating func read() {
    let id = required("series", "cpi-u-nsa").flatMap { identifier($0, "series") }
    let name = required("name", "CPI-U, US city average, all items, not adjusted")
    let kind = choice("kind", of: SeriesKind.self, "price index")
    let frequency = choice("frequency", of: SeriesFrequency.self, "monthly")
    let unit = required("unit", kind?.unitExample ?? "index")
    let announced = required("announced", "2026-06-10").flatMap { date($0, "announced") }
    let effective = optional("effective").flatMap { day($0, "effective") }
    let note = optional("note")?.text
    let named = namedSources()
    table = required("file", "cpi-u-nsa.csv")
    let isUsable = check(kind, unit: unit, frequency: frequency)
    readColumns(kind, frequency)
    guard let id, let name, let kind, let frequency, let unit, let announced, isUsable,
      !named.isEmpty
    else { return }
    heading = SeriesHeading(
      id: id, name: name.text, kind: kind, unit: unit.text, frequency: frequency,
      announced: announced, effective: effective, sources: named, note: note)
  }

  /// Whether kind, unit and frequency go together.
  private mutating func check(
    _ kind: SeriesKind?, unit: Placed?, frequency: SeriesFrequency?
  ) -> Bool {
    guard let kind else { return false }
    var isUsable = true
    if let unit, !kind.accepts(unit: unit.text) {
      report(SeriesFault.unitWrong(unit.text, kind: kind), at: unit.place, "unit")
      isUsable = false
    }
    if let frequency, !kind.frequencies.contains(frequency) {
      let place = root["frequency"]?.place ?? root.place
      report(SeriesFault.frequencyWrong(frequency, kind: kind), at: place, "frequency")
      isUsable = false
    }
    return isUsable
  }
}

extension SeriesHeadingReading {
  /// The columns that a table of such values has, each under its own name unless said otherwise.
  private mutating func readColumns(_ kind: SeriesKind?, _ frequency: SeriesFrequency?) {
    guard let kind, let frequency else { return }
    let roles: [Role] =
      [frequency == .monthly ? .month : .date] + (kind.isCurve ? [.tenor] : []) + [.value]
    let place = root["columns"]?.place ?? root["file"]?.place ?? root.place
    for role in roles { columns[role] = Placed(text: role.rawValue, place: place) }
    guard let node = root["columns"] else { return }
    guard case .mapping(let entries) = node.content else {
      report(
        DealFileFault.expectsGroup("columns", keys: roles.map(\.rawValue)), at: node.place,
        "columns")
      return
    }
    for entry in entries {
      let field = "columns.\(entry.key)"
      guard let role = Role(rawValue: entry.key), roles.contains(role) else {
        let nearest = nearestName(to: entry.key, among: roles.map(\.rawValue))
        report(SeriesFileFault.keyUnknown(field, nearest: nearest), at: entry.keyPlace, field)
        continue
      }
      columns[role] = placed(entry.value, field) ?? columns[role]
    }
    var seen: Set<String> = []
    guard
      let shared = roles.first(where: { !seen.insert(columns[$0]?.text ?? "").inserted }),
      let column = columns.removeValue(forKey: shared)
    else { return }
    report(
      SeriesFileFault.columnShared(column.text), at: column.place, "columns.\(shared.rawValue)")
    columns = [:]
  }

  private mutating func readSources() {
    guard let node = root["sources"] else { return }
    guard case .mapping(let definitions) = node.content else {
      let keys = ["the id of each, and its fields"]
      report(DealFileFault.expectsGroup("sources", keys: keys), at: node.place, "sources")
      return
    }
    for definition in definitions {
      let field = "sources.\(definition.key)"
      guard let id = SourceID(reading: definition.key) else {
        report(FieldFault.nameMalformed(definition.key), at: definition.keyPlace, field)
        continue
      }
      var collector = FieldCollector(file: file)
      collector.collect(
        definition.value,
        FieldCollector.Context(section: .sources, block: .head, path: .root, pattern: ""))
      faults += collector.faults
      let file = file
      let (source, wrong) = Source.reading(id, collector.fields) { leaf in
        DiagnosticLocation(
          file: file, line: leaf.line, column: leaf.column, field: "\(field).\(leaf.path)")
      }
      if collector.faults.isEmpty { faults += wrong.map { located($0, definition.keyPlace) } }
      sources[id] = source ?? Source(id: id, tier: .aggregator)
    }
  }

  /// A fault with a line, if it has none of its own.
  private func located(_ fault: any Diagnostic, _ place: DocumentNode.Place) -> any Diagnostic {
    guard fault.location.line == nil, let fault = fault as? LocatedFault else { return fault }
    var location = fault.location
    (location.file, location.line, location.column) = (file, place.line, place.column)
    return LocatedFault(fault.fault, at: location)
  }

  /// The sources that stand behind the values, in the order in which they are named.
  private mutating func namedSources() -> [Source] {
    guard let node = root["source"] else {
      report(
        DealFault.fieldMissing("source", example: "bls"), at: root.place, "source")
      return []
    }
    var collector = FieldCollector(file: file)
    let ids = collector.sourceIDs(of: node, field: "source")
    faults += collector.faults
    return ids.compactMap { id in
      if let source = sources[id] { return source }
      let nearest = nearestName(to: id.text, among: sources.keys.map(\.text).sorted())
      report(DealFault.sourceUnknown(id.text, nearest: nearest), at: node.place, "source")
      return nil
    }
  }
}

extension SeriesHeadingReading {
  private mutating func required(_ key: String, _ example: String) -> Placed? {
    guard root[key] != nil else {
      report(DealFault.fieldMissing(key, example: example), at: root.place, key)
      return nil
    }
    return optional(key)
  }

  private mutating func optional(_ key: String) -> Placed? {
    root[key].flatMap { placed($0, key) }
  }

  private mutating func placed(_ node: DocumentNode, _ field: String) -> Placed? {
    guard let text = node.scalar?.trimmed, !text.isEmpty else {
      report(SeriesFileFault.expectsText(field), at: node.place, field)
      return nil
    }
    guard text.utf8.count <= FieldFault.maximumTextLength else {
      report(FieldFault.textTooLong(text.utf8.count), at: node.place, field)
      return nil
    }
    return Placed(text: text, place: node.place)
  }

  private mutating func identifier(_ placed: Placed, _ field: String) -> SeriesID? {
    guard let id = SeriesID(reading: placed.text) else {
      report(FieldFault.nameMalformed(placed.text), at: placed.place, field)
      return nil
    }
    return id
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type, _ example: String
  ) -> Choice? {
    guard let placed = required(key, example) else { return nil }
    guard let choice = Choice(rawValue: placed.text) else {
      let choices = Choice.allCases.map(\.rawValue)
      report(FieldFault.choiceUnknown(placed.text, choices: choices), at: placed.place, key)
      return nil
    }
    return choice
  }

  private mutating func date(_ placed: Placed, _ field: String) -> StatedDate? {
    do throws(DateFault) {
      return try StatedDate(reading: placed.text)
    } catch {
      report(FieldFault.date(error), at: placed.place, field)
      return nil
    }
  }

  private mutating func day(_ placed: Placed, _ field: String) -> CalendarDate? {
    guard let date = date(placed, field) else { return nil }
    guard date.precision == .day, !date.isApproximate else {
      report(
        SeriesFault.periodMalformed(placed.text, frequency: .dated), at: placed.place, field)
      return nil
    }
    return date.first
  }

  private mutating func report(
    _ fault: some Fault, at place: DocumentNode.Place, _ field: String
  ) {
    faults.append(
      LocatedFault(
        fault,
        at: DiagnosticLocation(
          file: file, line: place.line, column: place.column, field: field)))
  }
}
