"""A fifth set: administrators' print-outs and letters, read once as the last measure before they were held."""
from .paper import ADJ, CALL, DIST, Paper, Row, gap, heading, letter, section, table, text, write


def equalisation(path):
    """A subsequent closing: capital comes back to the earlier investor, with interest."""
    story = [
        *heading("Birkdale Growth Partners III LP", "Limited partner ledger (USD) at 31 December 2018"),
        table([["Date", "Transaction type", "Description", "Amount"],
               ["14 February 2017", "Capital call", "First closing", "1,000,000"],
               ["20 July 2017", "Capital call", "Acquisition of Ribble Media", "750,000"],
               ["2 October 2017", "Adjustment", "Refund of excess capital call to investor after second closing",
                "(312,500)"],
               ["16 May 2018", "Capital call", "Acquisition of Wyre Marine", "540,000"],
               ["21 December 2018", "Distribution", "Dividend Ribble Media", "86,000"]], [85, 85, 210, 75], right=(3,),
              bold=(0,), lines=(0, 5))]
    write(path, story)


def numbered_calls(path):
    """The type column numbers the calls; the total of commitments stands in the same column as the amounts."""
    story = [
        *heading("Peregrine Lower Mid-Market Fund II, L.P.", "Summary of capital calls and distributions as of 6/30/2020", size=13),
        table([["Notice #", "Due Date", "Total Called", "% of Commitment", "Your Share", "Remaining Commitment"],
               ["Call 1", "4/14/2014", "$50,000,000", "20.0%", "$1,000,000", "$4,000,000"],
               ["Call 2", "1/9/2015", "$37,500,000", "15.0%", "$750,000", "$3,250,000"],
               ["Call 3", "8/21/2016", "$62,500,000", "25.0%", "$1,250,000", "$2,000,000"],
               ["Total", "", "$150,000,000", "60.0%", "$3,000,000", ""]], [60, 65, 90, 90, 80, 105],
              right=(2, 3, 4, 5), bold=(0, 4), lines=(0, 3)),
        gap(10),
        table([["Notice #", "Payment Date", "Total Distributed", "Your Share", "Recallable"],
               ["Dist 1", "12/18/2017", "$22,000,000", "$440,000", "$440,000"],
               ["Dist 2", "5/29/2020", "$88,500,000", "$1,770,000", "$0"],
               ["Total", "", "$110,500,000", "$2,210,000", "$440,000"]], [60, 75, 100, 80, 80], right=(2, 3, 4),
              bold=(0, 3), lines=(0, 2))]
    write(path, story, letter)


def letter_with_list(path):
    """A letter that lists what was paid in its sentences' list, one line each."""
    story = [
        text("Whernside Capital LLP", 10, bold=True), text("30 January 2023"), gap(6),
        text("Re: Whernside Capital Fund IV LP - your capital account for 2022"), gap(6), text("Dear Investor,"), gap(4),
        text("During the year the following amounts were called from you and paid to you:"), gap(4),
        table([["Capital call", "22 March 2022", "£410,000"], ["Capital call", "5 August 2022", "£95,000"],
               ["Distribution", "18 November 2022", "£1,130,000"]], [100, 120, 90], size=9, right=(2,)), gap(6),
        text("Your remaining commitment is £1,640,000 and the value of your interest at 31 December 2022 was £4,215,000.")]
    write(path, story)


def account_with_opening(path):
    """An account of one year: the opening balance and the year's result are no flows."""
    story = [
        *heading("Kapitalkontoentwicklung 2021", "Brockenblick Beteiligungsfonds GmbH &amp; Co. KG - Kommanditist: Stadtwerke Harz", size=13, font="Sans"),
        table([["Datum", "Text", "EUR"], ["01.01.2021", "Anfangsbestand", "2.104.500,00"],
               ["15.03.2021", "Kapitalabruf Nr. 7", "150.000,00"], ["30.06.2021", "Ausschüttung", "-275.000,00"],
               ["22.10.2021", "Kapitalabruf Nr. 8", "60.500,00"], ["31.12.2021", "Ergebniszuweisung", "312.880,40"],
               ["31.12.2021", "Endbestand", "2.352.880,40"]], [80, 230, 100], font="Sans", right=(2,), bold=(0, 6),
              lines=(0, 5))]
    write(path, story)


def net_settled(path):
    """Calls netted against distributions: both gross amounts and the net payment stand in one row."""
    story = [
        *heading("Silverbeck Energy Transition Fund LP", "Cash flow history to 30/09/2023, EUR"),
        table([["Payment date", "Contribution", "Distribution", "Net cash flow", "Cumulative net"],
               ["28/02/2018", "900,000", "-", "(900,000)", "(900,000)"],
               ["15/10/2019", "420,000", "65,000", "(355,000)", "(1,255,000)"],
               ["31/03/2021", "210,000", "480,000", "270,000", "(985,000)"],
               ["29/09/2023", "-", "1,875,000", "1,875,000", "890,000"],
               ["Total", "1,530,000", "2,420,000", "890,000", ""]], [80, 80, 80, 85, 85], right=(1, 2, 3, 4),
              bold=(0, 5), ruled=True)]
    write(path, story)


