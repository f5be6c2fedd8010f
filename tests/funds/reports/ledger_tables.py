"""The tables in which a report prints its ledger, one function per layout."""
from dataclasses import replace
from fractions import Fraction

from . import days, words
from .numbers import NBSP, SYMBOLS
from .tables import Cell, Column, Row, Table


class Scribe:
    """Turns entries into cells and keeps what was printed."""

    def __init__(self, rng, plan, ledger):
        self.rng, self.plan, self.k, self.n = rng, plan, ledger, plan.numbers
        self.yes, self.no = rng.choice([y for y in words.YES_NO[plan.lang] if y[0] != "✓"
                                        or plan.font.startswith("DejaVu")])
        self.recall_text = rng.choice(words.RECALLABLE[plan.lang])
        self.notes = []  # footnotes to write under the tables
        self.fee_mark = plan.recallable != "footnote" and rng.random() < 0.15
        self.number_first = rng.random() < 0.4
        self.total_in_first = rng.random() < 0.6
        self.total_word = rng.choice(words.ROWS[plan.lang]["total"])
        self.subtotal_word = rng.choice(words.ROWS[plan.lang]["subtotal"])
        self.long_type = rng.random() < 0.6
        self.marked_in_header = plan.layout in ("components", "call components")  # of recallable amounts

    def word(self, role):
        return self.plan.word(self.rng, "COLUMNS", role)

    def amount_header(self, role):
        return self.with_unit(self.word(role))

    def with_unit(self, label):
        """A heading and, where headings say it, in what its column counts."""
        p = self.plan
        if p.scale_note == "header":
            unit = words.SCALE_HEADERS[p.lang][p.scale].format(code=p.currency, symbol=SYMBOLS[p.currency])
            return f"{label} ({unit})"
        return f"{label} ({p.currency})" if self.n.place == "header" and "%" not in label else label

    def shown(self, e):
        """The amount with the sign the document gives it."""
        if e.kind == "adjustment" or self.plan.signs == "positive":
            return e.amount
        paying = -1 if self.plan.signs in ("investor cash", "DR/CR") else 1
        return e.amount * (paying if e.kind == "capital_call" else -paying)

    def day(self, e):
        e.printed_day = days.day_text(e.day, self.plan.dates, self.plan.lang)
        return Cell(e.printed_day)

    def other_day(self, day):
        return Cell(days.day_text(day, self.plan.dates, self.plan.lang))

    def symbol(self, first):
        return SYMBOLS[self.n.currency] if self.n.place == "accounting" and first else ""

    def amount(self, e, first=False):
        e.printed_amount.text = self.n.amount(self.shown(e))
        return Cell(e.printed_amount.text, mark=self.mark(e), raised=self.plan.footnote_mark == "raised 1",
                    symbol=self.symbol(first),
                    printed=e.printed_amount)

    def mark(self, e):
        text = {"raised 1": "1"}.get(self.plan.footnote_mark, self.plan.footnote_mark)
        if self.plan.recallable == "footnote" and e.recallable and not self.marked_in_header:
            self.note(text, self.recall_note())
            return text
        if self.fee_mark and e.kind == "capital_call" and e is max(self.k.of("capital_call"),
                                                                   key=lambda c: (c.amount > 0, c.day)):
            self.note(text, words.FEE_NOTES[self.plan.lang])
            return text
        return ""

    def recall_note(self):
        last = days.last_of_quarter(self.k.as_of.replace(year=self.k.as_of.year + 2))
        text = self.plan.chosen.setdefault("recall note", self.rng.choice(words.RECALL_NOTES[self.plan.lang]))
        return text.format(day=days.day_text(last, days.headline_style(self.plan.dates, self.plan.lang),
                                             self.plan.lang))

    def note(self, mark, text):
        line = (mark, text)
        if line not in self.notes:
            self.notes.append(line)

    def sum(self, minor, first=True):
        return Cell(self.n.amount(minor), bold=True, symbol=self.symbol(first))

    def plain(self, minor):
        return Cell(self.n.amount(minor))

    def nil(self):
        return Cell({"empty": ""}.get(self.plan.nil, self.plan.nil))

    def percent(self, value):
        gap = NBSP if self.plan.lang != "en" else ""
        return Cell(self.n.fixed(value * 100, 1) + gap + "%")

    def describe(self, e):
        text = e.description
        if self.plan.recallable == "description" and e.recallable:
            text = self.recall_text.format(text=text)
        return Cell(text)

    def recallable_cell(self, e):
        if e.kind != "distribution":
            return Cell("")
        return Cell(self.yes if e.recallable else self.no)

    def style(self):
        return self.plan.table

    def day_column(self, role="date"):
        if self.plan.wrapped_dates == "yes":
            return Column(self.word(role), wrap=True, width_max=34)
        return Column(self.word(role))

    def columns_of(self, kind):
        """[(column, cell maker, total maker or None)] of a table that holds one kind of entries."""
        p, out = self.plan, []
        add = lambda column, cell, total=None: out.append((column, cell, total))
        if p.two_dates == "yes" and kind == "capital_call":
            add(self.day_column("notice_date"), lambda e, s: self.other_day(e.notice_day))
            add(self.day_column("due_date"), lambda e, s: self.day(e))
        else:
            add(self.day_column(), lambda e, s: self.day(e))
        if kind == "capital_call" and p.number_column == "yes":
            out.insert(0 if self.number_first else len(out), (Column(self.word("number")), lambda e, s: Cell(e.number),
                                                              None))
        if kind == "distribution":
            add(Column(self.word("component"), wrap=True), lambda e, s: self.typed(e))
        if kind == "adjustment":
            add(Column(self.word("type"), wrap=True), lambda e, s: Cell(e.type))
        if p.description_column == "yes" or kind == "adjustment":
            add(Column(self.word("description"), wrap=True), lambda e, s: self.describe(e))
        if kind == "distribution" and p.recallable == "column":
            add(Column(self.word("recallable")), lambda e, s: self.recallable_cell(e))
        self._amount_columns(kind, add)
        return out

    def typed(self, e):
        if self.plan.recallable == "description" and e.recallable and self.plan.description_column == "no":
            return Cell(self.recall_text.format(text=e.type))
        return Cell(e.type)

    def _amount_columns(self, kind, add):
        p = self.plan
        role = {"capital_call": "call_amount", "distribution": "distribution_amount"}.get(kind, "amount")
        if p.fund_and_share == "yes" and kind != "adjustment":
            fund = lambda e: -e.fund_total if self.shown(e) * e.amount < 0 else e.fund_total
            add(Column(self.amount_header("fund_total"), "right"), lambda e, s: self.plain(fund(e)),
                lambda es: sum(fund(e) for e in es))
            role = "share"
        add(Column(self.amount_header(role), "right"), lambda e, s: self.amount(e, s == 0),
            lambda es: sum(self.shown(e) for e in es))
        if p.percent_column == "yes" and kind == "capital_call":
            add(Column(self.word("percent"), "right"), lambda e, s: self.percent(Fraction(e.amount, self.k.commitment)))
        if p.balance_column == "yes" and kind != "adjustment":
            self.running = 0
            add(Column(self.amount_header("balance"), "right"), lambda e, s: self._balance(e, s, kind))

    def _balance(self, e, s, kind):
        """Runs over the table: the cash of a combined one, the amounts of one that holds a single kind."""
        self.running = (0 if s == 0 else self.running) + (e.lp_cash if kind == "combined"
                                                          and self.plan.signs == "positive" else self.shown(e))
        return self.plain(self.running)

    def rows(self, columns, entries, totals=True):
        rows, year_from = [], 0
        for i, e in enumerate(entries):
            rows.append(Row([make(e, i) for _, make, _ in columns], value=self.shown(e)))
            last_of_year = i + 1 == len(entries) or entries[i + 1].day.year != e.day.year
            if self.plan.totals == "yearly" and totals and last_of_year:
                rows.append(self.total_row(columns, entries[year_from : i + 1],
                                           self.subtotal_word.format(year=e.day.year), "subtotal"))
                year_from = i + 1
        if totals and self.plan.totals != "none" and entries:
            word = "" if self.plan.totals == "without a word" else self.total_word
            rows.append(self.total_row(columns, entries, word, "total"))
        return rows

    def total_row(self, columns, entries, word, kind):
        cells = [self.sum(total(entries)) if total else Cell("") for _, _, total in columns]
        at = 0
        if not self.total_in_first:
            at = next((i for i, (c, _, _) in enumerate(columns) if c.wrap and not c.width_max), 0)
        cells[at] = Cell(word, bold=True)
        return Row(cells, kind)

    def table(self, columns, rows, carry=True):
        shape = [replace(c) for c, _, _ in columns]
        table = Table(shape, rows, self.style())
        if carry and self.plan.carried_forward == "yes":
            at = next(i for i, (_, _, total) in enumerate(columns) if total)
            table.carry = lambda value: tuple(self._carried(len(shape), at, value, which)
                                              for which in ("carried", "brought"))
        return table

    def _carried(self, count, at, value, which):
        cells = [Cell("") for _ in range(count)]
        cells[0] = Cell(words.ROWS[self.plan.lang][which], bold=True)
        cells[at] = self.sum(value, False)
        return Row(cells, "subtotal")


