import FinanceBasics

/// Why a run cannot be kept, found or asked again.
enum RunProblem: Diagnostic {
  case unknown(String, nearest: String?)
  case unknownOption(String, verb: String)
  case notAskable(String, reason: String)
  case notRepeatable(String)

  var code: String {
    switch self {
    case .unknown: "run.unknown"
    case .unknownOption: "run.option-unknown"
    case .notAskable: "run.not-askable"
    case .notRepeatable: "run.not-repeatable"
    }
  }

  var problem: String {
    switch self {
    case .unknown(let name, _): "no run is kept under the name '\(name)'"
    case .unknownOption(let option, let verb):
      "the question has the option '\(option)', which \(verb) of this program does not have"
    case .notAskable(let verb, let reason):
      "\(verb) of this program refuses the question: \(reason)"
    case .notRepeatable(let verb):
      "\(verb) gave another answer when the same was asked again; nothing was kept"
    }
  }

  var location: DiagnosticLocation { .unknown }

  var remedy: String {
    switch self {
    case .unknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant, or see `leasebook runs`" }
        ?? "see `leasebook runs`"
    case .unknownOption, .notAskable: "ask it with the leasebook that kept it"
    case .notRepeatable: "tell those who make leasebook, with the command and the ledger"
    }
  }

  var kind: DiagnosticKind {
    switch self {
    case .unknown: .missingInput
    case .unknownOption, .notAskable, .notRepeatable: .badData
    }
  }
}
