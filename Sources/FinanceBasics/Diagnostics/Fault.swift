/// What is wrong and how to put it right, before anybody knows where it stands.
///
/// One enum an area conforms, one case a fault.
public protocol Fault: Error, Sendable {
  /// A stable, documented name, such as `unit.missing`.
  var code: String { get }
  /// One sentence that says what is wrong, with the offending values in it.
  var problem: String { get }
  /// One imperative sentence that puts it right.
  var remedy: String { get }
  /// Every code that the area can give, each once.
  static var codes: [String] { get }
}

/// A fault with its place: what a reader of files reports.
public struct LocatedFault: Diagnostic {
  /// What is wrong.
  public let fault: any Fault
  /// Where it is wrong.
  public let location: DiagnosticLocation

  /// Takes the parts as they are.
  public init(_ fault: any Fault, at location: DiagnosticLocation) {
    self.fault = fault
    self.location = location
  }

  /// The stable name of the fault.
  public var code: String { fault.code }
  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String { fault.problem }
  /// One imperative sentence that puts it right.
  public var remedy: String { fault.remedy }
}
