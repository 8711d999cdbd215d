extension Lease {
  /// The lease as if no rent were paid ahead; all else stays.
  ///
  /// What is paid ahead is used against the rents of every version that governs, so that one lease
  /// among several versions says nothing of it alone.
  package var withoutPrepayment: Lease {
    guard prepayment != nil else { return self }
    return Lease(
      id: id, currency: currency, halls: halls, periods: periods, renewals: renewals, rules: rules,
      operatingCosts: operatingCosts, power: power, otherIncome: otherIncome, capital: capital,
      deposit: deposit, lateDelivery: lateDelivery, termination: termination, holdover: holdover,
      restorationCost: restorationCost, ownership: ownership, nominalTerm: nominalTerm)
  }
}
