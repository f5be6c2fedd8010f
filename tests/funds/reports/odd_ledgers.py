"""Ledgers printed in ways that most reports do not choose: grids of quarters, days across, years apart, codes."""
from . import days, front, making
from .document import Document, heading, paragraphs, table_step
from .ledger_tables import Scribe
from .tables import Cell, Column, Row, Table

ODD = ["quarters by years", "years apart", "codes", "days across", "day in the label", "debit and credit",
       "numbered years"]
DAY_WITHOUT_YEAR = {"en": "d Mon yyyy", "de": "d. Month yyyy", "fr": "d month yyyy"}
CODES = {"en": [("CC", "capital call"), ("D", "distribution")], "de": [("KA", "Kapitalabruf"), ("AU", "Ausschüttung")],
         "fr": [("AF", "appel de fonds"), ("DI", "distribution")]}
SIDES = {"en": ("Debit", "Credit", "Balance"), "de": ("Belastung", "Gutschrift", "Saldo"),
         "fr": ("Débit", "Crédit", "Solde")}
PAID = {"en": ("Contributions", "Distributions"), "de": ("Einzahlung", "Auszahlung"), "fr": ("Appels", "Distributions")}
RUNNING = {"en": "No.", "de": "Lfd. Nr.", "fr": "N°"}
YEAR = {"en": "Year", "de": "Jahr", "fr": "Année"}


def build(rng, plan):
    f = plan.features
    f["odd"] = rng.choice(ODD)
    f.update({"layout": "odd", "adjustments": "none", "reversal": "no", "recallable": "unsaid", "two dates": "no",
              "fund and share": "no", "signs": "positive", "length": "short", "age": "old", "trap": "none",
              "wrapped dates": "no", "precision": "day"})
    if f["odd"] == "years apart":
        f["dates"] = DAY_WITHOUT_YEAR[plan.lang]
    elif f["odd"] == "quarters by years":
        f["precision"], f["dates"] = "quarter", days.QUARTER_STYLES[plan.lang][0]
    elif f["dates"] in days.WRAPPABLE:
        f["dates"] = "dd.mm.yyyy" if plan.lang == "de" else "iso"
    ledger = making.make(rng, plan)
    if not ledger.of("distribution") or plan.precision != ("quarter" if f["odd"] == "quarters by years" else "day"):
        return None
    fund, doc = front.make_fund(rng, plan, ledger), Document(plan)
    doc.add(front.head(rng, plan, fund, with_nav=True))
    scribe = Scribe(rng, plan, ledger)
    if not WRITERS[f["odd"]](doc, scribe, ledger):
        return None
    reported = {"commitment": front.major(front.figure_style(plan).printed_value(ledger.commitment))}
    if ledger.nav is not None:
        reported["nav"] = front.major(front.figure_style(plan).printed_value(ledger.nav))
    doc.truth |= {"fund": fund.truth(plan), "reported_metrics": reported, "computed": ledger.computed()}
    return doc


def _kinds(ledger):
    return [(kind, role, sorted(ledger.of(kind), key=lambda e: e.day))
            for kind, role in (("capital_call", "calls"), ("distribution", "distributions"))]


