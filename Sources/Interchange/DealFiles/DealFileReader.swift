public import FinanceBasics
import LeaseModel

/// Reads deal files: deals, amendments, parties and sites.
public struct DealFileReader: Sendable {
  /// Needs nothing.
  public init() {}

  /// Reads one file by itself: its parties and sites are not looked up.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, which should be UTF-8.
  ///   - file: The path as the user gave it, for diagnostics.
  /// - Throws: Every fault of the file in one pass, by line.
  public func read(bytes: [UInt8], file: String) throws(Diagnostics) -> FileContents {
    let parsed = ParsedFile(bytes, file: file)
    var faults = parsed.faults
    if let deal = parsed.deal {
      let fields = deal.fields.resolved(parties: nil, sites: nil, file: file).fields
      faults += Deal.checked(DealDraft(fields: fields, sources: deal.sources, file: file)).faults
    }
    if let amendment = parsed.amendment {
      let fields = amendment.fields.resolved(parties: nil, sites: nil, file: file).fields
      let draft = AmendmentDraft(fields: fields, sources: amendment.sources, file: file)
      faults += draft.fieldFaults
    }
    guard faults.isEmpty else { throw Diagnostics(Diagnostics.sorted(faults.distinct)) }
    return parsed.contents
  }
}

extension [any Diagnostic] {
  /// The problems without repetitions of one code at one place.
  var distinct: [any Diagnostic] {
    var seen: Set<ProblemAtPlace> = []
    return filter {
      seen.insert(ProblemAtPlace(code: $0.code, location: $0.location)).inserted
    }
  }
}

private struct ProblemAtPlace: Hashable {
  let code: String
  let location: DiagnosticLocation
}
