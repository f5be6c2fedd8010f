"""Tables of a pension plan's funds: each row is a fund, none is a transaction."""
from datetime import date
from fractions import Fraction

from . import days, front, names, words
from .document import Document, notes_of_foot, paragraphs, table_step
from .flows import major
from .numbers import NBSP
from .tables import Cell, Column, Row, Table

HEADS = {
    "en": [["Fund", "Vintage", "Commitment", "Cash in", "Cash out", "Cash out & remaining value", "Net IRR",
            "Multiple"],
           ["Partnership", "Vintage year", "Capital committed", "Contributions", "Distributions", "Total value", "IRR",
            "TVPI"],
           ["Fund name", "Vintage", "Commitment", "Paid-in capital", "Distributions", "Total value", "Net IRR",
            "Investment multiple"]],
    "de": [["Fonds", "Auflagejahr", "Zusage", "Einzahlungen", "Ausschüttungen", "Gesamtwert", "Netto-IRR", "TVPI"]],
    "fr": [["Fonds", "Millésime", "Engagement", "Appels de fonds", "Distributions", "Valeur totale", "TRI net",
            "TVPI"]],
}
TITLES = {
    "en": ["Private equity program: fund performance", "Partnership investments", "Private markets portfolio"],
    "de": ["Private-Equity-Portfolio: Fondsübersicht"],
    "fr": ["Portefeuille de capital-investissement"],
}


def build(rng, plan):
    n, lang = plan.numbers, plan.lang
    as_of = days.last_of_quarter(date(rng.randint(2018, 2025), rng.choice([3, 6, 9, 12]), 10))
    heads = rng.choice(HEADS[lang])
    grouping = rng.choice(["none", "vintage", "total"])
    funds = sorted((_fund(rng, plan, as_of) for _ in range(rng.choice([6, 12, 25, 40]))), key=lambda f: f["vintage"])
    unit = f" ({plan.currency})" if n.place == "header" else ""
    if plan.scale_note == "header":
        unit = " (" + words.SCALE_HEADERS[lang][plan.scale].format(code=plan.currency,
                                                                   symbol=front.SYMBOLS[plan.currency]) + ")"
    columns = [Column(heads[0], wrap=True), Column(heads[1], "center")] + [Column(h + unit, "right")
                                                                           for h in heads[2:6]] + [Column(h, "right")
                                                                                                   for h in heads[6:]]
    rows, year = [], None
    for i, f in enumerate(funds):
        if grouping == "vintage" and f["vintage"] != year:
            year = f["vintage"]
            rows.append(Row([Cell(f"{heads[1]} {year}")], "section"))
        cells = [Cell(f["fund"]), Cell(str(f["vintage"]))] + [Cell(n.amount(f[k]))
                                                              for k in ("commitment", "cash_in", "cash_out", "total")]
        rows.append(Row(cells + [Cell(f["irr"]), Cell(f["multiple"])]))
    if grouping != "none":
        sums = [Cell(n.amount(sum(f[k] for f in funds)), bold=True)
                for k in ("commitment", "cash_in", "cash_out", "total")]
        rows.append(Row([Cell("Total", bold=True), Cell("")] + sums + [Cell(""), Cell("")], "total"))
    table = Table(columns, rows, plan.table)
    doc, title, note = Document(plan), rng.choice(TITLES[lang]), front.scale_note(rng, plan)
    day = front.long_day(plan, as_of)

    def top(sheet):
        sheet.line(title, sheet.size * 1.6, bold=True, gap=1.5, color=plan.heading_color)
        sheet.line({"en": f"As of {day}", "de": f"Stand: {day}", "fr": f"Au {day}"}[lang] + f" – {plan.currency}",
                   gap=1.6)
        if note:
            sheet.line(note, gap=1.6)
        sheet.y += 6

    doc.add(top, table_step(table))
    doc.add(paragraphs([{"en": "N/M: not meaningful, funds younger than two years.",
                         "de": "N/M: nicht aussagekräftig, Fonds jünger als zwei Jahre.",
                         "fr": "N/M : non significatif, fonds de moins de deux ans."}[lang]], size=plan.size * 0.85),
            notes_of_foot(rng, plan))
    doc.truth = {"expect": "portfolio_table_no_ledger", "funds": [
        {"fund": f["fund"], "vintage": f["vintage"], "commitment": major(f["commitment"]),
         "cash_in": major(f["cash_in"]), "cash_out": major(f["cash_out"]),
         "cash_out_plus_remaining_value": major(f["total"]), "net_irr_printed": f["irr"],
         "investment_multiple_printed": f["multiple"]} for f in funds]}
    plan.features["grouping"] = grouping
    return doc


def _fund(rng, plan, as_of):
    n = plan.numbers
    near = lambda value: max(n.step, int(value) // n.step * n.step)
    vintage = rng.randint(as_of.year - 15, as_of.year - 1)
    age = as_of.year - vintage
    commitment = near(rng.choice([25, 40, 50, 75, 100, 150, 200]) * 10**8)
    cash_in = near(commitment * min(1.15, rng.uniform(0.09, 0.16) * age + 0.05))
    total = near(cash_in * rng.uniform(0.8, 2.2))
    cash_out = near(total * min(1, age / 14) * rng.uniform(0.6, 0.98)) if age > 2 else 0
    gap = NBSP if plan.lang != "en" else ""
    irr = "N/M" if age < 3 else n.rate(Fraction(rng.randint(-60, 280), 1000), gap)
    return {"fund": names.fund_name(rng, plan.lang), "vintage": vintage, "commitment": commitment, "cash_in": cash_in,
            "cash_out": cash_out, "total": total,
            "irr": irr, "multiple": "N/M" if age < 3 else n.multiple(Fraction(total, cash_in))}
