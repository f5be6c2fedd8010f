"""Small reports whose figures are known, drawn with reportlab."""

import io

from reportlab.lib import colors
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

STYLES = getSampleStyleSheet()
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("ALIGN", (-1, 0), (-1, -1), "RIGHT"),
                   ("FONTSIZE", (0, 0), (-1, -1), 9)])


def money(amount, symbol="$"):
    return f"-{symbol}{-amount:,.2f}" if amount < 0 else f"{symbol}{amount:,.2f}"


def pdf(story):
    """Bytes of the story; the same story gives the same bytes."""
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=LETTER, invariant=1).build(story)
    return out.getvalue()


def table(head, rows):
    made = Table([head, *rows], repeatRows=1, style=GRID, hAlign="LEFT")
    return [made, Spacer(1, 14)]


def report(fund, as_of, calls=(), distributions=(), nav=None, commitment=None, symbol="$", prose=()):
    """A report with a table of calls and one of distributions: rows of (date, words, amount)."""
    story = [Paragraph(fund, STYLES["Title"]), Paragraph(f"Report as of {as_of}", STYLES["Heading3"])]
    currency = {"$": "US dollars (USD)", "€": "euro (EUR)", "£": "pounds sterling (GBP)"}[symbol]
    story.append(Paragraph(f"All amounts in {currency}.", STYLES["BodyText"]))
    facts = [("Total Commitment", commitment), ("Net Asset Value (NAV)", nav)]
    facts = [[name, money(amount, symbol)] for name, amount in facts if amount is not None]
    if facts:
        story += [Paragraph("Summary", STYLES["Heading2"]), *table(["Item", "Amount"], facts)]
    if calls:
        story.append(Paragraph("Capital Calls", STYLES["Heading2"]))
        story += table(["Date", "Description", "Amount"], [[d, w, money(a, symbol)] for d, w, a in calls])
    if distributions:
        story.append(Paragraph("Distributions", STYLES["Heading2"]))
        story += table(["Date", "Type", "Amount"], [[d, w, money(a, symbol)] for d, w, a in distributions])
    for text in prose:
        story += [Paragraph(text, STYLES["BodyText"]), Spacer(1, 8)]
    return pdf(story)


def notice(fund, notice_date, due_date, amount, number=1):
    """A capital call notice to one investor."""
    story = [Paragraph(fund, STYLES["Title"]), Paragraph(f"Capital Call Notice No. {number}", STYLES["Heading2"]),
             Paragraph(f"Notice date: {notice_date}", STYLES["BodyText"]), Paragraph(f"Due date: {due_date}", STYLES["BodyText"]),
             Spacer(1, 10)]
    story += table(["Item", "Amount"], [["Your share of the capital call", money(amount)], ["Total amount due", money(amount)]])
    return pdf(story)


def long_report(fund, as_of, pages, rows_per_page, nav=None):
    """A report of many pages, each with rows and running text."""
    story = [Paragraph(fund, STYLES["Title"]), Paragraph(f"Report as of {as_of}", STYLES["Heading3"])]
    if nav is not None:
        story += table(["Item", "Amount"], [["Net Asset Value (NAV)", money(nav)]])
    day = 0
    for page in range(pages):
        rows = []
        for _ in range(rows_per_page):
            rows.append([f"{2000 + day // 336:04d}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}", f"Call {day + 1}", money(1000 + day)])
            day += 1
        story += [Paragraph("Capital Calls", STYLES["Heading2"]), *table(["Date", "Description", "Amount"], rows)]
        story.append(Paragraph(f"Page {page + 1}: the portfolio companies traded in line with the plan of the year. " * 6, STYLES["BodyText"]))
        story.append(PageBreak())
    return pdf(story)
