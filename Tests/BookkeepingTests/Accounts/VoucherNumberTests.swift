import Bookkeeping
import LeaseModel
import Testing

@Suite("Numbers of documents")
struct VoucherNumberTests {
  static let written: [(VoucherNumber, String)] = [
    (
      VoucherNumber(landlord: PartyID("hut-8"), year: 2027, kind: .invoice, serial: 1),
      "hut-8-2027-0001"
    ),
    (
      VoucherNumber(landlord: PartyID("hut-8"), year: 2027, kind: .creditNote, serial: 12),
      "hut-8-2027-C0012"
    ),
    (
      VoucherNumber(landlord: PartyID("a-2027"), year: 2028, kind: .receipt, serial: 12345),
      "a-2027-2028-R12345"
    ),
  ]

  @Test("are written by landlord, year, kind and serial, and read back", arguments: written)
  func writing(_ example: (VoucherNumber, String)) {
    #expect(example.0.description == example.1)
    #expect(VoucherNumber(reading: example.1) == example.0)
  }

  @Test(
    "are nothing else",
    arguments: [
      "", "1", "2027-0001", "hut-8-2027-1", "hut-8-2027-0000", "hut-8-2027-X0001",
      "hut-8-2027-c0001", "Hut-8-2027-0001", "hut-8-2027-0001 ", "hut-8--2027-0001",
    ])
  func refused(_ text: String) {
    #expect(VoucherNumber(reading: text) == nil)
  }
}
