"""A third set: habits of printing that other papers do not have."""
from reportlab.pdfgen import canvas as pdf_canvas
from reportlab.platypus import PageBreak

from .paper import A4, CALL, DIST, Paper, Row, gap, heading, letter, section, table, text, write


def share_beside_fund(path):
    """A capital account statement with the investor's three columns beside the fund's three."""
    story = [
        text("Hartwell Equity Partners VII, L.P.", 14, bold=True),
        text("Capital account statement for the quarter ended March 31, 2023"),
        text("Limited partner: Loxley Foundation"), gap(8),
        table([["", "Your allocated share", "", "", "Total partnership", "", ""],
               ["(USD)", "QTD", "YTD", "ITD", "QTD", "YTD", "ITD"],
               ["Beginning NAV", "4,010,250", "4,010,250", "-", "401,025,000", "401,025,000", "-"],
               ["Contributions", "250,000", "250,000", "3,900,000", "25,000,000", "25,000,000", "390,000,000"],
               ["Distributions", "(120,000)", "(120,000)", "(1,010,000)", "(12,000,000)", "(12,000,000)",
                "(101,000,000)"],
               ["Net operating income (loss)", "(18,400)", "(18,400)", "(266,150)", "(1,840,000)", "(1,840,000)",
                "(26,615,000)"],
               ["Unrealized gain", "96,150", "96,150", "1,594,150", "9,615,000", "9,615,000", "159,415,000"],
               ["Ending NAV", "4,218,000", "4,218,000", "4,218,000", "421,800,000", "421,800,000", "421,800,000"],
               ["Unfunded commitment", "1,100,000", "", "", "110,000,000", "", ""]],
              [130, 60, 60, 65, 75, 75, 80], size=7, right=range(1, 7), bold=(0, 1, 7), lines=(1, 6),
              more=[("SPAN", (1, 0), (3, 0)), ("SPAN", (4, 0), (6, 0)), ("ALIGN", (1, 0), (6, 0), "CENTER")])]
    write(path, story, letter, 40)


def codes_newest_first(path):
    """The newest row first; the type is a code that a line below the table explains."""
    story = [
        *heading("Oxwich Bay Secondary Opportunities II LP", "Transactions to 30 June 2023, GBP", size=13),
        table([["Date", "Code", "Details", "Amount"],
               ["09/06/2023", "D", "Kestrel secondary interest", "184,000.00"],
               ["27/03/2023", "C", "Deferred consideration", "95,500.00"],
               ["19/12/2022", "D", "Year-end distribution", "310,250.00"],
               ["13/05/2021", "C", "Second closing", "640,000.00"],
               ["26/11/2020", "C", "First closing", "1,120,000.00"]], [70, 40, 220, 90], right=(3,), bold=(0,),
              lines=(0, 5)),
        gap(4), text("C = contribution, D = distribution", 7)]
    write(path, story)


def months_and_millions(path):
    """Months instead of days, amounts in millions with their unit."""
    story = [
        *heading("Solent Bridge Infrastructure III", "Annual review 2021"),
        *section("Drawdowns"),
        table([["Month", "Purpose", "Amount"], ["Mar 2017", "Humber Cables", "€4.25m"],
               ["Oct 2018", "Humber Cables phase 2", "€1.80m"], ["Feb 2020", "Leitha Water", "€6.15m"]],
              [70, 200, 70], right=(2,), bold=(0,), lines=(0, 3)),
        gap(10), *section("Distributions"),
        table([["Month", "Purpose", "Amount"], ["Dec 2019", "Yield", "€0.42m"], ["Dec 2020", "Yield", "€0.55m"],
               ["Nov 2021", "Refinancing of Humber Cables", "€3.90m"]], [70, 200, 70], right=(2,), bold=(0,),
              lines=(0, 3))]
    write(path, story)


def soll_und_haben(path):
    """A bank's statement in German: S behind what was paid, H behind what came in."""
    story = [
        text("Kontoauszug Beteiligungskonto", 13, bold=True, font="Sans"),
        text("Isarwinkel Wachstumsfonds II GmbH &amp; Co. KG", 10, font="Sans"),
        text("Kommanditist: Stiftung Auwald &nbsp; Währung: EUR", 8, font="Sans"), gap(8),
        table([["Buchungstag", "Valuta", "Buchungstext", "Betrag"],
               ["04.05.2018", "07.05.2018", "1. Kapitalabruf", "500.000,00 S"],
               ["19.11.2018", "20.11.2018", "2. Kapitalabruf", "375.000,00 S"],
               ["12.03.2020", "13.03.2020", "3. Kapitalabruf", "125.500,00 S"],
               ["28.12.2020", "29.12.2020", "Ausschüttung Erträge", "41.230,10 H"],
               ["15.09.2022", "16.09.2022", "Ausschüttung Verkauf Loisach Tech", "988.000,00 H"]],
              [75, 75, 190, 100], font="Sans", right=(3,), bold=(0,), ruled=True)]
    write(path, story)


