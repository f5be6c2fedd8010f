"""Ledgers as administrators and investors print them: one table, many conventions."""
from .paper import A4, ADJ, CALL, DIST, Paper, Row, gap, landscape, section, table, text, write


def uk_running_balance(path):
    """An investor's own ledger: what was paid, what came back, and the net position after each line."""
    story = [
        text("Thornbury Pension Trustees Limited", 9), text("Private equity ledger", 13, bold=True), gap(4),
        text("Fund: Eskdale Buyout Fund V LP &nbsp;&nbsp; Currency: GBP &nbsp;&nbsp; "
             "Period: 01/01/2019 to 31/12/2022"), gap(10),
        table([["Date", "Ref", "Narrative", "Paid in", "Paid out", "Net position"],
               ["01/01/2019", "", "Balance brought forward", "", "", "0.00"],
               ["07/03/2019", "PE-0112", "Drawdown 1 - Hexham Software", "412,500.00", "", "412,500.00"],
               ["02/09/2019", "PE-0131", "Drawdown 2 - management fee", "37,812.50", "", "450,312.50"],
               ["11/05/2020", "PE-0158", "Drawdown 3 - Calder Foods", "605,000.00", "", "1,055,312.50"],
               ["04/12/2020", "PE-0171", "Distribution - Hexham recap", "", "220,000.00", "835,312.50"],
               ["06/08/2021", "PE-0190", "Drawdown 4 - follow-on Calder", "118,750.00", "", "954,062.50"],
               ["03/02/2022", "PE-0204", "Distribution - sale of Hexham", "", "1,017,640.25", "(63,577.75)"],
               ["09/11/2022", "PE-0219", "Drawdown 5 - fees and expenses", "29,000.00", "", "(34,577.75)"],
               ["31/12/2022", "", "Balance carried forward", "", "", "(34,577.75)"]],
              [60, 50, 175, 70, 75, 75], right=(3, 4, 5), bold=(0,), lines=(0, 9))]
    write(path, story)


YEARS = {
    2016: [("Mar 14, 2016", CALL, "Initial closing", "1,800,000"), ("Aug 29, 2016", CALL, "Drawdown #2", "925,000"),
           ("Nov 30, 2016", CALL, "Drawdown #3 (fees)", "118,400")],
    2017: [("Feb 9, 2017", CALL, "Drawdown #4: Tallow Creek Energy, bridge financing and partnership expenses",
            "2,040,000"), ("May 22, 2017", CALL, "Drawdown #5", "764,250"),
           ("Oct 3, 2017", DIST, "Return of bridge financing Tallow Creek", "600,000"),
           ("Dec 18, 2017", CALL, "Drawdown #6", "331,000")],
    2018: [("Apr 27, 2018", CALL, "Drawdown #7: Merriweather Labs", "1,410,500"),
           ("Jul 12, 2018", DIST, "Interest income, Tallow Creek", "48,215"),
           ("Sep 6, 2018", CALL, "Drawdown #8: fees", "120,000"),
           ("Dec 20, 2018", DIST, "Dividend, Merriweather Labs", "95,000")],
    2019: [("Jan 31, 2019", CALL, "Drawdown #9", "402,000"), ("Jun 14, 2019", DIST, "Partial sale, Tallow Creek",
                                                               "1,550,000"),
           ("Nov 8, 2019", CALL, "Drawdown #10", "275,850")],
    2020: [("Mar 30, 2020", CALL, "Drawdown #11: liquidity for portfolio companies", "610,000"),
           ("Oct 19, 2020", DIST, "Income distribution", "77,310"), ("Dec 15, 2020", CALL, "Drawdown #12", "94,500")],
    2021: [("Apr 1, 2021", DIST, "Exit of Merriweather Labs", "3,905,000"), ("Jun 30, 2021", CALL, "Drawdown #13",
                                                                            "88,000"),
           ("Dec 10, 2021", DIST, "Escrow release Merriweather", "212,440")],
}
MONTHS = {m: i + 1 for i, m in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())}


def iso(day):
    month, number, year = day.replace(",", "").split()
    return f"{year}-{MONTHS[month]:02d}-{int(number):02d}"


