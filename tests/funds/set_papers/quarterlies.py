"""Quarterly and half-yearly reports of a fund, in the manner of three countries."""
from .paper import CALL, DIST, Paper, Row, gap, letter, section, table, text, write


def us_buyout(path):
    """Letter, schedule of investments, capital account statement, activity since inception."""
    story = [
        text("GRANITE HARBOR CAPITAL PARTNERS IV, L.P.", 14, bold=True),
        text("Quarterly Report to Limited Partners", 11), text("For the quarter ended September 30, 2024"), gap(),
        text("Dear Limited Partner,"), gap(4),
        text("The third quarter saw continued progress across the portfolio. On August 14, 2024 the Fund closed the "
             "sale of Larkmoor Dental for total proceeds of $212.4 million, a gross multiple of 3.1x, of which $1.9 "
             "million was paid to your account. We called $640,000 on July 22, 2024 to fund Pinnacle Freight."),
        gap(),
        *section("Schedule of Investments (in thousands)", below=3),
        table([["Company", "Date acquired", "Invested capital", "Realized proceeds", "Fair value", "Multiple"],
               ["Larkmoor Dental", "06/18/2018", "$68,500", "$212,400", "$-", "3.1x"],
               ["Pinnacle Freight", "11/02/2020", "82,150", "-", "121,300", "1.5x"],
               ["Orchard Benefits", "03/30/2022", "51,000", "4,250", "57,900", "1.2x"],
               ["Total", "", "$201,650", "$216,650", "$179,200", "2.0x"]],
              [110, 75, 80, 85, 70, 55], right=(2, 3, 4, 5), bold=(0, 4), lines=(0, 3)),
        gap(12),
        text("Statement of Partner's Capital", 10, bold=True),
        text("Limited Partner: Ashford Teachers' Retirement System &nbsp;&nbsp; Commitment: $10,000,000"), gap(3),
        table([["", "Quarter to date", "Year to date", "Inception to date"],
               ["Beginning balance", "$6,120,400", "$5,990,100", "$-"],
               ["Contributions", "640,000", "1,115,000", "8,365,000"],
               ["Distributions", "(1,900,000)", "(2,400,000)", "(5,650,000)"],
               ["Net investment loss", "(31,200)", "(96,300)", "(702,150)"],
               ["Realized gain", "905,000", "1,022,000", "3,310,750"],
               ["Change in unrealized appreciation", "214,300", "317,700", "624,900"],
               ["Ending balance", "$5,948,500", "$5,948,500", "$5,948,500"]],
              [190, 90, 90, 100], right=(1, 2, 3), bold=(0, 7), lines=(0, 6)),
        gap(14),
        *section("Capital Activity Since Inception", below=3),
        table([["Date", "Description", "Contributions", "Distributions", "Recallable"],
               ["05/31/2018", "Initial drawdown - Larkmoor Dental, organizational costs", "$ 2,150,000", "", ""],
               ["10/28/2020", "Pinnacle Freight", "2,900,000", "", ""],
               ["03/25/2022", "Orchard Benefits; management fees", "2,200,000", "", ""],
               ["12/15/2022", "Recapitalization of Pinnacle Freight", "", "$ 2,000,000", "Yes"],
               ["06/30/2023", "Larkmoor Dental dividend", "", "1,250,000", "No"],
               ["02/12/2024", "Management fees and expenses", "475,000", "", ""],
               ["03/18/2024", "Orchard Benefits escrow", "", "500,000", "No"],
               ["07/22/2024", "Pinnacle Freight add-on", "640,000", "", ""],
               ["08/14/2024", "Sale of Larkmoor Dental", "", "1,900,000", "No"],
               ["Total", "", "$ 8,365,000", "$ 5,650,000", ""]],
              [60, 220, 80, 80, 60], right=(2, 3), bold=(0, 10), lines=(0, 9)),
        gap(6), text("This report is unaudited and confidential.", 7)]
    write(path, story, letter, foot="Granite Harbor Capital Partners IV, L.P.")