def turned_page(path):
    """A landscape table on a page that is stored upright and turned by its rotation."""
    c = pdf_canvas.Canvas(str(path), pagesize=A4)
    width, height = A4
    c.setPageRotation(90)
    c.translate(0, height)
    c.rotate(-90)
    c.setFont("Helvetica-Bold", 14)
    # The canvas is turned against the page's rotation, so that a reader sees it upright.
    c.translate(height, width)
    c.rotate(180)
    c.drawString(60, 530, "Wharram Energy Fund I, L.P.")
    c.setFont("Helvetica", 9)
    c.drawString(60, 512, "Contributions and distributions in USD as of 12/31/2019")
    rows = [("Date", "Transaction", "Description", "Amount"),
            ("01/31/2014", "Contribution", "Initial closing", "$2,500,000"),
            ("07/18/2015", "Contribution", "Permian acreage", "$1,750,000"),
            ("04/29/2016", "Contribution", "Management fees", "$64,000"),
            ("12/22/2017", "Distribution", "Royalty income", "$318,700"),
            ("10/03/2019", "Distribution", "Sale of acreage", "$5,004,000")]
    for i, row in enumerate(rows):
        c.setFont("Helvetica-Bold" if i == 0 else "Helvetica", 9)
        y = 485 - 16 * i
        c.drawString(60, y, row[0])
        c.drawString(150, y, row[1])
        c.drawString(260, y, row[2])
        c.drawRightString(520, y, row[3])
    c.save()


def one_fund_side_by_side(path):
    """Calls at the left and distributions at the right of one page, each with its own title and total."""
    left = [*section("Capital calls"),
            table([["Date", "EUR"], ["2019-02-20", "410,000"], ["2019-10-11", "655,000"], ["2021-06-04", "230,000"],
                   ["2022-03-15", "87,500"], ["Total", "1,382,500"]], [80, 80], right=(1,), bold=(0, 5), lines=(0, 4))]
    right = [*section("Distributions"),
             table([["Date", "EUR", "Recallable"], ["2021-12-17", "190,000", "yes"], ["2023-05-26", "1,015,000", "no"],
                    ["Total", "1,205,000", ""]], [80, 80, 60], right=(1,), bold=(0, 3), lines=(0, 2))]
    story = [text("Coral Strand Growth Fund I SCSp", 14, bold=True), text("Report as at 30 June 2023"), gap(10),
             table([[left, right]], [240, 250], more=[("VALIGN", (0, 0), (-1, -1), "TOP")]), gap(12),
             text("Net asset value: EUR 1,118,300")]
    write(path, story)


def planned_calls(path):
    """What was called, and below it what the manager expects to call."""
    story = [
        *heading("Redmire Timberland Fund LP", "Report to investors, 31 December 2022"),
        *section("Capital calls to date"),
        table([["Date", "Purpose", "Amount (USD)"], ["15 May 2020", "Acquisition of Block 7", "900,000"],
               ["2 March 2021", "Planting and fees", "240,000"], ["30 August 2022", "Acquisition of Block 9",
                                                                  "1,310,000"]], [90, 200, 90], right=(2,), bold=(0,),
              lines=(0, 3)),
        gap(12), *section("Expected capital calls"),
        table([["Date", "Purpose", "Amount (USD)"], ["31 March 2023", "Planting", "150,000 (est.)"],
               ["30 September 2023", "Block 11, subject to contract", "800,000 (est.)"]], [90, 200, 90], right=(2,),
              bold=(0,), lines=(0, 2))]
    write(path, story)


def schedule_of_a_distribution(path):
    """A distribution notice with a schedule: a recallable part for each investor, and the net payment."""
    story = [
        text("Distribution Notice No. 4", 14, bold=True), text("Galloway Mid-Market Fund III LP"), gap(4),
        text("Investor: Castellan Foundation"), text("Payment date: 30 November 2023"), gap(8),
        table([["Limited partner", "Return of capital\n(recallable)", "Realised gain", "Total distribution"],
               ["Aldgate Pension Fund", "£400,000", "£1,220,000", "£1,620,000"],
               ["Castellan Foundation", "£100,000", "£305,000", "£405,000"],
               ["Dover Mutual", "£1,200,000", "£3,660,000", "£4,860,000"],
               ["Total", "£1,700,000", "£5,185,000", "£6,885,000"]], [140, 95, 95, 95], right=(1, 2, 3), bold=(0, 4),
              ruled=True)]
    write(path, story)


