import FinanceBasics
import Foundation
import Testing

/// A case of Oracles/rates-of-return.json, which names the source of each.
///
/// Sources: Anexen/pyxirr tests (Unlicense, public domain); numpy/numpy-financial tests
/// (BSD-3-Clause, values only); issue threads and constructed cases. All roots were found by a
/// scan in log(1 + rate) and refined at 50 digits by an independent program.
struct OracleCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let function: String
  let inputs: Inputs
  let expected: Expected
  let tolerance: Tolerance
  let allRoots: [String]?
  let disputed: String?

  struct Inputs: Decodable, Sendable {
    let amounts: [Double]?
    let dates: [String]?
    let rate: Double?
    let firstAt: Int?
    let nper: Double?
    let per: Int?
    let start: Int?
    let end: Int?
    let pmt: Double?
    let pv: Double?
    let fv: Double?
    let begin: Bool?
    let financeRate: Double?
    let reinvestRate: Double?
    let dayCount: String?
    let startDate: String?
    let cashFlowDate: String?
    let endDate: String?
    let cashFlowRate: Double?
    let endRate: Double?
    let cashFlow: Double?
  }

  struct Tolerance: Decodable, Sendable {
    let abs: Double
    let rel: Double
  }

  /// A number, no number at all, or any of all roots.
  enum Expected: Decodable, Sendable, Equatable {
    case number(Double)
    case nothing
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .nothing
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  var testDescription: String { id }

  var flows: [DatedFlow] {
    zip(inputs.dates ?? [], inputs.amounts ?? []).compactMap { day, amount in
      CalendarDate(day).map { DatedFlow(date: $0, amount: amount) }
    }
  }

  /// All roots as the independent program printed them, ascending.
  var roots: [Double] { (allRoots ?? []).compactMap(Double.init).sorted() }

  func accepts(_ value: Double, for number: Double) -> Bool {
    abs(value - number) <= max(tolerance.abs, tolerance.rel * abs(number))
  }

  /// The cases of some functions, in the order of the file.
  static func cases(of functions: String...) -> [OracleCase] {
    struct File: Decodable { let cases: [OracleCase] }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard
      let url = Bundle.module.url(
        forResource: "rates-of-return", withExtension: "json", subdirectory: "Oracles"),
      let data = try? Data(contentsOf: url),
      let file = try? decoder.decode(File.self, from: data)
    else { return [] }
    return file.cases.filter { functions.contains($0.function) }
  }
}