def german_kg(path):
    """Tables of calls with their share of the subscription and of distributions in components."""
    story = [
        text("Rheintal Mittelstand Beteiligungen III GmbH &amp; Co. KG", 13, bold=True, font="Sans"),
        text("Bericht an die Kommanditisten zum 30. Juni 2023", 10, font="Sans"), gap(),
        table([["Anleger", "Pensionskasse Nordmark VVaG"], ["Zeichnungssumme", "EUR 7.500.000,00"],
               ["Abgerufenes Kapital", "EUR 5.287.500,00"], ["Ausschüttungen", "EUR 2.944.120,55"],
               ["Nettoinventarwert", "EUR 4.618.330,20"], ["Offene Zusage", "EUR 2.212.500,00"],
               ["DPI", "0,56x"], ["TVPI", "1,43x"]], [140, 160], font="Sans", right=(1,)),
        gap(12), *section("1. Kapitalabrufe", font="Sans", below=3),
        table([["Abruf", "Fälligkeit", "Verwendungszweck", "in % der\nZeichnungssumme", "Betrag in EUR"],
               ["1", "15.03.2017", "Gründungskosten, Verwaltungsgebühr", "4,00 %", "300.000,00"],
               ["2", "02.10.2017", "Erwerb Hellweg Ventiltechnik GmbH", "18,50 %", "1.387.500,00"],
               ["3", "11.06.2018", "Erwerb Donautal Feinkost AG", "16,00 %", "1.200.000,00"],
               ["4", "09.12.2019", "Erwerb Sander Pflegedienste", "22,00 %", "1.650.000,00"],
               ["5", "05.04.2022", "Nachinvestition Sander, Verwaltungsgebühr", "10,00 %", "750.000,00"],
               ["Summe", "", "", "70,50 %", "5.287.500,00"]],
              [40, 65, 200, 85, 90], font="Sans", right=(3, 4), bold=(0, 6), ruled=True),
        gap(12), *section("2. Ausschüttungen", font="Sans", below=3),
        table([["Datum", "Anlass", "Kapital-\nrückzahlung", "Veräußerungs-\ngewinn", "Zinsen", "Gesamt EUR"],
               ["20.12.2020", "Rekapitalisierung Hellweg", "450.000,00", "-", "12.620,55", "462.620,55"],
               ["14.07.2021", "Verkauf Hellweg Ventiltechnik", "937.500,00", "1.344.000,00", "-", "2.281.500,00"],
               ["30.03.2023", "Dividende Donautal", "-", "-", "200.000,00", "200.000,00"],
               ["Summe", "", "1.387.500,00", "1.344.000,00", "212.620,55", "2.944.120,55"]],
              [60, 150, 75, 80, 65, 75], font="Sans", size=7.5, right=(2, 3, 4, 5), bold=(0, 4), ruled=True)]
    write(path, story)


