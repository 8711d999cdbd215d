import Foundation
import GRDB

extension Ledger {
  /// Copies the ledger page by page as one moment has it, while others may write.
  ///
  /// The copy is made under another name beside the path, verified, and only then put there: at the
  /// path there is a whole copy or nothing.
  ///
  /// - Returns: What the check of the copy found: nothing, with its head.
  /// - Throws: `CopyProblem`; `LedgerProblem` where the ledger cannot be read.
  public func backUp(to path: String) throws -> VerificationReport {
    try Self.placeCopy(at: path) { unfinished in
      let before = try head()
      do {
        try connection.copyPages(to: unfinished)
        let copy = try Ledger.open(at: unfinished, mode: .readOnly)
        // Others may have recorded meanwhile: the head from before is a link of the copy's chain.
        let report = try copy.verify(head: before.hash)
        try copy.close()
        guard let fault = report.damage.first else { return report }
        throw CopyProblem.unsound(path: self.path, finding: fault.description)
      } catch LedgerProblem.corrupted(_, let finding) {
        throw CopyProblem.unsound(path: self.path, finding: finding)
      }
    }
  }

  /// Has a copy made under an unfinished name, and puts it at the path once it is whole.
  static func placeCopy<Value>(
    at path: String, _ make: (_ unfinished: String) throws -> Value
  ) throws -> Value {
    do {
      return try UnfinishedPath.making(path, make)
    } catch let obstacle as UnfinishedPath.Obstacle {
      switch obstacle {
      case .taken: throw CopyProblem.exists(path: path)
      case .notWhole: throw CopyProblem.diskFull(path: path)
      case .noFolder(let folder): throw CopyProblem.noFolder(path: path, folder: folder)
      case .notMovable:
        throw CopyProblem.cannotWrite(path: path, finding: "what was made cannot be put there")
      }
    } catch {
      throw named(LedgerConnection.problem(error, path: path), by: path)
    }
  }

  /// A problem with the unfinished copy, told by the name that the user gave.
  private static func named(_ error: any Error, by path: String) -> any Error {
    switch error {
    case LedgerProblem.diskFull(let place) where place.hasPrefix(path),
      LedgerProblem.diskFailed(let place, _) where place.hasPrefix(path):
      CopyProblem.diskFull(path: path)
    case LedgerProblem.cannotOpen(let place, _) where place.hasPrefix(path),
      LedgerProblem.readOnly(let place) where place.hasPrefix(path):
      CopyProblem.cannotWrite(path: path, finding: "nothing can be made in its folder")
    case CocoaError.fileWriteOutOfSpace: CopyProblem.diskFull(path: path)
    case CocoaError.fileWriteNoPermission, CocoaError.fileWriteVolumeReadOnly:
      CopyProblem.cannotWrite(path: path, finding: "nothing can be made in its folder")
    case let error as CocoaError:
      problem(of: error.userInfo[NSUnderlyingErrorKey] as? NSError, at: path)
    default: error
    }
  }

  /// What the system says of a file that is written without SQLite.
  private static func problem(of cause: NSError?, at path: String) -> CopyProblem {
    guard let cause, cause.domain == NSPOSIXErrorDomain else {
      return .cannotWrite(path: path, finding: "the file system refuses it")
    }
    let code = Int32(cause.code)
    return [EFBIG, EDQUOT, ENOSPC].contains(code)
      ? .diskFull(path: path)
      : .cannotWrite(path: path, finding: String(cString: strerror(code)).lowercased())
  }
}

extension LedgerConnection {
  /// Copies every page as one moment has it, without a check; what is made is a file of its own.
  func copyPages(to path: String) throws {
    do {
      let copy = try DatabaseQueue(path: LedgerConnection.plainName(path))
      try queue.backup(to: copy)
      try copy.close()
    } catch {
      throw Self.problem(error, path: path)
    }
  }
}
