import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Delays of generated deals")
struct DelayLawTests {
  @Test(
    "a delay and the same delay back leave the lease as it was", arguments: GeneratedLeases.seeds)
  func identity(seed: UInt64) throws {
    var generator = DelayedDealGenerator(seed: seed)
    for _ in 0..<25 {
      let deal = try generator.deal()
      let delay = generator.delay()
      let onTime = try deal.resolvedLease().lease
      let late = try deal.resolvedLease(delays: ["hall 1": delay, Delay.everyHall: delay]).lease
      #expect(late.halls[0].baseTerm != onTime.halls[0].baseTerm)
      var delays = [Delay.everyHall: delay]
      for hall in onTime.halls { delays[hall.name] = -delay }
      let back = try deal.resolvedLease(delays: delays).lease
      #expect(back == onTime)
      #expect(firstDifference(try? project(back), try? project(onTime)) == nil)
    }
  }

  /// Halls that begin on a first charge whole months, of whatever length.
  @Test(
    "a delay of all halls by whole months moves their rents and costs by so many months",
    arguments: GeneratedLeases.seeds)
  func shift(seed: UInt64) throws {
    var generator = DelayedDealGenerator(seed: seed, isOnFirst: true)
    for _ in 0..<25 {
      let deal = try generator.deal()
      let months = generator.pick(40) - 15
      let onTime = try project(deal.resolvedLease().lease)
      let late = try project(
        deal.resolvedLease(delays: [Delay.everyHall: Delay(months: months)]).lease)
      for charge in [Charge.baseRent, .capitalCost] {
        let moved = onTime.cells.filter { $0.charge == charge }.map {
          "\($0.hall) \($0.month.adding(months: months)) \($0.minorUnits)"
        }
        let found = late.cells.filter { $0.charge == charge }.map {
          "\($0.hall) \($0.month) \($0.minorUnits)"
        }
        #expect(moved == found)
      }
    }
  }

  @Test("halls that are not named in a delay keep their dates", arguments: GeneratedLeases.seeds)
  func others(seed: UInt64) throws {
    var generator = DelayedDealGenerator(seed: seed)
    for _ in 0..<25 {
      let deal = try generator.deal()
      let onTime = try deal.resolvedLease().lease
      let late = try deal.resolvedLease(delays: ["hall 1": generator.delay()]).lease
      #expect(Array(late.halls.dropFirst()) == Array(onTime.halls.dropFirst()))
    }
  }
}

/// Deals of halls with dates of their own, from a seed.
private struct DelayedDealGenerator {
  private var random: TestSupport.SplitMix64
  private let isOnFirst: Bool

  init(seed: UInt64, isOnFirst: Bool = false) {
    random = TestSupport.SplitMix64(seed: seed)
    self.isOnFirst = isOnFirst
  }

  mutating func deal() throws -> Deal {
    var terms = [("landlord", "miner"), ("contract.kind", "lease")]
    for place in 1...(1 + pick(3)) { terms += hall(place) }
    terms += [
      ("term", "\(24 + pick(200)) months"),
      ("rent.escalator.fixed", "\(pick(6)) %"),
      ("capitalCost", "\(1 + pick(12)) M USD/MW-IT"),
      ("capitalSpending.months", "\(1 + pick(24))"),
      pick(2) == 0 ? ("rent.contractValue", "\(1 + pick(9)) bn USD") : rate(),
    ]
    return try DealBuilder.deal("delayed", terms: terms)
  }

  /// Never none.
  mutating func delay() -> Delay {
    Delay(months: pick(30) - 9, days: 1 + pick(27))
  }

  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func rate() -> (String, String) {
    ("rent.rate", "\(90 + pick(60)).\(10 + pick(90)) USD/kW-month")
  }

  private mutating func hall(_ place: Int) -> [(String, String)] {
    let name = "halls[hall \(place)]"
    let any = day("2027-01-01").adding(days: pick(1200))
    let ready = isOnFirst ? any.firstOfMonth : any
    var fields = [
      ("\(name).name", "hall \(place)"), ("\(name).criticalIT", "\(1 + pick(400)) MW"),
      ("\(name).readyForService", "\(ready)"),
    ]
    if !isOnFirst, pick(2) == 0 {
      fields.append(("\(name).rentCommencement", "\(ready.adding(days: pick(90)))"))
    }
    return fields
  }
}
