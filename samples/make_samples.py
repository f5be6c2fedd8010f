#!/usr/bin/env python3
"""Makes the sample reports of this folder: PDFs of three funds that do not exist, and the truth about each as JSON.

    python3 samples/make_samples.py [FOLDER]      needs python3-reportlab (Debian)

Every figure a report prints (paid-in capital, DPI, RVPI, TVPI, IRR, subtotals) is computed here from its ledger, so that the
reports agree with themselves. The truth names each row's effects as seen by the Limited Partner, and the page and box of
its amount as drawn. Running it again gives the same bytes.
"""

import json
import sys
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import getAscentDescent, stringWidth
from reportlab.pdfgen.canvas import Canvas

# ---- the ledger -------------------------------------------------------------------------------------------------------


@dataclass
class Row:
    """One dated cash event. `amount` is positive for an ordinary call or distribution; adjustments are LP cash."""

    kind: str  # capital_call, distribution, adjustment
    day: date
    type: str
    amount: Decimal
    description: str
    label: str = ""  # call or notice number
    recallable: bool | None = None
    corrects: str = ""  # of an adjustment: capital_call or distribution
    printed: str = ""
    page: int = 0
    box: list = field(default_factory=list)

    def effects(self):
        """LP cash, and what the row does to paid-in capital, distributions and the unfunded commitment."""
        if self.kind == "capital_call":
            return -self.amount, self.amount, Decimal(0), -self.amount
        if self.kind == "distribution":
            return self.amount, Decimal(0), self.amount, self.amount if self.recallable else Decimal(0)
        if self.corrects == "capital_call":  # a refund of called capital lowers what was paid in
            return self.amount, -self.amount, Decimal(0), self.amount
        return self.amount, Decimal(0), self.amount, Decimal(0)


@dataclass
class Report:
    document: str
    layout: list
    name: str
    manager: str
    currency: str
    vintage_year: int
    commitment: Decimal
    as_of: date
    nav: Decimal
    rows: list
    investor: str | None = None

    def of(self, kind):
        return [row for row in self.rows if row.kind == kind]

    def total(self, kind):
        return sum((row.amount for row in self.of(kind)), Decimal(0))

    def metrics(self):
        effects = [row.effects() for row in self.rows]
        paid_in = sum(e[1] for e in effects)
        distributed = sum(e[2] for e in effects)
        flows = [(row.day, float(e[0])) for row, e in zip(self.rows, effects)]
        return {
            "total_calls": self.total("capital_call"),
            "total_distributions": self.total("distribution"),
            "pic": paid_in,
            "distributed": distributed,
            "dpi": distributed / paid_in,
            "rvpi": self.nav / paid_in,
            "tvpi": (distributed + self.nav) / paid_in,
            "unfunded": self.commitment + sum(e[3] for e in effects),
            "irr": xirr(flows + [(self.as_of, float(self.nav))]),
        }


def xirr(flows):
    """The annual rate at which the dated flows are worth nothing (Actual/365), by bisection."""
    start = min(day for day, _ in flows)

    def value(rate):
        return sum(amount / (1 + rate) ** ((day - start).days / 365) for day, amount in flows)

    low, high = -0.99, 10.0
    assert value(low) * value(high) < 0, "a sample has an ordinary IRR"
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if value(low) * value(middle) > 0 else (low, middle)
    return (low + high) / 2


# ---- how figures are written ------------------------------------------------------------------------------------------

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def rounded(value, places):
    return Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def dollars(amount):
    return f"{'-' if amount < 0 else ''}${abs(amount):,.0f}"


def parenthesised(amount):
    return f"({-amount:,.0f})" if amount < 0 else f"{amount:,.0f}"


def german(amount, places=2):
    text = f"{abs(amount):,.{places}f}".translate(str.maketrans(",.", ".,"))
    return ("\u2212" if amount < 0 else "") + text


# ---- drawing ----------------------------------------------------------------------------------------------------------


