import FinanceBasics
import LeaseModel

extension DealAccount {
  /// Who is meant by a document of the account: as the versions had it that were recorded before
  /// it, whatever was recorded since. A tenant that was not named by then is the one named first.
  public func parties(of number: VoucherNumber) -> Counterparties {
    let tenant = counterparties[number].flatMap(\.tenant) ?? history.firstTenant
    return Counterparties(landlord: number.landlord, tenant: tenant)
  }

  /// Who is meant by lines, before they are a document: the parties of the document that the first
  /// of them corrects or bears interest on, or of that which asked for what it gives back, a
  /// deposit or rent paid ahead; else those of the first day of its month.
  ///
  /// - Parameter landlord: Who makes the document.
  func parties(of lines: [VoucherLine], by landlord: PartyID) -> Counterparties {
    guard let line = lines.first else {
      return Counterparties(landlord: landlord, tenant: history.firstTenant)
    }
    let asked = line.key.givenBack.flatMap { invoice(askingFor: $0, of: landlord) }
    if let other = line.about ?? asked {
      return Counterparties(landlord: landlord, tenant: parties(of: other).tenant)
    }
    return Counterparties(
      landlord: landlord, tenant: history.parties(in: line.key.month)?.tenant)
  }

  /// Who is meant by a document that comes next.
  func parties(ofNext voucher: Voucher) -> Counterparties {
    let landlord = voucher.number.landlord
    guard voucher.lines.isEmpty else { return parties(of: voucher.lines, by: landlord) }
    let settled = voucher.applications.first.map { part in
      part.credit == voucher.number ? part.debit : part.credit
    }
    guard let other = voucher.reverses ?? settled else {
      return Counterparties(landlord: landlord, tenant: history.parties(on: voucher.day)?.tenant)
    }
    return Counterparties(landlord: landlord, tenant: parties(of: other).tenant)
  }

  /// The invoice that asked last for a deposit, or for rent ahead, of one landlord or of any.
  func invoice(askingFor item: LineItem, of landlord: PartyID? = nil) -> VoucherNumber? {
    vouchers.last { voucher in
      voucher.kind == .invoice && voucher.lines.contains { $0.asks(for: item) }
        && landlord.map { $0 == voucher.number.landlord } ?? true
    }?.number
  }

  /// Whose documents a payment is for: of the parties on its day where any of some documents are
  /// theirs, else of those of the first; `nil` where there are no documents.
  func parties(paying documents: [Voucher], on day: CalendarDate) -> Counterparties? {
    let all = documents.map { parties(of: $0.number) }
    if let current = history.parties(on: day), all.contains(current) { return current }
    return all.first
  }
}

extension VoucherLine {
  /// Whether it bills a deposit, or bills again what was to be given back.
  var asksForDeposit: Bool { asks(for: .deposit) }

  /// Whether it bills a deposit or rent paid ahead, or bills again what was to be given back.
  func asks(for item: LineItem) -> Bool { key.askedFor == item && minorUnits > 0 }
}
