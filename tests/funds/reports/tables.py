"""Tables drawn cell by cell, so that the place of every printed amount is known."""
from dataclasses import dataclass, field

from .flows import Printed
from .sheet import Unfit

PAD, LEAD = 4, 1.22
WHITE = (1, 1, 1)


@dataclass
class Cell:
    text: str = ""
    bold: bool = False
    mark: str = ""  # a footnote mark glued to the text
    raised: bool = False  # the mark is small and raised
    symbol: str = ""  # stands at the left edge of the cell
    printed: Printed | None = None


@dataclass
class Column:
    header: str
    align: str = "left"
    wrap: bool = False
    width_max: float = 0  # where wrapping is wanted although there is room
    group: str = ""


@dataclass
class Row:
    cells: list
    kind: str = "data"  # data, section, subtotal, total
    value: int = 0  # what it adds to a total carried over a page


@dataclass
class TableStyle:
    rules: str = "grid"  # grid, horizontal, header rule, stripes, none, outer box, columns
    header_fill: tuple | None = None
    header_ink: tuple | None = None
    header_bold: bool = True
    middle: bool = False  # cells centred by height
    size: float = 8.5
    air: float = 3  # above and below each line
    full_width: bool = True
    repeat_header: bool = True
    header_align_center: bool = False
    stripe: tuple = (0.93, 0.95, 0.97)


@dataclass
class Table:
    columns: list
    rows: list
    style: TableStyle
    carry: object = None  # value so far -> (row that ends the page, row that starts the next), or None
    continued: str = ""  # written above the table on its further pages
    notes: list = field(default_factory=list)

    def layout(self, sheet, across):
        """Column widths and the size of the letters that fit `across`."""
        size = self.style.size
        while size >= 5.8:
            least, natural = self._widths(sheet, size)
            if sum(least) <= across:
                return size, self._shared(least, natural, across)
            size -= 0.3
        raise Unfit("table too wide")

    def _widths(self, sheet, size):
        least, natural = [], []
        for i, column in enumerate(self.columns):
            cells = [r.cells[i] for r in self.rows if r.kind != "section" and i < len(r.cells)]
            whole = max([self._across(sheet, c, size) for c in cells] or [0])
            words = max([sheet.measure(w, size, c.bold) for c in cells for w in c.text.split(" ")] or [0])
            header = max(sheet.measure(w, size, self.style.header_bold) for w in column.header.split(" "))
            full_header = sheet.measure(column.header, size, self.style.header_bold)
            if column.wrap:
                narrow = max(words, column.width_max or min(whole, 9 * size))
                least.append(max(narrow, header) + 2 * PAD)
                natural.append(max(narrow if column.width_max else whole, header) + 2 * PAD)
            else:
                least.append(max(whole, header) + 2 * PAD)
                natural.append(max(whole, min(full_header, 11 * size), header) + 2 * PAD)
        return least, natural

    def _across(self, sheet, cell, size):
        symbol = sheet.measure(cell.symbol + "  ", size, cell.bold) if cell.symbol else 0
        return sheet.measure(cell.text, size, cell.bold) + sheet.measure(cell.mark, size * 0.9) + symbol

    def _shared(self, least, natural, across):
        spare = across - sum(least)
        wanted = [n - l for n, l in zip(natural, least)]
        share = min(1, spare / sum(wanted)) if sum(wanted) > 0 else 0
        widths = [l + w * share for l, w in zip(least, wanted)]
        if self.style.full_width and sum(widths) < across:
            more = (across - sum(widths)) / len(widths)
            widths = [w + more for w in widths]
        return widths

    def draw(self, sheet, x=None, across=None):
        pen = _Pen(self, sheet, sheet.left if x is None else x, sheet.room_across if across is None else across)
        pen.run()

    def height_of_start(self, sheet, rows=2):
        """Room that the header and the first rows need."""
        pen = _Pen(self, sheet, sheet.left, sheet.room_across)
        return pen.header_height() + sum(pen.row_height(r) for r in self.rows[:rows])

    def height(self, sheet, across):
        pen = _Pen(self, sheet, sheet.left, across)
        return pen.header_height() + sum(pen.row_height(r) for r in self.rows)


