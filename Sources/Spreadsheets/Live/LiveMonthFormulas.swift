import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel

/// The cells of one month of one hall.
struct LiveMonthFormulas {
  typealias Column = LiveMonths.Column

  let block: LiveBlock
  /// Whether it is the first month of its block.
  let isFirst: Bool
  let row: Int
  let terms: LiveTerms
  let inputs: LiveInputs
  let escalation: LiveEscalation
  let columns: [Column]
  /// The rows of the hall's renewals, a part of which may share a month with the base term; `nil`
  /// where it has none.
  let renewals: ClosedRange<Int>?

  private var live: LiveHall { block.live }
  private var rules: RentRules { terms.lease.rules }
  private var isBase: Bool { block.charge == .baseRent }

  /// A cell of this row, or of another one.
  private func at(_ column: Column, row other: Int? = nil) -> String {
    CellReference(row: other ?? row, column: columns.firstIndex(of: column) ?? 0).text
  }

  /// A column of some rows.
  private func all(_ column: Column, _ rows: ClosedRange<Int>) -> String {
    let column = columns.firstIndex(of: column) ?? 0
    return CellReference(row: rows.lowerBound, column: column).fixed
      + ":" + CellReference(row: rows.upperBound, column: column).fixed
  }

  func cell(_ column: Column, _ month: LiveMonth) -> SheetCell {
    switch column {
    case .hall: .text(live.hall.name)
    case .charge: .text(block.charge.rawValue)
    case .month, .monthEnd, .from, .through, .nextYear, .due: dateCell(column, month)
    case .days, .monthDays, .year, .later, .freeEarlier, .freeLater, .calendarYear:
      countCell(column, month)
    default: amountCell(column, month)
    }
  }

  // MARK: - Days

  private func dateCell(_ column: Column, _ month: LiveMonth) -> SheetCell {
    let style = CellStyle.liveDate
    return switch column {
    case .month:
      .formula(firstDay, month.month.firstDay, style.with { $0.numberFormat = "yyyy-mm" })
    case .monthEnd: .formula("EOMONTH(\(at(.month)),0)", month.month.lastDay, style)
    case .from: .formula("MAX(\(at(.month)),\(start))", month.from, style)
    case .through: .formula("MIN(\(at(.monthEnd)),\(end))", month.through, style)
    case .nextYear: .formula(nextYear, month.nextYear, style)
    default: due(month)
    }
  }

  /// The first and the last day of the block.
  private var start: String {
    isBase ? inputs.hall(live, .start) : "\(inputs.hall(live, .baseEnd))+1"
  }
  private var end: String {
    isBase
      ? "MIN(\(inputs.hall(live, .baseEnd)),\(inputs.hall(live, .end)))" : inputs.hall(live, .end)
  }

  private var firstDay: String {
    isFirst
      ? "EOMONTH(\(start),-1)+1" : "EDATE(\(at(.month, row: row - 1)),1)"
  }

  private func due(_ month: LiveMonth) -> SheetCell {
    guard !rules.movesDueDays else {
      return .date(month.due, CellStyle.liveDate.with { $0.fill = .posted })
    }
    let day =
      rules.timing == .advance
      ? "MAX(\(at(.month)),\(inputs.hall(live, .start)))"
      : "MIN(\(at(.monthEnd)),\(inputs.hall(live, .end)))"
    return .formula("\(day)+\(inputs.paymentDays)", month.due, .liveDate)
  }

  // MARK: - Lease years

  /// The lease year of the first day, from 1.
  private var year: String {
    let (anchor, day) = (inputs.hall(live, .anchor), at(.from))
    let years = "YEAR(\(day))-YEAR(\(anchor))"
    let months = "(\(years))*12+MONTH(\(day))-MONTH(\(anchor))"
    return switch rules.anniversary {
    case .daySplit: "MAX(0,\(years)-IF(EDATE(\(anchor),12*(\(years)))>\(day),1,0))+1"
    case .monthOf: "INT(MAX(0,\(months))/12)+1"
    case .nextMonth: "INT(MAX(0,\(months)-IF(DAY(\(anchor))=1,0,1))/12)+1"
    }
  }

  private var nextYear: String {
    let day = "EDATE(\(inputs.hall(live, .anchor)),12*\(at(.year)))"
    return switch rules.anniversary {
    case .daySplit: day
    case .monthOf: "EOMONTH(\(day),-1)+1"
    case .nextMonth: "EOMONTH(\(day)-1,0)+1"
    }
  }

  private func countCell(_ column: Column, _ month: LiveMonth) -> SheetCell {
    let freeEnd = inputs.hall(live, .freeEnd)
    let split = "MAX(\(at(.from)),\(at(.nextYear)))"
    let (formula, shown): (String, Int) =
      switch column {
      case .days: ("MAX(0,\(at(.through))-\(at(.from))+1)", month.days)
      case .monthDays: ("\(at(.monthEnd))-\(at(.month))+1", month.month.dayCount)
      case .year: (year, month.year)
      case .later: ("MAX(0,\(at(.through))-\(split)+1)", month.laterDays)
      case .freeEarlier:
        isBase
          ? (
            "MAX(0,MIN(\(at(.from))+\(at(.days))-\(at(.later))-1,\(freeEnd))-\(at(.from))+1)",
            month.freeEarlier
          ) : ("0", 0)
      case .freeLater:
        isBase
          ? (
            "IF(\(at(.later))=0,0,MAX(0,MIN(\(at(.through)),\(freeEnd))-\(split)+1))",
            month.freeLater
          ) : ("0", 0)
      default: ("YEAR(\(at(.month)))", month.month.year)
      }
    return .formula(formula, Double(shown), CellStyle.number("0"))
  }