class Sheet:
    """A canvas with a cursor that runs down the page."""

    def __init__(self, path, size, title, margin, sans="Helvetica", footer=None):
        self.canvas = Canvas(str(path), pagesize=size, invariant=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("Dossier samples (fictional)")
        self.width, self.height = size
        self.margin, self.sans, self.footer = margin, sans, footer
        self.page = 1
        self.y = self.height - margin

    @property
    def bold(self):
        return {"Times-Roman": "Times-Bold"}.get(self.sans, self.sans + "-Bold")

    @property
    def right(self):
        return self.width - self.margin

    def text(self, x, text, size=10, bold=False, align="left", colour=(0.1, 0.1, 0.12)):
        """One line at the cursor's height. Returns its box from the top left of the page."""
        font = self.bold if bold else self.sans
        width = stringWidth(text, font, size)
        left = {"left": x, "right": x - width, "centre": x - width / 2}[align]
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, self.y, text)
        ascent, descent = getAscentDescent(font, size)
        top = self.height - self.y
        return [round(v, 2) for v in (left, top - ascent, left + width, top - descent)]

    def paragraph(self, text, size=10, leading=14):
        for line in simpleSplit(text, self.sans, size, self.right - self.margin):
            self.text(self.margin, line, size)
            self.y -= leading

    def line(self, x0, x1, y, width=0.5, colour=(0.2, 0.2, 0.25)):
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, y, x1, y)

    def band(self, x0, x1, top, height, colour):
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x0, top - height, x1 - x0, height, stroke=0, fill=1)

    def close_page(self):
        if self.footer:
            self.y = self.margin * 0.55
            self.footer(self)
        self.canvas.showPage()
        self.page += 1
        self.y = self.height - self.margin

    def save(self):
        self.close_page()
        self.canvas.save()


@dataclass
class Column:
    title: str
    width: float
    align: str = "left"
    text: object = None  # row -> str
    amount: bool = False


def cell(sheet, column, left, text, size, bold=False, colour=(0.1, 0.1, 0.12), pad=6):
    x = {"left": left + pad, "right": left + column.width - pad, "centre": left + column.width / 2}[column.align]
    return sheet.text(x, text, size, bold, column.align, colour)


def write_row(sheet, columns, row, left, size):
    for column in columns:
        text = column.text(row)
        box = cell(sheet, column, left, text, size)
        if column.amount:
            row.printed, row.page, row.box = text, sheet.page, box
        left += column.width


# ---- first report: ruled tables ---------------------------------------------------------------------------------------

NAVY, STRIPE, GRID = (0.11, 0.22, 0.38), (0.93, 0.95, 0.98), (0.55, 0.6, 0.68)


def grid_table(sheet, columns, rows, height=19, size=9):
    """Every cell ruled, the header white on a dark band, every other row shaded."""
    left = sheet.margin
    top = sheet.y
    right = left + sum(column.width for column in columns)
    sheet.band(left, right, top, height, NAVY)
    for i in range(1, len(rows), 2):
        sheet.band(left, right, top - (i + 1) * height, height, STRIPE)
    for i, row in enumerate([None, *rows]):
        sheet.y = top - i * height - height / 2 - size * 0.35
        if row is not None:
            write_row(sheet, columns, row, left, size)
            continue
        x = left
        for column in columns:
            cell(sheet, column, x, column.title, size, bold=True, colour=(1, 1, 1))
            x += column.width
    bottom = top - (len(rows) + 1) * height
    sheet.canvas.setStrokeColorRGB(*GRID)
    sheet.canvas.setLineWidth(0.6)
    sheet.canvas.grid(
        [left + sum(c.width for c in columns[:i]) for i in range(len(columns) + 1)],
        [bottom + i * height for i in range(len(rows) + 2)],
    )
    sheet.y = bottom


