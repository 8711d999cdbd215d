import Foundation

/// River Bend worked out anew from its sample file and from the written conventions, day by day.
///
/// 245 MW in two halls of 49 and 196 MW, ready on 2027-06-30 and 2027-12-31; 15 years each; 7.0 bn
/// USD of base rent; 3 % on each anniversary; a margin of 98.6 %; 10 M USD/MW-IT over 18 month-ends.
enum RiverBend {
  struct Hall {
    let name: String
    let kilowatts: Double
    let readyYear, readyMonth, readyDay: Int

    var ready: CivilDay { CivilDay(readyYear, readyMonth, readyDay) }
    /// The day after the last one: fifteen years on; both days exist in every year.
    var expiry: CivilDay { CivilDay(readyYear + 15, readyMonth, readyDay) }
  }

  /// An amount before rounding.
  struct Flow {
    let hall: String
    let charge: String
    /// The month that it counts in, as `YYYY-MM`.
    let month: String
    let due: CivilDay
    /// In currency units, exact but for the double.
    let amount: Double
    /// Rounded to the cent, half to even; no amount of this deal is near a tie.
    var posted: Double { (amount * 100).rounded(.toNearestOrEven) / 100 }
  }

  static let halls = [
    Hall(name: "hall 1", kilowatts: 49_000, readyYear: 2027, readyMonth: 6, readyDay: 30),
    Hall(name: "halls 2-5", kilowatts: 196_000, readyYear: 2027, readyMonth: 12, readyDay: 31),
  ]

  static let contractValue = 7_000_000_000.0
  private static let growth = 1.03
  private static let margin = 0.986
  private static let capitalPerKilowatt = 10_000.0
  private static let capitalMonths = 18

  /// The months of a hall with the sum of its days' rent levels over the days of the month: a whole
  /// month of the first year is 1, and a day counts at 1.03 to the power of its lease year from 0.
  private static func months(
    of hall: Hall
  ) -> [(month: String, due: CivilDay, fraction: Double)] {
    var months: [(String, CivilDay, Double)] = []
    for year in hall.readyYear...hall.readyYear + 15 {
      for month in 1...12 {
        let first = CivilDay(year, month, 1)
        let last = CivilDay.end(ofMonth: month, year)
        let anniversary = CivilDay(year, hall.readyMonth, hall.readyDay)
        var levels = 0.0
        for number in first.number...last.number {
          let day = CivilDay(number: number)
          guard day >= hall.ready, day < hall.expiry else { continue }
          let leaseYear = year - hall.readyYear - (day < anniversary ? 1 : 0)
          levels += pow(growth, Double(leaseYear))
        }
        guard levels > 0 else { continue }
        let days = Double(last.number - first.number + 1)
        months.append((name(year, month), max(first, hall.ready), levels / days))
      }
    }
    return months
  }

  /// The first-year rate in USD/kW-month at which the exact rents sum to the contract value.
  static var rate: Double {
    let monthsOfKilowatts = halls.reduce(0) { sum, hall in
      sum + hall.kilowatts * months(of: hall).reduce(0) { $0 + $1.fraction }
    }
    return contractValue / monthsOfKilowatts
  }

  /// Every flow of the base term; rent in advance, capital cost on month-ends.
  static var flows: [Flow] {
    let rate = rate
    return halls.flatMap { hall in
      capital(of: hall)
        + months(of: hall).flatMap { month in
          let rent = rate * hall.kilowatts * month.fraction
          return [("base-rent", rent), ("operating-cost", -rent * (1 - margin))].map {
            Flow(
              hall: hall.name, charge: $0.0, month: month.month, due: month.due, amount: $0.1)
          }
        }
    }
  }

  private static func capital(of hall: Hall) -> [Flow] {
    let amount = -hall.kilowatts * capitalPerKilowatt / Double(capitalMonths)
    let ready = hall.readyYear * 12 + hall.readyMonth - 1
    return (ready - capitalMonths..<ready).map { index in
      let (year, month) = (index / 12, index % 12 + 1)
      return Flow(
        hall: hall.name, charge: "capital-cost", month: name(year, month),
        due: .end(ofMonth: month, year), amount: amount)
    }
  }

  private static func name(_ year: Int, _ month: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)"
  }
}
