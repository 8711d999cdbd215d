import ArgumentParser
import FinanceBasics

/// An amount of money on the command line: `31,363,838.60`, or with its currency behind it.
struct AmountArgument: Hashable, Sendable {
  let minorUnits: Int64
  /// `nil` where the text names none.
  let currency: Currency?

  /// Reads an amount of at most two digits after the point.
  ///
  /// - Throws: `ValidationError` that says what is wrong with it.
  static func read(_ text: String) throws -> AmountArgument {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    let form = "write an amount such as 31,363,838.60, or '31363838.60 USD'"
    guard (1...2).contains(parts.count), let number = ExactDecimal(String(parts[0])),
      let cents = number.scaled(byPowerOfTen: 2), cents.isInteger,
      let minorUnits = cents.real.roundedHalfEven(),
      minorUnits.magnitude <= UInt64(Money.maximumMinorUnits)
    else { throw ValidationError("'\(text)' is no amount in whole cents; \(form)") }
    guard parts.count == 2 else {
      return AmountArgument(minorUnits: minorUnits, currency: nil)
    }
    guard let currency = Currency(code: String(parts[1])) else {
      throw ValidationError("'\(parts[1])' is no currency that is known; \(form)")
    }
    return AmountArgument(minorUnits: minorUnits, currency: currency)
  }

  /// What is wrong with a line that cannot be read because its amount is below zero, which the parser
  /// takes for an option; `nil` where that is not it.
  static func belowZero(in arguments: [String]) -> (any Error)? {
    let verbs: Set = ["receive", "refund", "charge", "credit", "write-off", "true-up"]
    guard let verb = arguments.first, verbs.contains(verb) else { return nil }
    let amount = zip(arguments, arguments.dropFirst()).first { before, text in
      text.hasPrefix("-") && !before.hasPrefix("-") && (try? read(text)) != nil
    }
    return amount.map {
      ValidationError("'\($0.1)' is below zero: amounts are written without a sign.")
    }
  }

  /// The amount in its own currency, or in that of a deal.
  func money(in other: Currency) -> Money {
    Money(minorUnits: minorUnits, currency: currency ?? other)
  }
}
