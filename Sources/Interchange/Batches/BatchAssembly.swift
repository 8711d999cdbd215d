import FinanceBasics
import LeaseModel

/// Puts files together: definitions and series, then deals, then amendments in the order of days.
struct BatchAssembly {
  /// Every file in the order given, each once.
  let files: [BatchFile]
  let references: ReferenceChecking
  var book: KnownBook
  var items: [Recordable] = []
  var faults: [any Diagnostic] = []
  /// Files whose deal or series the known book has in the same words.
  var repeated: [String] = []
  /// Those of deals, amendments, parties and sites.
  let parsed: [ParsedFile]
  /// The file that gave each deal of this batch.
  private var fileOfDeal: [DealID: String] = [:]
  /// Deals that were given and are at fault, so that their amendments are not blamed for it.
  var faultyDeals: Set<DealID> = []

  init(_ files: [DealFileBatch.File], known: KnownBook, references: ReferenceChecking) {
    self.files = BatchFile.reading(files)
    parsed = self.files.compactMap { if case .deal(let file) = $0 { file } else { nil } }
    book = known
    self.references = references
  }

  mutating func run() {
    for file in parsed { faults += file.faults }
    addParties()
    addSites()
    addSeries()
    for file in parsed { addDeal(of: file) }
    addAmendments()
    addScenarios()
  }

  var checkedParties: PartyRegister? {
    isChecking(isEmpty: book.parties.isEmpty) ? book.parties : nil
  }

  var checkedSites: SiteRegister? {
    isChecking(isEmpty: book.sites.isEmpty) ? book.sites : nil
  }

  private func isChecking(isEmpty: Bool) -> Bool {
    switch references {
    case .always: true
    case .whereDefined: !isEmpty
    case .never: false
    }
  }

  private mutating func addDeal(of file: ParsedFile) {
    guard let draft = file.deal else { return }
    let (fields, unknown) = draft.fields.resolved(
      parties: checkedParties, sites: checkedSites, file: file.file)
    let (deal, wrong) = Deal.checked(
      DealDraft(fields: fields, sources: draft.sources, file: file.file))
    faults += unknown + wrong
    if let id = draft.id {
      if let deal, let original = book.standing[id]?.first?.deal, fileOfDeal[id] == nil,
        deal.hasWords(of: original)
      {
        repeated.append(file.file)
        return
      }
      if let fault = doubling(of: id) {
        let place = draft.fields.first { $0.path.description == "deal" }.map {
          DiagnosticLocation(file: file.file, line: $0.line, column: $0.column, field: "deal")
        }
        faults.append(LocatedFault(fault, at: place ?? DiagnosticLocation(file: file.file)))
        return
      }
      fileOfDeal[id] = file.file
      if deal == nil || !file.faults.isEmpty { faultyDeals.insert(id) }
    }
    guard let deal, unknown.isEmpty, file.faults.isEmpty else { return }
    book.add(KnownVersion(deal))
    items.append(.deal(deal, file: file.contents))
  }

  /// What is wrong with giving a deal again.
  private func doubling(of id: DealID) -> RegisterFault? {
    if let other = fileOfDeal[id] { return .dealDoubled(id.text, other: other) }
    return book.standing[id] == nil ? nil : .dealRecorded(id.text)
  }

  private mutating func addAmendments() {
    let inOrder = parsed.filter { $0.amendment != nil }.enumerated().sorted { left, right in
      let (a, b) = (left.element.order, right.element.order)
      return a == b ? left.offset < right.offset : a.lexicographicallyPrecedes(b)
    }
    for (_, file) in inOrder { addAmendment(of: file) }
  }
}

extension ParsedFile {
  /// The days by which amendments are put in order: announced, then effective.
  fileprivate var order: [Int32] {
    let announced = amendment?.announced?.last ?? .latest
    return [announced.dayNumber, (amendment?.effective ?? announced).dayNumber]
  }

  func place(ofHead path: String) -> DiagnosticLocation {
    let field = amendment?.fields.first { $0.block == .head && $0.path.description == path }
    return DiagnosticLocation(file: file, line: field?.line, column: field?.column, field: path)
  }
}
