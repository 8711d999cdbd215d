import Testing

@testable import Spreadsheets

@Suite("Amounts of formulas beside posted ones")
struct LiveAmountTests {
  private static let same = Array(repeating: LiveAmount(500, posted: 500), count: 98)

  @Test("single cents that fifteen digits leave open stand as posted, and the others are carried")
  func open() {
    let amounts = Self.same + [LiveAmount(7, posted: 8), LiveAmount(10, posted: 9)]
    #expect(LiveAmount.areMeasured(amounts))
    #expect(amounts.count { !$0.isSettled } == 2)
  }

  @Test(
    "more than a cent, or more than two in a hundred, is another formula",
    arguments: [[LiveAmount(7, posted: 9)], Array(repeating: LiveAmount(7, posted: 8), count: 3)])
  func others(_ amounts: [LiveAmount]) {
    #expect(!LiveAmount.areMeasured(Self.same + amounts))
  }
}
