"""The head of a report and its block of key figures."""
from dataclasses import dataclass, replace
from fractions import Fraction

from . import days, names, words
from .flows import major
from .numbers import NBSP, SYMBOLS
from .sheet import Unfit
from .tables import Cell, Column, Row, Table


@dataclass
class Fund:
    name: str
    gp: str
    vintage: int
    size: int  # the whole fund's commitments, minor units
    investor: str
    ledger: object

    def truth(self, plan):
        k = self.ledger
        return {"name": self.name, "gp": self.gp, "vintage": self.vintage, "fund_size": major(self.size),
                "commitment": major(k.commitment),
                "currency": plan.currency, "report_date": k.as_of.isoformat(), "nav": None if k.nav is None
                else major(k.nav), "lp": self.investor}


def make_fund(rng, plan, ledger, name=None):
    name = name or names.fund_name(rng, plan.lang)
    first = min(e.day for e in ledger.entries).year if ledger.entries else ledger.as_of.year - 4
    return Fund(name, names.gp_name(rng, plan.lang, name), first, ledger.commitment * rng.choice([8, 12, 20]),
                rng.choice(names.INVESTORS[plan.lang]), ledger)


def long_day(plan, day):
    return days.day_text(day, days.headline_style(plan.dates, plan.lang), plan.lang)


def figure_style(plan):
    """Key figures stand in full units when only the columns of the tables are scaled."""
    if plan.scale_note == "header":
        return replace(plan.numbers, scale="units", decimals=0)
    return plan.numbers


def scale_note(rng, plan):
    if plan.scale_note != "document":
        return ""
    notes = [n for n in words.SCALE_NOTES[plan.lang][plan.scale] if "euros" not in n or plan.currency == "EUR"]
    notes = [n for n in notes if "{symbol}" not in n or SYMBOLS[plan.currency] != plan.currency]
    return rng.choice(notes).format(code=plan.currency, symbol=SYMBOLS[plan.currency])


def size_text(plan, fund):
    value = Fraction(fund.size, 100 * 10**6)
    return f"{plan.currency} {plan.numbers.fixed(value, 1)} {words.HEADLINE[plan.lang]['million']}"


def head(rng, plan, fund, subtitle=None, with_nav=False, second=False):
    """The step that writes title and facts. `with_nav`: the NAV stands here because there are no key figures."""
    w, lang, k = words.HEADLINE[plan.lang], plan.lang, fund.ledger
    figures = figure_style(plan)
    as_of = plan.word(rng, "HEADLINE", "as_of").format(day=long_day(plan, k.as_of))
    facts = [(plan.word(rng, "HEADLINE", "gp"), fund.gp), (plan.word(rng, "HEADLINE", "vintage"), str(fund.vintage))]
    if rng.random() < 0.5:
        facts.append((w["size"], size_text(plan, fund)))
    facts.append((plan.word(rng, "HEADLINE", "commitment"), figures.figure(k.commitment)))
    if rng.random() < 0.4:
        facts.insert(0, (plan.word(rng, "HEADLINE", "investor"), fund.investor))
    if plan.currency_place == "none" or rng.random() < 0.25:
        facts.append((w["currency"], plan.currency))
    if with_nav and k.nav is not None:
        facts.append((plan.word(rng, "FIGURES", "nav"), figures.figure(k.nav)))
    colon = NBSP + ":" if lang == "fr" else ":"
    note, kind = scale_note(rng, plan), subtitle or plan.word(rng, "TITLES", "report")
    separate = rng.random() < 0.5

    def draw(sheet):
        if second and sheet.room < 200:
            sheet.new_page()
        for line in sheet.wrapped(fund.name, sheet.room_across, sheet.size * 1.75, True):
            sheet.line(line, sheet.size * 1.75, bold=True, gap=1.3, color=plan.heading_color, align=plan.title)
        dash = " – " if separate else ", "
        sheet.line(kind + (dash + as_of if ":" not in as_of else ""), sheet.size * 1.1, gap=1.6, align=plan.title)
        if ":" in as_of:
            sheet.line(as_of, align=plan.title)
        if note:
            sheet.line(note, gap=1.6, align=plan.title)
        sheet.y += 4
        _facts(sheet, plan, facts, colon)
        sheet.y += 6

    return draw


def _facts(sheet, plan, facts, colon):
    if plan.heading == "lines":
        for label, value in facts:
            sheet.line(f"{label}{colon} {value}")
    elif plan.heading == "one line":
        text = "   ".join(f"{label}{colon} {value}" for label, value in facts)
        for line in _packed(sheet, [f"{label}{colon} {value}" for label, value in facts], "   ") if text else []:
            sheet.line(line)
    else:
        across = max(sheet.measure(label) for label, _ in facts) + 18
        for label, value in facts:
            sheet.write(sheet.left, sheet.y + sheet.size, label, bold=True)
            sheet.line(" ", gap=1.4)
            sheet.write(sheet.left + max(across, 120), sheet.y - sheet.size * 0.4, value)


def _packed(sheet, parts, gap):
    lines, line = [], ""
    for part in parts:
        longer = line + gap + part if line else part
        if line and sheet.measure(longer) > sheet.room_across:
            lines.append(line)
            line = part
        else:
            line = longer
    return lines + [line]


