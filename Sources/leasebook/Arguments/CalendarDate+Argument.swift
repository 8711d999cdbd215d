public import ArgumentParser
public import FinanceBasics

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`; `nil` for a day that does not exist.
  public init?(argument: String) {
    self.init(argument)
  }

  /// Dates complete to nothing.
  public static var defaultCompletionKind: CompletionKind { .default }
}
