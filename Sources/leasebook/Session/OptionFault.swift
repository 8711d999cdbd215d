import FinanceBasics

/// A fault of a deal file that was made of options, told at the option that it comes from.
struct OptionFault: Diagnostic {
  let code: String
  let problem: String
  let location: DiagnosticLocation
  let remedy: String
  let kind: DiagnosticKind

  /// The faults of a file, each at the option whose field or text it names.
  static func faults(
    _ faults: Diagnostics, of fields: [AnnouncementOptions.Given], in text: String
  ) -> Diagnostics {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Diagnostics(
      faults.all.map { fault in
        let line = fault.location.line.flatMap {
          lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil
        }
        return OptionFault(fault, at: option(of: fault.location.field, line, fields))
      })
  }

  private init(_ fault: any Diagnostic, at option: AnnouncementOptions.Given?) {
    code = fault.code
    problem = fault.problem
    remedy = fault.remedy
    kind = fault.kind
    location = DiagnosticLocation(file: option.map { "--\($0.option)" } ?? "--new")
  }

  /// The option that gives a field or what is around it; else one whose text stands on the line.
  private static func option(
    of field: String?, _ line: Substring?, _ fields: [AnnouncementOptions.Given]
  ) -> AnnouncementOptions.Given? {
    let path = field.map { $0.split(separator: ".").dropFirst().joined(separator: ".") } ?? ""
    let isAtOrBelow = { (inner: String, outer: String) in
      inner == outer || inner.hasPrefix(outer + ".")
    }
    let named =
      fields.first { $0.path == path } ?? fields.first { isAtOrBelow(path, $0.path) }
      ?? fields.last { !path.isEmpty && isAtOrBelow($0.path, path) }
    return named ?? line.flatMap { line in fields.last { line.contains($0.text) } }
  }
}
