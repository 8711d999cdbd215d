import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Finds the field of a deal that a quantity of its lease was read from.
struct LeaseProvenance {
  fileprivate let deal: Deal
  private let lease: Lease
  private let documents: DealDocuments
  private let delays: [String: Delay]
  fileprivate let fields: [String: DealField]

  init(
    _ deal: Deal, lease: Lease, documents: DealDocuments = DealDocuments(),
    delays: [String: Delay] = [:]
  ) {
    self.deal = deal
    self.lease = lease
    self.documents = documents
    self.delays = delays
    var fields: [String: DealField] = [:]
    for field in deal.fields where field.block != .head && field.block != .announcedFigures {
      // A solved value stands for the term that it narrows.
      if field.block == .terms, fields[field.path.description]?.block == .solved { continue }
      fields[field.path.description] = field
    }
    self.fields = fields
  }

  /// The input behind a quantity; a default names the path that could state it.
  func input(of quantity: LeaseQuantity) -> ExplainedInput? {
    if case .indexValue(let series, let month) = quantity {
      return documents.input(ofSeries: series, month: month)
    }
    let paths = LeasePaths(lease: lease).paths(of: quantity)
    for path in paths {
      if let field = fields[path] { return input(field, of: quantity) }
    }
    return paths.first.map {
      ExplainedInput(basis: nil, path: $0, text: "", note: "not stated; the default is taken")
    }
  }

  fileprivate func input(_ field: DealField, of quantity: LeaseQuantity) -> ExplainedInput {
    let delay = hall(of: quantity).flatMap {
      delays[lease.halls[$0].name] ?? delays[Delay.everyHall]
    }
    let remarks = [field.note, delay.map { "moved by \($0) in the scenario" }].compactMap { $0 }
    return ExplainedInput(
      basis: delay == nil ? field.block.basis : .scenario, path: field.path.description,
      text: field.text, block: field.block.rawValue, file: documents.file(of: field),
      line: field.line, sources: field.sources.map { ExplainedSource(id: $0, in: deal.sources) },
      note: remarks.isEmpty ? nil : remarks.joined(separator: "; "))
  }

  /// The hall whose delay moves a day.
  private func hall(of quantity: LeaseQuantity) -> Int? {
    switch quantity {
    case .commencement(let hall), .readyForService(let hall), .termEnd(let hall): hall
    default: nil
    }
  }
}

extension LeaseProvenance {
  /// The field at a path; `nil` where the deal has none.
  func input(at path: FieldPath) -> ExplainedInput? {
    fields[path.description].map { input($0, of: .proration) }
  }

  /// The field at a path as its source gives it, where a solved value narrows it.
  func published(at path: FieldPath) -> ExplainedInput? {
    let term = deal.fields.first { $0.block == .terms && $0.path == path }
    return term.map { input($0, of: .proration) } ?? input(at: path)
  }
}
