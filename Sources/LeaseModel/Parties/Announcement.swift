public import FinanceBasics

/// What a file of parties, sites or a scenario says of its version: when the public knew it, from
/// when it holds, why, and where that was read.
public struct Announcement: Hashable, Sendable {
  /// When the public knew it; its last day is the day from which it is known.
  public let announced: StatedDate
  /// From when the version holds, included.
  public let effective: CalendarDate
  /// Why there is a version.
  public let reason: String?
  /// In the order in which the file names them.
  public let sources: [Source]

  /// Takes the parts as they are.
  ///
  /// - Parameter effective: The day announced where the file does not say.
  public init(
    announced: StatedDate, effective: CalendarDate? = nil, reason: String? = nil,
    sources: [Source] = []
  ) {
    self.announced = announced
    self.effective = effective ?? announced.last
    self.reason = reason
    self.sources = sources
  }

  /// The day from which the version is known.
  public var known: CalendarDate { announced.last }
}

extension Announcement {
  /// The announcement from the fields above definitions or of a scenario, or what is wrong with it.
  ///
  /// - Parameters:
  ///   - fields: The head's, with the sources that it names in its field `source`.
  ///   - sources: Those that the file defines.
  ///   - isSourced: Whether a source must be named.
  /// - Returns: Nothing at all of a head without fields.
  package static func reading(
    _ fields: [DealField], sources: [Source], isSourced: Bool,
    locate: @escaping (DealField) -> DiagnosticLocation
  ) -> (announcement: Announcement?, faults: [any Diagnostic]) {
    guard !fields.isEmpty else { return (nil, []) }
    var validation = DealValidation(
      fields, sources: sources, headSection: .definitions, locate: locate)
    for (key, isNeeded) in [("announced", true), ("source", isSourced)]
    where isNeeded && fields.head(key) == nil {
      let example = FieldCatalog.definition(key, in: .definitions)?.example ?? ""
      validation.reportHead(DealFault.fieldMissing(key, example: example), at: key)
    }
    let table = validation.head
    guard validation.faults.isEmpty, let announced = table.date("announced")?.value else {
      return (nil, validation.faults)
    }
    let named = fields.head("source")?.sources ?? []
    return (
      Announcement(
        announced: announced, effective: table.date("effective")?.value.last,
        reason: table.text("reason")?.value,
        sources: named.compactMap { id in sources.first { $0.id == id } }), []
    )
  }
}