class _Pen:
    """One drawing of a table, page by page."""

    def __init__(self, table, sheet, x, across):
        self.t, self.sheet, self.style = table, sheet, table.style
        self.size, self.widths = table.layout(sheet, across)
        self.xs = [x]
        for width in self.widths:
            self.xs.append(self.xs[-1] + width)
        self.grouped = any(c.group for c in table.columns)

    def run(self):
        value = 0
        self.header()
        for i, row in enumerate(self.t.rows):
            closing = self.row_height(row) if self.t.carry else 0
            if self.sheet.room < self.row_height(row) + closing:
                value = self.turn(value)
            self.row(row, i)
            value += row.value
        self.close()

    def turn(self, value):
        carried = self.t.carry(value) if self.t.carry else None
        if carried:
            self.row(carried[0], 1)
        self.close()
        self.sheet.new_page()
        if self.t.continued:
            self.sheet.line(self.t.continued, self.sheet.size, bold=True, gap=1.8)
        self.top = self.sheet.y
        if self.style.repeat_header:
            self.header()
        else:
            self.header_bottom = None
        if carried:
            self.row(carried[1], 0)
        return value

    def lines_of(self, cell, column, inner):
        if self.t.columns[column].wrap:
            return self.sheet.wrapped(cell.text, inner, self.size, cell.bold)
        return [cell.text]

    def row_height(self, row):
        if row.kind == "section":
            return self.size * LEAD + 2 * self.style.air + 1
        count = max(len(self.lines_of(c, i, self.widths[i] - 2 * PAD)) for i, c in enumerate(row.cells))
        return count * self.size * LEAD + 2 * self.style.air

    def header_lines(self, i):
        return self.sheet.wrapped(self.t.columns[i].header, self.widths[i] - 2 * PAD, self.size, self.style.header_bold)

    def header_height(self):
        lines = max(len(self.header_lines(i)) for i in range(len(self.widths)))
        groups = self.size * LEAD + 2 * self.style.air if self.grouped else 0
        return lines * self.size * LEAD + 2 * self.style.air + groups

    def header(self):
        s, style, top = self.sheet, self.style, self.sheet.y
        height = self.header_height()
        if s.room < height:
            s.new_page()
            top = s.y
        self.top = top
        if style.header_fill:
            s.fill(self.xs[0], top, self.xs[-1], top + height, style.header_fill)
        lower = top + (self.size * LEAD + 2 * style.air if self.grouped else 0)
        if self.grouped:
            self.groups(top, lower)
        for i, column in enumerate(self.t.columns):
            lines = self.header_lines(i)
            start = lower if column.group else top
            tall = top + height - start
            # A header over several lines stands at the foot of its cell, as most word processors set it.
            y = start + tall - style.air - len(lines) * self.size * LEAD
            if style.middle:
                y = start + (tall - len(lines) * self.size * LEAD) / 2
            align = "center" if style.header_align_center else column.align
            for line in lines:
                self.put(line, i, y, align, style.header_bold, style.header_ink)
                y += self.size * LEAD
        s.y = top + height
        self.header_bottom = s.y
        if style.rules == "grid":
            self.boxes(top, s.y, lower)
        elif style.rules in ("horizontal", "header rule", "columns", "outer box"):
            s.rule(self.xs[0], s.y, self.xs[-1], s.y, 0.8)
            if style.rules in ("horizontal", "columns"):
                s.rule(self.xs[0], top, self.xs[-1], top, 0.8)

    def spans(self):
        """(group, first column, after last) of each merged header."""
        out = []
        for i, column in enumerate(self.t.columns):
            if column.group and out and out[-1][0] == column.group and out[-1][2] == i:
                out[-1] = (column.group, out[-1][1], i + 1)
            elif column.group:
                out.append((column.group, i, i + 1))
        return out

    def groups(self, top, lower):
        s, style = self.sheet, self.style
        for group, first, last in self.spans():
            middle = (self.xs[first] + self.xs[last]) / 2
            s.write(middle, top + style.air + self.size * 0.95, group, self.size, style.header_bold, "center",
                    style.header_ink)
            if style.rules != "grid":
                s.rule(self.xs[first] + PAD, lower - 1, self.xs[last] - PAD, lower - 1, 0.5)

    def boxes(self, top, bottom, lower=None):
        s = self.sheet
        s.rule(self.xs[0], top, self.xs[-1], top)
        s.rule(self.xs[0], bottom, self.xs[-1], bottom)
        inside = {i for _, first, last in (self.spans() if lower else []) for i in range(first + 1, last)}
        for i, x in enumerate(self.xs):
            s.rule(x, lower if i in inside else top, x, bottom)
        if lower and self.grouped:
            for _, first, last in self.spans():
                s.rule(self.xs[first], lower, self.xs[last], lower)

    def put(self, text, column, top, align, bold, color=None):
        x0, x1 = self.xs[column] + PAD, self.xs[column + 1] - PAD
        x = {"left": x0, "right": x1, "center": (x0 + x1) / 2}[align]
        return self.sheet.write(x, top + self.size * 0.95, text, self.size, bold, align, color)

    def row(self, row, index):
        s, style = self.sheet, self.style
        top, height = s.y, self.row_height(row)
        if style.rules == "stripes" and index % 2 and row.kind == "data":
            s.fill(self.xs[0], top, self.xs[-1], top + height, style.stripe)
        if row.kind == "section":
            cell = row.cells[0]
            s.write(self.xs[0] + PAD, top + style.air + self.size * 0.95, cell.text, self.size, True)
        else:
            for i, cell in enumerate(row.cells):
                self.cell(cell, i, top, height)
        s.y = top + height
        self.row_rules(row, top, s.y)

    def row_rules(self, row, top, bottom):
        s, rules, x0, x1 = self.sheet, self.style.rules, self.xs[0], self.xs[-1]
        if rules == "grid" and row.kind == "section":
            s.rule(x0, bottom, x1, bottom)
            s.rule(x0, top, x0, bottom)
            s.rule(x1, top, x1, bottom)
        elif rules == "grid":
            self.boxes(top, bottom)
        elif rules == "horizontal":
            s.rule(x0, bottom, x1, bottom, 0.4, (0.6, 0.6, 0.6))
        elif rules == "header rule" and row.kind == "total":
            s.rule(x0, top, x1, top, 0.6)
        elif rules == "columns" and row.kind == "total":
            s.rule(x0, top, x1, top, 0.6)

    def cell(self, cell, i, top, height):
        s, style, column = self.sheet, self.style, self.t.columns[i]
        lines = self.lines_of(cell, i, self.widths[i] - 2 * PAD)
        y = top + style.air
        if style.middle:
            y = top + (height - len(lines) * self.size * LEAD) / 2
        if cell.symbol:
            self.put(cell.symbol, i, y, "left", cell.bold)
        for line in lines:
            marked = s.measure(cell.mark, self.size * (0.62 if cell.raised else 1), cell.bold) if cell.mark else 0
            x0, x1 = self.xs[i] + PAD, self.xs[i + 1] - PAD
            across = s.measure(line, self.size, cell.bold)
            x = {"left": x0, "right": x1 - across - marked, "center": (x0 + x1 - across - marked) / 2}[column.align]
            baseline = y + self.size * 0.95
            box = s.write(x, baseline, line, self.size, cell.bold)
            if cell.mark and line is lines[-1]:
                shift, size = (0.33 * self.size, 0.62 * self.size) if cell.raised else (0, self.size)
                s.write(x + across, baseline - shift, cell.mark, size, cell.bold)
            if cell.printed is not None:
                cell.printed.page, cell.printed.box = s.page, box
            y += self.size * LEAD

    def close(self):
        s, rules = self.sheet, self.style.rules
        if rules == "outer box":
            for x in (self.xs[0], self.xs[-1]):
                s.rule(x, self.top, x, s.y, 0.8)
            for y in (self.top, s.y):
                s.rule(self.xs[0], y, self.xs[-1], y, 0.8)
        elif rules == "columns":
            for x in self.xs:
                s.rule(x, self.top, x, s.y, 0.5)
            s.rule(self.xs[0], s.y, self.xs[-1], s.y, 0.8)