def northlight(folder):
    def call(day, number, amount, purpose):
        return Row("capital_call", day, "Capital Call", Decimal(amount), purpose, label=f"Call {number}")

    def distribution(day, type_, amount, recallable, source):
        return Row("distribution", day, type_, Decimal(amount), source, recallable=recallable)

    report = Report(
        document="northlight_ventures_ii_2024q4.pdf",
        layout=["ruled tables", "three tables", "day month year dates", "NAV stated", "adjustments as LP cash", "two pages"],
        name="Northlight Ventures Fund II, L.P.",
        manager="Northlight Venture Advisers LLC",
        currency="USD",
        vintage_year=2021,
        commitment=Decimal(60_000_000),
        as_of=date(2024, 12, 31),
        nav=Decimal(52_940_000),
        rows=[
            call(date(2021, 3, 15), 1, 6_000_000, "Initial drawdown: Aster Robotics, set-up costs"),
            call(date(2021, 9, 20), 2, 7_500_000, "Investment: Fernwave Energy"),
            call(date(2022, 4, 11), 3, 9_000_000, "Investments: Corvid Analytics, Lumen Freight"),
            call(date(2023, 1, 17), 4, 8_400_000, "Follow-on: Fernwave Energy; Pellucid Health"),
            call(date(2023, 11, 6), 5, 5_100_000, "Investment: Tidal Ledger; management fees"),
            call(date(2024, 8, 12), 6, 3_600_000, "Follow-on reserves and management fees"),
            distribution(date(2022, 6, 30), "Income", 450_000, False, "Interest: Lumen Freight note"),
            distribution(date(2023, 2, 14), "Return of Capital", 2_700_000, True, "Partial sale: Aster Robotics"),
            distribution(date(2023, 2, 14), "Realized Gain", 3_150_000, False, "Partial sale: Aster Robotics"),
            distribution(date(2024, 3, 25), "Income", 612_500, False, "Dividend: Pellucid Health"),
            distribution(date(2024, 9, 30), "Realized Gain", 4_875_000, False, "Sale: Corvid Analytics"),
            Row("adjustment", date(2023, 2, 28), "Rebalance of Capital Call", Decimal(320_000),
                "Excess of Call 4 returned to the Limited Partners", corrects="capital_call"),
            Row("adjustment", date(2024, 10, 15), "Rebalance of Distribution", Decimal(-150_000),
                "Corvid gain overstated, refunded by partners", corrects="distribution"),
        ],
    )
    metrics = report.metrics()

    def footer(sheet):
        sheet.text(sheet.margin, "Northlight Venture Advisers LLC \u00b7 Confidential", 7.5, colour=(0.45, 0.47, 0.5))
        sheet.text(sheet.right, f"Page {sheet.page} of 2", 7.5, align="right", colour=(0.45, 0.47, 0.5))

    sheet = Sheet(folder / report.document, LETTER, "Northlight Ventures Fund II - Q4 2024", 54, footer=footer)
    sheet.band(0, sheet.width, sheet.height, 84, NAVY)
    sheet.y = sheet.height - 42
    sheet.text(sheet.margin, report.name, 20, bold=True, colour=(1, 1, 1))
    sheet.y -= 22
    sheet.text(sheet.margin, "Quarterly Report to Limited Partners \u00b7 Fourth Quarter 2024", 11, colour=(0.85, 0.89, 0.95))
    sheet.y = sheet.height - 112
    facts = [
        ("General Partner:", report.manager), ("Vintage Year:", str(report.vintage_year)),
        ("Total Commitments:", dollars(report.commitment)), ("Report Date:", "31 December 2024"),
        ("Currency:", "US dollars"),
    ]
    for label, value in facts:
        sheet.text(sheet.margin, label, 9.5, bold=True)
        sheet.text(sheet.margin + 112, value, 9.5)
        sheet.y -= 14

    def day(row):
        return f"{row.day.day:02d} {MONTHS[row.day.month - 1]} {row.day.year}"

    def heading(text):
        sheet.y -= 27
        sheet.text(sheet.margin, text, 13, bold=True, colour=NAVY)
        sheet.y -= 9

    heading("Capital Calls")
    grid_table(sheet, [
        Column("Due Date", 84, "left", day), Column("Notice", 62, "centre", lambda r: r.label),
        Column("Purpose", 258, "left", lambda r: r.description),
        Column("Amount", 100, "right", lambda r: dollars(r.amount), amount=True),
    ], report.of("capital_call"))
    heading("Distributions")
    grid_table(sheet, [
        Column("Paid On", 84, "left", day), Column("Nature", 104, "left", lambda r: r.type),
        Column("Source", 150, "left", lambda r: r.description),
        Column("Recallable", 66, "centre", lambda r: "Yes" if r.recallable else "No"),
        Column("Amount", 100, "right", lambda r: dollars(r.amount), amount=True),
    ], report.of("distribution"))
    heading("Adjustments")
    sheet.y -= 5
    sheet.text(sheet.margin, "Positive amounts were paid to the Limited Partners, negative amounts were paid by them.", 8.5)
    sheet.y -= 8
    grid_table(sheet, [
        Column("Date", 84, "left", day), Column("Type", 134, "left", lambda r: r.type),
        Column("Explanation", 206, "left", lambda r: r.description),
        Column("Amount", 80, "right", lambda r: dollars(r.amount), amount=True),
    ], report.of("adjustment"), size=8.2)

    sheet.close_page()
    heading("Performance Summary")
    figures = [
        ("Total Capital Called", dollars(metrics["total_calls"])),
        ("Total Distributions", dollars(metrics["total_distributions"])),
        ("Paid-In Capital (PIC), net of rebalancing", dollars(metrics["pic"])),
        ("Cumulative Distributions, net of rebalancing", dollars(metrics["distributed"])),
        ("Net Asset Value (NAV)", dollars(report.nav)),
        ("Unfunded Commitment", dollars(metrics["unfunded"])),
        ("DPI", f"{rounded(metrics['dpi'], 2)}x"), ("RVPI", f"{rounded(metrics['rvpi'], 2)}x"),
        ("TVPI", f"{rounded(metrics['tvpi'], 2)}x"), ("Net IRR", f"{rounded(metrics['irr'] * 100, 1)}%"),
    ]
    grid_table(sheet, [Column("Measure", 304, "left", lambda f: f[0]), Column("Since Inception", 200, "right", lambda f: f[1])],
               figures)
    heading("Fund Strategy")
    sheet.y -= 8
    sheet.paragraph(
        "The Fund leads early rounds in companies that make industrial processes cleaner and cheaper: robotics, energy storage, "
        "freight and laboratory software. It takes stakes of 15 to 30 per cent, holds a board seat in every company, and keeps half "
        "of its commitments for follow-on rounds. No single company may exceed 20 per cent of commitments.")
    heading("Definitions")
    sheet.y -= 8
    for definition in [
        "Paid-In Capital (PIC): all capital called from the Limited Partners, less called capital that was returned unused.",
        "DPI (Distributions to Paid-In): cumulative distributions divided by Paid-In Capital. It shows how much of the money paid "
        "in has come back.",
        "RVPI (Residual Value to Paid-In): Net Asset Value divided by Paid-In Capital.",
        "TVPI (Total Value to Paid-In): the sum of cumulative distributions and Net Asset Value, divided by Paid-In Capital.",
        "Net IRR: the annual rate at which the dated cash flows of the Limited Partners and the Net Asset Value at the report date "
        "have a present value of zero.",
    ]:
        sheet.paragraph(definition)
        sheet.y -= 4
    sheet.save()
    write_truth(folder, report, page=2)


