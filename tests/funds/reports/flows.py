"""The ledger behind a report, and its metrics in exact arithmetic.

An entry's `amount` is positive for a normal call or distribution and negative for a reversal; effects are seen from the
Limited Partner's side. Nothing here knows how the entry is printed, except `printed_sign` of an adjustment.
"""
import math
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


@dataclass
class Printed:
    """A text on a page; `page` and `box` (points from the top left) are known once it is drawn."""
    text: str = ""
    page: int = 0
    box: tuple = ()


@dataclass
class Entry:
    kind: str  # capital_call, distribution, adjustment
    day: date
    amount: int
    type: str = ""
    subject: str = ""  # return_of_capital, income, ... or the sort of adjustment
    description: str = ""
    number: str = ""
    recallable: bool | None = None
    paid_in: int = 0
    distributed: int = 0
    precision: str = "day"
    notice_day: date | None = None
    fund_total: int = 0
    parts: list = field(default_factory=list)  # amounts by component, for tables that print them in columns
    printed_amount: Printed = field(default_factory=Printed)
    printed_day: str = ""

    @property
    def lp_cash(self):
        return self.distributed - self.paid_in

    def settle(self):
        """Fills the effects of a call or distribution from its amount."""
        if self.kind == "capital_call":
            self.paid_in, self.distributed = self.amount, 0
        elif self.kind == "distribution":
            self.paid_in, self.distributed = 0, self.amount
        return self


@dataclass
class Ledger:
    entries: list
    as_of: date
    commitment: int
    nav: int | None

    def of(self, kind):
        return [e for e in self.entries if e.kind == kind]

    @property
    def called(self):
        return sum(e.amount for e in self.of("capital_call"))

    @property
    def paid_in(self):
        return sum(e.paid_in for e in self.entries)

    @property
    def distributed(self):
        return sum(e.distributed for e in self.entries)

    @property
    def unfunded(self):
        return self.commitment - self.paid_in + sum(e.amount for e in self.of("distribution") if e.recallable)

    def irr(self):
        """The dated rate with NAV, a list when there are several, None when it is undefined or the time too short."""
        if self.nav is None or (self.as_of - min(e.day for e in self.entries)).days < 365:
            return None
        flows = [(e.day, e.lp_cash) for e in self.entries] + [(self.as_of, self.nav)]
        rates = xirr(flows)
        return None if not rates else rates[0] if len(rates) == 1 else rates

    def computed(self):
        pic, dist, nav = self.paid_in, self.distributed, self.nav
        ratio = lambda a: float(Fraction(a, pic)) if pic > 0 and a is not None else None
        return {
            "gross_capital_calls": major(self.called), "paid_in_capital": major(pic),
                "cumulative_distributions": major(dist),
            "dpi": ratio(dist), "rvpi": ratio(nav), "tvpi": ratio(None if nav is None else nav + dist),
            "nav": None if nav is None else major(nav), "irr": self.irr(),
            "unfunded_commitment_with_recallable_added_back": major(self.unfunded),
        }


def major(minor):
    whole, rest = divmod(abs(minor), 100)
    value = whole if rest == 0 else float(f"{whole}.{rest:02d}")
    return -value if minor < 0 else value


def xirr(flows):
    """Every rate between -99.75 % and +40,000 %: signs are scanned over ln(1+r), roots bisected (Actual/365)."""
    start = min(day for day, _ in flows)
    by_day = {}
    for day, amount in flows:
        by_day[(day - start).days] = by_day.get((day - start).days, 0) + amount
    value = lambda x: math.fsum(a * math.exp(-x * t / 365) for t, a in by_day.items())
    xs = [-6 + i * 0.02 for i in range(601)]
    values = [value(x) for x in xs]
    roots = []
    for i in range(600):
        if (values[i] > 0) == (values[i + 1] > 0):
            continue
        low, high, sign = xs[i], xs[i + 1], values[i] > 0
        for _ in range(80):
            middle = (low + high) / 2
            low, high = (middle, high) if (value(middle) > 0) == sign else (low, middle)
        roots.append(math.expm1((low + high) / 2))
    return roots
