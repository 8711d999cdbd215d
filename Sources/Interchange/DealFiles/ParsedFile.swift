import FinanceBasics
import LeaseModel

/// A file as far as it could be read, with everything found wrong in it so far.
struct ParsedFile {
  let file: String
  let bytes: [UInt8]
  private(set) var deal: DealDraft?
  private(set) var amendment: AmendmentDraft?
  private(set) var parties: [Party] = []
  private(set) var sites: [Site] = []
  /// Where the definitions of parties and sites begin, by section and id.
  private(set) var places: [String: DiagnosticLocation] = [:]
  private(set) var faults: [any Diagnostic] = []

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    do throws(LocatedFault) {
      let source = try SourceText(bytes, file: file)
      var parser = DocumentParser(source)
      let root = parser.parse()
      faults = parser.faults
      if let root { read(root) }
    } catch {
      faults = [error]
    }
  }

  var contents: FileContents {
    FileContents(
      file: file, bytes: bytes, deal: deal, amendment: amendment, parties: parties, sites: sites)
  }

  func place(_ section: FieldSection, _ id: String) -> DiagnosticLocation {
    places["\(section.rawValue).\(id)"] ?? DiagnosticLocation(file: file)
  }

  private mutating func read(_ root: DocumentNode) {
    guard case .mapping(let entries) = root.content else {
      faults.append(
        LocatedFault(
          DealFileFault.notAMapping,
          at: DiagnosticLocation(file: file, line: root.place.line, column: root.place.column)))
      return
    }
    let isDeal = root["deal"] != nil
    let isAmendment = root["amends"] != nil
    var reading = DocumentReading(file: file, section: isAmendment && !isDeal ? .amendment : .head)
    if isDeal, isAmendment {
      let place = root.entries.first { $0.key == "amends" }?.keyPlace ?? root.place
      reading.collector.report(DealFileFault.purposeDoubled, at: place, field: "amends")
    }
    let definitions = ["parties", "sites"]
    if !isDeal, !isAmendment, !entries.contains(where: { definitions.contains($0.key) }) {
      reading.collector.report(DealFileFault.purposeMissing, at: root.place, field: "deal")
    }
    reading.read(root)
    faults += reading.faults
    parties = reading.parties
    sites = reading.sites
    places = reading.places
    if isDeal {
      deal = DealDraft(fields: reading.fields, sources: reading.sources, file: file)
    } else if isAmendment {
      amendment = AmendmentDraft(fields: reading.fields, sources: reading.sources, file: file)
    } else if let stray = reading.fields.first,
      entries.contains(where: { definitions.contains($0.key) })
    {
      let place = DocumentNode.Place(line: stray.line, column: stray.column)
      var collector = FieldCollector(file: file)
      collector.report(DealFileFault.purposeMissing, at: place, field: "deal")
      faults += collector.faults
    }
  }
}
