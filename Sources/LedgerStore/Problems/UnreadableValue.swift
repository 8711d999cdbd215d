/// A stored value that no recording could have written.
struct UnreadableValue: Error {
  let entry: Int?
  let column: String
  let text: String

  var finding: String {
    "\(entry.map { "entry \($0)" } ?? "a row") has the \(column) \"\(text)\", which cannot be"
  }
}
