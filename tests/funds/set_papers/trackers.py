"""A fourth set: investors' own trackers, slides, classes, and notices of two more countries."""
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib import colors

from .paper import CALL, DIST, Paper, Row, gap, heading, landscape, letter, section, table, text, write


def tracker_of_events(path):
    """An investor's tracker: the commitment and the valuations stand as dated rows among the flows."""
    story = [
        text("Private equity tracker - Kinder Edge Fund II LP", 12, bold=True), gap(6),
        table([["Date", "Event", "Amount GBP", "Notes"],
               ["2018-03-01 00:00", "Commitment", "2,000,000.00", "Signed subscription"],
               ["2018-04-16 00:00", "Capital call", "400,000.00", "Call 1"],
               ["2018-12-31 00:00", "Valuation", "391,200.00", "Q4 report"],
               ["2019-09-02 00:00", "Capital call", "650,000.00", "Call 2"],
               ["2019-12-31 00:00", "Valuation", "1,088,450.00", "Q4 report"],
               ["2021-05-28 00:00", "Distribution", "275,000.00", "Dividend"],
               ["2021-12-31 00:00", "Valuation", "1,203,900.00", "Q4 report"]], [95, 80, 85, 130], right=(2,),
              bold=(0,), ruled=True)]
    write(path, story)


def two_classes(path):
    """Two classes of interest held in one fund: rows of one day and amount stand in both, and both were paid."""
    head = ["Date", "Transaction", "Amount (USD)"]
    rows_a = [head, ["03/11/2020", "Contribution", "250,000"], ["09/24/2021", "Contribution", "175,000"],
              ["12/16/2022", "Distribution", "90,000"]]
    rows_b = [head, ["03/11/2020", "Contribution", "250,000"], ["09/24/2021", "Contribution", "175,000"],
              ["08/04/2023", "Distribution", "61,500"]]
    story = [*heading("Quarry Lane Credit Partners III, L.P.", "Transactions by class, September 30, 2023")]
    for name, rows in (("Class A interests", rows_a), ("Class B interests", rows_b)):
        story += [text(name, 10, bold=True), gap(2), table(rows, [90, 110, 100], right=(2,), bold=(0,), lines=(0, 3)),
                  gap(12)]
    write(path, story, letter)


def described_flows(path):
    """No column of types: the description says what each amount is, with periods in its words."""
    story = [
        *heading("Statement of cash flows", "Fund: Sallow Hill Growth Fund LP (currency: USD)", size=13),
        table([["Date", "Description", "Amount"],
               ["January 22, 2018", text("Capital call no. 1 for the acquisition of Fernhill Analytics", 8), "800,000"],
               ["July 2, 2018", text("Capital call no. 2, management fee for the period January 1, 2018 to December "
                                     "31, 2018", 8), "45,000"],
               ["May 6, 2019", text("Capital call no. 3, follow-on in Fernhill Analytics and partnership expenses", 8),
                "312,500"],
               ["August 20, 2020", text("Distribution of interest received from Fernhill Analytics for the period from "
                                        "May 2019 to June 2020", 8), "(27,850)"],
               ["March 31, 2022", text("Distribution of the proceeds of Fernhill Analytics", 8), "(1,946,000)"]],
              [95, 260, 80], right=(2,), bold=(0,), lines=(0, 5), pad=4)]
    write(path, story, letter)


def one_foreign_row(path):
    """One row is in another currency: it cannot be added, and is told."""
    story = [
        *heading("Lammermuir Venture Fund I LP", "Cash flows to 31 March 2021"),
        table([["Date", "Type", "Amount"], ["14 May 2015", "Capital call", "GBP 500,000"],
               ["21 June 2016", "Capital call", "GBP 320,000"], ["8 December 2017", "Distribution", "USD 150,000"],
               ["30 October 2020", "Distribution", "GBP 744,000"]], [100, 110, 100], right=(2,), bold=(0,), ruled=True)]
    write(path, story)


def quarters_across(path):
    """The quarters stand side by side, from opening to closing value."""
    story = [
        *heading("Caldbeck Infrastructure Income Fund LP", "Quarterly movements 2022 (GBP)"),
        table([["Quarter ended", "31 Mar 2022", "30 Jun 2022", "30 Sep 2022", "31 Dec 2022"],
               ["Opening NAV", "4,000,000", "4,310,000", "4,402,500", "4,220,000"],
               ["Capital called", "250,000", "-", "120,000", "-"],
               ["Distributions paid", "-", "(85,000)", "(410,000)", "(95,000)"],
               ["Valuation change", "60,000", "177,500", "107,500", "205,000"],
               ["Closing NAV", "4,310,000", "4,402,500", "4,220,000", "4,330,000"]], [110, 80, 80, 80, 80],
              right=(1, 2, 3, 4), bold=(0, 5), lines=(0, 4))]
    write(path, story)


