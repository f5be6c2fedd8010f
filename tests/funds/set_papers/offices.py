"""A seventh set: print-outs of administrators' and family offices' systems, drawn as their software prints them."""
from reportlab.lib import colors

from .paper import A4, CALL, DIST, Paper, Row, gap, heading, landscape, letter, table, text, write


def transaction_detail(path):
    """A system's list with codes: recallable payments in a column of their own, the balance of the commitment last."""
    story = [
        table([["Investor Transaction Detail", "Run: 04/17/2024 15:12"], ["Fund: Tolland Ridge Partners III, L.P.", ""],
               ["Investor: 004417 Quabbin Hospital Pension Plan", "Base ccy: USD"]], [430, 150], size=9, bold=(0,)),
        gap(6),
        table([["Eff Date", "Tran Code", "Tran Description", "Contribution", "Distribution", "Recallable Dist",
                "Unfunded Balance"],
               ["02/27/2018", "CAPC", "Capital Call 1 - Initial close", "1,100,000.00", "", "", "3,900,000.00"],
               ["11/09/2018", "CAPC", "Capital Call 2 - Housatonic Paper", "845,500.00", "", "", "3,054,500.00"],
               ["06/28/2019", "RDST", "Bridge repaid", "", "", "300,000.00", "3,354,500.00"],
               ["01/31/2020", "CAPC", "Capital Call 3 - Fees 1H20", "41,250.00", "", "", "3,313,250.00"],
               ["10/15/2021", "DIST", "Housatonic Paper sale", "", "1,962,310.44", "", "3,313,250.00"],
               ["12/20/2021", "DIST", "Escrow", "", "18,004.90", "", "3,313,250.00"],
               ["Investor totals:", "", "", "1,986,750.00", "1,980,315.34", "300,000.00", ""]],
              [65, 60, 190, 85, 85, 90, 95], size=7.5, right=(3, 4, 5, 6), bold=(0, 7), lines=(0, 6)),
        gap(4), text("CAPC = Capital Call&nbsp;&nbsp; DIST = Distribution&nbsp;&nbsp; RDST = Recallable Distribution", 7)]
    write(path, story, landscape(letter), 40, foot="Tolland Ridge Partners III, L.P.")


def deal_listing(path):
    """A list of deals: reference first, two dates, the gross amount beside interest and the net one."""
    story = [
        text("Deal listing by investor", 12, bold=True, font="Sans"),
        text("Mourne Strategic Lending SCSp - from inception to 31-Mar-2024 - currency EUR", 8, font="Sans"), gap(8),
        table([["Deal ref", "Deal type", "Trade date", "Settle date", "Gross amount", "Fee", "Net amount"],
               ["MSL-000127", "Drawdown", "03-May-2019", "17-May-2019", "-620,000.00", "0.00", "-620,000.00"],
               ["MSL-000264", "Drawdown", "14-Nov-2019", "28-Nov-2019", "-415,750.00", "0.00", "-415,750.00"],
               ["MSL-000519", "Distribution", "09-Jul-2020", "16-Jul-2020", "22,118.36", "0.00", "22,118.36"],
               ["MSL-000733", "Drawdown", "22-Feb-2021", "08-Mar-2021", "-188,000.00", "0.00", "-188,000.00"],
               ["MSL-001046", "Distribution", "12-Dec-2022", "19-Dec-2022", "530,400.00", "0.00", "530,400.00"],
               ["MSL-001388", "Distribution", "20-Mar-2024", "27-Mar-2024", "104,960.75", "0.00", "104,960.75"]],
              [70, 70, 70, 70, 80, 40, 80], size=7, font="Sans", right=(4, 5, 6), bold=(0,), ruled=True)]
    write(path, story)


def drawdowns_across(path):
    """One column for every drawdown, their days above each other in rows, a sum in the last column."""
    story = [
        *heading("Beinn Alligin Renewables II LP", "Drawdown schedule as at 31 December 2021 (GBP)"),
        table([["", "Drawdown 1", "Drawdown 2", "Drawdown 3", "Drawdown 4", "Total"],
               ["Notice date", "18/02/2019", "30/08/2019", "07/04/2020", "01/11/2021", ""],
               ["Due date", "04/03/2019", "13/09/2019", "21/04/2020", "15/11/2021", ""],
               ["Amount called", "275,000", "410,000", "96,500", "318,500", "1,100,000"],
               ["Cumulative called", "275,000", "685,000", "781,500", "1,100,000", ""],
               ["% of commitment", "11.0%", "27.4%", "31.3%", "44.0%", ""]], [90, 78, 78, 78, 78, 70],
              right=range(1, 6), bold=(0,), ruled=True),
        gap(12), text("There have been no distributions to date. Net asset value at 31 December 2021: £1,187,240.")]
    write(path, story)


