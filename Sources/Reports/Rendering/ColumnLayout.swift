/// How columns share a width: which of them stand side by side, and how wide each is.
struct ColumnLayout {
  /// The spaces between two columns.
  static let gap = 2

  let columns: [MeasuredColumn]
  /// The width that no line goes beyond; `nil` for as wide as it takes.
  let limit: Int?

  /// Columns side by side, by position, with the width of each.
  struct Block: Hashable {
    let positions: [Int]
    var widths: [Int]

    var width: Int { widths.reduce(0, +) + ColumnLayout.gap * max(0, widths.count - 1) }
  }

  /// The table in as few blocks as the width allows, each of which begins with the key columns.
  ///
  /// Blocks are evened out, so that the last is not a single column where the others are full.
  func blocks() -> [Block] {
    let everything = Array(columns.indices)
    guard let limit, compactWidth(everything) > limit else { return [block(everything)] }
    let keys = everything.filter { columns[$0].column.isKey }
    let others = everything.filter { !columns[$0].column.isKey }
    guard !others.isEmpty else { return [block(everything)] }
    let compactKeys = keys.map { columns[$0].compact }
    let spaciousKeys = keys.map { columns[$0].spacious }
    var even = split(others, after: compactKeys, within: limit)
    let roomy = split(others, after: spaciousKeys, within: limit)
    let keyWidths =
      fits(roomy, after: spaciousKeys) && roomy.count == even.count
      ? spaciousKeys : compactKeys
    let fewest = even.count
    for narrower in stride(from: limit, through: 1, by: -1) {
      let candidate = split(others, after: keyWidths, within: narrower)
      guard candidate.count == fewest else { break }
      even = candidate
    }
    return withEqualKeys(even.map { block((keys + $0).sorted()) }, keys: keys)
  }

  private func split(_ others: [Int], after keyWidths: [Int], within width: Int) -> [[Int]] {
    var groups: [[Int]] = []
    var group: [Int] = []
    for position in others {
      if !group.isEmpty, self.width(of: group + [position], after: keyWidths) > width {
        groups.append(group)
        group = []
      }
      group.append(position)
    }
    return groups + [group]
  }

  /// Whether every group stays within the limit, which one wide column alone may not.
  private func fits(_ groups: [[Int]], after keyWidths: [Int]) -> Bool {
    groups.allSatisfy { width(of: $0, after: keyWidths) <= limit ?? .max }
  }

  private func width(of group: [Int], after keyWidths: [Int]) -> Int {
    total(keyWidths + group.map { columns[$0].compact })
  }

  private func compactWidth(_ positions: [Int]) -> Int {
    total(positions.map { columns[$0].compact })
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap * max(0, widths.count - 1)
  }

  /// The widths of columns side by side: all on one line, or wrapped, or as narrow as they get.
  private func block(_ positions: [Int]) -> Block {
    let spacious = positions.map { columns[$0].spacious }
    guard let limit, total(spacious) > limit else {
      return Block(positions: positions, widths: spacious)
    }
    let compact = positions.map { columns[$0].compact }
    let widths =
      total(compact) <= limit
      ? grown(compact, to: spacious, at: positions, room: limit - total(compact))
      : shrunk(compact, at: positions, excess: total(compact) - limit)
    return Block(positions: positions, widths: widths)
  }

  /// Spare room goes to words, key columns and small needs first, then to the tallest headings.
  private func grown(_ compact: [Int], to spacious: [Int], at positions: [Int], room: Int) -> [Int]
  {
    var widths = compact
    var room = room
    let words = positions.indices.filter { !columns[positions[$0]].column.kind.isNumeric }
    let inTurn = words.sorted { left, right in
      let isKey = (columns[positions[left]].column.isKey, columns[positions[right]].column.isKey)
      if isKey.0 != isKey.1 { return isKey.0 }
      let needs = (spacious[left] - compact[left], spacious[right] - compact[right])
      return needs.0 == needs.1 ? left < right : needs.0 < needs.1
    }
    for index in inTurn {
      let growth = min(room, spacious[index] - widths[index])
      widths[index] += growth
      room -= growth
    }
    return withLowerHeadings(widths, at: positions, room: room)
  }

  /// All of the tallest headings are widened to one line fewer, as long as there is room.
  private func withLowerHeadings(_ narrow: [Int], at positions: [Int], room: Int) -> [Int] {
    let headings = positions.map { columns[$0] }
    let tallest = zip(headings, narrow).map { $0.headingHeight(width: $1) }.max() ?? 1
    var widths = narrow
    var room = room
    for height in stride(from: tallest - 1, through: 1, by: -1) {
      let lower = zip(headings, widths).map { $0.headingWidth(lines: height, from: $1) }
      room -= total(lower) - total(widths)
      guard room >= 0 else { break }
      widths = lower
    }
    return widths
  }

  /// Columns of words give way, the widest first, down to their least width.
  private func shrunk(_ compact: [Int], at positions: [Int], excess: Int) -> [Int] {
    var widths = compact
    for _ in 0..<excess {
      let shrinkable = widths.indices.filter { widths[$0] > columns[positions[$0]].least }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  /// A key column is as wide in each block as in the block that has least room for it.
  private func withEqualKeys(_ blocks: [Block], keys: [Int]) -> [Block] {
    var blocks = blocks
    for key in keys {
      let places = blocks.map { $0.positions.firstIndex(of: key) }
      let widths = zip(blocks, places).compactMap { block, place in place.map { block.widths[$0] } }
      guard let narrowest = widths.min() else { continue }
      for (block, place) in places.enumerated() {
        if let place { blocks[block].widths[place] = narrowest }
      }
    }
    return blocks
  }
}
