import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("A rent roll as deal files")
struct RentRollTests {
  private static let map = """
    rentroll: The roll of a test
    source: {id: roll, kind: filing}
    columns:
      Lease: {path: deal, prefix: acme-}
      Tenant: terms.tenant
      MW: {path: terms.criticalIT, unit: MW}
      Rate: {path: terms.rent.rate, unit: USD/kW-month}
    constants:
      announced: 2026-11-20
      terms: {landlord: Acme, contract: {kind: lease}}
    """

  private static func roll(
    _ rows: [String], map: String = map, known: KnownBook = KnownBook()
  ) throws -> RentRoll {
    let table = (["Lease,Tenant,MW,Rate"] + rows).map { $0 + "\n" }.joined()
    return try RentRoll(
      table: Array(table.utf8), named: "roll.csv", map: Array(map.utf8), named: "map.yaml",
      known: known)
  }

  private static let rows = ["A 1,Cloud Nine,12,100", "b-2,Fog,4.5,", "C/3,Cloud Nine,8,99.5"]

  @Test("writes the head, the source and the groups of each row, and nothing for an empty cell")
  func text() throws {
    let files = try Self.roll(Self.rows).files
    #expect(
      files.map(\.path) == [
        "roll.csv/parties-and-sites.yaml", "roll.csv/acme-a-1.yaml", "roll.csv/acme-b-2.yaml",
        "roll.csv/acme-c-3.yaml",
      ])
    #expect(
      String(decoding: files[2].bytes, as: UTF8.self) == """
        deal: acme-b-2
        announced: 2026-11-20
        source: roll
        terms:
          landlord: Acme
          contract:
            kind: lease
          tenant: Fog
          criticalIT: 4.5 MW
        sources:
          roll: {kind: filing, title: The roll of a test}

        """)
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self) == """
        parties:
          acme: {name: Acme}
          cloud-nine: {name: Cloud Nine}
          fog: {name: Fog}

        """)
  }

  @Test("depends on each row alone: in another order, with others or without, it is the same file")
  func rowsAlone() throws {
    func deals(_ rows: [String]) throws -> [String: [UInt8]] {
      let files = try Self.roll(rows).files.filter { !$0.path.contains("parties") }
      return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
    }
    let all = try deals(Self.rows)
    #expect(all.count == 3)
    #expect(try deals(Self.rows.reversed()) == all)
    #expect(try deals(["", ",,,"] + Self.rows) == all)
    for row in Self.rows {
      for (path, bytes) in try deals([row]) { #expect(all[path] == bytes) }
    }
  }

  @Test("defines nobody whom the book knows by a name or an alias")
  func known() throws {
    let parties = try PartyRegister([
      Party(id: PartyID("acme-corp"), name: "Acme Corporation", aliases: ["Acme"]),
      Party(id: PartyID("nine"), name: "Cloud Nine"), Party(id: PartyID("fog"), name: "Fog"),
    ])
    let roll = try Self.roll(Self.rows, known: KnownBook(parties: parties))
    #expect(roll.rowCount == 3 && roll.files.count == 3)
    let batch = try DealFileBatch(
      reading: roll.files, known: KnownBook(parties: parties))
    let tenants = batch.items.compactMap { item in
      if case .deal(let deal, _) = item { deal.terms.tenant?.value.text } else { nil }
    }
    #expect(tenants == ["nine", "fog", "nine"])
  }

  @Test("tells a fault of a value by its row and column, and of a constant by the map")
  func located() throws {
    let roll = try Self.roll(
      ["A 1,Fog,12,much"], map: Self.map.replacing("2026-11-20", with: "soon"))
    let error = #expect(throws: Diagnostics.self) { try DealFileBatch(reading: roll.files) }
    let found = try #require(error).all.map { roll.located($0).location }
    #expect(found.contains { $0.file == "roll.csv" && $0.line == 2 && $0.column == 12 })
    // The line of `announced` in the map.
    #expect(found.contains { $0.file == "map.yaml" && $0.line == 9 })
  }

  @Test("refuses a group where a value stands")
  func overlap() throws {
    let map = Self.map.replacing("Tenant: terms.tenant", with: "Tenant: terms.rent")
    let error = #expect(throws: Diagnostics.self) { try Self.roll(Self.rows, map: map) }
    #expect(error?.all.map(\.code).contains("rentroll.path-doubled") == true)
  }
}