# ---- second report: no lines at all -----------------------------------------------------------------------------------


def open_table(sheet, title, columns, rows, total, year_of, bottom):
    """Columns set by white space only, a subtotal after each year, carried over pages with its header repeated."""
    left = sheet.margin
    step = 14.5

    def header(text):
        sheet.text(left, text, 12.5, bold=True)
        sheet.y -= 20
        x = left
        for column in columns:
            cell(sheet, column, x, column.title, 9, bold=True, pad=0)
            x += column.width
        sheet.y -= 16

    def sum_line(label, value):
        sheet.text(left, label, 9.5, bold=True)
        sheet.text(left + sum(c.width for c in columns), value, 9.5, bold=True, align="right")
        sheet.y -= step

    header(title)
    for i, row in enumerate(rows):
        if sheet.y < bottom:
            sheet.close_page()
            header(title + " (continued)")
        x = left
        for column in columns:
            text = column.text(row)
            box = cell(sheet, column, x, text, 9.5, pad=0)
            if column.amount:
                row.printed, row.page, row.box = text, sheet.page, box
            x += column.width
        sheet.y -= step
        if total and (i + 1 == len(rows) or year_of(rows[i + 1]) != year_of(row)):
            year = year_of(row)
            sum_line(f"Subtotal {year}", parenthesised(sum(r.amount for r in rows if year_of(r) == year)))
            sheet.y -= 3
    if total:
        sum_line(total, parenthesised(sum(r.amount for r in rows)))
    sheet.y -= 14


