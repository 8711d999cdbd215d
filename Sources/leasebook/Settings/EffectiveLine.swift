import ArgumentParser
import FinanceBasics
import Interchange

/// The command line as it takes effect: as it was typed, with the settings that it leaves open.
///
/// Settings are put in before the line is parsed, so that an answer that is kept says all that it
/// rests on, and asks no file when it is asked again.
struct EffectiveLine {
  /// The verb first.
  private(set) var arguments: [String]
  /// The landlord that a setting narrows the question to; `nil` where none does.
  private(set) var focus: Settings.Value?

  /// Of this process.
  static let current: Result<EffectiveLine, any Error> = Result {
    try EffectiveLine(typed: Surroundings.arguments)
  }

  /// The command of a verb that takes settings; `nil` of others.
  private static func command(of verb: String) -> (any ParsableCommand.Type)? {
    switch verb {
    case "list": Leasebook.List.self
    case "rent-roll": Leasebook.RentRollCommand.self
    case "project": Leasebook.Project.self
    case "value": Leasebook.Value.self
    case "compare": Leasebook.Compare.self
    default: nil
    }
  }

  /// Whether a verb discounts at a rate, with the options that it is given.
  private static func discounts(_ verb: String, given: Set<String>) -> Bool {
    // The rate of the settings is effective, and none that is compounded.
    let others: Set = ["rate", "curve", "compounding", "define"]
    guard given.isDisjoint(with: others) else { return false }
    return verb == "value" || verb == "compare" && given.contains("on")
  }

  /// - Throws: What is wrong with the settings, unless help is asked for.
  private init(typed: [String]) throws {
    arguments = typed
    let helps: Set = ["--help", "-h", "--version"]
    guard let verb = typed.first, !verb.hasPrefix("-"), verb != "help",
      helps.isDisjoint(with: typed)
    else { return }
    let settings = try Settings.current.get()
    let isOfNone = settings.values[.landlord] == nil && settings.values[.rate] == nil
    guard let command = Self.command(of: verb),
      !isOfNone || typed.contains(where: { $0.hasSuffix(Settings.everyLandlord) })
    else { return }
    apply(settings, verb: verb, command)
  }

  private mutating func apply(
    _ settings: Settings, verb: String, _ command: any ParsableCommand.Type
  ) {
    let flags = Set(DeclaredOption.all(of: command).filter { $0.kind == .flag }.map(\.name))
    var tokens = OptionToken.all(
      of: Array(arguments.dropFirst()), flags: flags.union(DeclaredOption.otherFlags))
    let given = Set(tokens.compactMap(\.name))
    let count = tokens.count
    tokens.removeAll { $0.name == "landlord" && $0.value == Settings.everyLandlord }
    let rest =
      tokens.count == count ? Array(arguments.dropFirst()) : tokens.flatMap(\.words)
    var words: [String] = []
    let isOfSome = given.contains("landlord") || tokens.contains { $0.name == nil }
    if !isOfSome, !given.contains("define"), let landlord = settings.values[.landlord],
      landlord.text != Settings.everyLandlord
    {
      focus = landlord
      words.append("--landlord=\(landlord.text)")
    }
    if let rate = settings.values[.rate], Self.discounts(verb, given: given) {
      words.append("--rate=\(rate.text)")
    }
    arguments = [verb] + words + rest
  }

  /// Runs the command; where the ledger has no landlord of the name in focus, the fault is told at
  /// the place that names him.
  ///
  /// - Throws: `setting.landlord-unknown`, and what running throws.
  func locatingFocus(_ run: (EffectiveLine) throws -> Void) throws {
    do {
      try run(self)
    } catch CommandProblem.unknownParty(let name, let nearest, _) where name == focus?.text {
      throw LocatedFault(
        SettingFault.landlordUnknown(name, nearest: nearest),
        at: focus?.origin.location ?? .unknown)
    }
  }

  /// What narrows the answer, in a sentence; `nil` where nothing does.
  var notice: String? {
    focus.map { focus in
      "only deals of \(focus.text), by \(focus.origin.location.rendered); "
        + "--landlord \(Settings.everyLandlord) lifts it"
    }
  }
}
