/// The version of a program, as recordings name it: `leasebook 0.1.0`.
struct ProgramVersion: Comparable {
  let major: Int
  let minor: Int
  let patch: Int

  init(major: Int, minor: Int, patch: Int) {
    (self.major, self.minor, self.patch) = (major, minor, patch)
  }

  /// Reads what a ledger keeps as the program; `nil` of any other program.
  init?(_ program: String) {
    let words = program.split(separator: " ")
    guard words.count == 2, words[0] == "leasebook" else { return nil }
    let numbers = words[1].split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
  }

  static func < (left: ProgramVersion, right: ProgramVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}