def old_years(path):
    """Two-digit years of another century, dates without leading noughts, a liquidated fund."""
    story = [
        *heading("Chesapeake Venture Fund, L.P. (in liquidation)", "Final report, 12/31/04", size=13),
        *section("Contributions"),
        table([["Date", "Amount"], ["3/2/92", "$500,000"], ["11/16/93", "$375,000"], ["7/1/96", "$125,000"]], [90, 90],
              right=(1,), bold=(0,), lines=(0, 3)), gap(8), *section("Distributions"),
        table([["Date", "Amount"], ["6/30/97", "$214,000"], ["4/12/99", "$1,480,500"], ["2/3/00", "$902,250"],
               ["12/15/04", "$18,400"]], [90, 90], right=(1,), bold=(0,), lines=(0, 4)), gap(8),
        text("Net asset value: nil")]
    write(path, story, letter)


def spread_of_fees(path):
    """Calls in components under one heading, a fee offset, and no distributions yet."""
    story = [
        *heading("Auvergne Bridge Capital Fund I SLP", "Capital call history, EUR, 31 March 2024"),
        table([["Call", "Due date", "Investments", "Management fees", "Organisational costs", "Total"],
               ["1", "2022-09-15", "-", "75,000", "30,000", "105,000"],
               ["2", "2023-02-10", "640,000", "37,500", "-", "677,500"],
               ["3", "2023-12-01", "385,000", "37,500", "-", "422,500"],
               ["Total", "", "1,025,000", "150,000", "30,000", "1,205,000"]], [40, 75, 80, 90, 105, 75],
              right=(2, 3, 4, 5), bold=(0, 4), ruled=True)]
    write(path, story)


def glossary_first(path):
    """A page of definitions with example figures before the ledger itself."""
    story = [
        text("How to read this report", 12, bold=True), gap(4),
        text("<b>Capital call</b>: money that the fund asks for. Example: on a commitment of $1,000,000 a call of 10% is "
             "$100,000."), text("<b>Recallable distribution</b>: may be called again. Example: $50,000 paid on 1 June 2020 "
                                "may be drawn until 1 June 2022."), gap(14),
        text("Fairmile Credit Fund II LP", 14, bold=True), text("Transactions to December 31, 2022 (USD)"), gap(6),
        table([["Date", "Type", "Amount"], ["May 11, 2020", "Drawdown", "1,350,000"],
               ["September 8, 2021", "Distribution", "210,000"], ["December 20, 2022", "Distribution", "198,500"]],
              [110, 100, 90], right=(2,), bold=(0,), lines=(0, 3))]
    write(path, story, letter)


PAPERS = [
    Paper("equalisation", equalisation,
          rows=[Row(CALL, "2017-02-14", "1000000.00"), Row(CALL, "2017-07-20", "750000.00"),
                Row(ADJ, "2017-10-02", "-312500.00", "-312500.00", "0.00"), Row(CALL, "2018-05-16", "540000.00"),
                Row(DIST, "2018-12-21", "86000.00")], metrics={"pic": 1_977_500}, funds=1),
    Paper("numbered_calls", numbered_calls,
          rows=[Row(CALL, "2014-04-14", "1000000.00"), Row(CALL, "2015-01-09", "750000.00"),
                Row(CALL, "2016-08-21", "1250000.00"), Row(DIST, "2017-12-18", "440000.00", recallable=True),
                Row(DIST, "2020-05-29", "1770000.00", recallable=False)], metrics={"pic": 3_000_000}, funds=1),
    Paper("letter_with_list", letter_with_list,
          rows=[Row(CALL, "2022-03-22", "410000.00"), Row(CALL, "2022-08-05", "95000.00"),
                Row(DIST, "2022-11-18", "1130000.00")], reported={"unfunded": 1_640_000}, funds=1),
    Paper("account_with_opening", account_with_opening,
          rows=[Row(CALL, "2021-03-15", "150000.00"), Row(DIST, "2021-06-30", "275000.00"),
                Row(CALL, "2021-10-22", "60500.00")], funds=1),
    Paper("net_settled", net_settled,
          rows=[Row(CALL, "2018-02-28", "900000.00"), Row(CALL, "2019-10-15", "420000.00"),
                Row(DIST, "2019-10-15", "65000.00"), Row(CALL, "2021-03-31", "210000.00"),
                Row(DIST, "2021-03-31", "480000.00"), Row(DIST, "2023-09-29", "1875000.00")],
          metrics={"pic": 1_530_000}, funds=1),
    Paper("old_years", old_years,
          rows=[Row(CALL, "1992-03-02", "500000.00"), Row(CALL, "1993-11-16", "375000.00"),
                Row(CALL, "1996-07-01", "125000.00"), Row(DIST, "1997-06-30", "214000.00"),
                Row(DIST, "1999-04-12", "1480500.00"), Row(DIST, "2000-02-03", "902250.00"),
                Row(DIST, "2004-12-15", "18400.00")], reported={"nav": 0}, funds=1),
    Paper("spread_of_fees", spread_of_fees,
          rows=[Row(CALL, "2022-09-15", "75000.00"), Row(CALL, "2022-09-15", "30000.00"),
                Row(CALL, "2023-02-10", "640000.00"), Row(CALL, "2023-02-10", "37500.00"),
                Row(CALL, "2023-12-01", "385000.00"), Row(CALL, "2023-12-01", "37500.00")],
          metrics={"pic": 1_205_000}, funds=1),
    Paper("glossary_first", glossary_first,
          rows=[Row(CALL, "2020-05-11", "1350000.00"), Row(DIST, "2021-09-08", "210000.00"),
                Row(DIST, "2022-12-20", "198500.00")], funds=1),
]
