"""What a paper set by hand is, and the few shapes they are drawn with."""
import pathlib
from dataclasses import dataclass, field
from typing import Callable

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape, letter  # noqa: F401  (papers choose one)
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FONTS = pathlib.Path("/usr/share/fonts/truetype/dejavu")
for name, file in (("Sans", "DejaVuSans.ttf"), ("Sans-Bold", "DejaVuSans-Bold.ttf"),
                   ("Serif", "DejaVuSerif.ttf"), ("Serif-Bold", "DejaVuSerif-Bold.ttf")):
    pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))

CALL, DIST, ADJ = "capital_call", "distribution", "adjustment"


@dataclass
class Row:
    """One row of the ledger as a person reads it; None is not asked."""
    kind: str
    date: str
    amount: str
    paid_in: str | None = None
    distributed: str | None = None
    recallable: bool | None = None
    fund: str | None = None
    number: str | None = None


@dataclass
class Paper:
    """A paper: how it is drawn, and what it says."""
    name: str
    draw: Callable
    rows: list = field(default_factory=list)
    reported: dict = field(default_factory=dict)
    metrics: dict = field(default_factory=dict)
    portfolio: list = field(default_factory=list)  # (name, commitment, cash in, cash out)
    lines: list = field(default_factory=list)  # (quarter, year, inception) of statement lines
    flags: set = field(default_factory=set)  # codes that a right reading has
    funds: int | None = None


def style(size=9, bold=False, font="Helvetica", align=0, leading=None, colour=colors.black):
    face = font + "-Bold" if bold else font
    return ParagraphStyle("s", fontName=face, fontSize=size, leading=leading or size * 1.25, alignment=align,
                          textColor=colour)


def text(words, size=9, **more):
    return Paragraph(words, style(size, **more))


def heading(name, *under, size=14, **more):
    """What a paper begins with: the fund's name, a line or two below it, and white."""
    return [text(name, size, bold=True, **more)] + [text(words, **more) for words in under] + [gap(8)]


def section(title, below=2, **more):
    """The title of a table, with so much white below it."""
    return [text(title, 10, bold=True, **more), gap(below)]


def table(rows, widths, *, size=8, font="Helvetica", right=(), bold=(), ruled=False, lines=(), repeat=0, pad=2,
          more=()):
    """A table: columns `right` are set flush right, rows `bold` in bold, a rule below each of the rows `lines`."""
    commands = [("FONT", (0, 0), (-1, -1), font, size), ("LEADING", (0, 0), (-1, -1), size * 1.2),
                ("TOPPADDING", (0, 0), (-1, -1), pad), ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    commands += [("ALIGN", (c, 0), (c, -1), "RIGHT") for c in right]
    commands += [("FONT", (0, r), (-1, r), font + "-Bold", size) for r in bold]
    commands += [("LINEBELOW", (0, r), (-1, r), 0.5, colors.black) for r in lines]
    if ruled:
        commands.append(("GRID", (0, 0), (-1, -1), 0.4, colors.grey))
    return Table(rows, widths, repeatRows=repeat, hAlign="LEFT", style=TableStyle(commands + list(more)))


def write(path, story, page=A4, margin=54, foot=None):
    def furniture(canvas, doc):
        if foot:
            canvas.setFont("Helvetica", 7)
            canvas.drawString(margin, 24, foot)
            canvas.drawRightString(page[0] - margin, 24, f"Page {doc.page}")

    SimpleDocTemplate(str(path), pagesize=page, leftMargin=margin, rightMargin=margin, topMargin=margin,
                      bottomMargin=margin).build(story, onFirstPage=furniture, onLaterPages=furniture)


def gap(points=8):
    return Spacer(1, points)
