import ArgumentParser
import FinanceBasics
import Interchange
import Reports

extension Leasebook {
  struct Config: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "config",
      abstract: "Print each setting, and whether a flag, the environment or a file gives it.",
      usage: "leasebook config [<options>]",
      discussion: """
        A file of settings has one a line, such as rate: 8%, and any of ledger, landlord, rate and \
        unit. It is the file that $LEASEBOOK_CONFIG names, else leasebook.config.yaml in this \
        folder, else leasebook/config.yaml in $XDG_CONFIG_HOME or ~/.config. A flag wins over the \
        environment, and the environment over the file.

        A landlord narrows list, project, value and compare where their line names no deal and no \
        landlord; --landlord all lifts it.

        Example: leasebook config --rate 9%
        """)

    @Option(
      help: ArgumentHelp("The landlord in focus, or all.", valueName: "party"),
      completion: Completions.landlords)
    var landlord: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The rate of present values.", valueName: "percent"))
    var rate: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if let rate { _ = try readRate(rate) }
    }

    func run() throws {
      let given: [Setting: String?] = [
        .ledger: ledger.givenPath, .landlord: landlord, .rate: rate, .unit: output.unit?.rawValue,
      ]
      let settings = try Settings.current.get().overridden(by: given.compactMapValues { $0 })
      let report = SettingsReport(settings)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}

extension SettingsReport {
  fileprivate init(_ settings: Settings) {
    let lines = Setting.allCases.map { setting in
      let value = settings.values[setting]
      return Line(
        setting: setting.rawValue,
        value: value?.text ?? (setting == .ledger ? Settings.ledger : nil),
        origin: value?.origin.kind ?? .usual, place: value?.origin.location.rendered,
        option: setting.option, variable: setting.variable)
    }
    let places = [SettingsPlace.here, SettingsPlace.ofUser].compactMap { $0 }
    self.init(lines, file: settings.file, lookedFor: places)
  }
}

extension Settings.Origin {
  fileprivate var kind: SettingsReport.Origin {
    switch self {
    case .option: .flag
    case .variable: .environment
    case .file: .file
    }
  }
}