  // MARK: - Money

  private func amountCell(_ column: Column, _ month: LiveMonth) -> SheetCell {
    switch column {
    case .weighted:
      .formula(weighted, month.megawattMonths, CellStyle.number("#,##0.000000000"))
    case .exact:
      .formula(
        "\(firstRate)*\(at(.weighted))", month.exact, CellStyle.number("#,##0.000000"))
    case .cents:
      .formula(
        "ROUND(\(at(.exact))*100,\(terms.digits))", cents(month.exact), CellStyle.number("0.0####"))
    case .rent: amount(month.rent, from: at(.cents), sign: "")
    case .posted: .money(month.rent.posted, .postedMoney)
    case .check: .verdict("\(at(.rent))=\(at(.posted))")
    case .costCents: costCents(month)
    case .cost: amount(month.cost, from: at(.costCents), sign: "-")
    case .postedCost: .money(month.cost.posted, .postedMoney)
    case .costCheck: .verdict("\(at(.cost))=\(at(.postedCost))")
    default: factor(month)
    }
  }

  private var firstRate: String {
    let base = terms.rates[block.rates].base ?? block.rates
    return inputs.firstRates[base] ?? "0"
  }

  private var weighted: String {
    let levels = escalation.levels(block.rates)
    let next = "MIN(\(at(.year))+1,\(escalation.yearCount))"
    let isFree = columns.contains(.freeEarlier)
    let share = inputs.hall(live, .freeShare)
    let earlier = "\(at(.days))-\(at(.later))" + (isFree ? "-\(share)*\(at(.freeEarlier))" : "")
    let later = at(.later) + (isFree ? "-\(share)*\(at(.freeLater))" : "")
    let year = "MIN(\(at(.year)),\(escalation.yearCount))"
    return "\(inputs.hall(live, .megawatts))"
      + "*(INDEX(\(levels),\(year))*(\(earlier))+INDEX(\(levels),\(next))*(\(later)))"
      + "*\(dayShare)"
  }

  /// What one day counts, as a part of a month's rent.
  private var dayShare: String {
    let (days, length) = (at(.days), at(.monthDays))
    switch rules.proration {
    case .actualMonth, .wholeMonthFromNext: return "1/\(length)"
    case .actual365: return "IF(\(days)<\(length),12/365,1/\(length))"
    case .thirty360:
      let first = "(MIN(DAY(\(at(.from))),30)-1)"
      let last =
        "IF(\(at(.through))=\(at(.monthEnd)),30,MIN(DAY(\(at(.through)))+1,30)-1)"
      return "IF(OR(\(days)=0,\(days)=\(length)),1/\(length),(\(last)-\(first))/(30*\(days)))"
    }
  }

  /// Cents half to even; what fifteen digits leave open stands as posted.
  private func amount(_ amount: LiveAmount, from cents: String, sign: String) -> SheetCell {
    guard amount.isSettled else { return .money(amount.posted, .postedMoney) }
    let half = "2*ROUND(\(cents)/2,0)"
    return .formula(
      "\(sign)IF(\(cents)-INT(\(cents))=0.5,\(half),ROUND(\(cents),0))/100",
      Double(amount.computed) / 100, .liveMoney)
  }

  /// A hall has one cost a month: that of a month which the base term shares with the renewals is
  /// rounded once, in the row of the base term, whichever month the inputs make it.
  private func costCents(_ month: LiveMonth) -> SheetCell {
    let isInBase = "\(at(.month))<=\(inputs.hall(live, .baseEnd))"
    let cost = { (rent: String) in
      "ROUND((1-\(inputs.margin ?? "1"))*\(rent)*100,\(terms.digits))"
    }
    let formula =
      if isBase {
        renewals.map { rows in
          let shared = "SUMIF(\(all(.month, rows)),\(at(.month)),\(all(.exact, rows)))"
          return cost("(\(at(.exact))+IF(\(isInBase),\(shared),0))")
        } ?? cost(at(.exact))
      } else {
        "IF(\(isInBase),0,\(cost(at(.exact))))"
      }
    return .formula(formula, cents(month.exactCost), CellStyle.number("0.0####"))
  }

  private func cents(_ amount: Double) -> Double {
    let scale = pow(10, Double(terms.digits))
    return (amount * 100 * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  private func factor(_ month: LiveMonth) -> SheetCell {
    .formula(
      inputs.factor(of: at(.due)), inputs.shownFactor(on: month.due),
      CellStyle.number("0.000000000"))
  }
}

extension LiveInputs {
  /// The discount factor of a day in a cell; nothing of a day that is past.
  func factor(of due: String) -> String {
    "IF(\(due)<\(date),0,(1+\(rate))^(-(\(due)-\(date))/365))"
  }

  /// What that comes to.
  func shownFactor(on day: CalendarDate) -> Double {
    guard let valuation, valuation.date <= day else { return 0 }
    return pow(1 + valuation.rate, -Double(valuation.date.days(until: day)) / 365)
  }
}
