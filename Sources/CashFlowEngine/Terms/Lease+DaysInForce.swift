public import FinanceBasics
public import LeaseModel

extension Lease {
  /// The days on which each hall is in force in a case: one range a hall, in their order.
  ///
  /// As they are charged: a base term that counts whole months is moved, an early end cuts it, and
  /// the renewals that the case counts and a holdover follow it. Of a hall that an early end keeps
  /// from ever beginning the range is empty.
  public func daysInForce(in projectionCase: ProjectionCase) -> [Range<CalendarDate>] {
    terms(in: projectionCase).map { $0.start.date..<$0.end.date }
  }

  /// The terms of all halls in a case.
  func terms(in projectionCase: ProjectionCase) -> [HallTerm] {
    var notes = ProjectionNotes(deal: id)
    return hallTerms(of: self, plan: RenewalPlan(self, case: projectionCase, notes: &notes))
  }
}
