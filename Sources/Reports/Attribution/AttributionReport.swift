public import Analysis
public import FinanceBasics

/// What the value of deals changed by between two states, step by step, as a bridge.
public struct AttributionReport: TabularReport {
  /// In the order asked for; at least one, all between the same states.
  let subjects: [Subject]
  /// What is said of the start beside its basis.
  let from: State
  /// What is said of the end beside its basis.
  let to: State
  let currency: Currency
  /// Sentences that the reader must know: what was assumed, what is missing.
  let remarks: [String]

  /// One thing whose value changed: a deal, or several together.
  public struct Subject: Sendable {
    let name: String
    let attribution: ValueAttribution

    /// Takes the parts as given.
    public init(name: String, attribution: ValueAttribution) {
      self.name = name
      self.attribution = attribution
    }
  }

  /// As of when a state is known, and under which scenarios.
  public struct State: Sendable {
    let asOf: String?
    let knownOn: CalendarDate?
    let scenarios: ScenarioStatement?

    /// - Parameters:
    ///   - asOf: Which book the state is of, in a sentence such as `as known on 2026-06-30`.
    ///   - knownOn: The last day whose news counts; `nil` for all that is recorded.
    ///   - scenarios: `nil` as recorded.
    public init(
      asOf: String? = nil, knownOn: CalendarDate? = nil, scenarios: ScenarioStatement? = nil
    ) {
      self.asOf = asOf
      self.knownOn = knownOn
      self.scenarios = scenarios
    }
  }

  /// - Precondition: At least one subject.
  public init(
    _ subjects: [Subject], from: State, to: State, currency: Currency, remarks: [String] = []
  ) {
    precondition(!subjects.isEmpty, "an attribution has a subject")
    self.subjects = subjects
    self.from = from
    self.to = to
    self.currency = currency
    self.remarks = remarks
  }

  /// The bridge of one subject or a row a subject, then a row a step.
  public var parts: [ReportPart] {
    let shown = subjects.count == 1 ? bridge(of: subjects[0]) : table
    return [
      ReportPart("Change of value", shown, for: .people),
      ReportPart("Data", longTable, for: .programs),
    ]
  }

  /// The report in any format.
  ///
  /// Text is a bridge for one subject, and a line a subject with the total for several. CSV is in
  /// long form, a line a step; JSON is an object for one subject, an array for several.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: json.text + "\n"
    }
  }
}

extension ValueAttribution.Step {
  /// The step as a line of a bridge.
  var line: String { self == .cash ? "Cash received (-), paid (+)" : heading }

  /// The step above a column.
  var heading: String {
    switch self {
    case .cash: "Cash, out of value"
    case .time: "Passage of time"
    case .rates: "Rates"
    case .assumptions: "Assumptions"
    case .terms: "Terms"
    }
  }
}

extension ValueAttribution {
  /// An amount as a fraction of the value at the start; blank where that is nothing.
  func share(_ amount: Int64) -> Value {
    start == 0 ? .blank : .percent(Double(amount) / abs(Double(start)))
  }
}