def capital_activity(path):
    """Calls and distributions in one table, each kind under a band of its own headings and with parts."""
    story = [
        text("SCHEDULE OF CAPITAL ACTIVITY", 11, bold=True), *heading("Nantahala Healthcare Fund V, L.P.", "Inception through June 30, 2023", size=11),
        table([["Capital Contributions", "Due Date", "Investments", "Mgmt. Fees", "Expenses", "Total", "% of Cmt."],
               ["Capital Call #1", "3/12/2018", "$ 880,000", "$ 60,000", "$ 35,000", "$ 975,000", "13.0%"],
               ["Capital Call #2", "9/4/2018", "1,240,000", "30,000", "-", "1,270,000", "16.9%"],
               ["Capital Call #3", "5/21/2020", "-", "60,000", "12,500", "72,500", "1.0%"],
               ["Total contributions", "", "$ 2,120,000", "$ 150,000", "$ 47,500", "$ 2,317,500", "30.9%"],
               ["", "", "", "", "", "", ""],
               ["Distributions", "Pay Date", "Return of Capital", "Gain", "Income", "Total", ""],
               ["Distribution #1", "12/17/2020", "$ 400,000", "$ 150,000", "$ -", "$ 550,000", ""],
               ["Distribution #2", "4/28/2023", "-", "1,310,000", "22,600", "1,332,600", ""],
               ["Total distributions", "", "$ 400,000", "$ 1,460,000", "$ 22,600", "$ 1,882,600", ""]],
              [105, 60, 85, 70, 65, 75, 55], size=7.5, right=range(2, 7), bold=(0, 4, 6, 9), lines=(0, 3, 6, 8))]
    write(path, story, letter)


