"""How a report prints money, multiples and rates. Money is an integer of minor units (cents) everywhere."""
from dataclasses import dataclass
from fractions import Fraction

NBSP, NARROW, MINUS = "\u00a0", "\u202f", "\u2212"
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "CHF": "CHF", "INR": "₹"}
POWER_OF_SCALE = {"units": 0, "thousands": 3, "millions": 6}
SEPARATORS = {  # grouping, decimal mark
    "1,234.56": (",", "."),
    "1.234,56": (".", ","),
    "1 234,56": (NBSP, ","),
    "1 234,56 narrow": (NARROW, ","),
    "1'234.56": ("'", "."),
    "12,34,567.89": (",", "."),
}


def grouped(digits, style):
    mark = SEPARATORS[style][0]
    sizes = (3, 2) if style == "12,34,567.89" else (3, 3)
    head, parts, size = digits, [], sizes[0]
    while len(head) > size:
        parts.insert(0, head[-size:])
        head, size = head[:-size], sizes[1]
    return mark.join([head, *parts])


@dataclass(frozen=True)
class NumberStyle:
    separators: str = "1,234.56"
    decimals: int = 0
    negative: str = "parentheses"  # parentheses, minus, typographic minus, trailing minus, angle, DR/CR
    currency: str = "USD"
    place: str = "header"  # of the currency: before, spaced before, after, code before, code after, header, accounting
    scale: str = "units"

    @property
    def step(self):
        """The smallest amount in minor units that this style prints exactly."""
        return 10 ** max(0, 2 + POWER_OF_SCALE[self.scale] - self.decimals)

    @property
    def decimal_mark(self):
        return SEPARATORS[self.separators][1]

    def fixed(self, value, decimals):
        """A fraction with so many decimals, rounded half up, grouped; without sign."""
        scaled = int(abs(Fraction(value)) * 10**decimals + Fraction(1, 2))
        digits = str(scaled).rjust(decimals + 1, "0")
        whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
        return grouped(whole, self.separators) + (self.decimal_mark + rest if rest else "")

    def bare(self, minor):
        return self.fixed(Fraction(abs(minor), 10 ** (2 + POWER_OF_SCALE[self.scale])), self.decimals)

    def dressed(self, text, place):
        symbol, code = SYMBOLS[self.currency], self.currency
        if symbol == code and place in ("before", "spaced before"):
            place = "code before"
        if symbol == code and place == "after":
            place = "code after"
        return {
            "before": f"{symbol}{text}",
            "spaced before": f"{symbol} {text}",
            "after": f"{text}{NBSP}{symbol}",
            "code before": f"{code} {text}",
            "code after": f"{text}{NBSP}{code}",
        }.get(place, text)

    def signed(self, minor, body):
        if self.negative == "DR/CR":
            return body + (" DR" if minor < 0 else " CR")
        if minor >= 0:
            return body
        return {
            "parentheses": f"({body})",
            "minus": f"-{body}",
            "typographic minus": f"{MINUS}{body}",
            "trailing minus": f"{body}-",
            "angle": f"<{body}>",
        }[self.negative]

    def amount(self, minor):
        """An amount as it stands in a table cell."""
        place = "none" if self.place == "accounting" else self.place
        sign = {"minus": "-", "typographic minus": MINUS}.get(self.negative)
        if minor < 0 and sign and place in ("code before", "spaced before"):
            return self.dressed(sign + self.bare(minor), place)
        return self.signed(minor, self.dressed(self.bare(minor), place))

    def figure(self, minor):
        """An amount in running text or a key figure: the currency always stands beside it."""
        place = {"header": "code before", "accounting": "before"}.get(self.place, self.place)
        body = self.dressed(self.bare(minor), place)
        return f"-{body}" if minor < 0 else body

    def printed_value(self, minor):
        """What a reader gets back from the printed text, in minor units."""
        step = self.step
        return (abs(minor) + step // 2) // step * step * (-1 if minor < 0 else 1)

    def multiple(self, value, suffix="x"):
        return self.fixed(value, 2) + suffix

    def rate(self, value, gap=""):
        body = self.fixed(Fraction(value) * 100, 1) + gap + "%"
        return f"-{body}" if Fraction(value) < 0 and self.fixed(Fraction(value) * 100, 1).strip("0.,") else body
