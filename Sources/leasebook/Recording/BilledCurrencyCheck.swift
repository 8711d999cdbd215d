import Analysis
import Bookkeeping
import FinanceBasics
import Interchange
import LeaseModel
import LedgerStore

/// Refuses terms in another currency than the documents of their deal: an account is in one.
struct BilledCurrencyCheck {
  /// One a version, in their order.
  let problems: [any Diagnostic]

  /// - Parameters:
  ///   - batch: Its deals are resolved with the series of its book.
  ///   - ledger: As no other command can change it meanwhile.
  /// - Throws: `LedgerProblem`.
  init(of batch: DealFileBatch, in ledger: Ledger) throws {
    let series = batch.book.indexSeries
    problems = try batch.items.compactMap { item -> (any Diagnostic)? in
      switch item {
      case .party, .site, .series, .scenario: nil
      case .deal(let deal, let file):
        try Self.problem(of: deal, in: file.file, series, ledger)
      case .amendment(_, let result, let file):
        try Self.problem(of: result, in: file.file, series, ledger)
      }
    }
  }

  /// - Parameter records: What a correction records; withdrawals state no terms.
  /// - Throws: `LedgerProblem`; the faults of fields, of which a record that was just made has none.
  init(of records: [VersionRecord], in ledger: Ledger, _ book: Book) throws {
    let series = book.indexSeries
    problems = try records.compactMap { record -> (any Diagnostic)? in
      guard let statement = record.statement else { return nil }
      let deal = try Deal(fields: statement.fields, sources: statement.sources)
      return try Self.problem(of: deal, in: record.document?.name ?? "", series, ledger)
    }
  }

  private static func problem(
    of deal: Deal, in file: String, _ series: [String: IndexSeries], _ ledger: Ledger
  ) throws -> (any Diagnostic)? {
    let documents = try ledger.recordedVouchers(of: deal.id).map(\.voucher)
    guard let first = documents.first, let last = documents.last,
      let currency = AnalysedDeal(versions: [deal], series: series).currency,
      currency != first.currency
    else { return nil }
    return BilledCurrencyProblem(
      deal: deal.id, file: file, documents: documents.count, first: first.number,
      last: last.number, billed: first.currency, stated: currency)
  }
}

/// A deal that was billed, and would go on in another currency.
private struct BilledCurrencyProblem: Diagnostic {
  let deal: DealID
  let file: String
  let documents: Int
  let first: VoucherNumber
  let last: VoucherNumber
  let billed: Currency
  let stated: Currency

  var code: String { "deal.currency-billed" }

  var problem: String {
    let numbers =
      documents == 1
      ? "a document in \(billed), \(first)"
      : "\(documents) documents in \(billed), \(first) to \(last)"
    return "\(deal) has \(numbers), and would be in \(stated) from now on"
  }

  var location: DiagnosticLocation { DiagnosticLocation(file: file, field: deal.text) }

  var remedy: String {
    "state the amounts in \(billed), or end the deal on the day of the change with `leasebook "
      + "withdraw \(deal)` and record a deal of another id in \(stated)"
  }
}