def quarter_and_inception(path):
    """The quarter's activity first, then all activity since inception, which holds the same rows again."""
    story = [
        *heading("Ellerbeck Capital Partners II, L.P.", "Quarterly report, June 30, 2022"),
        *section("Activity during the quarter"),
        table([["Date", "Type", "Amount"], ["April 21, 2022", "Capital call", "$310,000"],
               ["June 9, 2022", "Distribution", "$125,000"]], [110, 110, 90], right=(2,), bold=(0,), lines=(0, 2)),
        gap(12), *section("Activity since inception"),
        table([["Date", "Type", "Amount"], ["February 1, 2019", "Capital call", "$1,500,000"],
               ["August 14, 2020", "Capital call", "$905,000"], ["March 5, 2021", "Distribution", "$260,000"],
               ["April 21, 2022", "Capital call", "$310,000"], ["June 9, 2022", "Distribution", "$125,000"],
               ["Total capital calls", "", "$2,715,000"], ["Total distributions", "", "$385,000"]], [110, 110, 90],
              right=(2,), bold=(0, 6, 7), lines=(0, 5))]
    write(path, story, letter)


def carried_forward(path):
    """An account over two pages with the balance carried from one to the next."""
    head = ["Date", "Description", "Contribution", "Distribution", "Balance"]
    first = [head, ["11/01/2016", "Drawdown 1", "350,000", "", "350,000"],
             ["05/07/2016", "Drawdown 2", "420,000", "", "770,000"],
             ["23/02/2017", "Drawdown 3", "115,000", "", "885,000"],
             ["Carried forward", "", "885,000", "", "885,000"]]
    second = [head, ["Brought forward", "", "885,000", "", "885,000"],
              ["14/12/2018", "Distribution 1", "", "205,000", "680,000"],
              ["30/05/2019", "Drawdown 4", "60,000", "", "740,000"],
              ["17/10/2021", "Distribution 2", "", "1,190,000", "(450,000)"],
              ["Total", "", "945,000", "1,395,000", ""]]
    widths = [90, 170, 80, 80, 80]
    story = [*heading("Marrick Priory Fund IV LP", "Account of the limited partner in GBP"),
             table(first, widths, right=(2, 3, 4), bold=(0, 4), lines=(0, 3, 4)), PageBreak(),
             table(second, widths, right=(2, 3, 4), bold=(0, 1, 5), lines=(0, 1, 4))]
    write(path, story, foot="Marrick Priory Fund IV LP")


def dutch(path):
    """A Dutch fund's overview of what was called and paid out."""
    story = [
        *heading("Waddenzee Groeifonds II Coöperatief U.A.",
              "Overzicht kapitaalstromen per 31 december 2022 (bedragen in euro)", font="Sans"),
        *section("Kapitaalopvragingen", font="Sans"),
        table([["Datum", "Omschrijving", "Bedrag"], ["16-04-2018", "Eerste opvraging", "€ 750.000,00"],
               ["21-01-2019", "Investering Terschelling Foods", "€ 1.250.000,00"],
               ["30-09-2021", "Beheervergoeding", "€ 62.500,00"]], [80, 200, 100], font="Sans", right=(2,), bold=(0,),
              lines=(0, 3)),
        gap(10), *section("Uitkeringen", font="Sans"),
        table([["Datum", "Omschrijving", "Bedrag"], ["18-12-2020", "Dividend", "€ 95.000,00"],
               ["07-06-2022", "Verkoop Terschelling Foods", "€ 2.140.000,00"]], [80, 200, 100], font="Sans",
              right=(2,), bold=(0,), lines=(0, 2))]
    write(path, story)


def mixed_currencies(path):
    """A portfolio in which each fund counts in its own currency, without a total."""
    story = [
        text("Private markets holdings at 30 September 2023", 13, bold=True), gap(8),
        table([["Fund", "Ccy", "Vintage", "Commitment", "Contributed", "Distributed", "NAV", "TVPI"],
               ["Ashdown Buyout IV", "USD", "2016", "10,000,000", "9,412,300", "7,850,000", "6,120,400", "1.48x"],
               ["Bodmin Nordic Growth II", "EUR", "2018", "8,000,000", "7,120,000", "1,305,000", "9,877,150", "1.57x"],
               ["Cranborne UK Credit III", "GBP", "2020", "5,000,000", "3,650,000", "410,250", "3,702,800", "1.13x"]],
              [125, 32, 45, 70, 70, 70, 70, 40], right=range(3, 8), bold=(0,), ruled=True)]
    write(path, story)