def key_figures(rng, plan, fund):
    """[(label, printed, truth key, truth value)] of the figures this report prints."""
    k, n = fund.ledger, figure_style(plan)
    c = k.computed()
    pic, gap = k.paid_in, NBSP if plan.lang in ("fr", "de") else ""
    show = {"dpi": True, "nav": k.nav is not None, "pic": rng.random() < 0.7, "distributed": rng.random() < 0.7,
            "called": rng.random() < 0.4,
            "tvpi": rng.random() < 0.85, "rvpi": k.nav is not None and rng.random() < 0.5, "irr": rng.random() < 0.75,
            "unfunded": k.unfunded > 0 and rng.random() < 0.3, "commitment": rng.random() < 0.25}
    if plan.adjustments != "none":
        show["pic"] = show["distributed"] = True
    hidden = Fraction(k.nav if k.nav is not None else int(pic * rng.uniform(0.4, 1.2)))
    money = {"commitment": k.commitment, "called": k.called, "pic": pic, "distributed": k.distributed, "nav": k.nav,
             "unfunded": k.unfunded}
    ratios = {"dpi": Fraction(k.distributed, pic), "rvpi": hidden / pic, "tvpi": (hidden + k.distributed) / pic}
    out = []
    for key in ("commitment", "called", "pic", "distributed", "nav", "unfunded", "dpi", "rvpi", "tvpi", "irr"):
        if not show[key]:
            continue
        label = plan.word(rng, "FIGURES", key)
        if key == "distributed" and any(e.distributed for e in k.of("adjustment")):
            label = words.NET_DISTRIBUTIONS[plan.lang]  # the plain label could also mean the total before adjustments
        if key in money:
            text = n.figure(money[key])
            if key == "nav" and money[key] == 0 and plan.lang == "en":
                text = "nil"
            out.append((label, text, words.FIGURE_KEYS[key], major(n.printed_value(money[key]))))
        elif key in ratios:
            text = n.multiple(ratios[key], rng.choice(["x", "x", "x", ""]) if plan.figures_as not in ("one line",)
                              else "x")
            plain = f"{int(ratios[key] * 100 + Fraction(1, 2)) / 100:.2f}x"
            out.append((label, text, words.FIGURE_KEYS[key], plain))
        else:
            out.append((label, *_rate(rng, plan, n, c["irr"], k, gap)))
    return out


def _rate(rng, plan, n, irr, k, gap):
    if plan.age != "old":
        return rng.choice(["n.m.", "N/M", "n/a"]), "net_irr", "n.m."
    if irr is None or isinstance(irr, list):
        irr = rng.uniform(0.03, 0.2)  # printed by the manager, not to be had from this ledger
    irr = round(irr, 3)
    return n.rate(Fraction(str(irr)), gap), "net_irr", f"{irr * 100:.1f}%"


def figures_step(rng, plan, figures):
    colon = NBSP + ":" if plan.lang == "fr" else ":"
    title = plan.word(rng, "TITLES", "figures")
    from .document import heading  # the two modules only meet here

    draw_title = heading(plan, title, stranded=False)
    shape = plan.figures_as
    style = replace(plan.table, full_width=False, repeat_header=True)
    rows = [Row([Cell(label), Cell(text)]) for label, text, _, _ in figures]
    table = Table([Column(title), Column(figures_header(plan), "right")], rows, style)

    def needed(sheet):
        if shape == "two columns":
            return table.height(sheet, sheet.room_across) + 10
        return sheet.size * (4 + {"tiles": 1.3, "one line": 0.8}.get(shape, 1.5) * len(figures))

    def draw(sheet):
        if sheet.room < needed(sheet):
            sheet.new_page()
        if shape != "two columns":
            draw_title(sheet)
        if shape == "lines":
            for label, text, _, _ in figures:
                sheet.line(f"{label}{colon} {text}")
        elif shape == "one line":
            for line in _packed(sheet, [f"{label} {text}" for label, text, _, _ in figures], rng_gap(plan)):
                sheet.line(line, gap=1.5)
        elif shape == "two columns":
            sheet.y += 6
            table.draw(sheet)
        elif shape == "pairs":
            _pairs(sheet, figures)
        else:
            _tiles(sheet, plan, figures)
        sheet.y += 8

    return draw


def figures_header(plan):
    return {"en": "Value", "de": "Wert", "fr": "Valeur"}[plan.lang]


def rng_gap(plan):
    return {"lines": "   ", "one line": ", ", "table": " | "}[plan.heading]


def _pairs(sheet, figures):
    half = sheet.room_across / 2
    for i in range(0, len(figures), 2):
        for j, (label, text, _, _) in enumerate(figures[i : i + 2]):
            x = sheet.left + j * half
            if sheet.measure(label) + sheet.measure(text, bold=True) > half - 24:
                raise Unfit("key figures too wide")
            sheet.write(x, sheet.y + sheet.size, label)
            sheet.write(x + half - 18, sheet.y + sheet.size, text, bold=True, align="right")
        sheet.y += sheet.size * 1.5


def _tiles(sheet, plan, figures):
    """Boxes with a small label above a large value."""
    across, gap, tall = 4, 8, sheet.size * 4.2
    wide = (sheet.room_across - gap * (across - 1)) / across
    for i in range(0, len(figures), across):
        if sheet.room < tall + gap:
            sheet.new_page()
        for j, (label, text, _, _) in enumerate(figures[i : i + across]):
            x = sheet.left + j * (wide + gap)
            sheet.fill(x, sheet.y, x + wide, sheet.y + tall, (0.94, 0.95, 0.96))
            if max(sheet.measure(label, sheet.size * 0.85), sheet.measure(text, sheet.size * 1.25, True)) > wide - 8:
                raise Unfit("tile too narrow")
            sheet.write(x + wide / 2, sheet.y + sheet.size * 1.4, label, sheet.size * 0.85, align="center")
            sheet.write(x + wide / 2, sheet.y + sheet.size * 3.1, text, sheet.size * 1.25, True, "center")
        sheet.y += tall + gap
