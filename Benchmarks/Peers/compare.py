"""Measures the other libraries on Leasebook's flows, checks that all agree, and prints ratios.

    python compare.py FOLDER

FOLDER holds flows.json and leasebook.json, as `leasebook-bench peers` wrote them.
"""

import gc
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

from book import Book, Leasebook, true_rate, true_value
from peers import Peer, book_rates, book_values, periodic_rates, single_rates

REPETITIONS, SLOW_SECONDS = 7, 2
# How many deals are taken one at a time, how many of them by the slowest library, and how many
# are computed with 50 digits.
SINGLE, FEWEST, EXACT = 500, 5, 200
# What Leasebook promises, relative to max(1, |rate|) and to the value.
RATE_TOLERANCE, VALUE_TOLERANCE = 1e-12, 1e-9


@dataclass
class Measured:
    """What a library found, how long it took, and how far it is off."""

    name: str
    microseconds: float
    difference: float
    error: float


def scale(exact) -> float:
    return max(1, abs(exact))


def largest(ours, theirs, relative_to) -> float:
    """The largest difference of two lists, as far as both go."""
    return max(float(abs(our - their) / relative_to(our)) for our, their in zip(ours, theirs))


def error(exact, found, relative_to) -> float:
    return largest(exact, map(type(exact[0]), found), relative_to)


def timed(peer: Peer) -> tuple[list[float], float]:
    """What a peer found, and the median microseconds a deal."""
    print(f"measuring: {peer.name}", file=sys.stderr)
    found, times = peer.work(), []
    gc.collect()
    gc.disable()
    while len(times) < REPETITIONS and sum(times) < SLOW_SECONDS * REPETITIONS:
        start = perf_counter()
        peer.work()
        times.append(perf_counter() - start)
    gc.enable()
    return found, median(times) * 1e6 / peer.deals


def measured(peers: list[Peer], ours, exact, relative_to) -> list[Measured]:
    """Each peer, checked to agree with what Leasebook found."""
    all_measured = []
    for peer in peers:
        found, microseconds = timed(peer)
        difference = largest(ours, found, relative_to)
        if not difference <= peer.tolerance:
            sys.exit(f"{peer.name} differs from Leasebook by {difference}")
        all_measured.append(
            Measured(peer.name, microseconds, difference, error(exact, found, relative_to)))
    return all_measured


def digits(value: float) -> str:
    """Three digits that count, or whole from 100 on, with commas."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def scientific(value: float) -> str:
    mantissa, exponent = f"{value:.0e}".split("e")
    return "0" if value == 0 else f"{mantissa}e{int(exponent)}"


def rows(what: str, ours: float, our_error: float, peers: list[Measured]) -> list[list[str]]:
    return [
        [what, digits(ours), peer.name, digits(peer.microseconds),
         digits(peer.microseconds / ours), scientific(peer.difference), scientific(our_error),
         scientific(peer.error)]
        for peer in peers
    ]


def require(found: float, tolerance: float, what: str) -> float:
    if not found <= tolerance:
        sys.exit(f"Leasebook's {what} are off by {found}, more than {tolerance}")
    return found


def rate_rows(book: Book, leasebook: Leasebook) -> list[list[str]]:
    rates, times, count = leasebook.rates, leasebook.times, f"{len(book.deals):,}"
    exact = [true_rate(deal.amounts, deal.offsets, 365, near)
             for deal, near in zip(book.deals[:EXACT], rates)]
    off = require(error(exact, rates, scale), RATE_TOLERANCE, "rates of return")
    single = measured(single_rates(book.deals[:SINGLE]), rates, exact, scale)
    whole = measured(book_rates(book.deals), rates, exact, scale)
    return (
        rows("one XIRR", times["xirr"], off, single)
        + rows(f"XIRR of {count} deals, one core", times["xirr book, one core"], off, whole[:2])
        + rows(f"XIRR of {count} deals, {leasebook.cores} cores", times["xirr book"], off, whole)
    )


def periodic_rows(book: Book, leasebook: Leasebook) -> list[list[str]]:
    rates, deals = leasebook.periodic_rates, book.deals[:FEWEST]
    exact = [true_rate(deal.amounts, range(len(deal.amounts)), 1, near)
             for deal, near in zip(deals, rates)]
    off = require(error(exact, rates, scale), RATE_TOLERANCE, "rates a period")
    peers = measured(periodic_rates(deals), rates, exact, scale)
    return rows("one IRR at equal steps", leasebook.times["irr"], off, peers)


def value_rows(book: Book, leasebook: Leasebook) -> list[list[str]]:
    values, times, count = leasebook.values, leasebook.times, f"{len(book.deals):,}"
    exact = [true_value(deal, book.valuation_day, book.rate) for deal in book.deals[:EXACT]]
    off = require(error(exact, values, abs), VALUE_TOLERANCE, "present values")
    peers = measured(book_values(book.deals, book.valuation_day, book.rate), values, exact, abs)
    return (
        rows(f"NPV of {count} deals, one core", times["npv book, one core"], off, peers[:2])
        + rows(f"NPV of {count} deals, {leasebook.cores} cores", times["npv book"], off, peers)
    )


def main(folder: Path) -> None:
    book, leasebook = Book.read(folder), Leasebook.read(folder)
    table = (
        rate_rows(book, leasebook) + periodic_rows(book, leasebook) + value_rows(book, leasebook))
    header = ["what", "ours, µs a deal", "peer", "theirs, µs a deal", "ratio",
              "largest difference", "our error", "their error"]
    rule = ["---", "---:", "---", "---:", "---:", "---:", "---:", "---:"]
    for cells in [header, rule] + table:
        print(f"| {' | '.join(cells)} |")
    names = ["pyxirr", "numpy-financial", "scipy", "QuantLib", "numpy"]
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    print(f"\nDeals of {len(book.deals[0].days)} flows, the same for all, in one run; medians. "
          "Differences and errors are the largest, relative to max(1, |rate|) or to the value; "
          f"errors are against 50 digits, on {EXACT} deals ({FEWEST} at equal steps). {versions}.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
