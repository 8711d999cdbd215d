import FinanceBasics
public import LeaseModel

/// The accounts of deals and the numbers given so far: what the next documents are made from.
///
///     var books = Books(ledger.vouchers())
///     let invoices = books.bill(deal, through: day)
///     let receipt = try books.receive(payment)
public struct Books: Sendable {
  private var accounts: [DealID: DealAccount] = [:]
  private var owners: [VoucherNumber: DealID] = [:]
  private var numbering = VoucherNumbering()
  /// The documents that these books made since they were read, in their order.
  public private(set) var made: [Voucher] = []

  /// - Parameters:
  ///   - vouchers: In the order of recording; those of one deal are all there or not at all.
  ///   - lastNumbers: The last number of each landlord, year and kind, of documents left out.
  public init(_ vouchers: [Voucher] = [], lastNumbers: [VoucherNumber] = []) {
    for number in lastNumbers { numbering.note(number) }
    for voucher in vouchers { add(voucher) }
  }

  /// The account of a deal, empty where it has no document.
  public func account(of deal: DealID) -> DealAccount {
    accounts[deal] ?? DealAccount(deal: deal)
  }

  /// The deals with documents, by id.
  public var deals: [DealID] {
    accounts.filter { !$0.value.vouchers.isEmpty }.keys.sorted()
  }

  /// Says who the parties of a deal are, and were, for the documents that come next.
  public mutating func govern(_ deal: DealID, by history: PartyHistory) {
    accounts[deal, default: DealAccount(deal: deal)].history = history
  }

  /// Every document's number.
  var numbers: [VoucherNumber] { Array(owners.keys) }

  /// The document of a number, and the account that it is in.
  func find(_ number: VoucherNumber) -> (voucher: Voucher, account: DealAccount)? {
    guard let deal = owners[number], let account = accounts[deal],
      let voucher = account.voucher(number)
    else { return nil }
    return (voucher, account)
  }

  /// Takes the next document in.
  ///
  /// - Returns: What is wrong with it, in sentences; none of what the books made.
  @discardableResult
  public mutating func add(_ voucher: Voucher) -> [String] {
    var faults: [String] = []
    if let owner = owners[voucher.number] {
      faults.append("its number is that of another document of \(owner)")
    }
    numbering.note(voucher.number)
    owners[voucher.number] = voucher.deal
    return faults + accounts[voucher.deal, default: DealAccount(deal: voucher.deal)].add(voucher)
  }

  /// Takes a document in that the books made.
  mutating func make(_ voucher: Voucher) {
    made.append(voucher)
    add(voucher)
  }

  func nextNumber(
    _ kind: VoucherKind, of landlord: PartyID, on day: CalendarDate
  ) -> VoucherNumber {
    numbering.next(kind, of: landlord, on: day)
  }
}
