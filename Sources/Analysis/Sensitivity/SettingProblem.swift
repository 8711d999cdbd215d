public import FinanceBasics
import LeaseModel

/// A problem that arises with levers at stated values, at the option that puts them there.
public struct SettingProblem: Diagnostic {
  private let cause: any Diagnostic
  /// The option and the value that it asks for.
  public let location: DiagnosticLocation

  /// The stable name of what went wrong.
  public var code: String { cause.code }
  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String { cause.problem }
  /// One imperative sentence that puts it right.
  public var remedy: String { cause.remedy }
  /// What failed.
  public var kind: DiagnosticKind { cause.kind }

  /// What a projection or a valuation met, with the place of the levers; as it is without levers.
  static func located(_ error: any Error, at settings: [LeverSetting]) -> any Error {
    guard !settings.isEmpty else { return error }
    let place = settings.map(\.place).joined(separator: ", ")
    let causes: [any Diagnostic]
    switch error {
    case let missing as NotProjectable: causes = missing.diagnostics.all
    case let many as Diagnostics: causes = many.all
    case let one as any Diagnostic: causes = [one]
    default: return error
    }
    return Diagnostics(
      causes.map { cause in
        let inner = cause.location
        return SettingProblem(
          cause: cause,
          location: DiagnosticLocation(
            file: place, field: inner.field ?? (inner.rendered.isEmpty ? nil : inner.rendered)))
      })
  }
}
