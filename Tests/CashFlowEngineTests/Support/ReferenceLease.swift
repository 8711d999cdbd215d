import FinanceBasics
import Foundation
import LeaseModel

/// One lease of the reference oracle: what goes in, and what an independent program made of it.
struct ReferenceLease: Decodable, CustomStringConvertible, Sendable {
  struct Input: Decodable, Sendable {
    struct Phase: Decodable, Sendable {
      let name: String
      let mw: String
      let commencement: String
    }
    struct Term: Decodable, Sendable {
      let months: Int
      let rule: String?
    }
    struct Rent: Decodable, Sendable {
      let basis: String
      let amount: String?
      let target: String?
    }
    struct Growth: Decodable, Sendable {
      let type: String
      let rate: String?
      let anniversary: String?
      let multipliers: [String]?
      let series: [String: String]?
      let lag_months: Int?
      let cap: String?
      let floor: String?
    }
    struct Renewal: Decodable, Sendable {
      let months: Int
    }
    struct Payment: Decodable, Sendable {
      let date: String
      let amount: String
    }
    struct Costs: Decodable, Sendable {
      let per_kw_month: String
      let growth: String
      let recovery: String
    }
    struct Valuation: Decodable, Sendable {
      let date: String
      let discount_rate: String
      let method: String
    }

    let phases: [Phase]
    let term: Term
    let rent: Rent
    let escalator: Growth?
    let free_rent_months: Int?
    let payment_timing: String?
    let noi_margin: String?
    let renewals: [Renewal]?
    let capex: [Payment]?
    let opex: Costs?
    let valuation: Valuation
  }

  struct Summary: Decodable, Sendable {
    let first: String
    let last_day: String
    let year1_rent_per_kw_month: String
    let year1_annual_rent_full: String
    let tcv: String
    let renewals_expected: String
    let tcv_with_renewals: String
    let noi_base_term: String
    let nominal_years: String
    let mw_weighted_years: String
    let span_years: String
    let avg_noi_over_nominal: String
    let avg_noi_over_mw_weighted: String
    let avg_noi_over_span: String
    let straight_line_month: String
    let peak_straight_line_receivable: String
    let closing_straight_line_receivable: String
    let calendar_year_rent: [String: String]
    let npv: String
    let walt_mw_years: String
    let xirr: [String]
  }

  struct Row: Decodable, Sendable {
    let month: String
    let base: String
    let renewal: String
    let straight_line: String
    let kw_months: String
    let opex: String
    let recoveries: String
    let noi: String
  }

  let id: String
  let input: Input
  let summary: Summary
  let rows: [Row]

  var description: String { id }

  /// Source: Oracles/leases.json, which Oracles/README.md describes.
  static let all: [ReferenceLease] = {
    guard
      let url = Bundle.module.url(
        forResource: "leases", withExtension: "json", subdirectory: "Oracles"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return (try? JSONDecoder().decode([ReferenceLease].self, from: data)) ?? []
  }()
}
