#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The most memory that this process has held so far, in megabytes.
func peakMegabytes() -> Double {
  var usage = rusage()
  getrusage(RUSAGE_SELF, &usage)
  return megabytes(of: usage)
}

/// The peak resident set of a usage: kilobytes on Linux, bytes on macOS.
func megabytes(of usage: rusage) -> Double {
  #if canImport(Darwin)
    Double(usage.ru_maxrss) / 1e6
  #else
    Double(usage.ru_maxrss) * 1024 / 1e6
  #endif
}
