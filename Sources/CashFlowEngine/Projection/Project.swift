public import LeaseModel

/// The cash flows of a lease: its terms compiled into runs of posted months.
///
/// The same lease gives the same runs, bit by bit.
///
///     try project(lease, case: .full).total(of: .renewalRent)
///
/// - Throws: An index that does not reach, a contract value that no rate can give, an amount, a
///   capacity or a term beyond the bounds of CONVENTIONS §12, a prepayment above all rents.
public func project(
  _ lease: Lease, case projectionCase: ProjectionCase = .base
) throws(ProjectionProblem) -> Projection {
  try checkBounds(of: lease)
  if let postings = certifiedPostings(of: lease, case: projectionCase) {
    return Projection(lease: lease, projectionCase: projectionCase, certified: postings)
  }
  return Projection(
    lease: lease, projectionCase: projectionCase,
    flows: try ExactFlows(lease, case: projectionCase))
}
