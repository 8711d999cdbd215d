package import FinanceBasics

extension [DealField] {
  /// The fields with every party and site by its id, and what could not be found.
  ///
  /// - Parameters:
  ///   - parties: `nil` where parties are not to be checked: a name becomes an id of its letters.
  ///   - sites: As for parties.
  package func resolved(
    parties: PartyRegister?, sites: SiteRegister?, file: String?
  ) -> (fields: [DealField], faults: [any Diagnostic]) {
    var faults: [any Diagnostic] = []
    let fields = map { field -> DealField in
      guard field.block == .terms || field.block == .assumptions || field.block == .solved,
        let kind = FieldCatalog.definition(field.path.pattern, in: .terms)?.kind,
        kind == .party || kind == .site, field.text != "none", field.text != "not disclosed",
        field.text != DealFault.placeholder
      else { return field }
      let isParty = kind == .party
      if isParty ? parties == nil : sites == nil {
        return field.with(text: identifierText(of: field.text))
      }
      let found = isParty ? parties?.id(of: field.text)?.text : sites?.id(of: field.text)?.text
      if let found { return found == field.text ? field : field.with(text: found) }
      let fault: RegisterFault =
        isParty
        ? .partyUnknown(field.text, nearest: parties?.nearest(to: field.text))
        : .siteUnknown(field.text, nearest: sites?.nearest(to: field.text))
      faults.append(LocatedFault(fault, at: field.location(in: file)))
      return field.with(text: identifierText(of: field.text))
    }
    return (fields, faults)
  }
}

/// A name as an id: its letters and digits in lower case, with hyphens for the rest.
package func identifierText(of name: String) -> String {
  let kept = name.lowercased().map { character -> Character in
    character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
  }
  let parts = String(kept).split(separator: "-")
  let text = parts.joined(separator: "-").prefix(DealID.maximumLength)
  return text.isEmpty ? "unnamed" : String(text.last == "-" ? text.dropLast() : text)
}
