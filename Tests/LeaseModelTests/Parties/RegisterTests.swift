import FinanceBasics
import LeaseModel
import Testing

@Suite("Registers of parties and sites")
struct RegisterTests {
  private let hut8 = Party(id: PartyID("hut-8"), name: "Hut 8 Corp.", aliases: ["Hut 8"])

  @Test(
    "find a party by id, name and alias, in any case",
    arguments: ["hut-8", "HUT 8", " hut 8  corp. "])
  func lookup(_ name: String) throws {
    #expect(try PartyRegister([hut8]).id(of: name) == hut8.id)
  }

  @Test("know nobody else")
  func unknown() throws {
    #expect(try PartyRegister([hut8]).id(of: "hut 9") == nil)
  }

  @Test("refuse an alias of two parties, a second definition, an unknown parent and a circle")
  func refusals() {
    func codes(_ parties: [Party]) -> [String] {
      do throws(Diagnostics) {
        _ = try PartyRegister(parties)
        return []
      } catch {
        return error.all.map(\.code)
      }
    }
    let other = Party(id: PartyID("other"), name: "HUT 8")
    #expect(codes([hut8, other]) == ["name.taken"])
    #expect(codes([hut8, Party(id: hut8.id, name: "Hut 8")]) == ["party.doubled"])
    #expect(codes([hut8, hut8]) == [])
    let orphan = Party(id: PartyID("a"), name: "A", parent: PartyID("b"))
    #expect(codes([orphan]) == ["party.unknown"])
    let owner = Party(id: PartyID("b"), name: "B", parent: PartyID("a"))
    #expect(codes([orphan, owner]) == ["party.cycle"])
  }

  @Test("refuse a site whose landlord or campus nobody knows")
  func sites() {
    let site = Site(
      id: SiteID("east"), name: "East", landlord: PartyID("nobody"), campus: SiteID("west"))
    do throws(Diagnostics) {
      _ = try SiteRegister([site], parties: PartyRegister())
      Issue.record("a site of nobody was taken")
    } catch {
      #expect(error.all.map(\.code) == ["party.unknown", "site.unknown"])
    }
  }
}