def harrowgate(folder):
    def call(day, number, amount, purpose):
        return Row("capital_call", day, "Capital Call", Decimal(amount), purpose, label=f"HB3-{number:02d}")

    def distribution(day, type_, amount, recallable, source):
        return Row("distribution", day, type_, Decimal(amount), source, recallable=recallable)

    report = Report(
        document="harrowgate_buyout_iii_2023q4.pdf",
        layout=["no lines", "yearly subtotals", "parentheses", "page break inside a table", "dd-Mon-yyyy dates",
                "recallable column", "reversal of a call", "investor's share"],
        name="Harrowgate Buyout Partners III LP",
        manager="Harrowgate Capital Managers LLP",
        currency="GBP",
        vintage_year=2017,
        commitment=Decimal(15_000_000),
        as_of=date(2023, 12, 31),
        nav=Decimal(9_184_600),
        investor="Lakemoor Teachers' Pension Scheme",
        rows=[
            call(date(2017, 6, 19), 1, 1_125_000, "Wexcombe Bakeries; formation costs"),
            call(date(2017, 11, 27), 2, 847_500, "Orrell Valves"),
            call(date(2018, 3, 12), 3, 1_312_500, "Calder Veterinary Group"),
            call(date(2018, 7, 30), 4, 690_000, "Management fee and expenses"),
            call(date(2018, 10, 8), 5, 1_560_000, "Stanmoor Logistics"),
            call(date(2019, 2, 25), 6, 975_000, "Orrell Valves, bolt-on"),
            call(date(2019, 9, 16), 7, 1_087_500, "Fenwick & Lyle Insurance Brokers"),
            Row("capital_call", date(2019, 10, 21), "Capital Call", Decimal(-412_500),
                "Reversal of part of HB3-07 (deferred completion)", label="HB3-07R"),
            call(date(2020, 1, 20), 8, 412_500, "Fenwick & Lyle, deferred completion"),
            call(date(2020, 9, 7), 9, 1_237_500, "Pentland Diagnostics"),
            call(date(2021, 4, 19), 10, 862_500, "Calder Veterinary Group, bolt-on"),
            call(date(2021, 11, 15), 11, 1_425_000, "Marrick Software"),
            call(date(2022, 6, 27), 12, 705_000, "Management fee and expenses"),
            call(date(2023, 3, 6), 13, 562_500, "Pentland Diagnostics, follow-on"),
            distribution(date(2019, 5, 31), "Dividend", 318_750, False, "Wexcombe Bakeries"),
            distribution(date(2019, 12, 16), "Recapitalisation", 1_046_250, True, "Orrell Valves"),
            distribution(date(2020, 12, 14), "Dividend", 281_250, False, "Stanmoor Logistics"),
            distribution(date(2021, 3, 29), "Return of capital", 1_125_000, False, "Wexcombe Bakeries, sale"),
            distribution(date(2021, 3, 29), "Gain", 1_743_750, False, "Wexcombe Bakeries, sale"),
            distribution(date(2021, 10, 4), "Interest", 96_450, False, "Escrow account"),
            distribution(date(2022, 2, 21), "Return of capital", 1_560_000, False, "Stanmoor Logistics, sale"),
            distribution(date(2022, 2, 21), "Gain", 1_284_300, False, "Stanmoor Logistics, sale"),
            distribution(date(2022, 8, 29), "Return of capital", 337_500, True, "Marrick Software, refinancing"),
            distribution(date(2023, 5, 15), "Dividend", 408_750, False, "Calder Veterinary Group"),
            distribution(date(2023, 11, 20), "Gain", 1_518_900, False, "Orrell Valves, part sale"),
            Row("adjustment", date(2018, 12, 17), "True-up of capital call", Decimal(206_250),
                "Later closing: excess drawdown returned to investor", corrects="capital_call"),
            Row("adjustment", date(2022, 4, 25), "Correction of distribution", Decimal(-64_300),
                "Stanmoor gain overstated, refunded by investor", corrects="distribution"),
        ],
    )
    metrics = report.metrics()

    def footer(sheet):
        sheet.text(sheet.width / 2, f"Page {sheet.page} of 2", 8, align="centre")

    sheet = Sheet(folder / report.document, A4, "Harrowgate Buyout Partners III - capital account Q4 2023", 62,
                  sans="Times-Roman", footer=footer)
    sheet.y -= 6
    sheet.text(sheet.width / 2, report.name, 17, bold=True, align="centre")
    sheet.y -= 19
    sheet.text(sheet.width / 2, "Statement of capital activity, quarter ended 31 December 2023", 11.5, align="centre")
    sheet.y -= 28
    for line in [
        f"Investor: {report.investor}",
        f"Manager: {report.manager}",
        f"Vintage year: {report.vintage_year}",
        f"Your commitment: \u00a3{report.commitment:,.0f}",
        "All amounts are your share, in pounds sterling (GBP). Amounts in parentheses are negative.",
    ]:
        sheet.text(sheet.margin, line, 10.5)
        sheet.y -= 14.5
    sheet.y -= 12

    def day(row):
        return f"{row.day.day:02d}-{MONTHS[row.day.month - 1]}-{row.day.year}"

    open_table(sheet, "Contributions", [
        Column("Date", 84, "left", day), Column("Drawdown", 76, "left", lambda r: r.label),
        Column("Purpose", 224, "left", lambda r: r.description),
        Column("Amount", 87, "right", lambda r: parenthesised(r.amount), amount=True),
    ], report.of("capital_call"), "Total contributions since inception", lambda r: r.day.year, 82)
    open_table(sheet, "Distributions", [
        Column("Date", 84, "left", day), Column("Type", 122, "left", lambda r: r.type),
        Column("Company", 118, "left", lambda r: r.description),
        Column("Recallable", 60, "centre", lambda r: "Yes" if r.recallable else "No"),
        Column("Amount", 87, "right", lambda r: parenthesised(r.amount), amount=True),
    ], report.of("distribution"), "Total distributions since inception", lambda r: r.day.year, 82)
    open_table(sheet, "Adjustments", [
        Column("Date", 84, "left", day), Column("Type", 122, "left", lambda r: r.type),
        Column("Remark", 178, "left", lambda r: r.description),
        Column("Amount", 87, "right", lambda r: parenthesised(r.amount), amount=True),
    ], report.of("adjustment"), None, lambda r: r.day.year, 82)
    sheet.y += 8
    sheet.paragraph("Adjustments show cash received by the investor; amounts in parentheses were paid by the investor. A true-up of a "
                    "capital call lowers paid-in capital, a correction of a distribution lowers cumulative distributions.", 9.5, 12.5)
    sheet.y -= 12
    sheet.text(sheet.margin, "Position at 31 December 2023", 12.5, bold=True)
    sheet.y -= 18
    for label, value in [
        ("Paid-in capital", f"\u00a3{metrics['pic']:,.0f}"), ("Cumulative distributions", f"\u00a3{metrics['distributed']:,.0f}"),
        ("Net asset value", f"\u00a3{report.nav:,.0f}"), ("Unfunded commitment", f"\u00a3{metrics['unfunded']:,.0f}"),
        ("DPI", f"{rounded(metrics['dpi'], 2)}x"), ("RVPI", f"{rounded(metrics['rvpi'], 2)}x"),
        ("TVPI", f"{rounded(metrics['tvpi'], 2)}x"), ("Net IRR since inception", f"{rounded(metrics['irr'] * 100, 1)}%"),
    ]:
        sheet.text(sheet.margin, label, 10.5)
        sheet.text(sheet.margin + 260, value, 10.5, align="right")
        sheet.y -= 14.5
    sheet.y -= 10
    sheet.paragraph("Recallable distributions may be drawn again until 19 June 2024. Net asset value is unaudited and follows the IPEV "
                    "guidelines. The manager buys majority stakes in British service and engineering companies with an enterprise value "
                    "of 20 to 90 million pounds and holds them for four to six years.", 9.5, 12.5)
    sheet.save()
    write_truth(folder, report, page=2)


