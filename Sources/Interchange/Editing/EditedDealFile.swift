public import FinanceBasics
public import LeaseModel

/// A deal file with solved values put into it by text position; every other byte is as it was.
///
/// The `solved` block is written anew where it stands, or behind the assumptions. An assumption that
/// a solved value takes the place of becomes a comment: a path in two blocks is an error. The result
/// is read again: it says what it said before, but for these fields.
public struct EditedDealFile: Sendable {
  /// The whole file.
  public let bytes: [UInt8]
  /// The fields of the `solved` block as they now stand.
  public let solved: [DealField]
  /// The assumptions that became comments, in the order of the file.
  public let withdrawn: [DealField]

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Puts values into a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, which reads without a fault.
  ///   - file: The path as the user gave it, for diagnostics.
  /// - Throws: Every fault of the file as it is; a `SolvedEditFault`.
  public init(
    putting values: SolvedValues, into bytes: [UInt8], file: String
  ) throws(Diagnostics) {
    let contents = try DealFileReader().read(bytes: bytes, file: file)
    guard let deal = contents.deal else { throw Self.fault(.notADeal, file: file) }
    do throws(SolvedEditFault) {
      let source = try Self.source(bytes, file: file)
      var parser = DocumentParser(source)
      guard let root = parser.parse() else { throw .notADeal }
      let layout = DocumentLayout(source: source)
      guard !layout.isFlow(root) else {
        throw layout.layoutFault(at: layout.offset(of: root.place))
      }
      solved = values.fields(beside: deal.fields.filter { $0.block == .solved })
      withdrawn = values.displaced(among: deal.fields)
      let blocks = TopLevelBlocks(root, in: layout)
      let withdrawal = try blocks.withdrawal(of: withdrawn)
      let block = blocks.edit(settingSolved: solved, remark: values.remark)
      let edited = ((withdrawal?.edits ?? []) + [block]).applied(to: layout.bytes)
      let hasMark = bytes.starts(with: Self.byteOrderMark)
      self.bytes = (hasMark ? Self.byteOrderMark : []) + edited
      try check(against: contents, vanished: withdrawal?.vanished ?? [])
    } catch {
      throw Self.fault(error, file: file)
    }
  }

  private static func fault(_ fault: SolvedEditFault, file: String) -> Diagnostics {
    Diagnostics([LocatedFault(fault, at: DiagnosticLocation(file: file))])
  }

  private static func source(
    _ bytes: [UInt8], file: String
  ) throws(SolvedEditFault) -> SourceText {
    do { return try SourceText(bytes, file: file) } catch { throw .unsound(error.problem) }
  }

  /// Reads the result, and compares it with what it should say.
  private func check(
    against old: FileContents, vanished: Set<DocumentNode.Place>
  ) throws(SolvedEditFault) {
    let new: FileContents
    do throws(Diagnostics) {
      new = try DealFileReader().read(bytes: bytes, file: old.file)
    } catch {
      throw .unsound(error.all.first?.problem ?? "it cannot be read")
    }
    let expected =
      (old.deal?.fields ?? []).filter { field in
        field.block != .solved
          && !vanished.contains(DocumentNode.Place(line: field.line, column: field.column))
      } + solved
    guard Self.counted(expected) == Self.counted(new.deal?.fields ?? []),
      new.deal?.sources == old.deal?.sources, new.parties == old.parties, new.sites == old.sites
    else { throw .unsound("other fields would read differently") }
  }

  /// What fields say, without their places; fields may be repeated in no valid file.
  private static func counted(_ fields: [DealField]) -> [DealField: Int] {
    Dictionary(
      fields.map { field in
        let placeless = DealField(
          block: field.block, path: field.path, text: field.text, sources: field.sources,
          note: field.note, line: 0, column: 0)
        return (placeless, 1)
      }, uniquingKeysWith: +)
  }
}
