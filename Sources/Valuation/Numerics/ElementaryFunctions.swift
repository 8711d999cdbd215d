#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The one place that calls the C library: the powers and logarithms of discounting.

/// e to the power of x.
@inline(__always)
func exponential(_ x: Double) -> Double { exp(x) }

/// e to the power of x, less one, exact to the last digits for small x.
@inline(__always)
func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }

/// The natural logarithm of x.
@inline(__always)
func logarithm(_ x: Double) -> Double { log(x) }

/// The natural logarithm of one plus x, exact to the last digits for small x.
@inline(__always)
func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

/// A base, above zero, to a power.
@inline(__always)
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
