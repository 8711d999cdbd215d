public import FinanceBasics

/// What is wrong with the parties, sites and deals that files and a ledger name together.
public enum RegisterFault: Fault, Hashable {
  case partyUnknown(String, nearest: String?)
  case siteUnknown(String, nearest: String?)
  case partyDefinedOtherwise(String)
  case siteDefinedOtherwise(String)
  case nameTaken(String, by: String, and: String)
  case countryMalformed(String)
  case partyCycle([String])
  case siteCycle([String])
  case dealDoubled(String, other: String)
  /// As doubled, where it is the ledger that holds the deal.
  case dealRecorded(String)
  case dealUnknown(String, nearest: String?)
  /// As unknown: a deal that is no more, from a day on.
  case dealWithdrawn(String, on: String)
  case amendedBeforeAnnounced(String, deal: String)
  /// As before its deal, where the deal was known by then, and was put right on a later day.
  case amendedBeforeCorrected(String, corrected: String)
  case amendedBeforeEffective(String, deal: String)
  /// It can be put into what holds on its own day, and not into terms that come into force later.
  case amendedBelowLater(String)

  private enum Code: String, CaseIterable {
    case partyUnknown = "party.unknown"
    case siteUnknown = "site.unknown"
    case partyDefinedOtherwise = "party.doubled"
    case siteDefinedOtherwise = "site.doubled"
    case nameTaken = "name.taken"
    case countryMalformed = "country.malformed"
    case partyCycle = "party.cycle"
    case siteCycle = "site.cycle"
    case dealDoubled = "deal.doubled"
    case dealUnknown = "deal.unknown"
    case amendedBeforeAnnounced = "amendment.before-deal"
    case amendedBeforeEffective = "amendment.effective-before-deal"
    case amendedBelowLater = "amendment.below-later"
  }

  /// Every code that the area can give, each once.
  public static var codes: [String] { Code.allCases.map(\.rawValue) }

  /// The stable name of the fault.
  public var code: String {
    switch self {
    case .partyUnknown: Code.partyUnknown.rawValue
    case .siteUnknown: Code.siteUnknown.rawValue
    case .partyDefinedOtherwise: Code.partyDefinedOtherwise.rawValue
    case .siteDefinedOtherwise: Code.siteDefinedOtherwise.rawValue
    case .nameTaken: Code.nameTaken.rawValue
    case .countryMalformed: Code.countryMalformed.rawValue
    case .partyCycle: Code.partyCycle.rawValue
    case .siteCycle: Code.siteCycle.rawValue
    case .dealDoubled, .dealRecorded: Code.dealDoubled.rawValue
    case .dealUnknown, .dealWithdrawn: Code.dealUnknown.rawValue
    case .amendedBeforeAnnounced, .amendedBeforeCorrected: Code.amendedBeforeAnnounced.rawValue
    case .amendedBeforeEffective: Code.amendedBeforeEffective.rawValue
    case .amendedBelowLater: Code.amendedBelowLater.rawValue
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .partyUnknown(let text, _): "'\(text)' is no party that is known"
    case .siteUnknown(let text, _): "'\(text)' is no site that is known"
    case .partyDefinedOtherwise(let id): "the party '\(id)' is already defined otherwise"
    case .siteDefinedOtherwise(let id): "the site '\(id)' is already defined otherwise"
    case .nameTaken(let name, let first, let second):
      "'\(name)' is a name of '\(first)' and of '\(second)'"
    case .countryMalformed(let text): "'\(text)' is not a country in two capital letters"
    case .partyCycle(let ids): "the parties own each other: \(ids.joined(separator: ", "))"
    case .siteCycle(let ids): "the sites are parts of each other: \(ids.joined(separator: ", "))"
    case .dealDoubled(let id, let other): "the deal '\(id)' is already given by \(other)"
    case .dealRecorded(let id): "the deal '\(id)' is recorded already, with other terms"
    case .dealUnknown(let id, _): "the amended deal '\(id)' is not known"
    case .dealWithdrawn(let id, let day): "the amended deal '\(id)' was withdrawn on \(day)"
    case .amendedBeforeAnnounced(let day, let deal):
      "the amendment was announced on \(day), before its deal on \(deal)"
    case .amendedBeforeCorrected(let day, let corrected):
      "the amendment was announced on \(day), and what it amends was put right on \(corrected)"
    case .amendedBeforeEffective(let day, let deal):
      "the amendment is effective from \(day), before its deal is from \(deal)"
    case .amendedBelowLater(let day):
      "what the amendment changes does not go with the terms that come into force on \(day)"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .partyUnknown(let text, let nearest):
      nearest.map { "write \($0), if that is who is meant, or add '\(text)' to parties.yaml" }
        ?? "add it to parties.yaml, or under parties in this file"
    case .siteUnknown(let text, let nearest):
      nearest.map { "write \($0), if that is meant, or add '\(text)' to sites.yaml" }
        ?? "add it to sites.yaml, or under sites in this file"
    case .partyDefinedOtherwise, .siteDefinedOtherwise:
      "keep one definition; write what changed as a file of its own with announced above it"
    case .nameTaken: "take the name from one of the two"
    case .countryMalformed: "write the two letters of ISO 3166, such as US"
    case .partyCycle: "take the parent away from one of them"
    case .siteCycle: "take the campus away from one of them"
    case .dealDoubled: "give it another id, or write it as an amendment with amends"
    case .dealRecorded(let id):
      "write terms that changed as an amendment with amends: \(id); put an entry that was recorded "
        + "wrongly right with `leasebook correct`"
    case .dealUnknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "record the deal first, or give its file too"
    case .dealWithdrawn(let id, _):
      "leave it out; put the withdrawal right with `leasebook correct \(id)`, if the deal goes on"
    case .amendedBeforeAnnounced: "check both days: an amendment is announced after its deal"
    case .amendedBeforeCorrected(_, let corrected):
      "write announced: \(corrected), and the day from which it bites as effective: before then "
        + "nobody knew it together with the correction"
    case .amendedBeforeEffective(_, let deal):
      "check the day: from \(deal) on the deal as it was would be in force again, so state that "
        + "day or a later one"
    case .amendedBelowLater(let day):
      "first record an amendment effective on \(day) by which those terms go with it, then this one"
    }
  }
}
