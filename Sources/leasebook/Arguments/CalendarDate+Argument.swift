public import ArgumentParser
public import FinanceBasics

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }

  public static var defaultCompletionKind: CompletionKind { .default }
}
