public import FinanceBasics

/// The id of a series, by which leases name it.
public typealias SeriesID = Identifier<DataSeries>

/// What is said of a version of a series, beside its values.
public struct SeriesHeading: Hashable, Sendable {
  /// The name that leases use, such as `cpi-u-nsa`.
  public let id: SeriesID
  /// The full name, for people.
  public let name: String
  /// What the values are.
  public let kind: SeriesKind
  /// What the values are counted in, such as `index`, `%` or `USD/kW-month`.
  public let unit: String
  /// How often there are values.
  public let frequency: SeriesFrequency
  /// When the public knew the version; its last day is the day from which it is known.
  public let announced: StatedDate
  /// From when the version holds; `nil` where it holds since ever.
  public let effective: CalendarDate?
  /// Where the values were read, at least one source, the first the main one.
  public let sources: [Source]
  /// A remark for the reader.
  public let note: String?

  /// - Precondition: The unit and the frequency are ones that the kind takes, and a source is named.
  public init(
    id: SeriesID, name: String, kind: SeriesKind, unit: String, frequency: SeriesFrequency,
    announced: StatedDate, effective: CalendarDate? = nil, sources: [Source], note: String? = nil
  ) {
    precondition(kind.accepts(unit: unit), "values of a \(kind.rawValue) are in \(unit)")
    precondition(kind.frequencies.contains(frequency), "a \(kind.rawValue) is \(frequency)")
    precondition(!sources.isEmpty, "a series has a source")
    self.id = id
    self.name = name
    self.kind = kind
    self.unit = unit
    self.frequency = frequency
    self.announced = announced
    self.effective = effective
    self.sources = sources
    self.note = note
  }
}
