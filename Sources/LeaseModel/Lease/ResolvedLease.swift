public import FinanceBasics

/// A lease with what was taken to make it whole, so that a report can say so.
public struct ResolvedLease: Sendable {
  /// What a projection takes.
  public let lease: Lease
  /// What was chosen where the deal leaves room, each once, in the order in which it was met.
  public let remarks: [ResolutionRemark]
  /// The leaves that the lease is made of, each once, with their bases.
  public let inputs: [LeaseInput]
}

/// A leaf of a deal that a projection rests on.
public struct LeaseInput: Hashable, Sendable {
  /// Of the field, without its block.
  public let path: FieldPath
  /// Where the value comes from.
  public let basis: Basis
}

/// A choice that was made where a deal leaves room.
public enum ResolutionRemark: Hashable, Sendable, CustomStringConvertible {
  case periodTaken(FieldPath, text: String, at: PeriodDay, CalendarDate)
  case rangeTaken(FieldPath, text: String, at: ExactDecimal, MeasureUnit)
  /// The figure or date is stated as about, over, or up to something, and taken as that.
  case impreciseTaken(FieldPath, text: String)
  case oneHallAssumed
  case remainderShared(megawatts: ExactDecimal, halls: [String])
  case hallsBelowTotal(halls: ExactDecimal, total: ExactDecimal)
  case noEscalator
  /// The tenant pays every cost, so that NOI equals rent.
  case tripleNetPassesAll
  case lastDayTakenForTerm(CalendarDate)
  /// Lines of a list say nothing of recovery, and are recovered as the structure has it.
  case presetRecovery(FieldPath, lines: [String], LeaseStructure?, Recovery)
  /// Costs beside power are not stated, so that NOI counts power alone.
  case powerAlone
  /// Nobody says who pays for restoring the halls.
  case landlordRestores
  /// What is stated in too few words to be projected.
  case leftOut(FieldPath, because: String)

  /// The same in words that a user reads.
  public var description: String {
    switch self {
    case .periodTaken(let path, let text, let day, let date):
      "\(path): '\(text)' is taken at its \(day.rawValue), \(date)"
    case .rangeTaken(let path, let text, let point, let unit):
      "\(path): of '\(text)' the middle is taken, \(point.inWords) \(unit)"
    case .impreciseTaken(let path, let text): "\(path): '\(text)' is taken as the figure it names"
    case .oneHallAssumed: "halls: all megawatts are taken as one hall"
    case .remainderShared(let megawatts, let halls):
      "halls: \(megawatts) MW that are left are shared equally by \(halls.joined(separator: ", "))"
    case .hallsBelowTotal(let halls, let total):
      "halls: \(halls) MW of \(total) MW are in halls; the rest is left out"
    case .tripleNetPassesAll:
      "operatingCosts: triple net, and nothing is stated; the tenant pays all, and NOI equals rent"
    case .noEscalator: "rent.escalator: none is stated, and none is taken"
    case .lastDayTakenForTerm(let day): "expiry: no term is stated; all halls end on \(day)"
    case .presetRecovery(let list, let lines, let structure, let recovery):
      "\(list): \(lines.joined(separator: ", ")): no recovery is stated; "
        + Self.words(structure, recovery)
    case .powerAlone: "operatingCosts: nothing is stated beside power; NOI counts power alone"
    case .landlordRestores: "restoration.paidBy: nothing is stated; the landlord pays"
    case .leftOut(let path, let reason): "\(path): left out, because \(reason)"
    }
  }

  private static func words(_ structure: LeaseStructure?, _ recovery: Recovery) -> String {
    let words =
      recovery == .none
      ? "the landlord pays all"
      : recovery.base == nil
        ? "the tenant pays all" : "the tenant pays what is above the first lease year"
    return (structure.map { "\($0.rawValue), and " } ?? "") + words
  }
}

extension ExactDecimal {
  /// The number with its scale word where it is whole millions or billions: 7 M.
  fileprivate var inWords: String {
    for (word, power) in [("bn", 9), ("M", 6)] {
      if let scaled = scaled(byPowerOfTen: -power)?.normalized, scaled.fractionDigits <= 3,
        !(scaled < .one)
      {
        return "\(scaled) \(word)"
      }
    }
    return description
  }
}
