"""Capital account statements (quarter, year, since inception) and notices of calls and distributions."""
from dataclasses import replace
from datetime import date, timedelta

from . import days, front, names, words
from .document import Document, heading, notes_of_foot, paragraphs, table_step
from .flows import Entry, Ledger, major
from .numbers import NBSP
from .tables import Cell, Column, Row, Table

LINES = {
    "en": [("opening", ["Opening net asset value", "Beginning capital balance",
                        "Net asset value, beginning of period"]),
           ("contributions", ["Capital contributions", "Contributions"]),
           ("distributions", ["Distributions", "Capital distributions"]), ("fees", ["Management fees"]),
           ("expenses", ["Partnership expenses"]), ("income", ["Investment income", "Interest and dividend income"]),
           ("realised", ["Realised gain / (loss)", "Net realized gain (loss)"]),
           ("unrealised", ["Change in unrealised value", "Net change in unrealized appreciation"]),
           ("carry", ["Accrued carried interest", "Carried interest allocation"]),
           ("closing", ["Closing net asset value", "Ending capital balance", "Net asset value, end of period"])],
    "de": [("opening", ["Anfangsbestand NAV", "Nettoinventarwert zu Beginn"]),
           ("contributions", ["Einzahlungen", "Kapitalabrufe"]), ("distributions", ["Ausschüttungen"]),
           ("fees", ["Verwaltungsgebühr"]), ("expenses", ["Sonstige Kosten"]), ("income", ["Laufende Erträge"]),
           ("realised", ["Realisierte Gewinne / Verluste"]), ("unrealised", ["Veränderung nicht realisierter Werte"]),
           ("carry", ["Abgegrenzter Carried Interest"]), ("closing", ["Endbestand NAV", "Nettoinventarwert am Ende"])],
    "fr": [("opening", ["Valeur liquidative d'ouverture", "Actif net d'ouverture"]),
           ("contributions", ["Appels de fonds", "Versements"]), ("distributions", ["Distributions"]),
           ("fees", ["Frais de gestion"]), ("expenses", ["Autres frais"]), ("income", ["Revenus"]),
           ("realised", ["Plus-values réalisées"]), ("unrealised", ["Variation des plus-values latentes"]),
           ("carry", ["Carried interest provisionné"]),
           ("closing", ["Valeur liquidative de clôture", "Actif net de clôture"])],
}
PERIODS = {
    "en": [["Current quarter", "Year to date", "Since inception"], ["QTD", "YTD", "ITD"],
           ["Quarter", "Year-to-date", "Inception-to-date"]],
    "de": [["Quartal", "Laufendes Jahr", "Seit Auflage"], ["QTD", "YTD", "ITD"]],
    "fr": [["Trimestre", "Exercice", "Depuis l'origine"], ["QTD", "YTD", "ITD"]],
}
STATEMENT_TITLES = {
    "en": ["Capital account statement", "Statement of partner's capital", "Partner's capital account statement"],
    "de": ["Kapitalkontoauszug", "Kapitalkonto"],
    "fr": ["Relevé de compte de capital", "État du compte de capital"],
}
KEYS = ["current_quarter", "year_to_date", "since_inception"]


def build_statement(rng, plan):
    n = plan.numbers
    as_of = days.last_of_quarter(date(rng.randint(2015, 2025), rng.choice([2, 5, 8, 11]), 10))
    commitment = rng.choice([5, 10, 20, 25, 40]) * 10**8
    ledger = Ledger([Entry("capital_call", as_of - timedelta(days=1500), 0)], as_of, commitment, None)
    fund = front.make_fund(rng, plan, ledger)
    columns = _roll(rng, n, commitment, as_of)
    ledger.nav = columns[2]["closing"]
    doc, lines = Document(plan), []
    head_words = rng.choice(PERIODS[plan.lang])
    suffix = f" ({plan.currency})" if n.place == "header" and plan.scale_note != "header" else ""
    if plan.scale_note == "header":
        unit = words.SCALE_HEADERS[plan.lang][plan.scale].format(code=plan.currency,
                                                                 symbol=front.SYMBOLS[plan.currency])
        suffix = f" ({unit})"
    table = Table([Column({"en": "Item", "de": "Position", "fr": "Rubrique"}[plan.lang] if rng.random() < 0.4 else "",
                          wrap=True)] +
                  [Column(h + suffix, "right") for h in head_words], [], replace(plan.table, full_width=True))
    for key, names_of in LINES[plan.lang]:
        if key in ("expenses", "carry") and key not in columns[2]:
            continue
        label, bold = rng.choice(names_of), key in ("opening", "closing")
        values = [c[key] for c in columns]
        cells = [Cell(n.amount(v) if v else nil_text(plan), bold=bold) for v in values]
        table.rows.append(Row([Cell(label, bold=bold)] + cells, "total" if key == "closing" else "data"))
        lines.append(dict(zip(["line", *KEYS, "page"], [label, *map(major, values), 1])))
    doc.add(front.head(rng, plan, fund, subtitle=rng.choice(STATEMENT_TITLES[plan.lang])),
            heading(plan, rng.choice(STATEMENT_TITLES[plan.lang]), table), table_step(table))
    if rng.random() < 0.6:
        doc.add(*_commitments(rng, plan, ledger, columns[2]))
    doc.add(notes_of_foot(rng, plan))
    doc.truth = {"expect": "no_dated_ledger_but_totals", "fund": fund.truth(plan), "statement_lines": lines}
    return doc


