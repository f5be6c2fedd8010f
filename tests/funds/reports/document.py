"""A document in the making: what it will say, in order, and what is true about it."""
import pathlib
import tempfile
from dataclasses import dataclass, field

from . import words
from .flows import major
from .sheet import Sheet


# Axes that only a report with a ledger has.
LEDGER_AXES = {
    "adjustment words", "adjustments", "age", "balance column", "carried forward", "commentary", "description column",
    "figures", "figures as", "footnote mark", "fund and share", "hidden text", "length", "nav", "net column",
    "number column", "page break", "percent column", "precision", "recallable", "repeated header", "reversal", "signs",
    "totals", "trap", "two dates", "wrapped dates",
}


@dataclass
class Document:
    plan: object
    flow: list = field(default_factory=list)  # called with the sheet, one after the other
    truth: dict = field(default_factory=dict)
    transactions: list = field(default_factory=list)  # (fund name, Entry) in the order of the pages

    def add(self, *steps):
        self.flow.extend(steps)

    def write(self, path):
        """Draws twice: the first time counts the pages."""
        with tempfile.TemporaryDirectory() as scrap:
            pages = self._draw(pathlib.Path(scrap) / "count.pdf", None)
        return self._draw(path, pages)

    def _draw(self, path, pages):
        p = self.plan
        sheet = Sheet(path, p.paper, p.orientation, p.font, p.size, p.margin)
        sheet.footer = footer(p, pages)
        for step in self.flow:
            step(sheet)
        sheet.save()
        return sheet.page

    def json(self):
        """The truth once it is drawn."""
        p = self.plan
        of_ledger = p.kind in ("ledger", "several funds", "odd ledger")
        features = [f"{k}={v}" for k, v in p.features.items() if of_ledger or k not in LEDGER_AXES]
        out = {"document": "", "source": "generated", "layout_features": features,
               "expect": "parse", "flags_expected": [], "fund": {}, "transactions": [], "reported_metrics": {}}
        out.update(self.truth)
        out["transactions"] = [transaction(e, fund) for fund, e in self.transactions]
        return out


def footer(plan, pages):
    text = {"en": "Page {n} of {all}", "de": "Seite {n} von {all}", "fr": "Page {n} sur {all}"}[plan.lang]

    def draw(sheet):
        grey = (0.4, 0.4, 0.4)
        sheet.write(sheet.width / 2, sheet.height - sheet.margin * 0.55, text.format(n=sheet.page, all=pages or 1), 7,
                    False, "center", grey)

    return draw


def transaction(e, fund):
    out = {"kind": e.kind, "date": e.day.isoformat(), "date_precision": e.precision, "type": e.type,
           "amount": major(e.amount),
           "page": e.printed_amount.page, "date_printed": e.printed_day, "amount_printed": e.printed_amount.text,
           "recallable": e.recallable, "description": e.description, "call_number": e.number or None,
           "pic_effect": major(e.paid_in), "dist_effect": major(e.distributed), "lp_cash": major(e.lp_cash),
           "amount_box": [round(v, 2) for v in e.printed_amount.box]}
    if fund:
        out["fund"] = fund
    return out


def heading(plan, text, table=None, level=2, stranded=False):
    """A title; it stays with the first rows of its table unless it is meant to be parted from them."""

    def draw(sheet):
        size = sheet.size * (1.3 if level == 2 else 1.12)
        need = size * 2.2 + (table.height_of_start(sheet) if table and not stranded else sheet.size * 2)
        if sheet.room < need and not stranded:
            sheet.new_page()
        sheet.y += size * 0.5
        lines = sheet.wrapped(text, sheet.room_across, size, True)
        for line in lines:
            sheet.line(line, size, bold=True, gap=1.5 if line is lines[-1] else 1.2, color=plan.heading_color)

    return draw


def paragraphs(texts, **how):
    def draw(sheet):
        for text in texts:
            sheet.paragraph(text, **how)

    return draw


def table_step(table, after=10):
    def draw(sheet):
        table.draw(sheet)
        sheet.y += after

    return draw


def space(points):
    def draw(sheet):
        sheet.y += points

    return draw


def new_page(sheet):
    sheet.new_page()


def fill_until(room_left, texts):
    """Running text until only so much room is left on the page; the rest of the gap stays white."""

    def draw(sheet):
        room = room_left(sheet)
        for text in texts:
            tall = len(sheet.wrapped(text, sheet.room_across)) * sheet.size * 1.35 + sheet.size * 0.7
            if sheet.room - tall < room:
                break
            sheet.paragraph(text)
        if sheet.room > room:
            sheet.y = sheet.bottom - room

    return draw


def notes_of_foot(rng, plan):
    text = rng.choice(words.NOTES_OF_FOOT[plan.lang])
    return lambda sheet: sheet.paragraph(text, sheet.size * 0.78, (0.35, 0.35, 0.35))