def three_pages(path):
    """A ledger over three pages: the header on each, a line of the year above and a sub-total below each year."""
    rows, bold, lines = [["Date", "Transaction", "Contributions", "Distributions", "Net cash flow"]], [0], [0]
    comma = lambda v: f"{v:,}" if v >= 0 else f"({-v:,})"
    whole = [0, 0]
    for year, flows in YEARS.items():
        bold.append(len(rows))
        rows.append([str(year), "", "", "", ""])
        sums = [0, 0]
        for day, kind, words, amount in flows:
            value = int(amount.replace(",", ""))
            sums[kind == DIST] += value
            rows.append([day, text(words, 9), amount if kind == CALL else "", amount if kind == DIST else "",
                         comma(value if kind == DIST else -value)])
        bold.append(len(rows))
        lines.append(len(rows))
        rows.append([f"Subtotal {year}", "", comma(sums[0]), comma(sums[1]), comma(sums[1] - sums[0])])
        whole = [whole[0] + sums[0], whole[1] + sums[1]]
    bold.append(len(rows))
    rows.append(["Total since inception", "", comma(whole[0]), comma(whole[1]), comma(whole[1] - whole[0])])
    story = [text("Copperline Energy Partners II, L.P.", 15, bold=True),
             text("Partner transaction history as of December 31, 2021", 10),
             text("Limited partner: Dunmore Endowment. All amounts in US dollars.", 9), gap(12),
             table(rows, [85, 170, 80, 80, 80], size=9, right=(2, 3, 4), bold=bold, lines=lines, repeat=1, pad=9)]
    write(path, story, A4, 90, foot="Copperline Energy Partners II, L.P. - Strictly confidential")


def eur_thousands(path):
    """Thousands of euros, calls with a trailing minus as the investor's cash, and a correction."""
    story = [
        text("Nordlys Infrastructure Fund SCSp", 14, bold=True), text("Annual report 2020", 10),
        *section("Cash flows with the investor (in EUR thousands)", below=6),
        table([["Value date", "Flow", "Comment", "EUR thousands"],
               ["12 Jan 2016", "Capital call", "Acquisition of Skagen Wind", "4,200-"],
               ["30 Sep 2016", "Capital call", "Fees and Skagen Wind phase 2", "1,115-"],
               ["3 Apr 2017", "Capital call", "Acquisition of Fjord Ferries", "3,640-"],
               ["17 May 2017", "Adjustment", "Refund of excess call to LPs", "285"],
               ["21 Dec 2018", "Distribution", "Yield from Skagen Wind", "512"],
               ["20 Dec 2019", "Distribution", "Yield from Skagen Wind and Fjord Ferries", "867"],
               ["8 Jun 2020", "Distribution", "Sale of Fjord Ferries", "5,921"],
               ["Net", "", "", "1,370-"]],
              [70, 80, 220, 80], right=(3,), bold=(0, 8), lines=(0, 7)),
        gap(10), text("Net asset value at 31 December 2020: EUR 4,930 thousand")]
    write(path, story)


def debit_credit_marks(path):
    """A bank-like statement: DR for what the investor paid and CR for what it received."""
    story = [
        text("Statement of account", 14, bold=True),
        text("Investor: Hollin Family Office &nbsp;&nbsp; Fund: Marchetti Special Situations Fund II LP"),
        text("Statement date 30-Jun-2022 &nbsp;&nbsp; Currency USD"), gap(10),
        table([["Posting date", "Transaction type", "Details", "Amount"],
               ["18-Jan-18", "Capital Call", "Call 1", "1,000,000.00 DR"],
               ["05-Jul-18", "Capital Call", "Call 2", "640,250.00 DR"],
               ["22-Mar-19", "Distribution", "Interest", "31,400.75 CR"],
               ["14-Oct-19", "Capital Call", "Call 3", "415,000.00 DR"],
               ["28-Feb-20", "Distribution", "Repayment Alto Adige Paper", "702,000.00 CR"],
               ["16-Jun-21", "Distribution", "Exit Alto Adige Paper", "1,288,312.40 CR"],
               ["30-Nov-21", "Capital Call", "Call 4", "96,500.00 DR"]],
              [75, 100, 180, 110], right=(3,), bold=(0,), ruled=True)]
    write(path, story)


