import FinanceBasics
import Testing

@Suite("Evaluation of derivations")
struct DerivationEvaluatorTests {
  typealias Node = Derivation<String>

  private func leaf(_ text: String) -> Node {
    Node(text, stated: ExactDecimal(text) ?? .zero)
  }

  private func value(_ formula: Node.Formula) -> String {
    var evaluator = DerivationEvaluator<String>()
    return evaluator.value(of: Node("result", formula)).allDigits
  }

  private func fraction(_ formula: Node.Formula) -> String? {
    var evaluator = RationalEvaluator<String>()
    return evaluator.value(of: Node("result", formula))?.description
  }

  @Test("knows sums, products, differences, quotients and powers")
  func arithmetic() {
    // 7 + 0.5 − 3, each once.
    #expect(value(.sum([leaf("7"), leaf("0.5"), leaf("-3")])) == "4.5")
    #expect(value(.sum([])) == "0")
    #expect(value(.product([leaf("49"), leaf("128"), leaf("1000")])) == "6272000")
    #expect(value(.product([])) == "1")
    #expect(value(.difference(leaf("1"), leaf("0.25"))) == "0.75")
    #expect(value(.quotient(leaf("17"), leaf("8"))) == "2.125")
    // 1.5³ = 27 ÷ 8.
    #expect(value(.power(leaf("1.5"), 3)) == "3.375")
    #expect(value(.power(leaf("1.5"), 0)) == "1")
  }

  @Test("knows the least, the greatest and what was chosen")
  func choices() {
    #expect(value(.least([leaf("3"), leaf("-2"), leaf("5")])) == "-2")
    #expect(value(.greatest([leaf("3"), leaf("-2"), leaf("5")])) == "5")
    #expect(value(.chosen(leaf("3"))) == "3")
  }

  /// A half cent goes to the even cent: 0.125 is between 12 and 13, 0.135 between 13 and 14.
  @Test(
    "rounds to the cent, a half to the even one",
    arguments: [
      ("0.125", "0.12"), ("0.135", "0.14"), ("-0.125", "-0.12"), ("-0.135", "-0.14"),
      ("0.1250000001", "0.13"), ("0.1349999999", "0.13"), ("2", "2"), ("0.004", "0"),
    ])
  func rounding(text: String, expected: String) {
    var evaluator = DerivationEvaluator<String>()
    let node = Node("rounded", .rounded(leaf(text)))
    let cents = evaluator.minorUnits(of: node)
    #expect(cents == ExactDecimal(expected)?.real.times(100).roundedHalfEven())
    #expect(
      fraction(.rounded(leaf(text)))
        == ExactDecimal(expected).flatMap { ExactRational($0) }?.description)
  }

  /// 10,000,000 × 17 ÷ 31 = 5,483,870.967741935…, posted 5,483,870.97 (CONVENTIONS §3, worked).
  @Test("posts the part of a month that the conventions work out")
  func workedMonth() {
    let share = Node("share", .quotient(leaf("17"), leaf("31")))
    let rent = Node("rent", .product([leaf("10000000"), share]))
    var evaluator = DerivationEvaluator<String>()
    #expect(evaluator.minorUnits(of: Node("posted", .rounded(rent))) == 548_387_097)
    #expect(fraction(rent.formula) == "170000000/31")
    #expect(evaluator.value(of: rent).allDigits.hasPrefix("5483870.96774193548387096774193548"))
  }

  @Test("works out as fractions what is exact, and says where it is too long")
  func fractions() {
    #expect(fraction(.sum([leaf("0.5"), Node("third", .quotient(leaf("1"), leaf("3")))])) == "5/6")
    #expect(fraction(.quotient(leaf("-4"), leaf("6"))) == "-2/3")
    #expect(fraction(.least([leaf("0.5"), leaf("0.25")])) == "1/4")
    #expect(fraction(.greatest([leaf("0.5"), leaf("0.25")])) == "1/2")
    #expect(fraction(.quotient(leaf("1"), leaf("0"))) == nil)
    // 1.03 to 30 has 60 digits behind the point, more than 127 bits hold.
    #expect(fraction(.power(leaf("1.03"), 30)) == nil)
    #expect(fraction(.chosen(Node("measured", .measured(.one)))) == nil)
  }

  /// A chain of 20,000 sums, each of the one before and itself one: the last is 20,001.
  @Test("needs no stack for long chains, and keeps what is shared")
  func chain() {
    var node = leaf("1")
    let one = leaf("1")
    for _ in 0..<20_000 { node = Node("sum", .sum([node, one])) }
    var evaluator = DerivationEvaluator<String>()
    #expect(evaluator.value(of: node).allDigits == "20001")
    // Doubled 62 times without sharing this would be 2⁶² nodes.
    var double = leaf("1")
    for _ in 0..<62 { double = Node("sum", .sum([double, double])) }
    #expect(evaluator.value(of: double).allDigits == "4611686018427387904")
  }

  @Test("of a mapped derivation are the same, and what was shared still is")
  func mapping() {
    let rate = Node("rate", stated: ExactDecimal(3), quantity: "terms.rate")
    let root = Node("sum", .sum([rate, rate, Node("one", count: 1)]))
    var mapping = DerivationMapping<String, Int>()
    let mapped = mapping.mapped(root) { $0.count }
    #expect(mapped.parts[0] === mapped.parts[1])
    #expect(mapped.parts[0].quantity == 10 && mapped.parts[2].quantity == nil)
    var evaluator = DerivationEvaluator<Int>()
    #expect(evaluator.value(of: mapped).allDigits == "7")
  }
}
