"""The flows that both sides compute on, and what Leasebook found, as its benchmark wrote them."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 50


@dataclass
class Deal:
    days: list[date]
    amounts: list[float]

    @property
    def offsets(self) -> list[int]:
        """Days from the first flow."""
        return [(day - self.days[0]).days for day in self.days]


@dataclass
class Book:
    valuation_day: date
    rate: float
    deals: list[Deal]

    @staticmethod
    def read(folder: Path) -> "Book":
        text = json.loads((folder / "flows.json").read_text())
        calendars = [[date.fromisoformat(day) for day in days] for days in text["calendars"]]
        deals = [Deal(calendars[deal["calendar"]], deal["amounts"]) for deal in text["deals"]]
        return Book(date.fromisoformat(text["valuationDay"]), text["rate"], deals)


@dataclass
class Leasebook:
    """What Leasebook found, with the median microseconds a deal of each measurement."""

    cores: int
    times: dict[str, float]
    rates: list[float]
    periodic_rates: list[float]
    values: list[float]

    @staticmethod
    def read(folder: Path) -> "Leasebook":
        text = json.loads((folder / "leasebook.json").read_text())
        times = {each["name"]: each["median"] for each in text["measurements"]}
        return Leasebook(
            text["cores"], times, text["rates"], text["periodicRates"], text["values"]
        )


def true_rate(amounts: list[float], offsets: list[int], period: int, near: float) -> Decimal:
    """The rate of return with 50 digits, by Newton's method in the factor of one step.

    `period` is how many steps the rate is for; `near` a rate close to it.
    """
    factor = (1 + Decimal(near)) ** (Decimal(-1) / period)
    exact = [Decimal(amount) for amount in amounts]
    for _ in range(6):
        terms = [amount * factor**offset for amount, offset in zip(exact, offsets)]
        slope = sum(term * offset for term, offset in zip(terms, offsets)) / factor
        step = sum(terms) / slope
        factor -= step
        if abs(step) < Decimal("1e-40"):
            break
    return factor ** Decimal(-period) - 1


def true_value(deal: Deal, valuation_day: date, rate: float) -> Decimal:
    """The present value with 50 digits, in years of 365 days, of flows on or after the day."""
    daily = (1 + Decimal(rate)) ** (Decimal(-1) / 365)
    return sum(
        (Decimal(amount) * daily ** (day - valuation_day).days
         for day, amount in zip(deal.days, deal.amounts)),
        Decimal(0),
    )
