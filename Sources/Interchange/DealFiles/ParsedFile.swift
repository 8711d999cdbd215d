import FinanceBasics
import LeaseModel

/// A file as far as it could be read, with everything found wrong in it so far.
struct ParsedFile {
  let file: String
  let bytes: [UInt8]
  private(set) var deal: DealDraft?
  private(set) var amendment: AmendmentDraft?
  /// The dates of the parties and sites; `nil` where they hold since ever.
  private(set) var announcement: Announcement?
  /// Whether something is said of their dates, be it right or wrong.
  private(set) var isDated = false
  private(set) var parties: [PartyDefinition] = []
  private(set) var sites: [SiteDefinition] = []
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
      file: file, bytes: bytes, deal: deal, amendment: amendment, announcement: announcement,
      parties: parties, sites: sites)
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
    let definitions = ["parties", "sites"]
    let isDefinitions =
      !isDeal && !isAmendment && entries.contains { definitions.contains($0.key) }
    var reading = DocumentReading(
      file: file,
      section: isDefinitions ? .definitions : isAmendment && !isDeal ? .amendment : .head)
    if isDeal, isAmendment {
      let place = root.entries.first { $0.key == "amends" }?.keyPlace ?? root.place
      reading.collector.report(DealFileFault.purposeDoubled, at: place, field: "amends")
    }
    if !isDeal, !isAmendment, !isDefinitions {
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
    } else if isDefinitions {
      readAnnouncement(reading)
    }
  }

  /// What stands above definitions: their dates, and nothing of a deal.
  private mutating func readAnnouncement(_ reading: DocumentReading) {
    if let stray = reading.fields.first(where: { $0.block != .head }) {
      let place = DocumentNode.Place(line: stray.line, column: stray.column)
      var collector = FieldCollector(file: file)
      collector.report(DealFileFault.purposeMissing, at: place, field: "deal")
      faults += collector.faults
      return
    }
    isDated = !reading.fields.isEmpty
    let file = file
    let (found, wrong) = Announcement.reading(
      reading.fields, sources: reading.sources, isSourced: true
    ) { field in
      DiagnosticLocation(
        file: file, line: field.line, column: field.column, field: field.path.description)
    }
    announcement = found
    faults += wrong
  }
}
