"""A ninth set: letters and lists that tell of payments without a table, and a package that tells of them twice."""
from .paper import CALL, DIST, Paper, Row, gap, heading, letter, section, table, text, write


def kapitalabruf_brief(path):
    """A German call in a letter's sentences: number, amount and day stand in running text."""
    story = [
        text("Saarbogen Kapital Verwaltungs GmbH", 9, font="Sans"), gap(14),
        text("Pensionsfonds Moselland a. G., Trier", 9, font="Sans"), gap(10),
        text("Kapitalabruf Nr. 11", 12, bold=True, font="Sans"),
        text("Saarbogen Nachfolgefonds III GmbH &amp; Co. KG", 10, bold=True, font="Sans"), gap(8),
        text("Sehr geehrte Damen und Herren,", 9, font="Sans"), gap(4),
        text("zur Finanzierung der Beteiligung an der Hunsrück Pumpenbau GmbH rufen wir 7,5 % der gezeichneten Einlagen ab. "
             "Wir bitten Sie, den auf Sie entfallenden Betrag in Höhe von EUR 187.500,00 bis spätestens zum 14. Februar "
             "2024 auf das Ihnen bekannte Konto zu überweisen.", 9, font="Sans"), gap(4),
        text("Ihre Zeichnungssumme beträgt EUR 2.500.000,00; nach diesem Abruf sind EUR 612.500,00 offen.", 9, font="Sans"),
        gap(8), text("Mit freundlichen Grüßen", 9, font="Sans")]
    write(path, story)


def avis_de_distribution(path):
    """A French payment announced in a sentence, with its two parts in the next one."""
    n = "\u00a0"
    money = lambda v: v.replace(" ", n) + n + "€"
    story = [
        text("Avis de distribution n° 5", 12, bold=True, font="Serif"),
        text("FPCI Vallée de l'Orb Santé", 10, bold=True, font="Serif"), gap(8),
        text("Madame, Monsieur,", 9, font="Serif"), gap(4),
        text(f"Nous vous informons qu'une somme de {money('45 200,00')} vous sera versée le 28 mars 2024 au titre de vos "
             f"parts. Elle comprend {money('30 000,00')} de remboursement d'apports et {money('15 200,00')} de "
             "plus-values. Cette distribution n'est pas rappelable.", 9, font="Serif"), gap(8),
        text("La société de gestion", 9, font="Serif")]
    write(path, story)


def bullets(path):
    """Payments as the points of a list."""
    story = [
        *heading("Lough Swilly Aquaculture Fund LP", "Investor update, 31 March 2023"),
        text("Capital calls to date:"), gap(3),
        text("• 14 March 2019 - €500,000 (initial closing)"), text("• 2 September 2020 - €275,000 (Inishowen Hatcheries)"),
        text("• 30 June 2022 - €90,000 (fees and expenses)"), gap(6), text("Distributions to date:"), gap(3),
        text("• 20 December 2022 - €118,000 (dividend of Inishowen Hatcheries)"), gap(8),
        text("The net asset value of your interest was €954,300 at 31 March 2023.")]
    write(path, story)


def blocks(path):
    """One block for every event: a heading with its number, below it the day and the amount with their labels."""
    story = [*heading("Quarnero Growth Partners II SCSp", "Notice history of your account, EUR, 30 September 2022")]
    for title, day, amount in (("Drawdown 1", "11 May 2018", "640,000"), ("Drawdown 2", "25 January 2019", "385,000"),
                               ("Distribution 1", "17 December 2020", "142,500"),
                               ("Drawdown 3", "8 July 2021", "210,000")):
        story += [*section(title),
                  table([["Due date", day], ["Amount", amount], ["Status", "settled"]], [90, 110], size=8.5), gap(8)]
    write(path, story)


def with_and_without_facility(path):
    """The investor's flows, and below them the flows as if there were no credit line: the same money again."""
    story = [
        *heading("Tuckasegee Partners IV, L.P.", "Performance template - 31 December 2023 - USD"),
        *section("Investor cash flows (with use of subscription facility)"),
        table([["Date", "Transaction type", "Amount"], ["06/15/2019", "Capital call", "(1,500,000)"],
               ["03/30/2020", "Capital call", "(800,000)"], ["11/18/2022", "Distribution", "1,260,000"],
               ["12/31/2023", "Net asset value", "2,405,000"]], [80, 150, 90], right=(2,), bold=(0,), lines=(0, 4)),
        gap(12), *section("Cash flows without use of subscription facility (hypothetical)"),
        table([["Date", "Transaction type", "Amount"], ["01/22/2019", "Capital call", "(1,500,000)"],
               ["12/05/2019", "Capital call", "(800,000)"], ["11/18/2022", "Distribution", "1,260,000"],
               ["12/31/2023", "Net asset value", "2,405,000"]], [80, 150, 90], right=(2,), bold=(0,), lines=(0, 4))]
    write(path, story, letter)


PAPERS = [
    Paper("kapitalabruf_brief", kapitalabruf_brief, rows=[Row(CALL, "2024-02-14", "187500.00", number="11")], funds=1),
    Paper("avis_de_distribution", avis_de_distribution,
          rows=[Row(DIST, "2024-03-28", "45200.00", recallable=False, number="5")], funds=1),
    Paper("bullets", bullets,
          rows=[Row(CALL, "2019-03-14", "500000.00"), Row(CALL, "2020-09-02", "275000.00"),
                Row(CALL, "2022-06-30", "90000.00"), Row(DIST, "2022-12-20", "118000.00")],
          reported={"nav": 954_300}, funds=1),
    Paper("blocks", blocks,
          rows=[Row(CALL, "2018-05-11", "640000.00"), Row(CALL, "2019-01-25", "385000.00"),
                Row(DIST, "2020-12-17", "142500.00"), Row(CALL, "2021-07-08", "210000.00")], funds=1),
    Paper("with_and_without_facility", with_and_without_facility,
          rows=[Row(CALL, "2019-06-15", "1500000.00"), Row(CALL, "2020-03-30", "800000.00"),
                Row(DIST, "2022-11-18", "1260000.00")], metrics={"pic": 2_300_000}, funds=1),
]