def sheet_of_25_columns(path):
    """A spreadsheet printed on one page: the investor's amount is one of many columns of figures."""
    head = ("Fund ID,Fund name,Investor ID,Investor,Txn ID,Txn type,Call no.,Notice date,Due date,Ccy,FX rate,"
            "Fund total,% share,Amount,Investments,Mgmt fees,Expenses,Commitment,% of commitment,Cumulative called,"
            "Cumulative distributed,Unfunded,Status,Approved by,Comment").split(",")
    base = ["F0173", "Sable Ridge Growth III", "I-2209", "Loxley Foundation"]
    body = [
        ["T8801", "Capital Call", "1", "2019-01-14", "2019-01-28", "USD", "1.0000", "40,000,000", "1.25%", "500,000",
         "425,000", "62,500", "12,500", "5,000,000", "10.0%", "500,000", "0", "4,500,000", "Settled", "MKT", "First"],
        ["T8917", "Capital Call", "2", "2019-09-03", "2019-09-17", "USD", "1.0000", "96,000,000", "1.25%",
         "1,200,000", "1,150,000", "37,500", "12,500", "5,000,000", "24.0%", "1,700,000", "0", "3,300,000", "Settled",
         "MKT", "Arbor AI"],
        ["T9044", "Distribution", "", "2020-11-20", "2020-11-30", "USD", "1.0000", "22,400,000", "1.25%", "280,000",
         "", "", "", "5,000,000", "", "1,700,000", "280,000", "3,300,000", "Settled", "JLO", "Recap"],
        ["T9120", "Capital Call", "3", "2021-04-06", "2021-04-20", "USD", "1.0000", "112,000,000", "1.25%",
         "1,400,000", "1,330,000", "50,000", "20,000", "5,000,000", "28.0%", "3,100,000", "280,000", "1,900,000",
         "Settled", "MKT", "Two deals"],
        ["T9303", "Distribution", "", "2022-06-15", "2022-06-24", "USD", "1.0000", "130,800,000", "1.25%",
         "1,635,000", "", "", "", "5,000,000", "", "3,100,000", "1,915,000", "1,900,000", "Settled", "JLO",
         "Arbor exit"]]
    rows = [head] + [base + row for row in body]
    widths = [max(len(str(r[c])) for r in rows) * 2.2 + 5 for c in range(len(head))]
    story = [text("capital_activity_export.xlsx - Sheet1", 6), gap(4),
             table(rows, widths, size=4, bold=(0,), ruled=True, pad=1, right=range(11, 22))]
    write(path, story, landscape(A4), 20)


def footnotes_and_periods(path):
    """Amounts with footnote marks; a column of periods beside the day of payment."""
    story = [
        text("Larkspur Secondaries Fund I, L.P.", 14, bold=True),
        text("Contributions and distributions through 31 March 2023"), text("USD"), gap(8),
        *section("Capital contributions"),
        table([["No.", "Period covered", "Payment date", "Amount"],
               ["1", "1 Jan - 31 Mar 2019", "15 February 2019", "750,000<super>(1)</super>"],
               ["2", "1 Jul - 30 Sep 2019", "12 August 2019", "1,120,000"],
               ["3", "1 Jan - 30 Jun 2020", "3 March 2020", "310,500*"],
               ["4", "1 Oct - 31 Dec 2021", "29 October 2021", "94,250<super>2</super>"]], [30, 130, 110, 90],
              bold=(0,), lines=(0,)),
        gap(10), *section("Distributions"),
        table([["No.", "Period covered", "Payment date", "Amount"],
               ["1", "1 Apr - 30 Jun 2020", "26 June 2020", "415,000\u2020"],
               ["2", "1 Jan - 31 Mar 2022", "18 January 2022", "1,233,000"],
               ["3", "1 Jan - 31 Mar 2023", "31 March 2023", "88,000<super>3</super>"]], [30, 130, 110, 90],
              bold=(0,), lines=(0,)),
        gap(8),
        text("(1) Includes organisational expenses of 40,000. * Paid in two parts on the same day. <super>2</super> "
             "Fees only. \u2020 Recallable until 31 December 2022. <super>3</super> Net of bank charges.", 7,
             font="Sans")]
    for piece in story:
        if hasattr(piece, "_cellvalues"):
            for row in piece._cellvalues[1:]:
                row[3] = text(row[3], 8, font="Sans", align=2)
    write(path, story)


