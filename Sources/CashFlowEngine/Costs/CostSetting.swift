import FinanceBasics
import LeaseModel

/// What the compilation of a hall's cost lines needs to know of its lease.
struct CostSetting {
  let lease: Lease
  let hall: Hall
  let term: HallTerm
  let weights: StretchWeights
  /// The hall's megawatts over the lease's, times 100: an amount of the lease in minor units.
  let leaseShare: PreciseReal
  /// The hall's kilowatts times 100: an amount per kilowatt in minor units.
  let kilowatts: PreciseReal
  /// Gross power over critical IT as it is.
  let powerUsageEffectiveness: PreciseReal
  /// Average over peak load.
  let loadFactor: PreciseReal
  /// The part of power that may be passed on; `nil` is all of it.
  let passedPower: PreciseReal?

  init(_ lease: Lease, hall: Int, term: HallTerm, plan: RenewalPlan) {
    self.lease = lease
    self.hall = lease.halls[hall]
    self.term = term
    weights = StretchWeights(term, of: lease, plan: plan)
    let megawatts = lease.halls[hall].criticalIT.real
    leaseShare = megawatts.times(100).divided(by: lease.criticalIT.real)
    kilowatts = megawatts.times(100_000)
    powerUsageEffectiveness = lease.power?.powerUsageEffectiveness.real ?? .one
    loadFactor = lease.power?.loadFactor.real ?? .one
    passedPower = lease.power.flatMap { power in
      guard let guaranteed = power.guaranteedPUE, guaranteed < power.powerUsageEffectiveness
      else { return nil }
      return guaranteed.real.divided(by: power.powerUsageEffectiveness.real)
    }
  }

  /// An amount in minor units a whole month, before growth.
  func monthly(_ amount: CostLimit.Amount) -> PreciseReal {
    switch amount {
    case .perKilowattMonth(let amount): amount.real.times(kilowatts)
    case .perYear(let amount):
      amount.real.times(leaseShare).divided(by: PreciseReal(integer: 12))
    }
  }

  /// An amount of a megawatt in use: in minor units a whole month, or a day of energy.
  ///
  /// Of a share the fraction.
  func unit(of amount: CostLine.Amount) -> PreciseReal {
    switch amount {
    case .perKilowattMonth(let amount): monthly(.perKilowattMonth(amount))
    case .perYear(let amount): monthly(.perYear(amount))
    case .perMegawattHour(let price):
      price.real.times(24 * 100).times(powerUsageEffectiveness).times(loadFactor)
    case .perKilowattMonthOfDemand(let price):
      price.real.times(1000 * 100).times(powerUsageEffectiveness)
    case .shareOfRent(let fraction), .shareOfPower(let fraction): fraction.real
    }
  }

  /// The days of a line: its own, else the hall's.
  func days(of line: CostLine) -> (start: MonthDay, end: MonthDay) {
    (
      line.from.map { MonthDay($0) } ?? term.start,
      line.through.map { MonthDay($0.adding(days: 1)) } ?? term.end
    )
  }

  /// How the lease abates what a line's charge pays back.
  func abatement(of kind: CostLine.Kind) -> Abatement? {
    guard let abatement = hall.abatement else { return nil }
    let charge: Abatement.Charge = kind.isPower ? .powerRecovery : .recovery
    return abatement.charges.contains(charge) ? abatement : nil
  }
}

extension CostLine.Kind {
  /// Whether the cost is of the power charges, not of the operating ones.
  var isPower: Bool {
    switch self {
    case .power: true
    case .propertyTax, .insurance, .maintenance, .management, .groundRent, .other: false
    }
  }
}
