/// A group of a deal file that few deals need, shown on one line instead of a line a field.
struct BriefGroup {
  /// The group with examples of its fields, as a line of a file has it.
  let text: String
  /// What the group is for, and its other fields.
  let comment: String

  /// The group at a pattern such as `halls[].ramp`; `nil` where each field has a line.
  static func at(_ pattern: String) -> BriefGroup? { all[pattern] }

  private init(_ text: String, _ comment: String) {
    self.text = text
    self.comment = comment
  }

  private static let all: [String: BriefGroup] = [
    "halls[].abatement": BriefGroup(
      "abatement: {length: 3 months}", "Its own free rent: the fields of rent.abatement."),
    "halls[].ramp": BriefGroup(
      "ramp: [{month: 0, criticalIT: 20 MW}, {month: 6, criticalIT: 49 MW}]",
      "Megawatts in use, month by month or from a day."),
    "halls[].takeOrPay": BriefGroup(
      "takeOrPay: [{month: 0, criticalIT: 15 MW}]", "Megawatts paid for in any case; also from."),
    "halls[].capitalSpending": BriefGroup(
      "capitalSpending: {months: 12}", "Its own way to spend; also curve, draws: date, amount."),
    "lateDelivery.ladder": BriefGroup(
      "ladder: [{fromDay: 1, daysOfRent: 1}, {fromDay: 31, daysOfRent: 2}]",
      "What a day of lateness costs; or amount."),
    "lateDelivery.cap": BriefGroup(
      "cap: {daysOfRent: 90}", "The most that lateness costs; or amount."),
    "rent.escalator.greaterOf": BriefGroup(
      "greaterOf: {fixed: 3 %, cpi: {series: cpi-u-nsa, lag: 3 months}}", "Year by year."),
    "rent.escalator.lesserOf": BriefGroup(
      "lesserOf: {fixed: 3 %, cpi: {series: cpi-u-nsa, lag: 3 months}}", "Year by year."),
    "periods[].rent.steps": BriefGroup(
      "steps: [{year: 1, rate: 128.02 USD/kW-month}]", "The fields of rent.steps."),
    "periods[].rent.escalator": BriefGroup(
      "escalator: {fixed: 3 %}", "Its own growth: the fields of rent.escalator."),
    "renewals.rent.market": BriefGroup(
      "market: {curve: rent-texas, share: 95 %, floor: 0 %, cap: 20 %}",
      "A recorded series of rents; afterLast is assumed."),
    "renewals.options": BriefGroup(
      "options: [{length: 3 years, rent: flat}, {length: 5 years, notice: 6 months}]",
      "Renewals that differ; probability is assumed."),
    "termination.fee": BriefGroup(
      "fee: {schedule: [{year: 10, amount: 50 M USD}]}",
      "Or amount, monthsOfRent, unamortisedCost: yes."),
    "creditSupport[].steps": BriefGroup(
      "steps: [{year: 6, upTo: 1.2 bn USD}]", "How it steps down; or from a day."),
    "periods[].creditSupport": BriefGroup(
      "creditSupport: [{guarantor: google, form: guarantee}]", "The fields of creditSupport."),
    "deposit.steps": BriefGroup(
      "steps: [{date: 2032-12-31, amount: 10 M USD}]", "What is still held afterwards."),
    "operatingCosts[].abatements": BriefGroup(
      "abatements: [{year: 1, share: 80 %}, {year: 6, share: 0 %}]",
      "Shares that fall away; or from a day."),
    "power": BriefGroup(
      "power: {guaranteedPUE: 1.25, tariff: [{name: energy, energy: 45 USD/MWh}]}",
      "Or demand, fixed, share; pue, loadFactor."),
    "otherIncome": BriefGroup(
      "otherIncome: [{name: antennas, amount: 200 k USD/year, growth: 2 %, grows: 1 January}]",
      "Beside rent and recoveries."),
    "purchaseOptions": BriefGroup(
      "purchaseOptions: [{holder: fluidstack, price: 2 bn USD, from: 2032-01-01}]",
      "Recorded only; also through, detail."),
  ]

  /// The keys of a cost that have a line; the others are named on one.
  static let costKeys = ["name", "kind", "amount", "growth", "grows", "recovery", "abatements"]
}
