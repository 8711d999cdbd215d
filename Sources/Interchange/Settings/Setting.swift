/// What a person settles once, so that no command line need say it again.
public enum Setting: String, CaseIterable, Hashable, Sendable {
  /// The path of the ledger; in a file it counts from the file's folder.
  case ledger
  /// The landlord that listings and questions are narrowed to, by id or alias; `all` for none.
  case landlord
  /// The rate of present values, effective annual, such as `8%`.
  case rate
  /// The unit of money in text: units, thousands, millions or billions.
  case unit
}
