import Analysis
import ArgumentParser
import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore

/// What a shell offers for a word: names from the ledger that the line names, files, or choices.
enum Completions {
  static let deals = names(.deal)
  static let landlords = names(.landlord)
  static let tenants = names(.tenant)
  static let series = names(.series)
  /// The series that flows can be discounted on.
  static let curves = names(.curve)
  static let vouchers = names(.voucher)
  static let runs = names(.run)
  /// Whatever has a history.
  static let subjects = names(.deal, .party, .site, .series, .scenario)
  /// What `diff` puts side by side: versions of a thing, or runs.
  static let compared = custom { line in
    line.has("--runs") ? line.names(.run) : line.names(.deal, .party, .site, .series, .scenario)
  }
  /// Behind the first of two runs the other; a version is written by hand.
  static let otherRuns = custom { line in line.has("--runs") ? line.names(.run) : [] }
  /// A tenant or one deal.
  static let tenantsAndDeals = names(.tenant, .deal)
  static let dealsAndFiles = custom { line in line.names(.deal) + line.paths(dealFiles) }
  /// A recorded scenario, after the last plus sign of a stack; else a file.
  static let scenarios = custom { line in
    line.behind("+") { $0.names(.scenario) + $0.paths(dealFiles) }
  }
  /// The ids of metrics, after the last comma of a list.
  static let metrics = custom { line in line.behind(",") { $0.matching(metricIDs) } }
  static let metric = choices(metricIDs)
  /// What `explain` takes apart.
  static let explained = choices(ExplainSubject.names)
  /// The halls of the deals that the line names, else those of every deal.
  static let halls = custom { line in line.halls }
  /// A delay of one hall or of all.
  static let delays = custom { line in (line.halls + line.matching(["all"])).map { $0 + "=" } }
  static let groups = custom { line in
    line.behind(",") { $0.matching(CashFlowGrouping.allCases.map(\.rawValue)) }
  }
  /// An account by the end of its name; by all of it where it begins with a capital letter.
  static let accounts = custom { line in
    let names = Account.allCases.map(\.rawValue)
    let ends = names.map { $0.drop { $0 != ":" }.dropFirst().lowercased() }
    return line.matching(line.start.first?.isUppercase == true ? names : ends)
  }
  /// The fields of the files by their paths, with the block or without.
  static let fields = custom { line in
    let found = line.matching(FieldCatalog.all.map(\.fullPattern))
    return found.isEmpty ? line.matching(FieldCatalog.all.map(\.pattern)) : found
  }
  /// The terms of a deal that stand in no list.
  static let terms = choices(termPatterns)
  /// What `--for` names.
  static let levers = choices(leverNames)
  /// What `--vary` names.
  static let variedLevers = choices(leverNames.map { $0 + "=" })
  static let measures = choices(SensitivityMeasure.allCases.map { $0.rawValue + "=" })
  static let tiers = choices(CreditTier.allCases.map { $0.rawValue + "=" })
  static let terminals = choices(["none", "cap-rate=", "shell=", "growth="])
  static let dayCounts = choices(
    DayCount.allCases.filter { (try? readDayCount($0.rawValue)) != nil }.map(\.rawValue))
  static let currencies = choices(Currency.known)
  static let structures = choices(LeaseStructure.allCases.map(\.rawValue))

  static let files = CompletionKind.file(extensions: dealFiles + ["csv"])
  static let maps = CompletionKind.file(extensions: dealFiles)

  private static let dealFiles = ["yaml", "yml"]
  private static let metricIDs = MetricRegistry.all.map(\.id)
  private static let termPatterns = FieldCatalog.all
    .filter { $0.section == .terms && !$0.pattern.contains("[") }.map(\.pattern)
  private static let leverNames =
    Lever.ownNames + termPatterns.filter { (try? Lever(named: $0)) != nil }

  /// Fixed words; unlike a list of the parser they may hold spaces in every shell.
  static func choices(_ words: [String]) -> CompletionKind {
    custom { line in line.matching(words) }
  }

  private static func names(_ kinds: Ledger.NameKind...) -> CompletionKind {
    custom { line in kinds.flatMap { line.names($0) } }
  }

  private static func custom(
    _ offer: @escaping @Sendable (CompletedLine) -> [String]
  ) -> CompletionKind {
    .custom { words, position, start in
      let shell = CompletionShell.requesting
      let line = CompletedLine(
        words, position: position, start: start,
        grammar: ShellGrammar(shell, version: CompletionShell.requestingVersion))
      return offer(line).map { CompletionScript.escaped($0, for: shell) }
    }
  }
}
