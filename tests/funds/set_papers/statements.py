"""A sixth set: account statements of administrators in five countries, and tables that say more than flows."""
from .paper import A4, CALL, DIST, Paper, Row, gap, heading, landscape, letter, section, table, text, write


def german_numbered(path):
    """Numbered rows, a sum for each year in bold, calls and payments in columns of their own."""
    story = [
        *heading("Hohenlohe Mittelstandsfonds II GmbH &amp; Co. KG",
              "Kontoauszug Kommanditist Nr. 0417 zum 30.09.2021, Beträge in EUR", size=13, font="Sans"),
        table([["Lfd. Nr.", "Valuta", "Vorgang", "Einzahlung", "Auszahlung"],
               ["1", "15.04.2019", "Erster Abruf", "350.000,00", ""],
               ["2", "02.12.2019", "Abruf Beteiligung Kocher Werkzeuge", "275.500,00", ""],
               ["", "", "Summe 2019", "625.500,00", "0,00"],
               ["3", "17.07.2020", "Abruf Beteiligung Jagst Sensorik", "198.250,00", ""],
               ["4", "30.11.2020", "Ausschüttung Teilverkauf Kocher", "", "142.000,00"],
               ["", "", "Summe 2020", "198.250,00", "142.000,00"],
               ["5", "30.09.2021", "Ausschüttung Dividende Jagst", "", "61.300,50"],
               ["", "", "Summe 2021", "0,00", "61.300,50"],
               ["", "", "Gesamtsumme", "823.750,00", "203.300,50"]], [45, 65, 210, 80, 80], font="Sans", right=(0, 3, 4),
              bold=(0, 3, 6, 8, 9), lines=(0, 3, 6, 8))]
    write(path, story)


def ilpa_with_flows(path):
    """A statement of the account by periods, and below it the two payments of the quarter."""
    story = [
        text("Ashdown Growth Equity V, L.P.", 14, bold=True), text("Capital account statement (ILPA format)"),
        text("Quarter ended September 30, 2021"), text("Limited partner: Tri-County Teachers"), gap(8),
        table([["A. NAV reconciliation", "QTD", "YTD", "Since inception"],
               ["Beginning NAV", "$4,210,000", "$3,955,000", "-"],
               ["Contributions - cash", "350,000", "600,000", "3,750,000"],
               ["Distributions - cash", "(180,000)", "(180,000)", "(930,000)"],
               ["Management fees", "(22,000)", "(66,000)", "(301,000)"],
               ["Unrealized gain", "97,000", "146,000", "1,936,000"],
               ["Ending NAV", "$4,455,000", "$4,455,000", "$4,455,000"]], [180, 90, 90, 100], right=(1, 2, 3),
              bold=(0, 6), lines=(0, 5)), gap(12),
        *section("B. Cash flows during the quarter", below=4),
        table([["Effective date", "Transaction", "Amount"], ["July 19, 2021", "Capital call No. 11", "$350,000"],
               ["September 3, 2021", "Distribution No. 4", "($180,000)"]], [110, 150, 90], right=(2,), bold=(0,),
              lines=(0,))]
    write(path, story, letter)


def quarters_by_year(path):
    """Activity by quarter with a total for each year; the quarter stands for its last day."""
    story = [
        *heading("Lindisfarne Infrastructure Fund LP", "Quarterly activity since inception, GBP 000"),
        table([["Quarter", "Contributions", "Distributions", "Net cash flow", "Closing NAV"],
               ["Q2 2019", "1,250", "-", "(1,250)", "1,230"], ["Q4 2019", "840", "-", "(840)", "2,085"],
               ["Total 2019", "2,090", "-", "(2,090)", "2,085"], ["Q1 2020", "410", "55", "(355)", "2,460"],
               ["Q3 2020", "-", "130", "130", "2,412"], ["Total 2020", "410", "185", "(225)", "2,412"],
               ["Q3 2021", "-", "975", "975", "1,990"], ["Total 2021", "-", "975", "975", "1,990"],
               ["Since inception", "2,500", "1,160", "(1,340)", "1,990"]], [90, 85, 85, 85, 85], size=8.5,
              right=(1, 2, 3, 4), bold=(0, 3, 6, 8, 9), ruled=True)]
    write(path, story)


