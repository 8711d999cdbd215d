import FinanceBasics
public import LeaseModel

/// What a document of the books is.
public enum VoucherKind: String, CaseIterable, Hashable, Sendable {
  /// Amounts that the tenant owes.
  case invoice
  /// Amounts taken off what was billed, or given back.
  case creditNote
  /// Money that came in.
  case receipt
  /// An amount that is no longer expected.
  case writeOff
  /// A tenant's credit that is paid back.
  case refund
  /// A receipt, a write-off or a refund undone.
  case reversal

  /// The words for people.
  public var words: String {
    switch self {
    case .invoice: "invoice"
    case .creditNote: "credit note"
    case .receipt: "receipt"
    case .writeOff: "write-off"
    case .refund: "refund"
    case .reversal: "reversal"
    }
  }

  /// What marks the kind in a number; invoices have no mark.
  var mark: String {
    switch self {
    case .invoice: ""
    case .creditNote: "C"
    case .receipt: "R"
    case .writeOff: "W"
    case .refund: "P"
    case .reversal: "V"
    }
  }

  /// Whether it is something that is owed by the tenant, to which credits are applied.
  var isDebit: Bool { self == .invoice || self == .refund }
}

/// The number of a document: by landlord, year and kind, from 1 without gaps.
///
///     VoucherNumber(landlord: PartyID("hut-8"), year: 2027, kind: .receipt, serial: 3).description
///     // hut-8-2027-R0003
public struct VoucherNumber: Hashable, Sendable, CustomStringConvertible {
  /// Whose books the document is in.
  public let landlord: PartyID
  /// The calendar year of the document's day.
  public let year: Int
  /// What it is.
  public let kind: VoucherKind
  /// From 1.
  public let serial: Int

  /// Takes the parts as given.
  public init(landlord: PartyID, year: Int, kind: VoucherKind, serial: Int) {
    self.landlord = landlord
    self.year = year
    self.kind = kind
    self.serial = serial
  }

  /// Reads a number as `description` writes it; `nil` for anything else.
  public init?(reading text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, let last = parts.last,
      let kind = VoucherKind.allCases.last(where: { last.hasPrefix($0.mark) }),
      let year = Int(parts[parts.count - 2]),
      let serial = Int(last.dropFirst(kind.mark.count)), serial > 0,
      let landlord = PartyID(reading: parts.dropLast(2).joined(separator: "-"))
    else { return nil }
    self.init(landlord: landlord, year: year, kind: kind, serial: serial)
    guard description == text else { return nil }
  }

  /// Such as `hut-8-2027-0001` of an invoice and `hut-8-2027-C0001` of a credit note.
  public var description: String {
    "\(landlord)-\(padded(year, to: 4))-\(kind.mark)\(padded(serial, to: 4))"
  }
}

/// The next number of each landlord, year and kind.
struct VoucherNumbering {
  private struct Series: Hashable {
    let landlord: PartyID
    let year: Int
    let kind: VoucherKind
  }

  private var last: [Series: Int] = [:]

  mutating func note(_ number: VoucherNumber) {
    let series = Series(landlord: number.landlord, year: number.year, kind: number.kind)
    last[series] = max(last[series] ?? 0, number.serial)
  }

  func next(_ kind: VoucherKind, of landlord: PartyID, on day: CalendarDate) -> VoucherNumber {
    let series = Series(landlord: landlord, year: day.year, kind: kind)
    return VoucherNumber(
      landlord: landlord, year: day.year, kind: kind, serial: (last[series] ?? 0) + 1)
  }
}
