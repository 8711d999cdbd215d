extension Diagnostic {
  /// The problem in three lines: where and which, what is wrong, how to put it right.
  ///
  ///     river-bend.yaml:14:3: error[unit.missing]:
  ///       '245' has no unit; the field takes megawatts
  ///       fix: write it with its unit, such as 245 MW
  public var rendered: String {
    let place = location.rendered
    let head = place.isEmpty ? "error[\(code)]:" : "\(place): error[\(code)]:"
    return "\(head)\n  \(problem)\n  fix: \(remedy)"
  }
}

extension Diagnostics {
  /// Every problem in three lines, in order, one after the other.
  public var rendered: String { all.map(\.rendered).joined(separator: "\n") }

  /// The problems in the order of their files, then their lines and columns; equals keep theirs.
  public static func sorted(_ all: [any Diagnostic]) -> [any Diagnostic] {
    let keyed = all.enumerated().map { (offset: $0.offset, problem: $0.element) }
    return keyed.sorted { left, right in
      let (a, b) = (left.problem.location, right.problem.location)
      if a.file != b.file { return (a.file ?? "") < (b.file ?? "") }
      if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
      if a.column != b.column { return (a.column ?? 0) < (b.column ?? 0) }
      return left.offset < right.offset
    }.map(\.problem)
  }
}

extension DiagnosticLocation {
  /// The place as compilers print it, such as `river-bend.yaml:14:3`; a field where no line is known.
  public var rendered: String {
    var parts: [String] = []
    if let file { parts.append(file) }
    if let line {
      parts.append(String(line))
      if let column { parts.append(String(column)) }
    } else if let field {
      parts.append(field)
    }
    return parts.joined(separator: ":")
  }
}