def french_fpci(path):
    """A half-yearly letter with figures in running text, calls with a cumulative column, spaces in figures."""
    n = "\u202f"
    money = lambda v: v.replace(" ", n)
    story = [
        text("FPCI AVENIR CROISSANCE II", 14, bold=True, font="Serif"),
        text("Rapport semestriel au 30 juin 2022", 10, font="Serif"),
        text("Société de gestion : Belleroche Partenaires SAS", 8, font="Serif"), gap(),
        text(f"Votre engagement : {money('3 000 000')} €. Au 30 juin 2022, la valeur liquidative de vos parts "
             f"s'établit à {money('2 716 450')} €, soit un TVPI de 1,55x et un DPI de 0,41x.", 9, font="Serif"), gap(10),
        text("Appels de fonds", 11, bold=True, font="Serif"), gap(3),
        table([["Appel n°", "Date d'échéance", "Objet", "% de l'engagement", "Montant appelé (€)", "Cumul appelé (€)"],
               ["1", "12/02/2018", "Constitution et frais de gestion", "5 %", money("150 000"), money("150 000")],
               ["2", "25/06/2018", "Acquisition Laiterie du Vercors", "25 %", money("750 000"), money("900 000")],
               ["3", "04/11/2019", "Acquisition Novéo Optique", "30 %", money("900 000"), money("1 800 000")],
               ["4", "17/05/2021", "Réinvestissement Novéo, frais", "20 %", money("600 000"), money("2 400 000")],
               ["", "", "Total", "80 %", money("2 400 000"), ""]],
              [45, 75, 155, 75, 80, 75], font="Serif", size=7.5, right=(3, 4, 5), bold=(0, 5), lines=(0, 4)),
        gap(12), text("Distributions", 11, bold=True, font="Serif"), gap(3),
        table([["Date de paiement", "Nature", "Libellé", "Rappelable", "Montant (€)"],
               ["28/09/2020", "Remboursement de capital", "Refinancement Laiterie du Vercors", "oui",
                money("240 000")],
               ["15/12/2021", "Plus-value", "Cession partielle Novéo Optique", "non", money("655 380")],
               ["31/03/2022", "Revenus", "Dividende Laiterie du Vercors", "non", money("88 620")],
               ["", "", "Total", "", money("984 000")]],
              [80, 110, 165, 60, 80], font="Serif", size=7.5, right=(4,), bold=(0, 4), lines=(0, 3))]
    write(path, story)


PAPERS = [
    Paper("us_buyout", us_buyout,
          rows=[Row(CALL, "2018-05-31", "2150000.00"), Row(CALL, "2020-10-28", "2900000.00"),
                Row(CALL, "2022-03-25", "2200000.00"), Row(CALL, "2024-02-12", "475000.00"),
                Row(CALL, "2024-07-22", "640000.00"), Row(DIST, "2022-12-15", "2000000.00", recallable=True),
                Row(DIST, "2023-06-30", "1250000.00", recallable=False), Row(DIST, "2024-03-18", "500000.00"),
                Row(DIST, "2024-08-14", "1900000.00")],
          reported={"commitment": 10_000_000, "nav": 5_948_500, "total_calls": 8_365_000,
                    "total_distributions": 5_650_000},
          lines=[("640000.00", "1115000.00", "8365000.00"), ("-1900000.00", "-2400000.00", "-5650000.00"),
                 ("5948500.00", "5948500.00", "5948500.00")], funds=1),
    Paper("german_kg", german_kg,
          rows=[Row(CALL, "2017-03-15", "300000.00"), Row(CALL, "2017-10-02", "1387500.00"),
                Row(CALL, "2018-06-11", "1200000.00"), Row(CALL, "2019-12-09", "1650000.00"),
                Row(CALL, "2022-04-05", "750000.00"), Row(DIST, "2020-12-20", "450000.00"),
                Row(DIST, "2020-12-20", "12620.55"), Row(DIST, "2021-07-14", "937500.00"),
                Row(DIST, "2021-07-14", "1344000.00"), Row(DIST, "2023-03-30", "200000.00")],
          reported={"commitment": 7_500_000, "nav": 4_618_330.20, "unfunded": 2_212_500, "dpi": 0.56, "tvpi": 1.43},
          metrics={"pic": 5_287_500}, funds=1),
    Paper("french_fpci", french_fpci,
          rows=[Row(CALL, "2018-02-12", "150000.00"), Row(CALL, "2018-06-25", "750000.00"),
                Row(CALL, "2019-11-04", "900000.00"), Row(CALL, "2021-05-17", "600000.00"),
                Row(DIST, "2020-09-28", "240000.00", recallable=True),
                Row(DIST, "2021-12-15", "655380.00", recallable=False),
                Row(DIST, "2022-03-31", "88620.00", recallable=False)],
          reported={"commitment": 3_000_000, "nav": 2_716_450, "dpi": 0.41, "tvpi": 1.55},
          metrics={"pic": 2_400_000}, funds=1),
]
