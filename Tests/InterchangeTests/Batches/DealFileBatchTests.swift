import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("Files read together")
struct DealFileBatchTests {
  private func file(_ path: String, _ text: String) -> DealFileBatch.File {
    DealFileBatch.File(path: path, bytes: Array(text.utf8))
  }

  private func deal(_ id: String, landlord: String = "hut-8") -> DealFileBatch.File {
    file(
      "\(id).yaml",
      """
      deal: \(id)
      announced: 2025-12-17
      source: release
      terms: {landlord: \(landlord), contract: {kind: lease}, term: 10 years}
      sources: {release: {kind: release}}

      """)
  }

  private func amendment(_ id: String, announced: String, term: String) -> DealFileBatch.File {
    file(
      "\(id)-\(announced).yaml",
      """
      amends: \(id)
      announced: \(announced)
      source: release
      terms: {term: \(term)}
      sources: {release: {kind: release}}

      """)
  }

  private var parties: DealFileBatch.File {
    file("parties.yaml", "parties:\n  hut-8: {name: Hut 8 Corp., aliases: [Hut 8]}\n")
  }

  private func names(_ batch: DealFileBatch) -> [String] {
    batch.items.map { item in
      switch item {
      case .party(let party, _): "party \(party.id)"
      case .site(let site, _): "site \(site.id)"
      case .series(let series, _, _): "series \(series.id)"
      case .scenario(let scenario, _): "scenario \(scenario.id)"
      case .deal(let deal, _): "deal \(deal.id)"
      case .amendment(let draft, _, _): "amendment \(draft.announced?.description ?? "")"
      }
    }
  }

  @Test("come in the order in which they depend on each other")
  func order() throws {
    let batch = try DealFileBatch(reading: [
      amendment("one", announced: "2026-03", term: "14 years"),
      amendment("one", announced: "2026-02-01", term: "12 years"), deal("one"), parties,
    ])
    #expect(
      names(batch) == ["party hut-8", "deal one", "amendment 2026-02-01", "amendment 2026-03"])
    #expect(batch.book.deals[DealID("one")]?.terms.term?.value == .months(168))
  }

  @Test("resolve an alias to the party's id")
  func alias() throws {
    let batch = try DealFileBatch(reading: [deal("one", landlord: "HUT 8"), parties])
    #expect(batch.book.deals[DealID("one")]?.terms.landlord?.value == PartyID("hut-8"))
  }

  @Test("amend a deal that the ledger holds")
  func knownDeal() throws {
    let first = try DealFileBatch(reading: [deal("one"), parties])
    let batch = try DealFileBatch(
      reading: [amendment("one", announced: "2026-02-01", term: "12 years")], known: first.book)
    #expect(names(batch) == ["amendment 2026-02-01"])
  }

  @Test("take a file that is given twice once")
  func repetition() throws {
    let batch = try DealFileBatch(reading: [deal("one"), deal("one"), parties, parties])
    #expect(batch.files.count == 2)
  }

  @Test("leave out a deal that the ledger has in the same words, whatever the layout")
  func sameWords() throws {
    let first = try DealFileBatch(reading: [deal("one"), parties])
    let other = file(
      "again.yaml",
      """
      # The same deal, with a remark.
      sources:
        release:
          kind: release
      deal: one
      announced: 2025-12-17
      source: release
      terms:
        contract: {kind: lease}
        term: 10 years
        landlord: Hut 8

      """)
    let batch = try DealFileBatch(reading: [other], known: first.book)
    #expect(batch.items.isEmpty)
    #expect(batch.repeated == ["again.yaml"])
  }

  @Test("say of a deal that the ledger has in other words how its terms are changed")
  func otherWords() throws {
    let first = try DealFileBatch(reading: [deal("one"), parties])
    let bytes = String(decoding: deal("one").bytes, as: UTF8.self)
    let parts = bytes.split(separator: "10 years", omittingEmptySubsequences: false)
    do throws(Diagnostics) {
      _ = try DealFileBatch(
        reading: [file("one.yaml", parts.joined(separator: "12 years"))], known: first.book)
      Issue.record("a deal was given twice")
    } catch {
      #expect(error.all.map(\.code) == ["deal.doubled"])
      #expect(error.all[0].remedy.contains("amends: one"))
      #expect(error.all[0].remedy.contains("leasebook correct"))
    }
  }

  @Test("refuse an amendment that is effective before its deal")
  func effectiveBeforeDeal() {
    let early = file(
      "early.yaml",
      """
      amends: one
      announced: 2026-02-01
      effective: 2020-01-01
      source: release
      terms: {term: 12 years}
      sources: {release: {kind: release}}

      """)
    do throws(Diagnostics) {
      _ = try DealFileBatch(reading: [early, deal("one"), parties])
      Issue.record("an amendment that changes nothing was taken")
    } catch {
      #expect(error.all.map(\.code) == ["amendment.effective-before-deal"])
    }
  }

  @Test("check parties unless no register is there and the caller allows it")
  func references() throws {
    #expect(try DealFileBatch(reading: [deal("one")], references: .whereDefined).items.count == 1)
    do throws(Diagnostics) {
      _ = try DealFileBatch(reading: [deal("one")])
      Issue.record("an unknown party was taken")
    } catch {
      #expect(error.all.map(\.code) == ["party.unknown"])
    }
  }

  @Test("report the faults of every file")
  func everyFile() {
    do throws(Diagnostics) {
      _ = try DealFileBatch(
        reading: [
          deal("two", landlord: "{}"), deal("one", landlord: "hut-9"), parties,
          amendment("one", announced: "2026-02-30", term: "12 years"), file("x.yaml", "\t"),
        ])
      Issue.record("bad files were taken")
    } catch {
      #expect(Set(error.all.compactMap(\.location.file)).count == 4)
    }
  }

  @Test("include every sample, and none of them is at fault")
  func samples() throws {
    let batch = try DealFileBatch(reading: try Samples.all())
    #expect(batch.files.count == Samples.dealNames.count + 2)
    #expect(batch.book.deals.count >= 30)
  }
}
