"""Papers that are no fund reports, though they hold dates and amounts."""
from datetime import date, timedelta
from fractions import Fraction

from . import days, names
from .document import Document, heading, paragraphs, table_step
from .tables import Cell, Column, Row, Table

WORDS = {
    "en": {"invoice": ("Invoice", ["Date", "Description", "Hours", "Amount"],
                       ["Review of loan agreement", "Call with counsel", "Drafting of board minutes", "Filing fee",
                        "Research on tax treaty"],
                       "Amount due", "Please pay within 30 days to the account below."),
           "agenda": ("Board meeting agenda", ["Time", "Item", "Speaker", "Paper"],
                      ["Approval of minutes", "Report of the finance director", "Budget", "Pension scheme update",
                       "Any other business"],
                      "",
                      "The board will be asked to approve capital expenditure of {a} for the warehouse, to be paid on "
                      "{d}."),
           "expenses": ("Travel expense claim", ["Date", "Purpose", "Receipt", "Amount"],
                        ["Train to client site", "Hotel, two nights", "Team dinner", "Taxi to airport", "Parking"],
                        "Total claimed", "I confirm that these expenses were incurred on business."),
           "letter": ("Letter to shareholders", [], [], "",
                      "On {d} the company paid a final dividend of {a} to its shareholders. In the same month it drew "
                      "{a2} under its revolving facility, and it expects to repay {a3} before the end of the year.")},
    "de": {"invoice": ("Rechnung", ["Datum", "Leistung", "Stunden", "Betrag"],
                       ["Prüfung Mietvertrag", "Telefonat mit Mandantin", "Entwurf Satzung", "Registergebühr"],
                       "Rechnungsbetrag", "Bitte überweisen Sie den Betrag innerhalb von 30 Tagen."),
           "letter": ("Brief an die Aktionäre", [], [], "",
                      "Am {d} zahlte die Gesellschaft eine Dividende von {a}. Im selben Monat nahm sie {a2} aus ihrer "
                      "Kreditlinie in Anspruch; {a3} sollen bis Jahresende getilgt werden.")},
    "fr": {"invoice": ("Facture", ["Date", "Prestation", "Heures", "Montant"],
                       ["Revue du bail", "Réunion avec le conseil", "Rédaction des statuts", "Frais de greffe"],
                       "Montant dû", "Merci de régler cette facture sous 30 jours."),
           "letter": ("Lettre aux actionnaires", [], [], "",
                      "Le {d}, la société a versé un dividende de {a}. Le même mois, elle a tiré {a2} sur sa ligne de "
                      "crédit et prévoit d'en rembourser {a3} avant la fin de l'année.")},
}


def build(rng, plan):
    n, lang = plan.numbers, plan.lang
    sort = rng.choice(list(WORDS[lang]))
    title, heads, items, total, text = WORDS[lang][sort]
    start = days.working_day(date(rng.randint(2016, 2025), rng.randint(1, 12), rng.randint(1, 28)))
    style = plan.dates if plan.precision == "day" else "iso"
    money = lambda: rng.randint(80, 4000) * max(100, n.step)
    doc, rows, amounts = Document(plan), [], []
    company = rng.choice(names.COMPANIES[lang])

    def top(sheet):
        sheet.line(company, sheet.size * 1.7, bold=True, gap=1.4, color=plan.heading_color)
        sheet.line(title, sheet.size * 1.3, bold=True, gap=1.7)
        sheet.line(days.day_text(start, days.headline_style(style, lang), lang), gap=2)

    doc.add(top)
    if items:
        for i, item in enumerate(items):
            amounts.append(money())
            day = days.day_text(days.working_day(start - timedelta(days=30 - 5 * i)), style, lang)
            first = f"{9 + i}:{rng.choice(['00', '15', '30'])}" if sort == "agenda" else day
            last = f"{i + 1}" if sort == "agenda" else n.amount(amounts[-1])
            third = {"agenda": rng.choice(["A. Moreau", "J. Okafor", "S. Lind"]), "expenses": f"R-{i + 1}"}.get(
                sort, n.fixed(Fraction(rng.randint(2, 30), 4), 2))
            rows.append(Row([Cell(first), Cell(item), Cell(third), Cell(last)]))
        if total:
            rows.append(Row([Cell(total, bold=True), Cell(""), Cell(""), Cell(n.amount(sum(amounts)), bold=True)],
                            "total"))
        table = Table([Column(heads[0]), Column(heads[1], wrap=True), Column(heads[2], "right"),
                       Column(heads[3], "right")], rows, plan.table)
        doc.add(table_step(table))
    else:
        doc.add(paragraphs(names.commentary(rng, lang, 4)))
    paid = days.day_text(days.working_day(start + timedelta(days=40)), days.headline_style(style, lang), lang)
    doc.add(paragraphs([text.format(d=paid, a=n.figure(money() * 50), a2=n.figure(money() * 90),
                                    a3=n.figure(money() * 20))]))
    if sort == "letter":
        doc.add(paragraphs(names.commentary(rng, lang, 3)))
    plan.features["paper sort"] = sort
    doc.truth = {"expect": "not_a_fund_report"}
    return doc