def nil_text(plan):
    return {"empty": "–"}.get(plan.nil, plan.nil)


def _roll(rng, n, commitment, as_of):
    """Three columns that each roll forward; the year contains the quarter, inception contains the year."""
    near = lambda value: int(value) // n.step * n.step
    keys = ["contributions", "distributions", "fees", "income", "realised", "unrealised"]
    keys += [k for k in ("expenses", "carry") if rng.random() < 0.7]
    shares = {"contributions": (0.0, 0.06), "distributions": (-0.07, 0), "fees": (-0.006, -0.003), "income": (0, 0.01),
              "realised": (-0.01, 0.04), "unrealised": (-0.04, 0.08), "expenses": (-0.002, -0.0005),
              "carry": (-0.01, 0)}

    def piece(times):
        return {k: near(commitment * rng.uniform(*shares[k]) * times) if rng.random() > 0.12 or times > 3 else 0
                for k in keys}

    add = lambda a, b: {k: a[k] + b[k] for k in keys}
    before, rest, quarter = piece(12), piece((as_of.month // 3) - 1), piece(1)
    before["contributions"] = near(commitment * 0.7)
    year = add(rest, quarter) if as_of.month > 3 else dict(quarter)
    whole = add(before, year)
    opening_year = sum(before.values())
    opening_quarter = opening_year + sum(rest.values()) if as_of.month > 3 else opening_year
    out = []
    for part, opening in ((quarter, opening_quarter), (year, opening_year), (whole, 0)):
        out.append(dict(part, opening=opening, closing=opening + sum(part.values())))
    return out if min(c["closing"] for c in out) > 0 else _roll(rng, n, commitment, as_of)


def _commitments(rng, plan, ledger, whole):
    n, lang = front.figure_style(plan), plan.lang
    title = {"en": "Commitment reconciliation", "de": "Zusagen", "fr": "Engagements"}[lang]
    rows = [(plan.word(rng, "FIGURES", "commitment"), ledger.commitment),
            (plan.word(rng, "FIGURES", "called"), whole["contributions"]),
            (plan.word(rng, "FIGURES", "unfunded"), ledger.commitment - whole["contributions"])]
    if rows[2][1] <= 0:
        return []
    table = Table([Column(title), Column(plan.currency, "right")],
                  [Row([Cell(a), Cell(n.figure(v))]) for a, v in rows], replace(plan.table, full_width=False))
    return [heading(plan, title, table), table_step(table)]


NOTICE = {
    "en": {"call": ["Capital Call Notice", "Drawdown Notice", "Notice of capital call"],
           "distribution": ["Distribution Notice", "Notice of distribution"],
           "dear": "Dear Investor,",
           "call_text": "In accordance with the Limited Partnership Agreement, the General Partner hereby calls capital "
                        "as set out below. Please remit the amount by the due date.",
           "distribution_text": "We are pleased to inform you of the following distribution, which will be paid to your "
                                "account on the payment date.",
           "notice": "Notice date",
           "due": "Due date",
           "pay": "Payment date",
           "number": {"call": "Call number", "distribution": "Distribution number"},
           "item": "Item",
           "fund": "Total fund",
           "share": "Your share",
           "total": {"call": "Total capital call", "distribution": "Total distribution"},
           "net": "Net amount due",
           "due_text": "The amount is payable no later than {day}.",
           "pay_text": "The amount will be paid on {day}.",
           "set_off": "Total distribution",
           "bank": "Payment instructions are unchanged; please call us before changing any bank detail.",
           "unfunded": "Remaining unfunded commitment after this call",
           "commitment": "Your commitment"},
    "de": {"call": ["Kapitalabruf", "Abrufschreiben"],
           "distribution": ["Ausschüttungsmitteilung", "Mitteilung über eine Ausschüttung"],
           "dear": "Sehr geehrte Damen und Herren,",
           "call_text": "gemäß Gesellschaftsvertrag rufen wir hiermit Kapital wie folgt ab. Bitte überweisen Sie den "
                        "Betrag bis zur Fälligkeit.",
           "distribution_text": "wir freuen uns, Ihnen die folgende Ausschüttung mitzuteilen, die am Zahlungsdatum auf "
                                "Ihr Konto überwiesen wird.",
           "notice": "Mitteilungsdatum",
           "due": "Fälligkeit",
           "pay": "Zahlungsdatum",
           "number": {"call": "Abruf Nr.", "distribution": "Ausschüttung Nr."},
           "item": "Position",
           "fund": "Fonds gesamt",
           "share": "Ihr Anteil",
           "total": {"call": "Summe Kapitalabruf", "distribution": "Summe Ausschüttung"},
           "net": "Nettobetrag",
           "due_text": "Der Betrag ist bis zum {day} zu überweisen.",
           "pay_text": "Der Betrag wird am {day} ausgezahlt.",
           "set_off": "Summe Ausschüttung",
           "bank": "Die Bankverbindung ist unverändert.",
           "unfunded": "Offene Zusage nach diesem Abruf",
           "commitment": "Ihre Zeichnungssumme"},
    "fr": {"call": ["Avis d'appel de fonds", "Appel de fonds"],
           "distribution": ["Avis de distribution"],
           "dear": "Madame, Monsieur,",
           "call_text": "Conformément au règlement du fonds, nous procédons à l'appel de fonds détaillé ci-dessous. "
                        "Merci de virer le montant à la date d'échéance.",
           "distribution_text": "Nous avons le plaisir de vous informer de la distribution suivante, qui sera versée "
                                "sur votre compte à la date de paiement.",
           "notice": "Date d'avis",
           "due": "Date d'échéance",
           "pay": "Date de paiement",
           "number": {"call": "Appel n°", "distribution": "Distribution n°"},
           "item": "Poste",
           "fund": "Total du fonds",
           "share": "Votre part",
           "total": {"call": "Total de l'appel", "distribution": "Total de la distribution"},
           "net": "Montant net",
           "due_text": "Le montant est à régler au plus tard le {day}.",
           "pay_text": "Le montant sera versé le {day}.",
           "set_off": "Total de la distribution",
           "bank": "Les coordonnées bancaires sont inchangées.",
           "unfunded": "Engagement non appelé après cet appel",
           "commitment": "Votre engagement"},
}


def build_notice(rng, plan):
    """One call or distribution: the investor's share, gross, counts on the due date."""
    w, n, lang = NOTICE[plan.lang], plan.numbers, plan.lang
    sort = rng.choice(["call", "call", "distribution"])
    notice_day = days.working_day(date(rng.randint(2016, 2025), rng.randint(1, 12), rng.randint(1, 28)))
    due = days.working_day(notice_day + timedelta(days=rng.randint(10, 16)))
    if plan.dates in ("mm/dd/yyyy", "dd/mm/yyyy", "dd-mm-yyyy") and notice_day.day <= 12 and due.day <= 12:
        due = days.working_day(due.replace(day=20))
    commitment = rng.choice([5, 10, 20, 25, 40]) * 10**8
    parts = _notice_parts(rng, plan, sort, commitment)
    total, times = sum(v for _, v in parts), rng.choice([12, 20, 40])
    entry = Entry("capital_call" if sort == "call" else "distribution", due, total, subject=sort,
                  number=str(rng.randint(2, 14))).settle()
    entry.type = w["total"][sort]
    ledger = Ledger([entry], notice_day, commitment, None)
    fund = front.make_fund(rng, plan, ledger)
    text = lambda day: days.day_text(day, plan.dates if plan.precision == "day" else "iso", lang)
    entry.printed_day = text(due)
    in_prose = rng.random() < 0.3
    facts = [(w["notice"], text(notice_day))]
    if not in_prose:
        facts.append((w["due" if sort == "call" else "pay"], entry.printed_day))
    facts += [(w["number"][sort], entry.number),
              (w["commitment"], front.figure_style(plan).figure(commitment))]
    with_fund = rng.random() < 0.6
    unit = f" ({plan.currency})" if n.place == "header" and plan.scale_note != "header" else ""
    if plan.scale_note == "header":
        unit = " (" + words.SCALE_HEADERS[lang][plan.scale].format(code=plan.currency,
                                                                   symbol=front.SYMBOLS[plan.currency]) + ")"
    columns = [Column(w["item"], wrap=True)] + [Column(w["fund"] + unit, "right")] * with_fund + [Column(w["share"] +
                                                                                                         unit, "right")]
    rows = [Row([Cell(label)] + [Cell(n.amount(v * times))] * with_fund + [Cell(n.amount(v))]) for label, v in parts]
    entry.printed_amount.text = n.amount(total)
    rows.append(Row([Cell(w["total"][sort], bold=True)] + [Cell(n.amount(total * times), bold=True)] * with_fund +
                    [Cell(entry.printed_amount.text, bold=True, printed=entry.printed_amount)], "total"))
    entry.recallable = False if sort == "distribution" else None
    entries = [entry]
    if sort == "call" and rng.random() < 0.3:
        entries.append(_set_off(rng, plan, entry, rows, times if with_fund else 0))
    table = Table(columns, rows, plan.table)
    doc = Document(plan)
    colon = NBSP + ":" if lang == "fr" else ":"

    def top(sheet):
        sheet.line(fund.name, sheet.size * 1.7, bold=True, gap=1.4, color=plan.heading_color)
        sheet.line(rng_title, sheet.size * 1.25, bold=True, gap=1.8)
        front._facts(sheet, plan, facts, colon)
        sheet.y += 10
        sheet.paragraph(w["dear"])
        sheet.paragraph(w[sort + "_text"])
        if in_prose:
            sheet.paragraph(w["due_text" if sort == "call" else "pay_text"].format(day=entry.printed_day))

    rng_title = rng.choice(w[sort])
    doc.add(top, heading(plan, w["total"][sort] if rng.random() < 0.3 else rng_title, table), table_step(table))
    if sort == "call" and rng.random() < 0.7:
        left = commitment * 6 // 10 // n.step * n.step
        doc.add(paragraphs([f"{w['unfunded']}{colon} {front.figure_style(plan).figure(left)}"]))
    doc.add(paragraphs([w["bank"]]), notes_of_foot(rng, plan))
    plan.features["notice"] = sort
    plan.features["due day"] = "in prose" if in_prose else "labelled"
    plan.features["set off"] = "yes" if len(entries) > 1 else "no"
    doc.transactions = [("", e) for e in entries]
    doc.truth = {"fund": fund.truth(plan), "reported_metrics": {}}
    return doc


def _set_off(rng, plan, call, rows, times):
    """A distribution of the same day in the table of a call, and the net amount below both."""
    w, n, step = NOTICE[plan.lang], plan.numbers, plan.numbers.step
    entry = Entry("distribution", call.day, max(step, call.amount * rng.randint(15, 60) // 100 // step * step)).settle()
    entry.type, entry.recallable, entry.printed_day = w["set_off"], False, call.printed_day
    entry.printed_amount.text = n.amount(entry.amount)
    for label, value, printed in ((w["set_off"], entry.amount, entry.printed_amount),
                                  (w["net"], call.amount - entry.amount, None)):
        whole = [Cell(n.amount(value * times), bold=True)] if times else []
        rows.append(Row([Cell(label, bold=True)] + whole + [Cell(n.amount(value), bold=True, printed=printed)], "total"))
    return entry


def _notice_parts(rng, plan, sort, commitment):
    step = plan.numbers.step
    near = lambda share: max(step, int(commitment * share) // step * step)
    lang = plan.lang
    if sort == "call":
        labels = [rng.choice(words.DESCRIPTIONS[lang]["call"][:2]).format(co=rng.choice(names.COMPANIES[lang]),
                                                                          year=2020), plan.word(rng, "COLUMNS", "fees")]
        labels.append({"en": "Partnership expenses", "de": "Sonstige Kosten", "fr": "Autres frais"}[lang])
        sizes = [near(rng.uniform(0.03, 0.12)), near(rng.uniform(0.003, 0.01)), near(rng.uniform(0.0005, 0.002))]
        count = rng.choice([1, 2, 3])
        return list(zip(labels, sizes))[:count]
    subjects = rng.sample(["return_of_capital", "gain", "income"], rng.choice([1, 2, 3]))
    return [(rng.choice(words.COMPONENTS[lang][s]), near(rng.uniform(0.01, 0.08))) for s in subjects]