def uk_drawdown_notice(path):
    """Labels and values, the hour beside the day, the amount before and after an offset of fees."""
    story = [
        text("STRICTLY PRIVATE", 8), text("Drawdown Notice", 15, bold=True),
        text("Helvellyn Partners Fund IV LP (the Partnership)", 10), gap(8),
        table([["Investor:", "Thornbury Pension Trustees Limited"], ["Date of this notice:", "31 January 2024"],
               ["Payment due by:", "12:00 noon (London) on 14 February 2024"], ["Your commitment:", "£10,000,000"],
               ["Percentage drawn by this notice:", "6.25%"], ["Amount due from you:", "£625,000.00"],
               ["Undrawn commitment after this drawdown:", "£3,125,000.00"]], [190, 230], size=9)]
    write(path, story)


def german_distribution_notice(path):
    """A German distribution notice: tax on capital gains withheld, a part may be called again."""
    story = [
        text("Ausschüttungsmitteilung", 14, bold=True, font="Sans"),
        text("Elbtal Nachfolge Fonds II GmbH &amp; Co. KG", 10, font="Sans"), gap(6),
        text("Anleger: Versorgungswerk Saale &nbsp; Zahlungstermin: 29.09.2023", 9, font="Sans"), gap(8),
        table([["Bestandteil", "Fonds gesamt (EUR)", "Ihr Anteil (EUR)"],
               ["Kapitalrückzahlung (wiederabrufbar)", "6.000.000,00", "150.000,00"],
               ["Veräußerungsgewinn", "9.400.000,00", "235.000,00"],
               ["Summe Ausschüttung", "15.400.000,00", "385.000,00"],
               ["abzgl. Kapitalertragsteuer", "(400.000,00)", "(10.000,00)"],
               ["Nettobetrag", "15.000.000,00", "375.000,00"]], [190, 120, 110], font="Sans", right=(1, 2),
              bold=(0, 3, 5), ruled=True)]
    write(path, story)


def small_millions(path):
    """Millions with one decimal: bare figures below ten."""
    story = [
        *heading("Larch Valley Opportunities Fund, L.P.", "Investor cash flows, $ in millions, as of December 31, 2023"),
        table([["Date", "Contributions", "Distributions"], ["06/30/2016", "5.0", ""], ["11/15/2017", "3.5", ""],
               ["02/28/2019", "2.2", "0.6"], ["10/31/2021", "", "4.9"], ["09/29/2023", "0.4", "7.1"],
               ["Total", "11.1", "12.6"]], [90, 90, 90], right=(1, 2), bold=(0, 6), lines=(0, 5))]
    write(path, story, letter)


def slide_with_chart(path):
    """A slide: a bar chart whose labels look like amounts, and a small table of this year's flows."""
    chart = Drawing(330, 180)
    for i, (year, height) in enumerate((("2019", 40), ("2020", 75), ("2021", 110), ("2022", 95), ("2023", 140))):
        chart.add(Rect(40 + 55 * i, 20, 30, height, fillColor=colors.steelblue))
        chart.add(String(42 + 55 * i, 6, year, fontSize=8))
        chart.add(String(36 + 55 * i, 24 + height, f"$ {height / 10:.1f}m", fontSize=8))
    for i in range(4):
        chart.add(Line(30, 20 + 45 * i, 320, 20 + 45 * i, strokeColor=colors.lightgrey))
        chart.add(String(4, 18 + 45 * i, f"{5 * i}.0", fontSize=7))
    flows = table([["Date", "Flow", "USD"], ["02/15/2023", "Capital call", "1,200,000"],
                   ["06/27/2023", "Distribution", "3,450,000"], ["11/30/2023", "Capital call", "640,000"]],
                  [70, 80, 80], right=(2,), bold=(0,), ruled=True)
    story = [text("Copper Basin Growth Partners II, L.P.", 18, bold=True), text("Cash activity in 2023", 12), gap(10),
             table([[[text("NAV by year end ($ millions)", 9, bold=True), chart], [flows]]], [360, 300],
                   more=[("VALIGN", (0, 0), (-1, -1), "TOP")])]
    write(path, story, landscape(letter), 36)


