"""A tenth set: accounts as old systems, banks and administrators of other countries print them."""
from reportlab.pdfgen import canvas as pdf_canvas

from .paper import CALL, DIST, Paper, Row, gap, heading, letter, section, table, text, write


def green_bar(path):
    """A line printer's page: one face of fixed width, dashes for rules, the minus behind the figure."""
    c = pdf_canvas.Canvas(str(path), pagesize=letter)
    c.setFont("Courier", 8.5)
    lines = ["PARTNERSHIP ACCOUNTING SYSTEM                                   RUN 07/02/21   PAGE 001",
             "SAUGATUCK VENTURE FUND II LP", "LP 0093 DELANO ESTATE                      CURRENCY USD", "",
             "DATE      TYPE           REFERENCE                    AMOUNT          BALANCE",
             "--------  -------------  ------------------  ---------------  ---------------",
             "02/14/17  CONTRIBUTION   CALL 01                  400,000.00       400,000.00",
             "10/03/17  CONTRIBUTION   CALL 02                  250,000.00       650,000.00",
             "06/29/18  DISTRIBUTION   DIST 01                   75,000.00-      575,000.00",
             "04/22/19  CONTRIBUTION   CALL 03                  120,000.00       695,000.00",
             "12/18/20  DISTRIBUTION   DIST 02                  610,500.00-       84,500.00",
             "                                             ---------------",
             "          NET ACTIVITY                             84,500.00"]
    for i, line in enumerate(lines):
        c.drawString(50, 740 - 11 * i, line)
    c.save()


def year_by_quarters(path):
    """The account of a year, quarter beside quarter, with what was earned between the flows."""
    story = [
        *heading("Ullapool Credit Partners LP", "Partner's capital account for 2022 (GBP)"),
        table([["", "Q1 2022", "Q2 2022", "Q3 2022", "Q4 2022", "Year 2022"],
               ["Opening balance", "1,204,000", "1,391,300", "1,322,150", "1,538,900", "1,204,000"],
               ["Contributions", "175,000", "-", "240,000", "-", "415,000"],
               ["Distributions", "-", "(82,500)", "-", "(40,000)", "(122,500)"],
               ["Net income", "12,300", "13,350", "(23,250)", "18,100", "20,500"],
               ["Closing balance", "1,391,300", "1,322,150", "1,538,900", "1,517,000", "1,517,000"]],
              [110, 72, 72, 72, 72, 76], right=range(1, 6), bold=(0, 5), lines=(0, 4))]
    write(path, story)


def classes_with_boxes(path):
    """Two classes of one investor's interest, each with its own table, boxes to tick for what is recallable."""
    story = [
        *heading("Brandywine Shoal Fund III, L.P.", "Account of Cape May Foundation - December 31, 2021 - USD", font="Sans"),
        *section("Class A interest", font="Sans"),
        table([["Date", "Type", "Recallable", "Amount"], ["May 4, 2018", "Capital Call", "", "600,000"],
               ["March 19, 2020", "Distribution", "☒", "150,000"], ["July 30, 2021", "Distribution", "☐", "480,000"]],
              [90, 110, 70, 80], font="Sans", right=(3,), bold=(0,), ruled=True),
        gap(10), *section("Class B interest (no fee)", font="Sans"),
        table([["Date", "Type", "Recallable", "Amount"], ["May 4, 2018", "Capital Call", "", "200,000"],
               ["March 19, 2020", "Distribution", "☒", "50,000"]], [90, 110, 70, 80], font="Sans", right=(3,), bold=(0,),
              ruled=True)]
    write(path, story, letter)


def dated_opening(path):
    """An account of one year whose first row carries what was called and paid out before."""
    story = [
        *heading("Cairn Gorm Timber LP", "Limited partner account, year to 31 December 2023, GBP"),
        table([["Date", "Details", "Called", "Paid out"], ["01/01/2023", "Brought forward", "2,650,000", "415,000"],
               ["17/03/2023", "Call 12", "110,000", ""], ["28/07/2023", "Distribution 5", "", "93,500"],
               ["15/11/2023", "Call 13", "64,000", ""], ["31/12/2023", "Carried forward", "2,824,000", "508,500"]],
              [75, 190, 80, 80], right=(2, 3), bold=(0, 1, 5), lines=(0, 4))]
    write(path, story)


