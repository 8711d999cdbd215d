public import FinanceBasics

/// What is received for each unit paid, undiscounted; `nil` where nothing is paid.
///
/// Each flow counts by its own sign: flows of one day are not set off against each other.
public func equityMultiple(of flows: [DatedFlow]) -> Double? {
  var paid = CompensatedSum()
  var received = CompensatedSum()
  for flow in flows {
    if flow.amount < 0 { paid.add(-flow.amount) } else { received.add(flow.amount) }
  }
  return paid.value > 0 ? received.value / paid.value : nil
}
