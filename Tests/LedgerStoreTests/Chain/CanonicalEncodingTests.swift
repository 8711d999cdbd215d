import Foundation
import GRDB
import Testing

@testable import LedgerStore

@Suite("The canonical encoding")
struct CanonicalEncodingTests {
  @Test("is letters, lengths and big-endian numbers, without what is NULL")
  func bytes() {
    var encoding = CanonicalEncoding()
    encoding.append(
      rows: [["é".databaseValue, .null, (-2).databaseValue, Data([7]).databaseValue]],
      of: "t", at: [0, 1, 2, 3])
    // By hand from the rules of `CanonicalEncoding`.
    let table: [UInt8] = [0x53, 0x54, 0, 0, 0, 0, 0, 0, 0, 1, 0x74]
    let count: [UInt8] = [0x49, 0, 0, 0, 0, 0, 0, 0, 1]
    let text: [UInt8] = [0, 0x54, 0, 0, 0, 0, 0, 0, 0, 2, 0xC3, 0xA9]
    let integer: [UInt8] = [2, 0x49, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE]
    let blob: [UInt8] = [3, 0x42, 0, 0, 0, 0, 0, 0, 0, 1, 7]
    #expect(encoding.bytes == table + count + [0x52] + text + integer + blob)
  }

  @Test("leaves tables without rows out")
  func empty() {
    var encoding = CanonicalEncoding()
    encoding.append(rows: [], of: "t", at: [0])
    #expect(encoding.bytes.isEmpty)
  }

  @Test("a document's hash is SHA-256")
  func sha256() {
    // Source: FIPS 180-2, appendix B.1, the message "abc".
    #expect(
      Document(name: "", bytes: Array("abc".utf8)).hash
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
