import ArgumentParser
import FinanceBasics
import Foundation
import Interchange
import Reports

/// What holds where a command line is silent: of the environment, else of one small file.
struct Settings {
  struct Value: Hashable {
    /// As it was written; the path of a ledger as it is opened.
    let text: String
    let origin: Origin
  }

  /// Where a value comes from, the strongest first.
  enum Origin: Hashable {
    case option(String)
    case variable(String)
    case file(String, line: Int)
  }

  /// By name; what is nowhere said has none.
  private(set) var values: [Setting: Value] = [:]
  /// The file that was read; `nil` where there is none.
  let file: String?

  /// Of this process; read once.
  static let current: Result<Settings, any Error> = Result { try Settings() }

  /// Reads the environment and the file.
  ///
  /// - Throws: Every fault of both; `setting.file-missing`, `file.unreadable`.
  private init() throws {
    file = try SettingsPlace.file
    var faults: [any Diagnostic] = []
    if let file {
      do throws(Diagnostics) {
        let bytes = try SettingsPlace.bytes(of: file)
        try take(SettingsFile(reading: bytes, file: file, accepts: Self.accepts), of: file)
      } catch {
        faults += error.all
      }
    }
    for setting in Setting.allCases {
      guard let text = Surroundings.value(of: setting.variable) else { continue }
      values[setting] = Value(text: text, origin: .variable(setting.variable))
      guard !Self.accepts(setting, text) else { continue }
      faults.append(
        LocatedFault(
          SettingFault.malformed(setting, text), at: Origin.variable(setting.variable).location))
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
  }

  private mutating func take(_ read: SettingsFile, of file: String) {
    for (setting, entry) in read.entries {
      let text = setting == .ledger ? SettingsPlace.path(entry.text, beside: file) : entry.text
      values[setting] = Value(text: text, origin: .file(file, line: entry.line))
    }
  }

  /// The settings where a command line gives some of them.
  func overridden(by given: [Setting: String]) -> Settings {
    var settings = self
    for (setting, text) in given {
      settings.values[setting] = Value(text: text, origin: .option(setting.option))
    }
    return settings
  }

  /// Whether a text can be taken; a landlord is looked up where a ledger is asked.
  private static func accepts(_ setting: Setting, _ text: String) -> Bool {
    switch setting {
    case .ledger, .landlord: !text.utf8.contains(0)
    case .rate: (try? readRate(text)) != nil
    case .unit: AmountUnit(rawValue: text) != nil
    }
  }

  /// The ledger's path where no option names one.
  static var ledger: String { value(of: .ledger) ?? "leasebook.db" }

  /// The unit of money in text where no option names one; `nil` for what fits.
  static var unit: AmountUnit? { value(of: .unit).flatMap { AmountUnit(rawValue: $0) } }

  /// A command ends before it asks where settings cannot be read; completion goes on without.
  private static func value(of setting: Setting) -> String? {
    (try? current.get())?.values[setting]?.text
  }

  /// What lifts a landlord in focus.
  static let everyLandlord = "all"
}

extension Setting {
  var variable: String { "LEASEBOOK_" + rawValue.uppercased() }

  var option: String { self == .unit ? "--in" : "--" + rawValue }
}

extension Settings.Origin {
  var location: DiagnosticLocation {
    switch self {
    case .option(let name), .variable(let name): DiagnosticLocation(field: name)
    case .file(let file, let line): DiagnosticLocation(file: file, line: line)
    }
  }
}