def italian_recalls(path):
    """An Italian fund's account of what was called and paid."""
    story = [
        *heading("Fondo Maiella Sviluppo II", "Rendiconto al 30 giugno 2022 - importi in euro", font="Sans"),
        *section("Richiami degli impegni", font="Sans"),
        table([["Data valuta", "Causale", "Importo"], ["15/01/2018", "Primo richiamo", "250.000,00"],
               ["22/10/2019", "Acquisizione Conerpo Packaging", "412.500,00"], ["03/05/2021", "Commissioni", "18.750,00"]],
              [80, 200, 90], font="Sans", right=(2,), bold=(0,), lines=(0, 3)),
        gap(10), *section("Distribuzioni", font="Sans"),
        table([["Data valuta", "Causale", "Importo"], ["30/11/2021", "Rimborso di capitale", "125.000,00"],
               ["27/06/2022", "Dividendo", "38.600,00"]], [80, 200, 90], font="Sans", right=(2,), bold=(0,), lines=(0, 2))]
    write(path, story)


def yen(path):
    """A trust bank's English statement in yen, years first, nothing behind the point."""
    story = [
        *heading("Shirakami Buyout Fund No. 2 Investment Limited Partnership", "Statement as of 2022/03/31 (JPY)", size=12),
        table([["No.", "Value date", "Item", "Amount (JPY)", "Unfunded (JPY)"],
               ["1", "2019/04/26", "Capital Call", "150,000,000", "850,000,000"],
               ["2", "2019/12/20", "Capital Call", "230,500,000", "619,500,000"],
               ["3", "2021/06/30", "Distribution", "64,000,000", "619,500,000"],
               ["4", "2022/03/15", "Capital Call", "98,000,000", "521,500,000"]], [35, 75, 120, 100, 100],
              right=(3, 4), bold=(0,), ruled=True)]
    write(path, story)


def sign_beside(path):
    """The sign in a column of its own beside the amount."""
    story = [
        *heading("Säntis Private Equity IV", "Kontoauszug per 31.12.2021, CHF", font="Sans"),
        table([["Datum", "Vorgang", "", "Betrag CHF"], ["15.02.2018", "Kapitalabruf", "-", "300'000.00"],
               ["21.09.2018", "Kapitalabruf", "-", "175'500.00"], ["30.06.2020", "Ausschüttung", "+", "82'400.00"],
               ["10.12.2021", "Ausschüttung", "+", "260'000.00"]], [80, 150, 20, 90], font="Sans", right=(3,), bold=(0,),
              lines=(0, 4))]
    write(path, story)


PAPERS = [
    Paper("green_bar", green_bar,
          rows=[Row(CALL, "2017-02-14", "400000.00"), Row(CALL, "2017-10-03", "250000.00"),
                Row(DIST, "2018-06-29", "75000.00"), Row(CALL, "2019-04-22", "120000.00"),
                Row(DIST, "2020-12-18", "610500.00")], funds=1),
    Paper("year_by_quarters", year_by_quarters,
          rows=[Row(CALL, "2022-03-31", "175000.00"), Row(DIST, "2022-06-30", "82500.00"),
                Row(CALL, "2022-09-30", "240000.00"), Row(DIST, "2022-12-31", "40000.00")], funds=1),
    Paper("classes_with_boxes", classes_with_boxes,
          rows=[Row(CALL, "2018-05-04", "600000.00"), Row(DIST, "2020-03-19", "150000.00", recallable=True),
                Row(DIST, "2021-07-30", "480000.00", recallable=False), Row(CALL, "2018-05-04", "200000.00"),
                Row(DIST, "2020-03-19", "50000.00", recallable=True)], metrics={"pic": 800_000}, funds=1),
    Paper("dated_opening", dated_opening,
          rows=[Row(CALL, "2023-03-17", "110000.00"), Row(DIST, "2023-07-28", "93500.00"),
                Row(CALL, "2023-11-15", "64000.00")], funds=1),
    Paper("italian_recalls", italian_recalls,
          rows=[Row(CALL, "2018-01-15", "250000.00"), Row(CALL, "2019-10-22", "412500.00"),
                Row(CALL, "2021-05-03", "18750.00"), Row(DIST, "2021-11-30", "125000.00"),
                Row(DIST, "2022-06-27", "38600.00")], funds=1),
    Paper("yen", yen,
          rows=[Row(CALL, "2019-04-26", "150000000"), Row(CALL, "2019-12-20", "230500000"),
                Row(DIST, "2021-06-30", "64000000"), Row(CALL, "2022-03-15", "98000000")], funds=1),
    Paper("sign_beside", sign_beside,
          rows=[Row(CALL, "2018-02-15", "300000.00"), Row(CALL, "2018-09-21", "175500.00"),
                Row(DIST, "2020-06-30", "82400.00"), Row(DIST, "2021-12-10", "260000.00")], funds=1),
]
