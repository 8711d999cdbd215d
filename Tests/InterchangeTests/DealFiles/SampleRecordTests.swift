import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("Sample deals against their records")
struct SampleRecordTests {
  /// The fields of every sample deal and amendment, by file.
  private static let fields: [String: [DealField]] = {
    var fields: [String: [DealField]] = [:]
    for name in Samples.dealNames {
      guard let file = try? Samples.file("deals/\(name)"),
        let contents = try? DealFileReader().read(bytes: file.bytes, file: file.path)
      else { continue }
      fields[name] = contents.deal?.fields ?? contents.amendment?.fields
    }
    return fields
  }()

  /// The files whose notes name a record.
  private static func files(naming record: String) -> [String] {
    fields.keys.sorted().filter { name in
      fields[name]?.contains {
        $0.path.description.hasPrefix("notes[") && $0.text == "Record: \(record)"
      } == true
    }
  }

  @Test("each record stands in the notes of exactly one file", arguments: SampleRecord.all)
  func oneFile(_ record: SampleRecord) {
    #expect(Self.files(naming: record.id).count == 1)
  }

  @Test("no file names a record that there is not")
  func noOther() {
    let named = Self.fields.values.joined().map(\.text).filter { $0.hasPrefix("Record: ") }
    #expect(SampleRecord.all.count == 36)
    #expect(Set(named) == Set(SampleRecord.all.map { "Record: \($0.id)" }))
  }

  @Test("the critical IT of a file is its record's", arguments: SampleRecord.all)
  func megawatts(_ record: SampleRecord) throws {
    let file = try #require(record.megawattsIn ?? Self.files(naming: record.id).first)
    let found = (Self.fields[file] ?? []).filter {
      $0.block == .terms && $0.path.description == "criticalIT"
    }.compactMap { try? Figure(reading: $0.text, as: .power).point.normalized }
    let expected = record.megawatts.map { ExactDecimal($0 + record.addedTo.megawatts) }
    #expect(found == [expected].compactMap(\.self))
  }

  /// A value is a term, or a published figure of the deal alone.
  @Test("the contract value of a file is its record's", arguments: SampleRecord.all)
  func dollars(_ record: SampleRecord) throws {
    let file = try #require(record.dollarsIn ?? Self.files(naming: record.id).first)
    let stated = (Self.fields[file] ?? []).filter {
      $0.block == .terms && $0.path.description == "rent.contractValue"
        || $0.block == .announcedFigures && $0.path.description == "contractValue"
    }
    let found = stated.compactMap { try? Figure(reading: $0.text, as: .money).point.normalized }
    let expected = record.dollars.map { ExactDecimal($0 + record.addedTo.dollars) }
    #expect(found == [expected].compactMap(\.self))
  }
}
