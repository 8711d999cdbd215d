public import Analysis
public import FinanceBasics

/// Grids, tornadoes and targets solved for, one for each deal or for all together.
public struct SensitivityReport: TabularReport {
  /// In the order asked for; at least one, all answers of one kind.
  let subjects: [Subject]
  let currency: Currency
  /// Sentences that the reader must know: what was assumed, what is missing.
  let remarks: [String]
  /// The scenarios that the deals stood under before anything was moved; `nil` as recorded.
  let scenarios: ScenarioStatement?

  /// One thing that was asked about: a deal, or several together.
  public struct Subject: Sendable {
    let name: String
    let answer: SensitivityAnswer

    /// Takes the parts as given.
    public init(name: String, answer: SensitivityAnswer) {
      self.name = name
      self.answer = answer
    }
  }

  /// - Precondition: At least one subject.
  public init(
    _ subjects: [Subject], currency: Currency, remarks: [String] = [],
    scenarios: ScenarioStatement? = nil
  ) {
    precondition(!subjects.isEmpty, "a sensitivity has a subject")
    self.subjects = subjects
    self.currency = currency
    self.remarks = remarks
    self.scenarios = scenarios
  }

  /// The grid, the bars or the solutions of each subject, then a row a cell, a side of a bar or a
  /// solution.
  public var parts: [ReportPart] {
    let shown = subjects.map { subject -> ReportPart in
      let name = subject.name
      let (word, table) =
        switch subject.answer {
        case .grid(let grid): ("Grid of", gridTable(of: grid, name: name, isTyped: true))
        case .tornado(let tornado): ("Tornado of", tornadoSheet(of: tornado, name: name))
        case .search(let search): ("Solutions for", searchSheet(of: search, name: name))
        }
      return ReportPart("\(word) \(name)", table, for: .people)
    }
    return shown + [ReportPart("Data", longTable, for: .programs)]
  }

  /// The report in any format.
  ///
  /// CSV is in long form, a line a cell, a bar or a solution. JSON is an object for one subject, an
  /// array for several.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: text(style)
    case .csv: renderCSV(parts)
    case .json: json.text + "\n"
    }
  }

  // MARK: - For people

  private func text(_ style: TextStyle) -> String {
    let parts = subjects.map { subject in
      switch subject.answer {
      case .grid(let grid):
        renderText(gridTable(of: grid, name: subject.name), style: style)
      case .tornado(let tornado): text(of: tornado, name: subject.name, style: style)
      case .search(let search): text(of: search, name: subject.name, style: style)
      }
    }
    return parts.joined(separator: "\n") + "\n"
      + renderParagraphs(conventions, .dim, style: style)
  }

  /// What is said once of all subjects.
  public var conventions: [String] {
    let own = subjects.map { subject in
      switch subject.answer {
      case .grid(let grid): notes(on: grid)
      case .tornado(let tornado): notes(on: tornado)
      case .search(let search): notes(on: search)
      }
    }
    var seen: [String] = []
    for note in own.flatMap(\.self) + remarks where !seen.contains(note) { seen.append(note) }
    return seen
  }

  // MARK: - For programs

  /// A line a cell, a bar's side or a solution, as CSV has them.
  public var jsonLines: String { renderJSONLines(longTable) }

  private var longTable: Table {
    switch subjects[0].answer {
    case .grid(let first): gridLongTable(like: first)
    case .tornado: tornadoLongTable
    case .search: searchLongTable
    }
  }

  private var json: JSONValue {
    let objects = subjects.map { subject -> JSONValue in
      let members =
        switch subject.answer {
        case .grid(let grid): members(of: grid)
        case .tornado(let tornado): members(of: tornado)
        case .search(let search): members(of: search)
        }
      let head = [
        JSONValue.Member("deal", .string(subject.name)),
        JSONValue.Member("currency", .string(currency.code)),
      ]
      return .object(head + members + (scenarios?.members ?? []))
    }
    return objects.count == 1 ? objects[0] : .array(objects)
  }
}