def by_kind(scribe, kind, entries):
    """One of three separate tables."""
    columns = scribe.columns_of(kind)
    return scribe.table(columns, scribe.rows(columns, entries))


def combined(scribe, entries):
    s, p = scribe, scribe.plan
    columns = [(s.day_column(), lambda e, i: s.day(e), None)]
    if p.two_dates == "yes":
        notice = lambda e, i: s.other_day(e.notice_day)
        columns = [(s.day_column("notice_date"), notice, None), (s.day_column("due_date"), lambda e, i: s.day(e), None)]
    if p.number_column == "yes":
        columns.append((Column(s.word("number")), lambda e, i: Cell(e.number), None))
    columns.append((Column(s.word("type"), wrap=True), lambda e, i: Cell(kind_words(s, e)), None))
    if p.description_column == "yes" or p.adjustments != "none":
        columns.append((Column(s.word("description"), wrap=True), lambda e, i: s.describe(e), None))
    if p.recallable == "column":
        columns.append((Column(s.word("recallable")), lambda e, i: s.recallable_cell(e), None))
    s._amount_columns("combined", lambda c, cell, total=None: columns.append((c, cell, total)))
    entries = sorted(entries, key=lambda e: e.day)
    net = p.signs != "positive"
    rows = s.rows(columns, entries, totals=net)
    if not net and p.totals != "none":
        for kind, word in (("capital_call", "total_calls"), ("distribution", "total_distributions")):
            those = [e for e in entries if e.kind == kind]
            if those:
                rows.append(s.total_row(columns, those, words.ROWS[p.lang][word], "total"))
    return s.table(columns, rows, carry=net)


