/// Each setting with its value and where it comes from.
public struct SettingsReport: Sendable {
  /// What gives a value, the strongest first.
  public enum Origin: String, Sendable {
    case flag, environment, file
    /// Nobody says anything.
    case usual = "default"
  }

  /// A setting.
  public struct Line: Sendable {
    let setting: String
    let value: String?
    let origin: Origin
    let place: String?
    let option: String
    let variable: String

    /// Takes the parts as they are.
    ///
    /// - Parameters:
    ///   - value: `nil` where nothing is settled.
    ///   - place: The flag, the variable, or the file with its line; `nil` of a default.
    public init(
      setting: String, value: String?, origin: Origin, place: String?, option: String,
      variable: String
    ) {
      self.setting = setting
      self.value = value
      self.origin = origin
      self.place = place
      self.option = option
      self.variable = variable
    }
  }

  private let lines: [Line]
  private let file: String?
  private let places: [String]

  /// Takes settings in the order in which they are listed.
  ///
  /// - Parameters:
  ///   - file: The file that was read; `nil` where there is none.
  ///   - places: Where a file is looked for, in order.
  public init(_ lines: [Line], file: String?, lookedFor places: [String]) {
    self.lines = lines
    self.file = file
    self.places = places
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    render(table(isForPeople: format == .text), as: format, style: style)
  }

  private func table(isForPeople: Bool) -> Table {
    Table(
      title: "Settings",
      columns: [
        Column("setting", "Setting", .text, isKey: true), Column("value", "Value", .text),
        Column("origin", "From", .text), Column("place", "Place", .text),
        Column("option", "Flag", .text), Column("variable", "Variable", .text),
      ],
      rows: lines.map { line in
        let nothing = isForPeople ? Self.unsettled[line.setting] : nil
        return Row([
          .text(line.setting), Self.value(line.value ?? nothing), .text(line.origin.rawValue),
          Self.value(line.place), .text(line.option), .text(line.variable),
        ])
      },
      footnotes: [
        "a flag wins over its variable, and a variable over the file",
        file.map { "the file is \($0)" }
          ?? "there is no file: \(places.count > 1 ? "neither" : "no") "
          + "\(places.joined(separator: " nor ")); or LEASEBOOK_CONFIG names one",
      ])
  }

  private static func value(_ text: String?) -> Value { text.map { .text($0) } ?? .blank }

  /// What holds where nothing is settled, for people.
  private static let unsettled = ["landlord": "all", "rate": "none", "unit": "what fits"]
}