# ---- third report: German, horizontal rules only ----------------------------------------------------------------------


def booktabs_table(sheet, columns, rows, total):
    """A heavy rule above and below, a thin one under the header and above the total."""
    left = sheet.margin
    right = left + sum(column.width for column in columns)
    sheet.line(left, right, sheet.y, 1.1)
    sheet.y -= 13
    x = left
    for column in columns:
        cell(sheet, column, x, column.title, 9, bold=True, pad=3)
        x += column.width
    sheet.y -= 6
    sheet.line(left, right, sheet.y, 0.5)
    sheet.y -= 13.5
    for row in rows:
        x = left
        for column in columns:
            text = column.text(row)
            box = cell(sheet, column, x, text, 9, pad=3)
            if column.amount:
                row.printed, row.page, row.box = text, sheet.page, box
            x += column.width
        sheet.y -= 14.5
    if total:
        sheet.y += 7
        sheet.line(left, right, sheet.y, 0.5)
        sheet.y -= 12.5
        sheet.text(left + 3, total[0], 9, bold=True)
        sheet.text(right - 3, total[1], 9, bold=True, align="right")
        sheet.y -= 14.5
    sheet.y += 8
    sheet.line(left, right, sheet.y, 1.1)


def rheinufer(folder):
    def call(day, number, amount, purpose):
        return Row("capital_call", day, "Kapitalabruf", Decimal(amount), purpose, label=f"Abruf {number}")

    def distribution(day, type_, amount, recallable, source):
        return Row("distribution", day, type_, Decimal(amount), source, recallable=recallable)

    report = Report(
        document="rheinufer_mittelstand_i_2024q4.pdf",
        layout=["horizontal rules only", "German labels", "1.234.567,89", "dd.mm.yyyy dates", "totals", "one page"],
        name="Rheinufer Mittelstand I GmbH & Co. KG",
        manager="Rheinufer Kapitalverwaltung GmbH",
        currency="EUR",
        vintage_year=2020,
        commitment=Decimal("8000000.00"),
        as_of=date(2024, 12, 31),
        nav=Decimal("6412380.75"),
        investor="Versorgungswerk der Ingenieure M\u00fcnsterland",
        rows=[
            call(date(2020, 5, 4), 1, "640000.00", "Erstabruf: Gr\u00fcndungskosten, Kranbau H\u00f6ller"),
            call(date(2020, 12, 1), 2, "1187500.50", "Beteiligung Kranbau H\u00f6ller"),
            call(date(2021, 8, 16), 3, "1350250.00", "Beteiligung Drucktechnik S\u00fcd"),
            call(date(2022, 3, 7), 4, "980000.25", "Beteiligung Feinmechanik Ostertag"),
            call(date(2023, 2, 13), 5, "725400.00", "Verwaltungsverg\u00fctung und Nachfinanzierung"),
            call(date(2024, 6, 10), 6, "512849.25", "Beteiligung Laborbedarf Gro\u00dfmann"),
            distribution(date(2021, 12, 20), "Ertrag", "84312.40", False, "Zinsen Kranbau H\u00f6ller"),
            distribution(date(2022, 11, 28), "Kapitalr\u00fcckzahlung", "593750.25", True, "Kranbau H\u00f6ller, Teilverkauf"),
            distribution(date(2022, 11, 28), "Ver\u00e4u\u00dferungsgewinn", "412508.10", False, "Kranbau H\u00f6ller, Teilverkauf"),
            distribution(date(2024, 4, 15), "Ertrag", "156730.00", False, "Dividende Drucktechnik S\u00fcd"),
            Row("adjustment", date(2021, 1, 29), "Korrektur Kapitalabruf", Decimal("92500.50"),
                "R\u00fcckerstattung aus Abruf 2 an die Anleger", corrects="capital_call"),
        ],
    )
    metrics = report.metrics()

    def footer(sheet):
        sheet.text(sheet.margin, "Rheinufer Kapitalverwaltung GmbH \u00b7 K\u00f6ln", 7.5, colour=(0.4, 0.4, 0.4))
        sheet.text(sheet.right, "Seite 1 von 1", 7.5, align="right", colour=(0.4, 0.4, 0.4))

    sheet = Sheet(folder / report.document, A4, "Rheinufer Mittelstand I - Quartalsbericht Q4 2024", 56, footer=footer)
    sheet.text(sheet.margin, report.name, 16, bold=True, colour=(0.35, 0.12, 0.14))
    sheet.y -= 18
    sheet.text(sheet.margin, "Quartalsbericht zum 31.12.2024", 11)
    sheet.y -= 8
    sheet.line(sheet.margin, sheet.right, sheet.y, 2.4, (0.35, 0.12, 0.14))
    sheet.y -= 20
    for label, value in [
        ("Anleger:", report.investor), ("Verwalter:", report.manager), ("Auflagejahr:", str(report.vintage_year)),
        ("Zeichnungssumme:", german(report.commitment) + " EUR"),
    ]:
        sheet.text(sheet.margin, label, 9.5, bold=True)
        sheet.text(sheet.margin + 104, value, 9.5)
        sheet.y -= 13.5

    def day(row):
        return f"{row.day.day:02d}.{row.day.month:02d}.{row.day.year}"

    def heading(text):
        sheet.y -= 20
        sheet.text(sheet.margin, text, 11.5, bold=True, colour=(0.35, 0.12, 0.14))
        sheet.y -= 8

    def amount(row):
        return german(row.amount)

    heading("Kapitalabrufe")
    booktabs_table(sheet, [
        Column("Datum", 76, "left", day), Column("Nummer", 66, "left", lambda r: r.label),
        Column("Verwendung", 235, "left", lambda r: r.description),
        Column("Betrag (EUR)", 106, "right", amount, amount=True),
    ], report.of("capital_call"), ("Summe", german(metrics["total_calls"])))
    heading("Aussch\u00fcttungen")
    booktabs_table(sheet, [
        Column("Datum", 76, "left", day), Column("Art", 106, "left", lambda r: r.type),
        Column("Herkunft", 125, "left", lambda r: r.description),
        Column("r\u00fcckrufbar", 70, "centre", lambda r: "ja" if r.recallable else "nein"),
        Column("Betrag (EUR)", 106, "right", amount, amount=True),
    ], report.of("distribution"), ("Summe", german(metrics["total_distributions"])))
    heading("Korrekturen (positiv: Zahlung an die Anleger)")
    booktabs_table(sheet, [
        Column("Datum", 76, "left", day), Column("Art", 126, "left", lambda r: r.type),
        Column("Erl\u00e4uterung", 175, "left", lambda r: r.description),
        Column("Betrag (EUR)", 106, "right", amount, amount=True),
    ], report.of("adjustment"), None)
    heading("Kennzahlen seit Auflage")
    sheet.y -= 11
    for label, value in [
        ("Eingezahltes Kapital", german(metrics["pic"]) + " EUR"), ("Aussch\u00fcttungen", german(metrics["distributed"]) + " EUR"),
        ("Nettoinventarwert", german(report.nav) + " EUR"), ("Offene Zusagen", german(metrics["unfunded"]) + " EUR"),
        ("DPI", german(rounded(metrics["dpi"], 2)) + "x"), ("RVPI", german(rounded(metrics["rvpi"], 2)) + "x"),
        ("TVPI", german(rounded(metrics["tvpi"], 2)) + "x"), ("Netto-IRR", german(rounded(metrics["irr"] * 100, 1), 1) + " %"),
    ]:
        sheet.text(sheet.margin + 3, label, 9.5)
        sheet.text(sheet.margin + 270, value, 9.5, align="right")
        sheet.y -= 13.5
    heading("Anlagestrategie")
    sheet.y -= 11
    sheet.paragraph(
        "Der Fonds beteiligt sich mehrheitlich an inhabergef\u00fchrten Industriebetrieben im deutschsprachigen Raum mit 10 bis 60 Millionen "
        "Euro Umsatz, meist im Zuge einer Nachfolge. R\u00fcckrufbare Aussch\u00fcttungen k\u00f6nnen bis zum Ende der Investitionsperiode am "
        "31.12.2025 erneut abgerufen werden.", 9.5, 13)
    sheet.save()
    write_truth(folder, report, page=1)


