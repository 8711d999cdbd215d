public import FinanceBasics
public import LeaseModel

extension FileContents {
  /// The deal that the file is of, or amends; `nil` where it is neither, or its id is malformed.
  public var dealID: DealID? { deal?.id ?? amendment?.target }

  /// The deal that the file states, or that its amendment leaves of a base.
  ///
  /// - Parameters:
  ///   - base: What an amendment changes, whatever the days on which either was announced.
  ///   - day: From when the amendment bites in the base; the day of the file where it is `nil`.
  ///   - parties: Those that the file may name, by their ids, names and aliases.
  ///   - sites: As for parties.
  /// - Returns: `nil` of a file without a deal, and of an amendment without a base.
  /// - Throws: Every fault of what results.
  /// - Precondition: The base is the deal that the amendment names.
  public func deal(
    amending base: Deal?, from day: CalendarDate? = nil, parties: PartyRegister,
    sites: SiteRegister
  ) throws(Diagnostics) -> Deal? {
    if let deal {
      let (fields, unknown) = deal.fields.resolved(parties: parties, sites: sites, file: file)
      let (checked, faults) = Deal.checked(
        DealDraft(fields: fields, sources: deal.sources, file: file))
      return try Self.sound(checked, unknown + faults)
    }
    guard let amendment, let base else { return nil }
    let (fields, unknown) = amendment.fields.resolved(
      parties: parties, sites: sites, file: file)
    let draft = AmendmentDraft(fields: fields, sources: amendment.sources, file: file)
    let (amended, faults) = base.amended(
      checking: day.map { draft.effective(on: $0) } ?? draft)
    return try Self.sound(amended, unknown + draft.fieldFaults + faults)
  }

  private static func sound(
    _ deal: Deal?, _ faults: [any Diagnostic]
  ) throws(Diagnostics) -> Deal? {
    guard faults.isEmpty else { throw Diagnostics(Diagnostics.sorted(faults.distinct)) }
    return deal
  }
}

extension Deal {
  /// Whether two deals say the same from the same sources, whatever the layout of their files.
  public func hasWords(of other: Deal) -> Bool {
    fields.count == other.fields.count && Set(sources) == Set(other.sources)
      && Set(fields.map(\.unplaced)) == Set(other.fields.map(\.unplaced))
  }
}

extension DealField {
  /// The field without its place in a file.
  fileprivate var unplaced: DealField {
    DealField(
      block: block, path: path, text: text, sources: sources, note: note, line: 0, column: 0)
  }
}
