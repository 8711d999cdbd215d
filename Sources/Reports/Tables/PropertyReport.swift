/// What is known of one thing, such as a deal: sections of labelled values with their provenance.
public struct PropertyReport: Hashable, Sendable {
  /// What the report is about, for people.
  public let title: String?
  /// In the order of the report.
  public let sections: [Section]
  /// Conventions, dates and counts, one line each.
  public let footnotes: [String]

  /// A report of sections in the order given.
  public init(title: String? = nil, sections: [Section], footnotes: [String] = []) {
    self.title = title
    self.sections = sections
    self.footnotes = footnotes
  }

  /// Entries under one heading.
  public struct Section: Hashable, Sendable {
    /// The JSON object that holds the entries; `nil` where they are members of the whole.
    public let key: String?
    /// For people; no line where it is absent.
    public let heading: String?
    /// In the order of the report.
    public let entries: [Entry]

    /// Entries in the order given.
    public init(key: String? = nil, heading: String? = nil, entries: [Entry]) {
      self.key = key
      self.heading = heading
      self.entries = entries
    }
  }

  /// One labelled value, with where it comes from.
  public struct Entry: Hashable, Sendable {
    /// Snake case and stable, for programs.
    public let key: String
    /// For people.
    public let label: String
    /// What is known, or a blank.
    public let value: Value
    /// How people see the value.
    public let kind: ColumnKind
    /// What follows the number, such as `USD` or `MW`.
    public let unit: String?
    /// Disclosed, solved or assumed; `nil` for a figure that is ours by calculation.
    public let basis: String?
    /// The name of the source.
    public let source: String?

    /// A labelled value, by default shown with the digits that it has.
    public init(
      _ key: String, _ label: String, _ value: Value, kind: ColumnKind = .figure,
      unit: String? = nil, basis: String? = nil, source: String? = nil
    ) {
      self.key = key
      self.label = label
      self.value = value
      self.kind = kind
      self.unit = unit
      self.basis = basis
      self.source = source
    }
  }
}
