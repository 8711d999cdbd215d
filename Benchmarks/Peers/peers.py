"""The other libraries, each called in the ways that its users would call it."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import numpy
import numpy_financial
import pyxirr
import QuantLib as quantlib
from scipy import optimize

from book import Deal

GUESS = 0.1
# What solves the same problem cannot be further off. pyxirr ends its search at about 1e-9.
LOOSE, TIGHT, VALUES = 1e-6, 1e-12, 1e-9
YEARS = quantlib.Actual365Fixed()
ANNUAL = (quantlib.Compounded, quantlib.Annual)


@dataclass
class Peer:
    """One way to call a library: `work` computes some deals that are prepared for it."""

    name: str
    deals: int
    work: Callable[[], list[float]]
    # The largest difference from Leasebook that is let pass.
    tolerance: float


def arrays(deals: list[Deal]) -> list[tuple[numpy.ndarray, numpy.ndarray]]:
    return [(numpy.array(deal.days, dtype="datetime64[D]"), numpy.array(deal.amounts))
            for deal in deals]


def year_arrays(deals: list[Deal], start: date | None = None):
    """Years of 365 days from a day, or from each deal's first flow, and the amounts."""
    return [(numpy.array([(day - (start or deal.days[0])).days for day in deal.days]) / 365,
             numpy.array(deal.amounts)) for deal in deals]


def quantlib_date(day: date) -> quantlib.Date:
    return quantlib.Date(day.day, day.month, day.year)


def legs(deals: list[Deal]) -> list[quantlib.Leg]:
    return [quantlib.Leg([quantlib.SimpleCashFlow(amount, quantlib_date(day))
                          for day, amount in zip(deal.days, deal.amounts)])
            for deal in deals]


def bracketed(times: numpy.ndarray, amounts: numpy.ndarray) -> float:
    return optimize.brentq(
        lambda rate: amounts @ (1 + rate) ** -times, -0.5, 10, xtol=1e-15, rtol=1e-15)


def newton(times: numpy.ndarray, amounts: numpy.ndarray) -> float:
    return optimize.newton(lambda rate: amounts @ (1 + rate) ** -times, GUESS, tol=1e-14)


def quantlib_rate(leg: quantlib.Leg, start: quantlib.Date) -> float:
    return quantlib.CashFlows.yieldRate(
        leg, 0.0, YEARS, *ANNUAL, True, start, start, 1e-14, 100, GUESS)


def single_rates(deals: list[Deal]) -> list[Peer]:
    """The rate of return of dated flows, one call a deal, on so few deals that caches hold them."""
    lists, columns = [(each.days, each.amounts) for each in deals], arrays(deals)
    years, count = year_arrays(deals), len(deals)
    prebuilt = [(leg, leg[0].date()) for leg in legs(deals)]
    return [
        Peer("pyxirr, lists", count, lambda: [pyxirr.xirr(*each) for each in lists], LOOSE),
        Peer("pyxirr, arrays", count, lambda: [pyxirr.xirr(*each) for each in columns], LOOSE),
        Peer("scipy brentq", count, lambda: [bracketed(*each) for each in years], TIGHT),
        Peer("scipy newton", count, lambda: [newton(*each) for each in years], TIGHT),
        Peer("QuantLib yieldRate", count,
             lambda: [quantlib_rate(*each) for each in prebuilt], TIGHT),
    ]


def book_rates(deals: list[Deal]) -> list[Peer]:
    """The rates of return of a book: no library takes more than one deal a call."""
    lists, columns = [(each.days, each.amounts) for each in deals], arrays(deals)
    years, count, threads = year_arrays(deals), len(deals), os.cpu_count() or 1

    def share(start: int) -> list[float]:
        return [pyxirr.xirr(*each) for each in columns[start::threads]]

    def in_threads() -> list[float]:
        rates = [0.0] * count
        with ThreadPoolExecutor(threads) as pool:
            for start, found in enumerate(pool.map(share, range(threads))):
                rates[start::threads] = found
        return rates

    return [
        Peer("pyxirr, lists", count, lambda: [pyxirr.xirr(*each) for each in lists], LOOSE),
        Peer("pyxirr, arrays", count, lambda: [pyxirr.xirr(*each) for each in columns], LOOSE),
        Peer(f"pyxirr, arrays, {threads} threads", count, in_threads, LOOSE),
        Peer("scipy brentq", count, lambda: [bracketed(*each) for each in years], TIGHT),
    ]


def periodic_rates(deals: list[Deal]) -> list[Peer]:
    """The rate a period of the same amounts at equal steps."""
    some = [numpy.array(deal.amounts) for deal in deals]
    return [
        Peer("numpy-financial irr", len(some),
             lambda: [numpy_financial.irr(each) for each in some], TIGHT),
        Peer("pyxirr irr", len(some), lambda: [pyxirr.irr(each) for each in some], LOOSE),
    ]


def book_values(deals: list[Deal], valuation_day: date, rate: float) -> list[Peer]:
    """The present values of a book at one rate on one day."""
    prebuilt, years, count = legs(deals), year_arrays(deals, valuation_day), len(deals)
    day = quantlib_date(valuation_day)
    quantlib.Settings.instance().evaluationDate = day
    flat_rate = quantlib.InterestRate(rate, YEARS, *ANNUAL)
    curve = quantlib.YieldTermStructureHandle(
        quantlib.FlatForward(day, quantlib.QuoteHandle(quantlib.SimpleQuote(rate)), YEARS, *ANNUAL))
    # pyxirr discounts to the first flow; a flow of nothing on the day makes it the first.
    from_day = [(numpy.concatenate([[numpy.datetime64(valuation_day)], days]),
                 numpy.concatenate([[0.0], amounts])) for days, amounts in arrays(deals)]

    def quantlib_values(rates) -> Callable[[], list[float]]:
        return lambda: [quantlib.CashFlows.npv(leg, rates, True, day, day) for leg in prebuilt]

    return [
        Peer("QuantLib npv, flat rate", count, quantlib_values(flat_rate), VALUES),
        Peer("QuantLib npv, curve", count, quantlib_values(curve), VALUES),
        Peer("pyxirr xnpv, arrays", count,
             lambda: [pyxirr.xnpv(rate, *each) for each in from_day], VALUES),
        Peer("numpy, powers", count,
             lambda: [float(amounts @ (1 + rate) ** -times) for times, amounts in years], VALUES),
    ]
