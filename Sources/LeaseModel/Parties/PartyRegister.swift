public import FinanceBasics

/// Every party that is known, found by its id, its name or an alias.
///
///     register.id(of: "Hut 8 Corp.")  // hut-8
public struct PartyRegister: Sendable {
  /// In the order in which they were added.
  public private(set) var parties: [Party] = []
  private var byID: [PartyID: Party] = [:]
  private var names = NameIndex()

  /// Begins with nothing.
  public init() {}

  /// - Throws: `party.doubled`, `name.taken`, `party.unknown` for a parent, `party.cycle`.
  public init(_ parties: [Party]) throws(Diagnostics) {
    var faults: [any Diagnostic] = []
    for party in parties {
      faults += add(party, at: DiagnosticLocation(field: "parties.\(party.id)"))
    }
    faults += parentFaults { DiagnosticLocation(field: "parties.\($0)") }
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }

  /// Whether nothing was added.
  public var isEmpty: Bool { parties.isEmpty }

  /// The entry of an id; `nil` where it is not known.
  public subscript(id: PartyID) -> Party? { byID[id] }

  /// The party that a text names, in any case, with or without spaces around it.
  public func id(of reference: String) -> PartyID? {
    names.id(of: reference).map { PartyID($0) }
  }

  /// The known name that is nearest to a text.
  func nearest(to reference: String) -> String? { names.nearest(to: reference) }

  /// Adds a party; one that is known in the same words changes nothing.
  package mutating func add(_ party: Party, at place: DiagnosticLocation) -> [any Diagnostic] {
    if let known = byID[party.id] {
      let fault = RegisterFault.partyDefinedOtherwise(party.id.text)
      return known == party ? [] : [LocatedFault(fault, at: place)]
    }
    byID[party.id] = party
    parties.append(party)
    return names.add([party.id.text, party.name] + party.aliases, of: party.id.text).map {
      LocatedFault($0, at: place)
    }
  }

  /// Puts another version of a party in place of the one that is there, or adds it.
  package mutating func put(_ party: Party, at place: DiagnosticLocation) -> [any Diagnostic] {
    guard byID[party.id] != nil else { return add(party, at: place) }
    byID[party.id] = party
    parties = parties.map { $0.id == party.id ? party : $0 }
    names = NameIndex()
    return parties.flatMap { known in
      names.add([known.id.text, known.name] + known.aliases, of: known.id.text)
    }.map { LocatedFault($0, at: place) }
  }

  /// Parents that are not known, and parties that own each other.
  package func parentFaults(at place: (PartyID) -> DiagnosticLocation) -> [any Diagnostic] {
    var faults: [any Diagnostic] = []
    for party in parties {
      guard let parent = party.parent else { continue }
      if byID[parent] == nil {
        let fault = RegisterFault.partyUnknown(parent.text, nearest: nearest(to: parent.text))
        faults.append(LocatedFault(fault, at: place(party.id)))
      }
      if let cycle = cycle(from: party.id, through: { byID[$0]?.parent }) {
        let fault = RegisterFault.partyCycle(cycle.map(\.text))
        faults.append(LocatedFault(fault, at: place(party.id)))
      }
    }
    return faults
  }
}

/// The way from a thing back to itself, if it is the least of those on it.
func cycle<Thing>(
  from start: Identifier<Thing>, through next: (Identifier<Thing>) -> Identifier<Thing>?
) -> [Identifier<Thing>]? {
  var way = [start]
  var current = next(start)
  while let id = current, way.count < 1000 {
    if id == start { return way.min() == start ? way : nil }
    if way.contains(id) { return nil }
    way.append(id)
    current = next(id)
  }
  return nil
}
