#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processor time that this process, or the programs it ran to their ends, used so far.
///
/// On a machine that others use it tells more than the clock.
enum ProcessorTime {
  static var ofThisProcess: Double { seconds(RUSAGE_SELF) }
  static var ofPrograms: Double { seconds(RUSAGE_CHILDREN) }

  #if canImport(Darwin)
    private static func seconds(_ who: Int32) -> Double {
      var usage = rusage()
      getrusage(who, &usage)
      return seconds(usage)
    }
  #else
    private static func seconds(_ who: __rusage_who) -> Double {
      var usage = rusage()
      getrusage(numericCast(who.rawValue), &usage)
      return seconds(usage)
    }
  #endif

  private static func seconds(_ usage: rusage) -> Double {
    let whole = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    return Double(whole) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
  }
}