def dark_header(path):
    """White words on a dark band head the table; stripes behind every second row."""
    rows = [["Value date", "% of commitment", "Purpose of drawdown", "EUR"],
            ["18.01.2019", "12.5%", "Erwerb Hafen Süd", "1.250.000"],
            ["03.06.2020", "9.0%", "Erwerb Deich Nord", "900.000"],
            ["22.11.2021", "4.4%", "Kosten und Gebühren", "440.000"], ["Total", "25.9%", "", "2.590.000"]]
    story = [text("Nordmole Real Assets SCSp", 14, bold=True, font="Sans"),
             *section("Drawdowns since inception, 31.12.2021", font="Sans", below=6),
             table(rows, [80, 90, 180, 90], font="Sans", right=(1, 3), bold=(0, 4),
                   more=[("BACKGROUND", (0, 0), (-1, 0), colors.darkblue), ("TEXTCOLOR", (0, 0), (-1, 0), colors.white),
                         ("BACKGROUND", (0, 2), (-1, 2), colors.whitesmoke)])]
    write(path, story)


PAPERS = [
    Paper("tracker_of_events", tracker_of_events,
          rows=[Row(CALL, "2018-04-16", "400000.00"), Row(CALL, "2019-09-02", "650000.00"),
                Row(DIST, "2021-05-28", "275000.00")], metrics={"pic": 1_050_000}, funds=1),
    Paper("two_classes", two_classes,
          rows=[Row(CALL, "2020-03-11", "250000.00"), Row(CALL, "2021-09-24", "175000.00"),
                Row(DIST, "2022-12-16", "90000.00"), Row(CALL, "2020-03-11", "250000.00"),
                Row(CALL, "2021-09-24", "175000.00"), Row(DIST, "2023-08-04", "61500.00")],
          metrics={"pic": 850_000}, funds=1),
    Paper("described_flows", described_flows,
          rows=[Row(CALL, "2018-01-22", "800000.00"), Row(CALL, "2018-07-02", "45000.00"),
                Row(CALL, "2019-05-06", "312500.00"), Row(DIST, "2020-08-20", "27850.00"),
                Row(DIST, "2022-03-31", "1946000.00")], metrics={"pic": 1_157_500}, funds=1),
    Paper("one_foreign_row", one_foreign_row,
          rows=[Row(CALL, "2015-05-14", "500000.00"), Row(CALL, "2016-06-21", "320000.00"),
                Row(DIST, "2020-10-30", "744000.00")], flags={"currency_mixed"}, funds=1),
    Paper("quarters_across", quarters_across,
          rows=[Row(CALL, "2022-03-31", "250000.00"), Row(CALL, "2022-09-30", "120000.00"),
                Row(DIST, "2022-06-30", "85000.00"), Row(DIST, "2022-09-30", "410000.00"),
                Row(DIST, "2022-12-31", "95000.00")], funds=1),
    Paper("uk_drawdown_notice", uk_drawdown_notice, rows=[Row(CALL, "2024-02-14", "625000.00")],
          reported={"commitment": 10_000_000, "unfunded": 3_125_000}, funds=1),
    Paper("german_distribution_notice", german_distribution_notice,
          rows=[Row(DIST, "2023-09-29", "150000.00", recallable=True), Row(DIST, "2023-09-29", "235000.00")], funds=1),
    Paper("small_millions", small_millions,
          rows=[Row(CALL, "2016-06-30", "5000000.00"), Row(CALL, "2017-11-15", "3500000.00"),
                Row(CALL, "2019-02-28", "2200000.00"), Row(DIST, "2019-02-28", "600000.00"),
                Row(DIST, "2021-10-31", "4900000.00"), Row(CALL, "2023-09-29", "400000.00"),
                Row(DIST, "2023-09-29", "7100000.00")], metrics={"pic": 11_100_000}, funds=1),
    Paper("slide_with_chart", slide_with_chart,
          rows=[Row(CALL, "2023-02-15", "1200000.00"), Row(DIST, "2023-06-27", "3450000.00"),
                Row(CALL, "2023-11-30", "640000.00")], funds=1),
    Paper("dark_header", dark_header,
          rows=[Row(CALL, "2019-01-18", "1250000.00"), Row(CALL, "2020-06-03", "900000.00"),
                Row(CALL, "2021-11-22", "440000.00")], metrics={"pic": 2_590_000}, funds=1),
]