def kind_words(scribe, e):
    """The type cell of a combined table: it alone says what the row is."""
    if e.kind != "distribution":
        return e.type
    text = f"{words.DISTRIBUTION_WORD[scribe.plan.lang]} – {e.type}" if scribe.long_type else e.type
    described = scribe.plan.description_column == "yes" or scribe.plan.adjustments != "none"
    if scribe.plan.recallable == "description" and e.recallable and not described:
        return scribe.recall_text.format(text=text)
    return text


def sections(scribe, groups):
    """One table whose section rows say what follows: [(title, kind, entries)]."""
    s, p = scribe, scribe.plan
    columns = [(s.day_column(), lambda e, i: s.day(e), None),
               (Column(s.word("type"), wrap=True), lambda e, i: s.typed(e) if e.kind == "distribution"
                else Cell(e.type), None)]
    if p.description_column == "yes" or p.adjustments != "none":
        columns.append((Column(s.word("description"), wrap=True), lambda e, i: s.describe(e), None))
    if p.recallable == "column":
        columns.append((Column(s.word("recallable")), lambda e, i: s.recallable_cell(e), None))
    total = lambda es: sum(s.shown(e) for e in es)
    columns.append((Column(s.amount_header("amount"), "right"), lambda e, i: s.amount(e, i == 0), total))
    rows = []
    for title, _, entries in groups:
        rows.append(Row([Cell(title, bold=True)], "section"))
        rows += s.rows(columns, entries)
    return s.table(columns, rows, carry=False)


def two_columns(scribe, entries):
    """Contributions and distributions each in a column; a call and a distribution of one day may share a row."""
    s, p = scribe, scribe.plan
    shown = lambda e: s.shown(e)
    lines, entries = [], sorted(entries, key=lambda e: (e.day, e.kind))
    for e in entries:
        if lines and lines[-1][0].day == e.day and lines[-1][-1].kind != e.kind and len(lines[-1]) == 1:
            lines[-1].append(e)
        else:
            lines.append([e])
    text = lambda es: " / ".join(dict.fromkeys(s.describe(e).text for e in es))
    columns = [Column(s.word({"day": "date", "month": "month", "quarter": "period"}[p.precision]),
                      wrap=p.wrapped_dates == "yes",
                      width_max=34 if p.wrapped_dates == "yes" else 0)]
    described = p.description_column == "yes"
    if described:
        columns.append(Column(s.word("description"), wrap=True))
    columns += [Column(s.amount_header("contributions"), "right"), Column(s.amount_header("distributions"), "right")]
    net, balance = p.net_column == "yes", p.balance_column == "yes"
    columns += [Column(s.amount_header("net"), "right")] * net + [Column(s.amount_header("balance"), "right")] * balance
    rows, running, year_from = [], 0, 0
    kind_sum = lambda es, kind: sum(shown(e) for e in es if e.kind == kind)
    cash = lambda es: sum(e.lp_cash for e in es)

    def totals(es, word, kind):
        cells = [Cell(word, bold=True)] + [Cell("")] * described + [s.sum(kind_sum(es, k))
                                                                    for k in ("capital_call", "distribution")]
        return Row(cells + [s.sum(cash(es))] * net + [Cell("")] * balance, kind)

    flat = lambda some: [e for es in some for e in es]
    for i, es in enumerate(lines):
        cells = [s.day(es[0])] + ([Cell(text(es))] if described else [])
        for e in es:
            s.day(e)
        for kind in ("capital_call", "distribution"):
            those = [e for e in es if e.kind == kind]
            cells.append(s.amount(those[0], i == 0) if those else s.nil())
        running += cash(es)
        rows.append(Row(cells + [s.plain(cash(es))] * net + [s.plain(running)] * balance))
        if p.totals == "yearly" and (i + 1 == len(lines) or lines[i + 1][0].day.year != es[0].day.year):
            rows.append(totals(flat(lines[year_from : i + 1]), s.subtotal_word.format(year=es[0].day.year), "subtotal"))
            year_from = i + 1
    if p.totals != "none":
        rows.append(totals(entries, "" if p.totals == "without a word" else s.total_word, "total"))
    return Table(columns, rows, s.style())


