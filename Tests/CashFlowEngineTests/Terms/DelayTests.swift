import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Shifts of a lease in time")
struct DelayTests {
  /// The lease with all its halls some days later.
  private func shifted(_ lease: Lease, days: Int) -> Lease {
    let rules = lease.rules
    var clock = rules.escalationClock
    if case .date(let date) = clock { clock = .date(date.adding(days: days)) }
    return lease.replacing(
      halls: lease.halls.map { hall in
        let term = hall.baseTerm
        return hall.replacing(
          baseTerm: term.lowerBound.adding(days: days)..<term.upperBound.adding(days: days),
          delivery: HallDelivery(
            readyForService: hall.readyForService.adding(days: days), delayDays: days))
      },
      rules: RentRules(
        proration: rules.proration, anniversary: rules.anniversary, escalationClock: clock,
        timing: rules.timing, paymentDays: rules.paymentDays))
  }

  /// 400 years have 146,097 days, whole weeks, and the calendar repeats.
  @Test("400 years later each amount is the same", arguments: 0..<40 as Range<UInt64>)
  func fourCenturies(seed: UInt64) throws {
    var generator = LeaseGenerator(seed: seed)
    let lease = generator.lease()
    let later = try project(shifted(lease, days: 146_097), case: .full).cells
    let expected = try project(lease, case: .full).cells.map { cell in
      Cell(
        charge: cell.charge, hall: cell.hall, month: cell.month.adding(months: 4_800),
        minorUnits: cell.minorUnits, due: cell.due.adding(days: 146_097))
    }
    #expect(later == expected)
  }

  @Test("a delay and its opposite leave the lease as it was", arguments: 0..<40 as Range<UInt64>)
  func identity(seed: UInt64) throws {
    var generator = LeaseGenerator(seed: seed)
    let lease = generator.lease()
    let back = shifted(shifted(lease, days: Int(seed) * 7), days: -Int(seed) * 7)
    #expect(try project(back).cells == (try project(lease).cells))
  }

  @Test("full abatement of the whole term is zero rent", arguments: 0..<40 as Range<UInt64>)
  func fullAbatement(seed: UInt64) throws {
    var generator = LeaseGenerator(seed: seed)
    let lease = generator.lease()
    let free = lease.replacing(
      halls: lease.halls.map { $0.replacing(abatement: Abatement(length: .months(1_200))) },
      rent: .rate(.perKilowattMonth(.one)))
    let amounts = try project(free).amounts(of: .baseRent)
    #expect(amounts.allSatisfy { $0 == 0 })
    #expect(amounts.count == (try project(lease).amounts(of: .baseRent).count))
  }
}