def merged_types(path):
    """The type stands once, in a cell that spans its rows."""
    rows = [["Type", "Date", "Description", "Amount (CHF)"],
            ["Capital Call", "4 February 2015", "First closing", "1,500,000"],
            ["", "19 November 2015", "Purchase of Aare Precision", "2,250,000"],
            ["", "7 July 2016", "Purchase of Limmat Medtech", "1,875,000"],
            ["", "23 January 2019", "Management fee", "90,000"],
            ["Distribution", "30 June 2018", "Dividend Aare Precision", "410,000"],
            ["", "12 December 2019", "Sale of Aare Precision", "5,220,000"],
            ["Adjustment", "10 October 2016", "Return of unused drawdown to LPs", "(125,000)"]]
    story = [text("Alpenblick Private Equity L.P.", 14, bold=True),
             text("Investor transactions as of 31 December 2019, in Swiss francs"), gap(10),
             table(rows, [90, 100, 190, 90], size=9, right=(3,), bold=(0,), ruled=True, pad=4,
                   more=[("SPAN", (0, 1), (0, 4)), ("SPAN", (0, 5), (0, 6))])]
    write(path, story)


PAPERS = [
    Paper("uk_running_balance", uk_running_balance,
          rows=[Row(CALL, "2019-03-07", "412500.00"), Row(CALL, "2019-09-02", "37812.50"),
                Row(CALL, "2020-05-11", "605000.00"), Row(DIST, "2020-12-04", "220000.00"),
                Row(CALL, "2021-08-06", "118750.00"), Row(DIST, "2022-02-03", "1017640.25"),
                Row(CALL, "2022-11-09", "29000.00")], metrics={"pic": 1_203_062.50}, funds=1),
    Paper("three_pages", three_pages,
          rows=[Row(kind, iso(day), amount.replace(",", "") + ".00") for flows in YEARS.values()
                for day, kind, _, amount in flows], funds=1),
    Paper("eur_thousands", eur_thousands,
          rows=[Row(CALL, "2016-01-12", "4200000.00", "4200000.00"), Row(CALL, "2016-09-30", "1115000.00"),
                Row(CALL, "2017-04-03", "3640000.00"), Row(ADJ, "2017-05-17", "285000.00", "-285000.00", "0.00"),
                Row(DIST, "2018-12-21", "512000.00", "0.00", "512000.00"), Row(DIST, "2019-12-20", "867000.00"),
                Row(DIST, "2020-06-08", "5921000.00")],
          reported={"nav": 4_930_000}, metrics={"pic": 8_670_000, "total_distributions": 7_300_000}, funds=1),
    Paper("debit_credit_marks", debit_credit_marks,
          rows=[Row(CALL, "2018-01-18", "1000000.00", "1000000.00"), Row(CALL, "2018-07-05", "640250.00"),
                Row(DIST, "2019-03-22", "31400.75", "0.00", "31400.75"), Row(CALL, "2019-10-14", "415000.00"),
                Row(DIST, "2020-02-28", "702000.00"), Row(DIST, "2021-06-16", "1288312.40"),
                Row(CALL, "2021-11-30", "96500.00")], metrics={"pic": 2_151_750}, funds=1),
    Paper("sheet_of_25_columns", sheet_of_25_columns,
          rows=[Row(CALL, "2019-01-28", "500000.00"), Row(CALL, "2019-09-17", "1200000.00"),
                Row(DIST, "2020-11-30", "280000.00"), Row(CALL, "2021-04-20", "1400000.00"),
                Row(DIST, "2022-06-24", "1635000.00")], metrics={"pic": 3_100_000}, funds=1),
    Paper("footnotes_and_periods", footnotes_and_periods,
          rows=[Row(CALL, "2019-02-15", "750000.00"), Row(CALL, "2019-08-12", "1120000.00"),
                Row(CALL, "2020-03-03", "310500.00"), Row(CALL, "2021-10-29", "94250.00"),
                Row(DIST, "2020-06-26", "415000.00", recallable=True), Row(DIST, "2022-01-18", "1233000.00"),
                Row(DIST, "2023-03-31", "88000.00")], metrics={"pic": 2_274_750}, funds=1),
    Paper("merged_types", merged_types,
          rows=[Row(CALL, "2015-02-04", "1500000.00"), Row(CALL, "2015-11-19", "2250000.00"),
                Row(CALL, "2016-07-07", "1875000.00"), Row(CALL, "2019-01-23", "90000.00"),
                Row(DIST, "2018-06-30", "410000.00"), Row(DIST, "2019-12-12", "5220000.00"),
                Row(ADJ, "2016-10-10", "-125000.00", "-125000.00", "0.00")], metrics={"pic": 5_590_000}, funds=1),
]
