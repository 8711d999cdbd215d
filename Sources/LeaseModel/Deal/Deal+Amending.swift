public import FinanceBasics

extension Deal {
  /// The deal as an amendment leaves it: the paths that it gives stand in place of the old ones.
  ///
  /// A leaf or a list that is given replaces the whole value there; a term that is now disclosed
  /// displaces the assumption and the solved value at, above and below its path. The day announced
  /// and the day effective are the amendment's.
  ///
  /// - Throws: What is wrong with the amendment, or with the whole deal that would result.
  public func amended(by amendment: AmendmentDraft) throws(Diagnostics) -> Deal {
    let (deal, faults) = amended(checking: amendment)
    guard let deal else { throw Diagnostics(Diagnostics.sorted(faults)) }
    return deal
  }

  package func amended(
    checking amendment: AmendmentDraft
  ) -> (deal: Deal?, faults: [any Diagnostic]) {
    var merge = AmendmentMerge(of: amendment, into: self)
    merge.run()
    let draft = DealDraft(fields: merge.fields, sources: merge.sources, file: amendment.file)
    let head = amendment.fields.head("amends")?.location(in: amendment.file)
    let own = Set(merge.own.map(\.placed))
    let (deal, faults) = Deal.checked(draft) { field in
      var location = field.location(in: amendment.file)
      guard !own.contains(field.placed) else { return location }
      location.line = head?.line
      location.column = head?.column
      return location
    }
    let all = merge.faults + faults
    return all.isEmpty ? (deal, []) : (nil, all)
  }
}

extension AmendmentDraft {
  /// What is wrong with single fields of the amendment, whatever deal it amends.
  package var fieldFaults: [any Diagnostic] {
    let file = file
    var validation = DealValidation(fields, sources: sources, headSection: .amendment) {
      $0.location(in: file)
    }
    for path in ["amends", "announced"] where fields.head(path) == nil {
      let example = FieldCatalog.definition(path, in: .amendment)?.example ?? ""
      validation.reportHead(DealFault.fieldMissing(path, example: example), at: path)
    }
    if fields.allSatisfy({ Self.headOnly.contains($0.path.description) && $0.block == .head }),
      !fields.isEmpty
    {
      validation.reportHead(DealFault.amendmentEmpty, at: "amends")
    }
    return validation.faults
  }

  /// What the head says of the amendment itself, and changes nothing of the deal's terms.
  static let headOnly: Set<String> = [
    "amends", "name", "announced", "signed", "effective", "reason", "source",
  ]
}

extension DealField {
  struct Place: Hashable {
    let block: FieldBlock
    let path: FieldPath
  }

  var placed: Place { Place(block: block, path: path) }

  func with(path: FieldPath? = nil, text: String? = nil, sources: [SourceID]? = nil) -> DealField {
    DealField(
      block: block, path: path ?? self.path, text: text ?? self.text,
      sources: sources ?? self.sources, note: note, line: line, column: column)
  }
}
