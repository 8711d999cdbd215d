import Testing

@testable import CashFlowEngine

/// Room that is used again.
@Suite("Scratch lists")
struct ScratchTests {
  /// Counts how many of it are there.
  private final class Guest {
    private let count: Counter

    init(_ count: Counter) {
      self.count = count
      count.value += 1
    }

    deinit { count.value -= 1 }
  }

  private final class Counter {
    var value = 0
  }

  /// 8 elements have room at first, and each time twice as many.
  @Test("hold what was appended, in its order, whatever their room", arguments: [0, 1, 8, 9, 100])
  func order(count: Int) {
    var list = Scratch<Int>()
    for number in 0..<count { list.append(number * number) }
    #expect(list.count == count)
    #expect(list.isEmpty == (count == 0))
    #expect(list.last == (count == 0 ? nil : (count - 1) * (count - 1)))
    for number in list.indices { #expect(list[number] == number * number) }
  }

  @Test("take a new element in the place of an old one")
  func replacing() {
    var list = Scratch<Int>()
    for number in 0..<3 { list.append(number) }
    list[1] = 7
    #expect([list[0], list[1], list[2]] == [0, 7, 2])
  }

  @Test("let go of what they forget, and of all at their end")
  func elements() {
    let counter = Counter()
    do {
      var list = Scratch<Guest>()
      for _ in 0..<20 { list.append(Guest(counter)) }
      #expect(counter.value == 20)
      list.removeAll()
      #expect(counter.value == 0)
      list.append(Guest(counter))
      #expect(list.count == 1)
    }
    #expect(counter.value == 0)
  }
}
