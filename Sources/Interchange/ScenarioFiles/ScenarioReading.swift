import FinanceBasics
import LeaseModel

/// Reads the document of a scenario, and keeps every fault.
struct ScenarioReading {
  let file: String
  private(set) var faults: [any Diagnostic] = []

  private static let keys =
    (FieldCatalog.group("", in: .scenarios)?.keys ?? []) + ["assumptions", "delays", "deals"]
  private static let keysOfPart = ["assumptions", "delays", "note"]

  init(file: String) {
    self.file = file
  }

  /// The scenario, or `nil` where it has no id or changes nothing.
  mutating func read(_ root: DocumentNode) -> Scenario? {
    guard case .mapping(let entries) = root.content else {
      report(DealFileFault.notAMapping, at: root.place, field: nil)
      return nil
    }
    reportUnknown(in: entries, among: Self.keys, below: "")
    let id = readID(root)
    let changes = root["assumptions"].map { self.changes($0, prefix: "", id: id) } ?? []
    let delays = root["delays"].map { self.delays($0, prefix: "") } ?? []
    let parts = root["deals"].map { self.parts($0, id: id) } ?? []
    if changes.isEmpty, delays.isEmpty, parts.isEmpty, faults.isEmpty {
      report(ScenarioFault.empty, at: root.place, field: nil)
    }
    guard let id else { return nil }
    return Scenario(
      id: id, name: text(of: "name", in: root), note: text(of: "note", in: root),
      changes: changes, delays: delays, parts: parts, file: file)
  }

  private mutating func report(
    _ fault: some Fault, at place: DocumentNode.Place, field: String?
  ) {
    faults.append(
      LocatedFault(
        fault,
        at: DiagnosticLocation(
          file: file, line: place.line, column: place.column, field: field)))
  }

  private mutating func readID(_ root: DocumentNode) -> ScenarioID? {
    guard let node = root["scenario"], let text = node.scalar?.trimmed, !text.isEmpty else {
      let place = root["scenario"]?.place ?? root.place
      report(ScenarioFault.idMissing, at: place, field: "scenario")
      return nil
    }
    guard let id = ScenarioID(reading: text) else {
      report(FieldFault.nameMalformed(text), at: node.place, field: "scenario")
      return nil
    }
    return id
  }

  private mutating func text(of key: String, in root: DocumentNode) -> String? {
    guard let node = root[key] else { return nil }
    guard let text = node.scalar?.trimmed, !text.isEmpty else {
      report(DealFileFault.fieldEmpty(key), at: node.place, field: key)
      return nil
    }
    guard text.utf8.count <= FieldFault.maximumTextLength else {
      report(FieldFault.textTooLong(text.utf8.count), at: node.place, field: key)
      return nil
    }
    return text
  }

  private mutating func reportUnknown(
    in entries: [DocumentNode.Entry], among keys: [String], below prefix: String
  ) {
    for entry in entries where !keys.contains(entry.key) {
      let field = prefix + entry.key
      if ["terms", "solved", "announcedFigures"].contains(entry.key) {
        report(ScenarioFault.notAnAssumption(entry.key), at: entry.keyPlace, field: field)
      } else {
        let nearest =
          nearestName(to: entry.key, among: keys)
          ?? FieldCatalog.place(of: entry.key, in: .terms).map { "assumptions: \($0)" }
        report(
          DealFault.fieldUnknown(entry.key, nearest: nearest), at: entry.keyPlace, field: field)
      }
    }
  }

  /// The changes of one block of assumptions.
  ///
  /// - Parameter prefix: What stands above the block, such as `deals.hut8-river-bend.`.
  private mutating func changes(
    _ node: DocumentNode, prefix: String, id: ScenarioID?
  ) -> [DealField] {
    var collector = FieldCollector(file: file)
    collector.collect(
      node,
      FieldCollector.Context(section: .terms, block: .assumptions, path: .root, pattern: ""))
    let file = file
    faults += collector.faults.map { Self.inScenario($0, prefix: prefix) }
    faults += Scenario.faults(of: collector.fields) { field in
      DiagnosticLocation(
        file: file, line: field.line, column: field.column,
        field: "\(prefix)assumptions.\(field.path)")
    }
    return collector.fields.map { $0.inScenario(id) }
  }

  /// A fault of a deal file's block in the words of a scenario.
  private static func inScenario(_ fault: any Diagnostic, prefix: String) -> any Diagnostic {
    guard let located = fault as? LocatedFault else { return fault }
    var location = located.location
    location.field = location.field.map { prefix + $0 }
    if case .wrongBlock(let path, _, [.head])? = located.fault as? DealFault {
      return LocatedFault(ScenarioFault.headField(path), at: location)
    }
    return LocatedFault(located.fault, at: location)
  }

  /// The delays of halls, each under the hall's name.
  private mutating func delays(_ node: DocumentNode, prefix: String) -> [HallDelay] {
    let group = "\(prefix)delays"
    guard case .mapping(let entries) = node.content else {
      let keys = ["the name of a hall, or \(HallDelay.all)"]
      report(DealFileFault.expectsGroup(group, keys: keys), at: node.place, field: group)
      return []
    }
    if entries.isEmpty { report(DealFileFault.fieldEmpty(group), at: node.place, field: group) }
    return entries.compactMap { entry in
      let field = "\(group).\(entry.key)"
      guard let text = entry.value.scalar?.trimmed, !text.isEmpty else {
        report(DealFileFault.fieldEmpty(field), at: entry.value.place, field: field)
        return nil
      }
      do throws(DelayFault) {
        return HallDelay(
          hall: entry.key == HallDelay.all ? nil : entry.key, delay: try Delay(reading: text),
          line: entry.value.place.line, column: entry.value.place.column)
      } catch {
        report(error, at: entry.value.place, field: field)
        return nil
      }
    }
  }

  /// What changes in single deals, each under the deal's id.
  private mutating func parts(_ node: DocumentNode, id: ScenarioID?) -> [Scenario.Part] {
    guard case .mapping(let entries) = node.content, !entries.isEmpty else {
      let keys = ["the id of each deal, and its changes"]
      report(DealFileFault.expectsGroup("deals", keys: keys), at: node.place, field: "deals")
      return []
    }
    return entries.compactMap { entry in
      let field = "deals.\(entry.key)"
      guard let deal = DealID(reading: entry.key) else {
        report(FieldFault.nameMalformed(entry.key), at: entry.keyPlace, field: field)
        return nil
      }
      guard case .mapping(let own) = entry.value.content, !own.isEmpty else {
        let fault = DealFileFault.expectsGroup(field, keys: Self.keysOfPart)
        report(fault, at: entry.value.place, field: field)
        return nil
      }
      reportUnknown(in: own, among: Self.keysOfPart, below: "\(field).")
      let node = entry.value
      let changes = node["assumptions"].map { self.changes($0, prefix: "\(field).", id: id) } ?? []
      let delays = node["delays"].map { self.delays($0, prefix: "\(field).") } ?? []
      if changes.isEmpty, delays.isEmpty, faults.isEmpty {
        report(ScenarioFault.empty, at: entry.keyPlace, field: field)
      }
      return Scenario.Part(
        deal: deal, line: entry.keyPlace.line, changes: changes, delays: delays)
    }
  }
}
