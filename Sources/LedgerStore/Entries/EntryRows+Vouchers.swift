import Bookkeeping
import FinanceBasics
import GRDB
import LeaseModel

extension EntryRows {
  /// The rows of a document of the books: itself, its lines, what it settles and what it posts.
  mutating func append(_ voucher: Voucher) {
    assert(voucher.faults.isEmpty, "the books make documents that are whole")
    let number = voucher.number
    append(
      [
        value(number.description), value(voucher.kind.rawValue), value(number.landlord.text),
        value(number.year), value(number.serial), value(voucher.deal.text),
        value(voucher.day.description), value(voucher.due?.description),
        value(voucher.currency.code), value(voucher.minorUnits), value(voucher.reference),
        value(voucher.reverses?.description),
      ], to: .voucher)
    for (index, line) in voucher.lines.enumerated() {
      append(
        [
          value(index + 1), value(line.key.item.rawValue),
          value(line.key.hall.isEmpty ? nil : line.key.hall), value(line.key.month.description),
          value(line.key.isAllowance ? VoucherSide.allowance : VoucherSide.charge),
          value(line.minorUnits), value(line.clause), value(line.about?.description),
          value(line.actual),
        ], to: .voucherLine)
    }
    for (index, application) in voucher.applications.enumerated() {
      append(
        [
          value(index + 1), value(application.credit.description),
          value(application.debit.description), value(application.day.description),
          value(application.minorUnits),
        ], to: .application)
    }
    for (index, posting) in voucher.postings.enumerated() {
      append(
        [
          value(index + 1), value(posting.day.description), value(posting.account.rawValue),
          value(posting.minorUnits),
        ], to: .posting)
    }
  }
}

/// How a line's side is stored.
enum VoucherSide {
  static let charge = "charge"
  static let allowance = "allowance"
}