def dr_cr(path):
    """One column of amounts whose suffix says the side; the note says which side is which."""
    story = [
        text("Statement of account", 13, bold=True), text("Corran Narrows Venture Fund III LP"),
        text("Investor account 20-1187, US dollars, as at 31 March 2022"), gap(8),
        table([["Posted", "Particulars", "Amount", "Balance"],
               ["05 Feb 2018", "Drawdown notice 1", "400,000.00 DR", "400,000.00 DR"],
               ["19 Nov 2018", "Drawdown notice 2", "325,000.00 DR", "725,000.00 DR"],
               ["27 Jun 2019", "Distribution notice 1", "90,500.00 CR", "634,500.00 DR"],
               ["14 Jan 2021", "Drawdown notice 3", "110,250.00 DR", "744,750.00 DR"],
               ["08 Mar 2022", "Distribution notice 2", "812,000.00 CR", "67,250.00 CR"]], [75, 200, 100, 100],
              right=(2, 3), bold=(0,), lines=(0, 5)), gap(6),
        text("DR: paid by the investor. CR: paid to the investor.", 7.5)]
    write(path, story)


def notes_between(path):
    """A sentence in small type under some of the rows."""
    note = lambda words: [text(f"<i>{words}</i>", 7), "", ""]
    story = [
        *heading("Saltmarsh Credit Partners II LP", "Distributions to 31 December 2020, EUR"),
        table([["Payment date", "Description", "Amount"], ["12/04/2018", "Interest income", "48,200"],
               note("Withholding tax of 1,240 was borne by the fund and is not deducted here."),
               ["31/01/2019", "Repayment Fenland Packaging", "310,000"], ["16/09/2019", "Interest income", "52,750"],
               note("Of which 12,000 relate to the quarter ended 30/06/2019."),
               ["22/12/2020", "Repayment Broadland Dairy", "275,400"], ["Total", "", "686,350"]], [90, 260, 90],
              right=(2,), bold=(0, 7), lines=(0, 6), more=[("SPAN", (0, r), (2, r)) for r in (2, 5)])]
    write(path, story)


def ordinal_days(path):
    """Days written as they are spoken, month shortened, with the number of the call behind it."""
    story = [
        text("Blackstairs Founders Fund, LP", 14, bold=True), text("Your contributions and distributions"), gap(6),
        text("As of Dec 31st, 2021"), gap(8),
        table([["Date", "What", "Amount"], ["Mar 2nd, 2017", "Capital call (#1)", "$75,000"],
               ["Aug 21st, 2018", "Capital call (#2)", "$60,000"], ["Sept 30th, 2019", "Capital call (#3)", "$40,000"],
               ["Apr 1st, 2021", "Distribution (#1)", "$31,500"], ["Sept 30th, 2021", "Distribution (#2)", "$148,250"]],
              [110, 160, 90], size=9, right=(2,), bold=(0,), lines=(0,)), gap(8),
        text("Remaining commitment: $75,000. NAV: $212,400.")]
    write(path, story, letter)


def french_releve(path):
    """A statement with debit, credit and balance; a debit is what the investor paid."""
    story = [
        *heading("Relevé de compte porteur de parts", "FPCI Garonne Transmission 4 - parts A - arrêté au 30 juin 2022", size=13, font="Sans"),
        table([["Date d'effet", "Libellé", "Débit (€)", "Crédit (€)", "Solde (€)"],
               ["18/01/2018", "Appel de fonds n° 1", "150 000,00", "", "-150 000,00"],
               ["05/09/2019", "Appel de fonds n° 2", "90 000,00", "", "-240 000,00"],
               ["11/12/2020", "Distribution n° 1", "", "62 400,00", "-177 600,00"],
               ["24/02/2021", "Appel de fonds n° 3", "60 000,00", "", "-237 600,00"],
               ["15/06/2022", "Distribution n° 2", "", "215 350,00", "-22 250,00"],
               ["", "Total des mouvements", "300 000,00", "277 750,00", ""]], [70, 160, 80, 80, 85], font="Sans",
              right=(2, 3, 4), bold=(0, 6), lines=(0, 5))]
    write(path, story)