def component_rows(scribe, entries, contribution_heads, parts, with_net):
    """Rows by day with the components of contributions and distributions under merged headers.

    contribution_heads: names of the parts of a call, empty for one plain column, None for no contributions at all.
    parts: [(subject, label)] of the distribution columns.
    """
    s, p = scribe, scribe.plan
    columns = [Column(s.word({"day": "date", "month": "month", "quarter": "period"}[p.precision]))]
    group_c, group_d = s.amount_header("contributions"), s.amount_header("distributions")
    if contribution_heads:
        columns += [Column(h, "right", group=group_c) for h in contribution_heads]
    elif contribution_heads is not None:
        columns.append(Column(s.amount_header("contributions"), "right"))
    mark = {"raised 1": "1"}.get(p.footnote_mark, p.footnote_mark) if p.recallable == "footnote" else ""
    if mark and mark not in ("*", "†", "¹"):
        mark = "*"
    with_total = len(parts) > 1
    columns += [Column(label + (mark if subject == "return_of_capital" else ""), "right", group=group_d) for subject,
                label in parts]
    if mark and any(subject == "return_of_capital" for subject, _ in parts):
        s.note(mark, s.recall_note())
    if with_total:
        columns.append(Column(s.word("total"), "right", group=group_d))
    if with_net:
        columns.append(Column(s.amount_header("net"), "right"))
    rows = []
    for i, day in enumerate(sorted({e.day for e in entries})):
        those = [e for e in entries if e.day == day]
        rows.append(Row(_component_cells(s, those, contribution_heads, parts, with_total, with_net, i == 0)))
    if p.totals != "none":
        rows.append(_component_totals(s, entries, contribution_heads, parts, with_total, with_net))
    return Table(columns, rows, s.style())


def _component_cells(s, entries, contribution_heads, parts, with_total, with_net, first):
    cells = [s.day(entries[0])]
    for e in entries:
        s.day(e)
    calls = [e for e in entries if e.kind == "capital_call"]
    dists = [e for e in entries if e.kind == "distribution"]
    if contribution_heads is not None:
        spots = contribution_heads or ["all"]
        for spot in spots:
            of = [e for e in calls if not contribution_heads or e.type == spot]
            cells.append(s.amount(of[0], first) if of else s.nil())
    for subject, _ in parts:
        of = [e for e in dists if e.subject == subject]
        cells.append(s.amount(of[0], first) if of else s.nil())
    if with_total:
        cells.append(s.plain(sum(s.shown(e) for e in dists)) if dists else s.nil())
    if with_net:
        cells.append(s.plain(sum(e.lp_cash for e in entries)))
    return cells


def _component_totals(s, entries, contribution_heads, parts, with_total, with_net):
    calls = [e for e in entries if e.kind == "capital_call"]
    dists = [e for e in entries if e.kind == "distribution"]
    cells = [Cell("" if s.plan.totals == "without a word" else s.total_word, bold=True)]
    if contribution_heads is not None:
        for spot in contribution_heads or ["all"]:
            cells.append(s.sum(sum(s.shown(e) for e in calls if not contribution_heads or e.type == spot)))
    cells += [s.sum(sum(s.shown(e) for e in dists if e.subject == subject)) for subject, _ in parts]
    if with_total:
        cells.append(s.sum(sum(s.shown(e) for e in dists)))
    if with_net:
        cells.append(s.sum(sum(e.lp_cash for e in entries)))
    return Row(cells, "total")
