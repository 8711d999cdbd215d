/// The name that a misspelt one was most likely meant to be, or `nil` if none is near.
///
/// Near is within a third of the longer name's letters, at least one; of equals the first wins.
public func nearestName(to misspelt: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(misspelt.lowercased())
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.lowercased())
    let limit = max(1, max(wanted.count, candidate.count) / 3)
    let distance = editDistance(wanted, candidate)
    guard distance <= limit, distance < best?.distance ?? Int.max else { continue }
    best = (name, distance)
  }
  return best?.name
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into another.
///
/// Source: the optimal string alignment distance (Damerau 1964, Wagner and Fischer 1974).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let substitution = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
      var distance = min(substitution, last[column] + 1, current[column - 1] + 1)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        distance = min(distance, beforeLast[column - 2] + 1)
      }
      current.append(distance)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