# ---- the truth --------------------------------------------------------------------------------------------------------


def money(amount):
    return f"{rounded(amount, 2)}"


def write_truth(folder, report, page):
    metrics = report.metrics()
    reported = {key: money(metrics[key]) for key in ("total_calls", "total_distributions", "pic", "distributed", "unfunded")}
    reported |= {key: float(rounded(metrics[key], 2)) for key in ("dpi", "rvpi", "tvpi")}
    reported |= {"irr": float(rounded(metrics["irr"], 3)), "nav": money(report.nav), "page": page}
    transactions = []
    for row in report.rows:
        lp_cash, paid_in, distributed, unfunded = row.effects()
        assert row.page > 0, "every row of the ledger is drawn"
        transactions.append({
            "kind": row.kind, "date": row.day.isoformat(), "type": row.type, "label": row.label,
            "description": row.description, "recallable": row.recallable, "amount": money(row.amount), "printed": row.printed,
            "lp_cash": money(lp_cash), "paid_in_effect": money(paid_in), "distribution_effect": money(distributed),
            "unfunded_effect": money(unfunded), "page": row.page, "box": row.box,
        })
    truth = {
        "document": report.document,
        "layout": report.layout,
        "fund": {
            "name": report.name, "manager": report.manager, "currency": report.currency, "vintage_year": report.vintage_year,
            "commitment": money(report.commitment), "as_of": report.as_of.isoformat(), "nav": money(report.nav),
            "investor": report.investor,
        },
        "transactions": transactions,
        "reported": reported,
        "computed": {key: round(float(metrics[key]), 8) for key in ("dpi", "rvpi", "tvpi", "irr")},
    }
    path = (folder / report.document).with_suffix(".json")
    path.write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    for make in (northlight, harrowgate, rheinufer):
        make(folder)


if __name__ == "__main__":
    main()
