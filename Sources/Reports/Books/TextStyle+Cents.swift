import FinanceBasics

extension TextStyle {
  /// The same style with amounts to the cent, unless another unit is asked for.
  var toTheCent: TextStyle {
    var style = self
    style.unit = unit ?? .units
    return style
  }
}

/// An amount to the cent in groups of three digits, for a sentence.
func amountText(_ minorUnits: Int64) -> String {
  NumberText(ExactDecimal(digits: Int128(minorUnits), fractionDigits: 2), fractionDigits: 2).text
}
