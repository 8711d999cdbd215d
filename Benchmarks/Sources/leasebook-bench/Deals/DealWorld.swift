import FinanceBasics
import LeaseModel
import LedgerStore

/// The parties, sites and sources that made-up deals name.
enum DealWorld {
  static let landlords = (1...20).map {
    Party(id: PartyID("landlord-\($0)"), name: "Landlord \($0) Corp.", aliases: ["L\($0)"])
  }

  static let tenants = (1...40).map { Party(id: PartyID("tenant-\($0)"), name: "Tenant \($0)") }

  static let sites = (1...200).map {
    Site(
      id: SiteID("site-\($0)"), name: "Site \($0)", region: "TX", country: "US",
      landlord: landlords[$0 % landlords.count].id, powerMarket: "ERCOT")
  }

  static let release = Source(
    id: SourceID("release"), tier: .release, date: StatedDate("2025-12-17"),
    title: "A lease was signed", url: "https://example.com/releases/2025-12-17-a-lease-was-signed")

  /// Who leases a made-up deal out.
  static func landlord(of lease: GeneratedLease) -> PartyID {
    landlords[lease.number % landlords.count].id
  }

  /// The entries to record before any deal.
  static var registers: [NewEntry] {
    (landlords + tenants).map { .party(PartyRecord($0)) } + sites.map { .site(SiteRecord($0)) }
  }
}