def funds_across(path):
    """Two funds in one table: the columns of each under its name."""
    story = [
        text("Foundation of St. Aldhelm: private equity cash flows 2020 to 2021 (EUR)", 12, bold=True), gap(8),
        table([["", "Wansdyke Capital Fund II", "", "Kennet Ventures IV", ""],
               ["Date", "Contributions", "Distributions", "Contributions", "Distributions"],
               ["31.03.2020", "200,000", "", "75,000", ""], ["15.10.2020", "", "", "50,000", ""],
               ["02.02.2021", "120,000", "65,000", "", ""], ["30.09.2021", "", "310,000", "", "88,000"],
               ["Total", "320,000", "375,000", "125,000", "88,000"]], [80, 95, 95, 95, 95], right=(1, 2, 3, 4),
              bold=(0, 1, 6), lines=(1, 5),
              more=[("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0)), ("ALIGN", (1, 0), (4, 0), "CENTER")])]
    write(path, story)


def swiss_belastung(path):
    """A Swiss statement: apostrophes, years of two digits, Belastung and Gutschrift."""
    story = [
        *heading("Säntis Private Equity Programm KmGK", "Bewegungen Ihres Kontos vom 01.01.18 bis 31.12.21, Währung CHF", size=13, font="Sans"),
        table([["Valuta", "Buchungstext", "Belastung", "Gutschrift"],
               ["28.02.18", "Kapitalabruf 1", "250'000.00", ""], ["14.06.19", "Kapitalabruf 2", "175'000.00", ""],
               ["30.09.20", "Ausschüttung 1", "", "48'650.00"], ["22.03.21", "Kapitalabruf 3", "80'500.00", ""],
               ["17.12.21", "Ausschüttung 2", "", "390'125.50"]], [70, 210, 95, 95], font="Sans", right=(2, 3), bold=(0,),
              lines=(0, 5))]
    write(path, story)


def wide_breaks(path):
    """Components over three pages without a second heading: for years nothing is paid out."""
    calls = [(f"{day:02d} {month} {year}", f"{amount:,}") for year, day, month, amount in [
        (y, d, m, a) for y in range(2006, 2013) for d, m, a in ((9, "Jan", 101_000 + y), (17, "May", 87_500 + 3 * y),
                                                                 (28, "Oct", 64_250 + 7 * y))]]
    rows = [["Value date", "Called", "Return of\ncapital", "Income", "Gain", "Net"]]
    rows += [[day, amount, "", "", "", f"({amount})"] for day, amount in calls]
    rows += [["15 Mar 2013", "", "220,000", "", "80,000", "300,000"], ["30 Jun 2014", "", "", "45,000", "", "45,000"],
             ["12 Dec 2015", "", "510,000", "15,000", "275,000", "800,000"], ["08 Aug 2016", "", "", "", "61,000", "61,000"]]
    story = [*heading("Ludgershall Buyout Fund I, L.P.", "Cash flows with the investor, USD"),
             table(rows, [90, 90, 90, 80, 80, 90], size=9, right=(1, 2, 3, 4, 5), bold=(0,), lines=(0,), pad=9)]
    write(path, story, landscape(A4))


WIDE = [(y, n, a) for y in range(2006, 2013)
        for n, a in (("01-09", 101_000 + y), ("05-17", 87_500 + 3 * y), ("10-28", 64_250 + 7 * y))]


def spanish(path):
    """A Spanish fund: calls and distributions in two tables, day first, comma for decimals."""
    story = [
        *heading("Estado de cuenta del partícipe", "Sierra Morena Capital II, FCR - 31 de diciembre de 2021 - importes en euros", size=13, font="Sans"),
        *section("Desembolsos", font="Sans", below=3),
        table([["Fecha", "Concepto", "Importe"], ["14/02/2018", "Primer desembolso", "125.000,00"],
               ["03/10/2018", "Segundo desembolso", "80.000,00"], ["25/05/2020", "Tercer desembolso", "45.500,00"],
               ["Total", "", "250.500,00"]], [80, 220, 90], font="Sans", right=(2,), bold=(0, 4), lines=(0, 3)), gap(8),
        *section("Distribuciones", font="Sans", below=3),
        table([["Fecha", "Concepto", "Importe"], ["19/07/2021", "Venta parcial Olivares del Sur", "96.300,00"],
               ["20/12/2021", "Dividendo Lácteos Genil", "12.750,00"], ["Total", "", "109.050,00"]], [80, 220, 90],
              font="Sans", right=(2,), bold=(0, 3), lines=(0, 2))]
    write(path, story)


def part_recallable(path):
    """A distribution of which a part may be called again, and a call that uses it."""
    story = [
        *heading("Tarn Hows Opportunities Fund LP", "Movements on commitment, GBP, 30 September 2021"),
        table([["No.", "Date", "Description", "Drawn", "Distributed", "of which recallable", "Undrawn"],
               ["", "01.07.2017", "Commitment", "", "", "", "2,000,000"],
               ["1", "14.09.2017", "Drawdown", "600,000", "", "", "1,400,000"],
               ["2", "08.03.2019", "Drawdown", "450,000", "", "", "950,000"],
               ["3", "21.11.2019", "Distribution", "", "380,000", "120,000", "1,070,000"],
               ["4", "30.09.2021", "Drawdown", "270,000", "", "", "800,000"]], [30, 65, 120, 65, 70, 85, 65],
              right=(3, 4, 5, 6), bold=(0,), lines=(0,))]
    write(path, story)


PAPERS = [
    Paper("german_numbered", german_numbered,
          rows=[Row(CALL, "2019-04-15", "350000.00"), Row(CALL, "2019-12-02", "275500.00"),
                Row(CALL, "2020-07-17", "198250.00"), Row(DIST, "2020-11-30", "142000.00"),
                Row(DIST, "2021-09-30", "61300.50")], metrics={"pic": 823_750}, funds=1),
    Paper("ilpa_with_flows", ilpa_with_flows,
          rows=[Row(CALL, "2021-07-19", "350000.00"), Row(DIST, "2021-09-03", "180000.00")],
          lines=[("350000.00", "600000.00", "3750000.00"), ("-180000.00", "-180000.00", "-930000.00")],
          reported={"nav": 4_455_000}, funds=1),
    Paper("quarters_by_year", quarters_by_year,
          rows=[Row(CALL, "2019-06-30", "1250000.00"), Row(CALL, "2019-12-31", "840000.00"),
                Row(CALL, "2020-03-31", "410000.00"), Row(DIST, "2020-03-31", "55000.00"),
                Row(DIST, "2020-09-30", "130000.00"), Row(DIST, "2021-09-30", "975000.00")],
          metrics={"pic": 2_500_000}, funds=1),
    Paper("dr_cr", dr_cr,
          rows=[Row(CALL, "2018-02-05", "400000.00"), Row(CALL, "2018-11-19", "325000.00"),
                Row(DIST, "2019-06-27", "90500.00"), Row(CALL, "2021-01-14", "110250.00"),
                Row(DIST, "2022-03-08", "812000.00")], funds=1),
    Paper("notes_between", notes_between,
          rows=[Row(DIST, "2018-04-12", "48200.00"), Row(DIST, "2019-01-31", "310000.00"),
                Row(DIST, "2019-09-16", "52750.00"), Row(DIST, "2020-12-22", "275400.00")], funds=1),
    Paper("ordinal_days", ordinal_days,
          rows=[Row(CALL, "2017-03-02", "75000.00"), Row(CALL, "2018-08-21", "60000.00"),
                Row(CALL, "2019-09-30", "40000.00"), Row(DIST, "2021-04-01", "31500.00"),
                Row(DIST, "2021-09-30", "148250.00")], reported={"unfunded": 75_000, "nav": 212_400}, funds=1),
    Paper("french_releve", french_releve,
          rows=[Row(CALL, "2018-01-18", "150000.00"), Row(CALL, "2019-09-05", "90000.00"),
                Row(DIST, "2020-12-11", "62400.00"), Row(CALL, "2021-02-24", "60000.00"),
                Row(DIST, "2022-06-15", "215350.00")], metrics={"pic": 300_000}, funds=1),
    Paper("funds_across", funds_across,
          rows=[Row(CALL, "2020-03-31", "200000.00", fund="Wansdyke"), Row(CALL, "2020-03-31", "75000.00", fund="Kennet"),
                Row(CALL, "2020-10-15", "50000.00", fund="Kennet"), Row(CALL, "2021-02-02", "120000.00", fund="Wansdyke"),
                Row(DIST, "2021-02-02", "65000.00", fund="Wansdyke"),
                Row(DIST, "2021-09-30", "310000.00", fund="Wansdyke"),
                Row(DIST, "2021-09-30", "88000.00", fund="Kennet")], funds=2),
    Paper("swiss_belastung", swiss_belastung,
          rows=[Row(CALL, "2018-02-28", "250000.00"), Row(CALL, "2019-06-14", "175000.00"),
                Row(DIST, "2020-09-30", "48650.00"), Row(CALL, "2021-03-22", "80500.00"),
                Row(DIST, "2021-12-17", "390125.50")], funds=1),
    Paper("wide_breaks", wide_breaks,
          rows=[Row(CALL, f"{y}-{n}", f"{a}.00") for y, n, a in WIDE] +
          [Row(DIST, "2013-03-15", "220000.00"), Row(DIST, "2013-03-15", "80000.00"), Row(DIST, "2014-06-30", "45000.00"),
           Row(DIST, "2015-12-12", "510000.00"), Row(DIST, "2015-12-12", "15000.00"),
           Row(DIST, "2015-12-12", "275000.00"), Row(DIST, "2016-08-08", "61000.00")], funds=1),
    Paper("spanish", spanish,
          rows=[Row(CALL, "2018-02-14", "125000.00"), Row(CALL, "2018-10-03", "80000.00"),
                Row(CALL, "2020-05-25", "45500.00"), Row(DIST, "2021-07-19", "96300.00"),
                Row(DIST, "2021-12-20", "12750.00")], metrics={"pic": 250_500}, funds=1),
    Paper("part_recallable", part_recallable,
          rows=[Row(CALL, "2017-09-14", "600000.00"), Row(CALL, "2019-03-08", "450000.00"),
                Row(DIST, "2019-11-21", "120000.00", recallable=True),
                Row(DIST, "2019-11-21", "260000.00", recallable=False), Row(CALL, "2021-09-30", "270000.00")], funds=1),
]
