/// The rate per period at which what is paid, financed, grows to what is received, reinvested.
///
/// (value of the positive amounts at the end ÷ value of the negative ones at the start)^(1/n) − 1,
/// with n one less than the number of amounts; the spreadsheet's MIRR.
///
/// - Parameters:
///   - amounts: One a period, the first now.
///   - financeRate: Per period, for amounts paid.
///   - reinvestmentRate: Per period, for amounts received.
/// - Throws: `nothingPaid`, `nothingReceived`, `rateNotAboveMinusOne`, `amountNotFinite` or
///   `valueNotFinite`.
public func modifiedRateOfReturn(
  ofPeriodic amounts: [Double], financeRate: Double, reinvestmentRate: Double
) throws(ValuationProblem) -> Double {
  let paid = try netPresentValue(
    rate: financeRate, amounts: amounts.map { min($0, 0) }, timing: .advance)
  let received = try netPresentValue(
    rate: reinvestmentRate, amounts: amounts.map { max($0, 0) }, timing: .advance)
  guard paid < 0 else { throw .nothingPaid }
  guard received > 0 else { throw .nothingReceived }
  let periods = Double(amounts.count - 1)
  let growth =
    (logarithm(received) - logarithm(-paid)) / periods + logarithmOfOnePlus(reinvestmentRate)
  return exponentialMinusOne(growth)
}