def spreadsheet(path):
    """A spreadsheet printed with its grid, the letters of its columns and the numbers of its rows; two currencies."""
    rows = [["", "A", "B", "C", "D", "E", "F"],
            ["1", "Fund", "Date", "Ccy", "Call", "Dist", "Comment"],
            ["2", "Kestrel Fund II", "15-Mar-18", "USD", "500,000", "", "1st close"],
            ["3", "Kestrel Fund II", "02-Oct-18", "USD", "350,000", "", ""],
            ["4", "Aurelia Partners IV", "20-Nov-18", "EUR", "400,000", "", "1st close"],
            ["5", "Kestrel Fund II", "30-Jun-20", "USD", "", "210,000", "partial exit"],
            ["6", "Aurelia Partners IV", "12-Feb-21", "EUR", "275,000", "", ""],
            ["7", "Aurelia Partners IV", "17-Dec-22", "EUR", "", "95,000", "interest"],
            ["8", "Kestrel Fund II", "09-May-23", "USD", "", "760,000", "final exit"]]
    story = [
        table(rows, [22, 130, 65, 40, 75, 75, 100], size=9, font="Sans", right=(4, 5), ruled=True,
              more=[("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.9, 0.9, 0.9)),
                    ("BACKGROUND", (0, 0), (0, -1), colors.Color(0.9, 0.9, 0.9)), ("ALIGN", (0, 0), (0, -1), "CENTER"),
                    ("ALIGN", (0, 0), (-1, 0), "CENTER")])]
    write(path, story, A4, 40, foot="PE flows.xlsx - Sheet1")


def kvg_report(path):
    """A German management company's account of a subscription: what is open after each posting, sums below."""
    story = [
        text("Zusagekonto", 13, bold=True, font="Sans"),
        text("Nebelhorn Infrastruktur Spezial-AIF II", 10, bold=True, font="Sans"),
        text("Anleger: Versorgungswerk Oberschwaben &nbsp;&nbsp; Zeichnungssumme: 8.000.000,00 EUR &nbsp;&nbsp; "
             "Stichtag: 31.12.2022", 8, font="Sans"), gap(8),
        table([["Lfd.", "Wertstellung", "Geschäftsvorfall", "Betrag EUR", "davon Gebühren", "Offene Zusage EUR"],
               ["1", "02.04.2018", "Kapitalabruf 1", "1.200.000,00", "80.000,00", "6.800.000,00"],
               ["2", "17.12.2018", "Kapitalabruf 2", "950.000,00", "0,00", "5.850.000,00"],
               ["3", "28.06.2019", "Ausschüttung (wiederabrufbar)", "240.000,00", "0,00", "6.090.000,00"],
               ["4", "11.03.2020", "Kapitalabruf 3", "640.000,00", "40.000,00", "5.450.000,00"],
               ["5", "15.12.2021", "Ausschüttung Erträge", "118.750,25", "0,00", "5.450.000,00"],
               ["6", "30.09.2022", "Kapitalabruf 4", "375.000,00", "0,00", "5.075.000,00"],
               ["", "", "Summe Kapitalabrufe", "3.165.000,00", "120.000,00", ""],
               ["", "", "Summe Ausschüttungen", "358.750,25", "", ""]],
              [30, 65, 160, 85, 75, 90], size=7.5, font="Sans", right=(0, 3, 4, 5), bold=(0, 7, 8), lines=(0, 6))]
    write(path, story)


PAPERS = [
    Paper("transaction_detail", transaction_detail,
          rows=[Row(CALL, "2018-02-27", "1100000.00"), Row(CALL, "2018-11-09", "845500.00"),
                Row(DIST, "2019-06-28", "300000.00", recallable=True), Row(CALL, "2020-01-31", "41250.00"),
                Row(DIST, "2021-10-15", "1962310.44"), Row(DIST, "2021-12-20", "18004.90")], funds=1),
    Paper("deal_listing", deal_listing,
          rows=[Row(CALL, "2019-05-17", "620000.00"), Row(CALL, "2019-11-28", "415750.00"),
                Row(DIST, "2020-07-16", "22118.36"), Row(CALL, "2021-03-08", "188000.00"),
                Row(DIST, "2022-12-19", "530400.00"), Row(DIST, "2024-03-27", "104960.75")], funds=1),
    Paper("drawdowns_across", drawdowns_across,
          rows=[Row(CALL, "2019-03-04", "275000.00"), Row(CALL, "2019-09-13", "410000.00"),
                Row(CALL, "2020-04-21", "96500.00"), Row(CALL, "2021-11-15", "318500.00")],
          reported={"nav": 1_187_240}, funds=1),
    Paper("capital_activity", capital_activity,
          rows=[Row(CALL, "2018-03-12", "880000.00"), Row(CALL, "2018-03-12", "60000.00"),
                Row(CALL, "2018-03-12", "35000.00"), Row(CALL, "2018-09-04", "1240000.00"),
                Row(CALL, "2018-09-04", "30000.00"), Row(CALL, "2020-05-21", "60000.00"),
                Row(CALL, "2020-05-21", "12500.00"), Row(DIST, "2020-12-17", "400000.00"),
                Row(DIST, "2020-12-17", "150000.00"), Row(DIST, "2023-04-28", "1310000.00"),
                Row(DIST, "2023-04-28", "22600.00")], metrics={"pic": 2_317_500}, funds=1),
    Paper("spreadsheet", spreadsheet,
          rows=[Row(CALL, "2018-03-15", "500000.00", fund="Kestrel"), Row(CALL, "2018-10-02", "350000.00", fund="Kestrel"),
                Row(CALL, "2018-11-20", "400000.00", fund="Aurelia"),
                Row(DIST, "2020-06-30", "210000.00", fund="Kestrel"),
                Row(CALL, "2021-02-12", "275000.00", fund="Aurelia"), Row(DIST, "2022-12-17", "95000.00", fund="Aurelia"),
                Row(DIST, "2023-05-09", "760000.00", fund="Kestrel")], funds=2),
    Paper("kvg_report", kvg_report,
          rows=[Row(CALL, "2018-04-02", "1200000.00"), Row(CALL, "2018-12-17", "950000.00"),
                Row(DIST, "2019-06-28", "240000.00", recallable=True), Row(CALL, "2020-03-11", "640000.00"),
                Row(DIST, "2021-12-15", "118750.25"), Row(CALL, "2022-09-30", "375000.00")],
          reported={"commitment": 8_000_000}, metrics={"pic": 3_165_000}, funds=1),
]
