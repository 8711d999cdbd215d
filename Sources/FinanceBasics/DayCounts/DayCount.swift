/// How a period is turned into a part of a year, by the market name of the rule.
///
/// The names are exact. "30/360" alone is none of them, because it names several rules.
///
///     let period = AccrualPeriod(start..<start.adding(months: 6))
///     DayCount.thirty360Bond.yearFraction(of: period)  // 0.5
///
/// Source: ISDA 2006 Definitions §4.16 unless a case names another.
public enum DayCount: String, CaseIterable, Sendable {
  /// Every period is one year. §4.16(a).
  case oneOne = "1/1"
  /// Days ÷ 360. §4.16(e).
  case actual360 = "ACT/360"
  /// Days ÷ 364.
  case actual364 = "ACT/364"
  /// Days ÷ 365, in leap years too. §4.16(d).
  case actual365Fixed = "ACT/365F"
  /// Days ÷ 365.25.
  case actual36525 = "ACT/365.25"
  /// Days ÷ 366 where a 29 February is after the first day and not after the end, else ÷ 365.
  case actual365Actual = "ACT/365A"
  /// Days but for any 29 February ÷ 360.
  case noLeap360 = "NL/360"
  /// Days but for any 29 February ÷ 365.
  case noLeap365 = "NL/365"
  /// Days in leap years ÷ 366 and days in other years ÷ 365. §4.16(b).
  case actualActualISDA = "ACT/ACT ISDA"
  /// Days ÷ days of the reference period × the part of a year that the reference period is.
  ///
  /// Periods that overlap several reference periods are split between them. Source: ICMA rule 251;
  /// ISDA, "EMU and market conventions" (1999).
  case actualActualICMA = "ACT/ACT ICMA"
  /// Whole years back from the end, and the rest ÷ 366 if it has a 29 February, else ÷ 365.
  ///
  /// Source: AFB master agreement (1999); ISDA, "EMU and market conventions" (1999).
  case actualActualAFB = "ACT/ACT AFB"
  /// Whole years forward from the first day, and the rest ÷ the days of the year that it begins.
  ///
  /// Source: OpenGamma Strata, `ACT_ACT_YEAR`.
  case actualActualYear = "ACT/ACT Year"
  /// Months of 30 days: a first 31st is the 30th, and a last 31st too after a first 30th. §4.16(f).
  case thirty360Bond = "30/360 BOND"
  /// The bond basis with ends of February taken as the 30th: both, or the first alone.
  ///
  /// Source: Securities Industry Association, "Standard Securities Calculation Methods".
  case thirty360US = "30/360 US"
  /// The bond basis with a last 31st after a first day before the 30th taken as the next 1st.
  case thirty360NASD = "30/360 NASD"
  /// The bond basis with a first end of February taken as the 30th. Source: PSA, 30/360 PSA.
  case thirty360PSA = "30/360 PSA"
  /// Months of 30 days: every 31st is the 30th. §4.16(g).
  case thirtyE360 = "30E/360"
  /// As 30E/360, and every end of February is the 30th, but the termination date. §4.16(h).
  case thirtyE360ISDA = "30E/360 ISDA"
  /// The days of 30E/360 ISDA, but for the termination date, ÷ 365.
  ///
  /// Source: OpenGamma Strata, `THIRTY_E_365`.
  case thirtyE365 = "30E/365"
  /// Months of 30 days: a first 31st is the 30th, a last 31st the next 1st.
  case thirtyEPlus360 = "30E+/360"

  /// The rule of an exact market name.
  ///
  /// - Throws: `ambiguous` for "30/360", `unknown` for any other name that is no rule's.
  public init(marketName name: String) throws(DayCountProblem) {
    if let known = DayCount(rawValue: name) {
      self = known
    } else if name == "30/360" {
      throw .ambiguous(name)
    } else {
      throw .unknown(name)
    }
  }
}

/// Why a name is not that of one day count.
public enum DayCountProblem: Error, Hashable, Sendable {
  /// A name that several rules share.
  case ambiguous(String)
  /// A name that no rule has.
  case unknown(String)
}

extension DayCountProblem: Diagnostic {
  /// `day-count.ambiguous` or `day-count.unknown`.
  public var code: String {
    switch self {
    case .ambiguous: "day-count.ambiguous"
    case .unknown: "day-count.unknown"
    }
  }

  /// One sentence that says what is wrong, with the name in it.
  public var problem: String {
    switch self {
    case .ambiguous(let name): "the day count \"\(name)\" names several rules"
    case .unknown(let name): "there is no day count \"\(name)\""
    }
  }

  /// The field; the caller knows the file.
  public var location: DiagnosticLocation { DiagnosticLocation(field: "dayCount") }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    let names = DayCount.allCases.map(\.rawValue)
    switch self {
    case .ambiguous:
      let rules = names.filter { $0.hasPrefix("30") }
      return "write which: \(rules.joined(separator: ", "))"
    case .unknown(let name):
      let longer = names.first { !name.isEmpty && $0.hasPrefix(name) }
      guard let nearest = longer ?? nearestName(to: name, among: names) else {
        return "write one of \(names.joined(separator: ", "))"
      }
      return "write \"\(nearest)\", or another of \(names.joined(separator: ", "))"
    }
  }
}