PAPERS = [
    Paper("share_beside_fund", share_beside_fund,
          lines=[("250000.00", "250000.00", "3900000.00"), ("-120000.00", "-120000.00", "-1010000.00"),
                 ("4218000.00", "4218000.00", "4218000.00")],
          reported={"nav": 4_218_000, "total_calls": 3_900_000, "total_distributions": 1_010_000,
                    "unfunded": 1_100_000}, funds=1),
    Paper("codes_newest_first", codes_newest_first,
          rows=[Row(DIST, "2023-06-09", "184000.00"), Row(CALL, "2023-03-27", "95500.00"),
                Row(DIST, "2022-12-19", "310250.00"), Row(CALL, "2021-05-13", "640000.00"),
                Row(CALL, "2020-11-26", "1120000.00")], funds=1),
    Paper("months_and_millions", months_and_millions,
          rows=[Row(CALL, "2017-03-31", "4250000.00"), Row(CALL, "2018-10-31", "1800000.00"),
                Row(CALL, "2020-02-29", "6150000.00"), Row(DIST, "2019-12-31", "420000.00"),
                Row(DIST, "2020-12-31", "550000.00"), Row(DIST, "2021-11-30", "3900000.00")], funds=1),
    Paper("soll_und_haben", soll_und_haben,
          rows=[Row(CALL, "2018-05-07", "500000.00"), Row(CALL, "2018-11-20", "375000.00"),
                Row(CALL, "2020-03-13", "125500.00"), Row(DIST, "2020-12-29", "41230.10"),
                Row(DIST, "2022-09-16", "988000.00")], funds=1),
    Paper("turned_page", turned_page,
          rows=[Row(CALL, "2014-01-31", "2500000.00"), Row(CALL, "2015-07-18", "1750000.00"),
                Row(CALL, "2016-04-29", "64000.00"), Row(DIST, "2017-12-22", "318700.00"),
                Row(DIST, "2019-10-03", "5004000.00")], funds=1),
    Paper("one_fund_side_by_side", one_fund_side_by_side,
          rows=[Row(CALL, "2019-02-20", "410000.00"), Row(CALL, "2019-10-11", "655000.00"),
                Row(CALL, "2021-06-04", "230000.00"), Row(CALL, "2022-03-15", "87500.00"),
                Row(DIST, "2021-12-17", "190000.00", recallable=True),
                Row(DIST, "2023-05-26", "1015000.00", recallable=False)], reported={"nav": 1_118_300}, funds=1),
    Paper("planned_calls", planned_calls,
          rows=[Row(CALL, "2020-05-15", "900000.00"), Row(CALL, "2021-03-02", "240000.00"),
                Row(CALL, "2022-08-30", "1310000.00")], funds=1),
    Paper("schedule_of_a_distribution", schedule_of_a_distribution,
          rows=[Row(DIST, "2023-11-30", "100000.00", recallable=True), Row(DIST, "2023-11-30", "305000.00")], funds=1),
    Paper("quarter_and_inception", quarter_and_inception,
          rows=[Row(CALL, "2019-02-01", "1500000.00"), Row(CALL, "2020-08-14", "905000.00"),
                Row(DIST, "2021-03-05", "260000.00"), Row(CALL, "2022-04-21", "310000.00"),
                Row(DIST, "2022-06-09", "125000.00")], metrics={"pic": 2_715_000}, funds=1),
    Paper("carried_forward", carried_forward,
          rows=[Row(CALL, "2016-01-11", "350000.00"), Row(CALL, "2016-07-05", "420000.00"),
                Row(CALL, "2017-02-23", "115000.00"), Row(DIST, "2018-12-14", "205000.00"),
                Row(CALL, "2019-05-30", "60000.00"), Row(DIST, "2021-10-17", "1190000.00")], funds=1),
    Paper("dutch", dutch,
          rows=[Row(CALL, "2018-04-16", "750000.00"), Row(CALL, "2019-01-21", "1250000.00"),
                Row(CALL, "2021-09-30", "62500.00"), Row(DIST, "2020-12-18", "95000.00"),
                Row(DIST, "2022-06-07", "2140000.00")], funds=1),
    Paper("mixed_currencies", mixed_currencies,
          portfolio=[("Ashdown Buyout IV", "10,000,000", "9,412,300", "7,850,000"),
                     ("Bodmin Nordic Growth II", "8,000,000", "7,120,000", "1,305,000"),
                     ("Cranborne UK Credit III", "5,000,000", "3,650,000", "410,250")]),
]
