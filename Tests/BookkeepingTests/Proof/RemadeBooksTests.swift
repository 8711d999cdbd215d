import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Each document of generated books made again: rents corrected between bills, several landlords and
/// currencies, interest by changing rules, part payments, true-ups, credits, refunds and reversals.
@Suite("Documents made again")
struct RemadeBooksTests {
  @Test(
    "come out as they were made, whatever was recorded later", arguments: 0..<80 as Range<UInt64>)
  func honest(_ seed: UInt64) throws {
    let documents = try RecordedBooks(seed: seed).documents
    #expect(RecordedBooks.faults(of: documents) == [])
  }

  @Test("are of every kind in the generated books, interest and true-ups among them")
  func kinds() throws {
    let vouchers = try Self.books.get().flatMap { $0.map(\.voucher) }
    #expect(Set(vouchers.map(\.kind)) == Set(VoucherKind.allCases))
    let items = Set(vouchers.flatMap(\.lines).map(\.key.item))
    #expect(items.isSuperset(of: [.lateInterest, .recoveryTrueUp, .baseRent, .recovery]))
    #expect(vouchers.contains { $0.isByHand && $0.kind == .creditNote })
    #expect(vouchers.contains { !$0.isByHand && $0.lines.contains { $0.about != nil } })
    #expect(Set(vouchers.map(\.currency.code)) == ["USD", "CAD", "EUR"])
  }

  private static let books = Result {
    try (0..<12 as Range<UInt64>).map { try RecordedBooks(seed: $0).documents }
  }

  /// What somebody makes of an honest document; `nil` where it has nothing for it.
  struct Forgery: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let words: String
    let make: @Sendable (Voucher) -> Voucher?
  }

  private static func line(
    _ line: VoucherLine, plus cents: Int64 = 0, about: VoucherNumber? = nil
  ) -> VoucherLine {
    VoucherLine(
      line.key, minorUnits: line.minorUnits + cents, clause: line.clause,
      about: about ?? line.about, actual: line.actual)
  }

  /// Changes the first line that a rule takes, and keeps the document whole.
  private static func changing(
    where isMeant: @escaping @Sendable (VoucherLine) -> Bool,
    _ change: @escaping @Sendable (VoucherLine) -> VoucherLine?
  ) -> @Sendable (Voucher) -> Voucher? {
    { voucher in
      guard !voucher.isByHand, let place = voucher.lines.firstIndex(where: isMeant) else {
        return nil
      }
      var lines = voucher.lines
      if let changed = change(lines[place]) {
        lines[place] = changed
      } else {
        lines.remove(at: place)
      }
      return voucher.with(lines: lines)
    }
  }

  private static func settling(
    _ change: @escaping @Sendable (Application) -> Application
  ) -> @Sendable (Voucher) -> Voucher? {
    { voucher in
      guard let first = voucher.applications.first, first.minorUnits > 1 else { return nil }
      return voucher.with(applications: [change(first)] + voucher.applications.dropFirst())
    }
  }

  static let forgeries = [
    Forgery(
      testDescription: "a cent more of interest", words: "and the rule of its time gives",
      make: changing {
        $0.key.item == .lateInterest
      } _: {
        line($0, plus: 1)
      }),
    Forgery(
      testDescription: "an invoice without interest on one that was late",
      words: "it leaves out late-interest on",
      make: changing {
        $0.key.item == .lateInterest
      } _: { _ in
        nil
      }),
    Forgery(
      testDescription: "a cent more of a true-up", words: "owed for the year",
      make: changing {
        $0.key.item == .recoveryTrueUp && $0.minorUnits != -1
      } _: {
        line($0, plus: 1)
      }),
    Forgery(
      testDescription: "a cent more of a flow", words: "and the projection of its time gives",
      make: changing {
        $0.key.item.isProjected && $0.minorUnits != -1
      } _: {
        line($0, plus: 1)
      }),
    Forgery(
      testDescription: "an invoice without a flow of its day", words: "it leaves out",
      make: changing {
        $0.key.item.isProjected && $0.about == nil
      } _: { _ in
        nil
      }),
    Forgery(
      testDescription: "a correction of another document", words: "the document corrected",
      make: { voucher in
        changing {
          $0.key.item.isProjected && $0.about != nil
        } _: {
          line($0, about: voucher.number)
        }(voucher)
      }),
    Forgery(
      testDescription: "a settlement a day earlier", words: "settlement 1 is",
      make: settling { part in
        Application(
          credit: part.credit, debit: part.debit, day: part.day.adding(days: -1),
          minorUnits: part.minorUnits)
      }),
    Forgery(
      testDescription: "a settlement of a cent less", words: "settlement 1 is",
      make: settling { part in
        Application(
          credit: part.credit, debit: part.debit, day: part.day, minorUnits: part.minorUnits - 1)
      }),
    Forgery(
      testDescription: "a later due day", words: "due on another day than its own",
      make: { voucher in
        voucher.due == voucher.day && !voucher.isByHand
          ? voucher.with(due: voucher.day.adding(days: 30)) : nil
      }),
  ]

  @Test("do not where one was forged, and say which and how", arguments: forgeries)
  func forged(_ forgery: Forgery) throws {
    var count = 0
    for documents in try Self.books.get() {
      for (place, document) in documents.enumerated() {
        // A document of nothing, or on the other side, is none that a bill makes.
        guard let voucher = forgery.make(document.voucher), voucher.faults.isEmpty,
          voucher.minorUnits > 0
        else { continue }
        count += 1
        let forged = RecordedBooks.Document(voucher: voucher, proof: document.proof)
        let faults = RecordedBooks.faults(of: documents[..<place] + [forged])
        #expect(
          faults.contains { $0.hasPrefix("\(voucher.number), ") && $0.contains(forgery.words) },
          "\(voucher): \(faults)")
        break
      }
    }
    #expect(count > 2, "there was nothing to forge")
  }
}

extension Voucher {
  /// The same with other parts; its amount is what its lines come to.
  fileprivate func with(
    lines: [VoucherLine]? = nil, applications: [Application]? = nil, due: CalendarDate? = nil
  ) -> Voucher {
    let sum = lines.map { lines in lines.reduce(0) { $0 + $1.minorUnits } }
    return Voucher(
      number: number, deal: deal, day: day, due: due ?? self.due, currency: currency,
      minorUnits: sum.map { kind == .creditNote ? -$0 : $0 } ?? minorUnits,
      lines: lines ?? self.lines, applications: applications ?? self.applications,
      reference: reference, reason: reason, reverses: reverses)
  }
}
