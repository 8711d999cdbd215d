/// Runs libFuzzer, whose options and corpus folders are the arguments, or prints its dictionary.
@main
enum LeasebookFuzz {
  static func main() {
    if CommandLine.arguments.dropFirst() == ["--dictionary"] {
      for word in dictionaryWords() { print(dictionaryLine(word)) }
      return
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = runFuzzer(&count, &arguments, testOneInput)
  }
}

/// libFuzzer's driver.
///
/// Source: LLVM, libFuzzer documentation, "Using libFuzzer as a library".
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// One input: any bytes must be read, refused with diagnostics, or projected; never trap.
private func testOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  FuzzedBatch(Array(UnsafeBufferPointer(start: start, count: size))).run()
  return 0
}
