import FinanceBasics

/// What was charged of interest on each overdue invoice, and what of that was taken off again.
///
/// A line of an interest invoice names the invoice that bears it. A credit note by which billing
/// takes interest back has the same item, month and invoice in its lines; one made by hand names the
/// interest invoice, as of any other line.
struct InterestRecord: Sendable {
  /// A line of an interest invoice.
  struct Charge: Sendable {
    /// The interest invoice, and the line's place in it from 0.
    let invoice: VoucherNumber
    let place: Int
    let key: FlowKey
    let minorUnits: Int64
    fileprivate(set) var credits: [Credit] = []

    /// What no credit note took off by the end of a day, in minor units.
    func left(on day: CalendarDate = .latest) -> Int64 {
      credits.reduce(minorUnits) { $1.day <= day ? $0 - $1.minorUnits : $0 }
    }
  }

  struct Credit: Sendable {
    let day: CalendarDate
    let minorUnits: Int64
    let isByHand: Bool
  }

  /// In the order of recording.
  private var charges: [Charge] = []
  /// The places of the charges by the overdue invoice, and by the interest invoice.
  private var places: [VoucherNumber: [Int]] = [:]
  private var lines: [VoucherNumber: [Int]] = [:]
  /// The last day through which interest on an invoice was charged or taken back.
  private(set) var lastDays: [VoucherNumber: CalendarDate] = [:]

  /// Takes the next document in; those without interest change nothing.
  mutating func add(_ voucher: Voucher) {
    for (place, line) in voucher.lines.enumerated() where line.key.item == .lateInterest {
      guard let about = line.about else { continue }
      if voucher.kind == .invoice {
        places[about, default: []].append(charges.count)
        lines[voucher.number, default: []].append(charges.count)
        charges.append(
          Charge(
            invoice: voucher.number, place: place, key: line.key, minorUnits: line.minorUnits))
      } else {
        credit(line, on: voucher.day)
      }
      guard !voucher.isByHand else { continue }
      lastDays[about] = max(voucher.day, lastDays[about] ?? .earliest)
    }
  }

  /// Takes a line of a credit note off what was charged.
  ///
  /// - Returns: The interest invoices that it takes something off, and how much.
  @discardableResult
  mutating func credit(
    _ line: VoucherLine, on day: CalendarDate
  ) -> [(invoice: VoucherNumber, minorUnits: Int64)] {
    var rest = -line.minorUnits
    var taken: [(VoucherNumber, Int64)] = []
    for place in corrected(by: line) {
      let part = min(rest, charges[place].left())
      guard part > 0 else { continue }
      charges[place].credits.append(
        Credit(day: day, minorUnits: part, isByHand: isByHand(line)))
      taken.append((charges[place].invoice, part))
      rest -= part
    }
    return taken
  }

  /// Whether a line of a credit note names an interest invoice, as those by hand do.
  private func isByHand(_ line: VoucherLine) -> Bool {
    line.about.map { lines[$0] != nil } ?? false
  }

  /// The charges that a line of a credit note is for. By hand, those of the interest invoice, in
  /// their order; else those on the overdue invoice, the last first.
  private func corrected(by line: VoucherLine) -> [Int] {
    guard let about = line.about, line.key.item == .lateInterest else { return [] }
    let all = isByHand(line) ? lines[about] ?? [] : (places[about] ?? []).reversed()
    return all.filter { charges[$0].key == line.key }
  }

  /// What was charged on an invoice, less what billing took back, in minor units.
  ///
  /// What was given up by hand stays charged, so that billing does not ask for it again.
  func charged(on invoice: VoucherNumber) -> Int64 {
    (places[invoice] ?? []).reduce(0) { sum, place in
      charges[place].credits.reduce(sum + charges[place].minorUnits) {
        $1.isByHand ? $0 : $0 - $1.minorUnits
      }
    }
  }

  /// The charges on an invoice of which something is left, the last first.
  func standing(on invoice: VoucherNumber) -> [Charge] {
    (places[invoice] ?? []).reversed().map { charges[$0] }.filter { $0.left() > 0 }
  }

  /// What is left of each line of an interest invoice, by the place of the line, in minor units.
  func left(of invoice: VoucherNumber, on day: CalendarDate) -> [Int: Int64] {
    (lines[invoice] ?? []).reduce(into: [:]) { left, place in
      left[charges[place].place] = charges[place].left(on: day)
    }
  }

  /// The interest invoice that a line of a credit note takes something off.
  func invoice(correctedBy line: VoucherLine) -> VoucherNumber? {
    corrected(by: line).first.map { charges[$0].invoice }
  }
}
