import ArgumentParser
import FinanceBasics
import Foundation
import LeaseModel

/// A deal as its announcement states it, in options.
struct AnnouncementOptions: ParsableArguments {
  @Flag(help: "Take the announcement from the options below, instead of a file or a deal.")
  var new = false

  @Option(help: ArgumentHelp("New: the deal's id. Default: of --name.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("New: what the deal is called.", valueName: "text"))
  var name: String?

  @Option(
    help: ArgumentHelp("New: when it was announced. Default: today.", valueName: "date"))
  var announced: String?

  @Option(
    help: ArgumentHelp("New: the landlord's id or name.", valueName: "party"),
    completion: Completions.landlords)
  var landlord: String?

  @Option(
    help: ArgumentHelp("New: the tenant's id or name.", valueName: "party"),
    completion: Completions.tenants)
  var tenant: String?

  @Option(
    help: ArgumentHelp(
      "New: where that was read: a name, and after = its address.", valueName: "name"),
    transform: SourceOption.init)
  var source: SourceOption?

  @Option(help: "New: lease, hosting or cloud.")
  var kind: ContractKind = .lease

  @Option(
    help: ArgumentHelp("New: who bears what, such as triple-net.", valueName: "structure"),
    completion: Completions.structures)
  var structure: String?

  @Option(help: ArgumentHelp("New: critical IT load, such as 245.", valueName: "MW"))
  var mw: String?

  @Option(help: ArgumentHelp("New: the base term, such as 15.", valueName: "years"))
  var years: String?

  @Option(
    help: ArgumentHelp(
      "New: first and last delivery, such as 2027-Q2..2027-Q4.", valueName: "dates"))
  var delivery: String?

  @Option(help: ArgumentHelp("New: growth of rent a year, or none.", valueName: "percent"))
  var escalator: String?

  @Option(
    help: ArgumentHelp(
      "New: renewals, such as 3x5 for three of five years.", valueName: "count x years"))
  var renewals: String?

  @OptionGroup var figures: AnnouncedFigureOptions

  /// What was given, by the name of its option.
  private var given: [(option: String, text: String?)] {
    [
      ("id", id), ("name", name), ("announced", announced), ("landlord", landlord),
      ("tenant", tenant), ("source", source?.id.text), ("structure", structure), ("mw", mw),
      ("years", years), ("delivery", delivery), ("escalator", escalator), ("renewals", renewals),
    ] + figures.given
  }

  func validate() throws {
    guard new else {
      let stray = given.first { $0.text != nil }?.option ?? (kind == .lease ? nil : "kind")
      if let stray { throw ValidationError("--\(stray) goes with --new.") }
      return
    }
    if let id, DealID(reading: id) == nil {
      throw ValidationError(
        "--id: '\(id)' is no deal id; write lower-case letters, digits and single hyphens.")
    }
    for (option, text) in [("name", name), ("landlord", landlord), ("tenant", tenant)] {
      guard let text, !text.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      throw ValidationError(
        "--\(option): '\(text)' is no name; write one with a letter or a digit, or leave it out.")
    }
    if let announced { try check(announced, of: "announced", in: .head, for: "announced") }
    for term in try terms {
      try check(
        term.text, of: term.path, in: .terms, for: term.option, supplied: term.supplied)
    }
    try figures.validateFigures()
  }

  /// A field that an option gives.
  struct Given {
    let option: String
    let path: String
    let text: String
    /// What was put behind the text that the user gave.
    var supplied = ""
  }

  /// The fields of the block `terms`, in the order of the format.
  var terms: [Given] {
    get throws {
      var terms = [
        Given(
          option: "landlord", path: "landlord",
          text: identifierText(of: landlord ?? "unnamed-landlord"))
      ]
      if let tenant {
        terms.append(Given(option: "tenant", path: "tenant", text: identifierText(of: tenant)))
      }
      terms.append(Given(option: "kind", path: "contract.kind", text: kind.rawValue))
      if let structure {
        terms.append(Given(option: "structure", path: "contract.structure", text: structure))
      }
      if let mw {
        terms.append(Given(option: "mw", path: "criticalIT", text: withUnit(mw, "MW")))
      }
      terms += try deliveryTerms
      if let years {
        let isNumber = years.allSatisfy { $0.isASCII && $0.isNumber }
        terms.append(
          Given(option: "years", path: "term", text: isNumber ? "\(years) years" : years))
      }
      terms += figures.terms
      if let escalator {
        let path = escalator == "none" ? "rent.escalator" : "rent.escalator.fixed"
        terms.append(Given(option: "escalator", path: path, text: spacedPercent(escalator)))
      }
      return try terms + renewalTerms
    }
  }

  private var deliveryTerms: [Given] {
    get throws {
      guard let delivery else { return [] }
      let ends = delivery.components(separatedBy: "..")
      guard ends.count <= 2, ends.contains(where: { !$0.isEmpty }) else {
        throw ValidationError(
          "--delivery: '\(delivery)' is no span of time; write such as 2027-Q2..2027-Q4, or one "
            + "period for all halls.")
      }
      let keys = [("delivery.first", ends[0]), ("delivery.last", ends[ends.count - 1])]
      return keys.filter { !$0.1.isEmpty }
        .map { Given(option: "delivery", path: $0.0, text: $0.1) }
    }
  }

  private var renewalTerms: [Given] {
    get throws {
      guard let renewals else { return [] }
      let parts = renewals.replacingOccurrences(of: "×", with: "x").split(
        separator: "x", maxSplits: 1, omittingEmptySubsequences: false
      ).map { $0.trimmingPrefix(" ") }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw ValidationError(
          "--renewals: '\(renewals)' does not say how many of what length; write 3x5 for three of "
            + "five years.")
      }
      let isNumber = parts[1].allSatisfy { $0.isASCII && $0.isNumber }
      let count = String(parts[0].filter { $0 != " " })
      return [
        Given(option: "renewals", path: "renewals.count", text: count),
        Given(
          option: "renewals", path: "renewals.each",
          text: isNumber ? "\(parts[1]) years" : String(parts[1])),
      ]
    }
  }

  /// What is to be filled in before the file is recorded, in sentences.
  var openRemarks: [String] {
    var remarks: [String] = []
    if landlord == nil {
      remarks.append("to fill in: no --landlord is given, so that the file has unnamed-landlord")
    }
    if announced == nil {
      remarks.append("to fill in: no --announced is given, so that the file has today's date")
    }
    return remarks
  }

  /// The deal's id: given, or made of its name.
  var dealID: DealID {
    let text = id ?? name.map(identifierText) ?? ""
    return DealID(reading: text) ?? DealID("announced-deal")
  }
}

/// A percentage with a space before its sign, as deal files have it.
func spacedPercent(_ text: String) -> String {
  text.hasSuffix("%") && !text.hasSuffix(" %") ? "\(text.dropLast()) %" : text
}

/// A number with its unit behind it, where it is written without.
func withUnit(_ text: String, _ unit: String) -> String {
  text.hasSuffix(unit) ? text : "\(text) \(unit)"
}

/// Checks the text of an option as the field of a deal file that it becomes.
///
/// - Parameter supplied: What was put behind the text that the user gave, such as a currency.
/// - Throws: `ValidationError` with what is wrong, and how to put it right.
func check(
  _ text: String, of pattern: String, in section: FieldSection, for option: String,
  supplied: String = ""
) throws {
  do throws(FieldFault) {
    try FieldCatalog.definition(pattern, in: section)?.check(text)
  } catch {
    guard !supplied.isEmpty, text.hasSuffix(supplied), error.isOfWriting else {
      throw ValidationError("--\(option): \(error.problem); \(error.remedy).")
    }
    // The complaint is of what was typed, not of what stands behind it.
    let problem = error.problem.replacingOccurrences(of: "\(supplied)'", with: "'")
    throw ValidationError(
      "--\(option): \(problem); write such as '7.0 bn', '454 M' or '7.0 bn USD'.")
  }
}

extension FieldFault {
  /// Whether a number or a unit is written in a way that cannot be read.
  fileprivate var isOfWriting: Bool { code.hasPrefix("unit.") || code == "figure.not-a-number" }
}