def quarters_by_years(doc, s, ledger):
    """A table for calls and one for distributions, a line for each year, a column for each quarter."""
    plan, keys = doc.plan, set()
    for e in ledger.entries:
        e.day = days.last_of_quarter(e.day)
        if (e.kind, e.day) in keys:
            return False  # two amounts of one quarter would be printed as their sum
        keys.add((e.kind, e.day))
    for kind, role, entries in _kinds(ledger):
        columns = [Column(YEAR[plan.lang])] + [Column(f"Q{q}", "right") for q in range(1, 5)]
        columns.append(Column(s.amount_header("total"), "right"))
        rows = []
        for year in range(entries[0].day.year, entries[-1].day.year + 1):
            of_year = {(e.day.month + 2) // 3: e for e in entries if e.day.year == year}
            for e in of_year.values():
                s.day(e)
            cells = [s.amount(of_year[q]) if q in of_year else Cell("–") for q in range(1, 5)]
            rows.append(Row([Cell(str(year))] + cells + [s.plain(sum(e.amount for e in of_year.values()))]))
        table = Table(columns, rows, s.style())
        doc.add(heading(plan, plan.word(s.rng, "TITLES", role), table), table_step(table))
        doc.transactions += [("", e) for e in entries]
    return True


def years_apart(doc, s, ledger):
    """One table in order of days, each year in a row of its own above days without it."""
    entries = sorted(ledger.entries, key=lambda e: (e.day, e.kind))
    columns = [Column(s.word("date")), Column(s.word("type"), wrap=True), Column(s.amount_header("contributions"), "right"),
               Column(s.amount_header("distributions"), "right")]
    rows, year = [], 0
    for e in entries:
        if e.day.year != year:
            year = e.day.year
            rows.append(Row([Cell(str(year), bold=True)], "section"))
        printed = s.day(e).text
        amounts = [s.amount(e), Cell("")] if e.kind == "capital_call" else [Cell(""), s.amount(e)]
        rows.append(Row([Cell(printed[: -len(str(year))].strip()), Cell(e.type)] + amounts))
    return _one_table(doc, s, Table(columns, rows, s.style()), entries)


def codes(doc, s, ledger):
    """One table whose type column holds codes, and their key below it."""
    entries = sorted(ledger.entries, key=lambda e: (e.day, e.kind))
    key = CODES[doc.plan.lang]
    columns = [Column(s.word("date")), Column("Code"), Column(s.amount_header("amount"), "right")]
    rows = [Row([s.day(e), Cell(key[e.kind == "distribution"][0]), s.amount(e)]) for e in entries]
    _one_table(doc, s, Table(columns, rows, s.style()), entries)
    doc.add(paragraphs(["; ".join(f"{code} = {words_}" for code, words_ in key) + "."]))
    return True


def days_across(doc, s, ledger):
    """Calls and distributions as lines, a column for each day, and the sum at the right."""
    entries = sorted(ledger.entries, key=lambda e: (e.day, e.kind))
    all_days = sorted({e.day for e in entries})
    if len(all_days) > 5 or len({(e.day, e.kind) for e in entries}) < len(entries):
        return False
    heads = [s.other_day(day).text for day in all_days]
    columns = [Column("")] + [Column(h, "right") for h in heads] + [Column(s.amount_header("total"), "right")]
    rows = []
    for kind, role, own in _kinds(ledger):
        at = {e.day: e for e in own}
        for e in own:
            s.day(e)
        name = s.word({"capital_call": "contributions", "distribution": "distributions"}[kind])
        rows.append(Row([Cell(name)] + [s.amount(at[d]) if d in at else Cell("–") for d in all_days] +
                        [s.plain(sum(e.amount for e in own))]))
    return _one_table(doc, s, Table(columns, rows, s.style()), entries)


def day_in_the_label(doc, s, ledger):
    """Two columns: a label that ends with its day, and the amount."""
    entries = sorted(ledger.entries, key=lambda e: (e.day, e.kind))
    names = {k: v for k, v in zip(("capital_call", "distribution"), (w for _, w in CODES[doc.plan.lang]))}
    columns = [Column(s.word("type")), Column(s.amount_header("amount"), "right")]
    rows = []
    for i, e in enumerate(entries):
        label = names[e.kind]
        rows.append(Row([Cell(f"{label[0].upper()}{label[1:]} {i + 1} ({s.day(e).text})"), s.amount(e)]))
    return _one_table(doc, s, Table(columns, rows, s.style()), entries)


def debit_and_credit(doc, s, ledger):
    """An account: what was paid is a debit, what came back a credit, and the balance runs."""
    entries = sorted(ledger.entries, key=lambda e: (e.day, e.kind))
    debit, credit, balance = map(s.with_unit, SIDES[doc.plan.lang])
    columns = [Column(s.word("date")), Column(s.word("type"), wrap=True), Column(debit, "right"),
               Column(credit, "right"), Column(balance, "right")]
    names = {k: w[0].upper() + w[1:] for k, (_, w) in zip(("capital_call", "distribution"), CODES[doc.plan.lang])}
    rows, running = [], 0
    for e in entries:
        running += e.lp_cash
        amounts = [s.amount(e), Cell("")] if e.kind == "capital_call" else [Cell(""), s.amount(e)]
        rows.append(Row([s.day(e), Cell(names[e.kind])] + amounts + [s.plain(running)]))
    return _one_table(doc, s, Table(columns, rows, s.style()), entries)


def numbered_years(doc, s, ledger):
    """Rows with a running number, and below those of each year their sum."""
    entries = sorted(ledger.entries, key=lambda e: (e.day, e.kind))
    paid, received = map(s.with_unit, PAID[doc.plan.lang])
    columns = [Column(RUNNING[doc.plan.lang], "right"), Column(s.word("date")),
               Column(s.word("description"), wrap=True), Column(paid, "right"), Column(received, "right")]
    rows = []
    for i, e in enumerate(entries):
        amounts = [s.amount(e), Cell("")] if e.kind == "capital_call" else [Cell(""), s.amount(e)]
        rows.append(Row([Cell(str(i + 1)), s.day(e), Cell(e.description)] + amounts))
        if i + 1 < len(entries) and entries[i + 1].day.year == e.day.year:
            continue
        of_year = [x for x in entries if x.day.year == e.day.year]
        sums = [s.plain(sum(x.amount for x in of_year if x.kind == kind)) for kind in ("capital_call", "distribution")]
        word = f"{s.total_word} {e.day.year}"
        rows.append(Row([Cell(""), Cell(""), Cell(word, bold=True)] + [Cell(c.text, bold=True) for c in sums],
                        "subtotal"))
    return _one_table(doc, s, Table(columns, rows, s.style()), entries)


def _one_table(doc, s, table, entries):
    doc.add(heading(doc.plan, doc.plan.word(s.rng, "TITLES", "cash_flows"), table), table_step(table))
    doc.transactions += [("", e) for e in entries]
    return True


WRITERS = {"quarters by years": quarters_by_years, "years apart": years_apart, "codes": codes,
           "days across": days_across, "day in the label": day_in_the_label, "debit and credit": debit_and_credit,
           "numbered years": numbered_years}
