import Analysis
import ArgumentParser

/// The length of a row's period, as the command line names it.
enum PeriodChoice: String, ExpressibleByArgument, CaseIterable {
  case month, quarter, year, total
  case fiscalYear = "fiscal-year"

  /// - Precondition: A fiscal year has its end.
  func length(fiscalYearEnd: FiscalYearEnd?) -> PeriodLength {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .total: .total
    case .fiscalYear: .fiscalYear(lastMonth: fiscalYearEnd?.month ?? 12)
    }
  }
}

/// The end of a fiscal year, written `MM-DD`: the last day of a month.
struct FiscalYearEnd: ExpressibleByArgument {
  /// From 1 to 12.
  let month: Int

  /// `nil` unless it is the last day of a month; 02-28 and 02-29 both end February.
  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
    let lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
      let day = Int(parts[1]), (1...12).contains(month),
      day == lastDays[month - 1] || (month == 2 && day == 29)
    else { return nil }
    self.month = month
  }
}

/// Groups with commas between, such as `landlord,charge`.
struct GroupList: ExpressibleByArgument {
  let groups: [CashFlowGrouping]

  init(groups: [CashFlowGrouping]) {
    self.groups = groups
  }

  /// `nil` for an unknown group, one named twice, or none.
  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    let groups = names.compactMap { CashFlowGrouping(rawValue: String($0)) }
    guard !groups.isEmpty, groups.count == names.count, Set(groups).count == groups.count else {
      return nil
    }
    self.groups = groups
  }

  var defaultValueDescription: String { groups.map(\.rawValue).joined(separator: ",") }
}
