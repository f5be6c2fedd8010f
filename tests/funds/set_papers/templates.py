"""An eighth set: templates of the industry, a fund's bulletin, mails printed as text, and files of several funds."""
from reportlab.pdfgen import canvas as pdf_canvas
from reportlab.platypus import PageBreak

from .paper import A4, CALL, DIST, Paper, Row, gap, heading, letter, section, table, text, write


def fpci_bulletin(path):
    """A French fund's bulletin: releases of the subscription by number, payments with their two parts."""
    n = "\u00a0"
    money = lambda v: v.replace(" ", n)
    story = [
        text("FPCI Armorique Capital Développement 3", 14, bold=True, font="Serif"),
        text("Bulletin de situation de compte arrêté au 31 décembre 2023", 9, font="Serif"),
        text(f"Porteur : Mutuelle du Finistère &nbsp;&nbsp; Montant souscrit : {money('1 500 000,00')} €", 9, font="Serif"),
        gap(8), *section("Libérations", font="Serif"),
        table([["N°", "Date de valeur", "% libéré", "Montant", "Reste à libérer"],
               ["1", "15/06/2019", "10 %", money("150 000,00") + " €", money("1 350 000,00") + " €"],
               ["2", "02/12/2019", "20 %", money("300 000,00") + " €", money("1 050 000,00") + " €"],
               ["3", "27/04/2021", "15 %", money("225 000,00") + " €", money("825 000,00") + " €"],
               ["4", "30/09/2022", "5 %", money("75 000,00") + " €", money("750 000,00") + " €"]],
              [30, 80, 60, 110, 110], font="Serif", right=(2, 3, 4), bold=(0,), lines=(0, 4)),
        gap(10), *section("Répartitions", font="Serif"),
        table([["N°", "Date de paiement", "Remboursement d'apports", "Plus-values", "Total versé"],
               ["1", "18/12/2022", money("60 000,00") + " €", money("31 500,00") + " €", money("91 500,00") + " €"],
               ["2", "14/11/2023", "-", money("204 750,00") + " €", money("204 750,00") + " €"]],
              [30, 90, 125, 90, 100], font="Serif", right=(2, 3, 4), bold=(0,), lines=(0, 2))]
    write(path, story)


def reporting_template(path):
    """The industry's quarterly template: the account in three periods, the commitment brought to its end below."""
    story = [
        text("Cape Fear Logistics Fund II, L.P.", 13, bold=True),
        text("ILPA Reporting Template (v2.0) - Quarter ended 30 September 2025 - USD", 9),
        text("Limited partner: Pamlico County Retirement Board", 9), gap(8),
        table([["A.1 NAV Reconciliation", "QTD\n(Jul-25 to Sep-25)", "YTD\n(Jan-25 to Sep-25)", "Since inception\n(May-19 to Sep-25)"],
               ["Beginning NAV - Net of Accrued Incentive Allocation", "2,940,115", "2,702,880", "-"],
               ["Contributions - Cash & Non-Cash", "85,000", "310,000", "2,655,000"],
               ["Distributions - Cash & Non-Cash (input as negative)", "(40,000)", "(165,000)", "(720,000)"],
               ["Total Cash / Non-Cash Flows", "45,000", "145,000", "1,935,000"],
               ["(Management Fees - Gross of Offsets, Waivers & Rebates)", "(11,250)", "(33,750)", "(236,250)"],
               ["(Partnership Expenses - Total)", "(3,910)", "(10,240)", "(71,905)"],
               ["Realized Gain / (Loss)", "-", "22,300", "311,400"],
               ["Change in Unrealized Gain / (Loss)", "58,620", "202,385", "1,090,330"],
               ["Ending NAV - Net of Accrued Incentive Allocation", "3,028,575", "3,028,575", "3,028,575"]],
              [235, 85, 85, 95], size=7.5, right=(1, 2, 3), bold=(0, 4, 9), lines=(0, 8)),
        gap(10),
        table([["A.2 Commitment Reconciliation", "", "", ""],
               ["Total Commitment", "4,000,000", "4,000,000", "4,000,000"],
               ["Beginning Unfunded Commitment", "1,430,000", "1,655,000", "4,000,000"],
               ["(Less Contributions)", "(85,000)", "(310,000)", "(2,655,000)"],
               ["Plus Recallable Distributions", "-", "-", "-"],
               ["Ending Unfunded Commitment", "1,345,000", "1,345,000", "1,345,000"]], [235, 85, 85, 95], size=7.5,
              right=(1, 2, 3), bold=(0, 5), lines=(0, 4))]
    write(path, story, letter, 48)


def call_template(path):
    """The industry's notice: what is called now, item by item, for the fund and for the investor, and what was before."""
    story = [
        text("Yadkin Valley Growth Partners, L.P.", 13, bold=True), text("Capital Call Notice No. 9", 11, bold=True),
        gap(4),
        table([["Limited Partner:", "Brevard Family Trust"], ["Notice Date:", "January 8, 2024"],
               ["Due Date:", "January 22, 2024"]], [110, 200], size=9),
        gap(8),
        table([["", "Total Fund", "Your Share"], ["Investments", "$18,200,000", "$182,000"],
               ["Management Fees", "1,500,000", "15,000"], ["Partnership Expenses", "300,000", "3,000"],
               ["Total Capital Call", "$20,000,000", "$200,000"]], [200, 100, 100], size=8.5, right=(1, 2), bold=(0, 4),
              lines=(0, 3)),
        gap(8),
        table([["Commitment status", "Before this call", "After this call"],
               ["Total commitment", "$2,000,000", "$2,000,000"], ["Cumulative contributions", "$1,140,000", "$1,340,000"],
               ["Unfunded commitment", "$860,000", "$660,000"]], [200, 100, 100], size=8.5, right=(1, 2), bold=(0,),
              lines=(0,))]
    write(path, story, letter)


def plain_mail(path, lines):
    """A mail as a printer sets it: one face of fixed width, the header's fields first."""
    c = pdf_canvas.Canvas(str(path), pagesize=A4)
    y = 780
    for line in lines:
        c.setFont("Courier", 9)
        c.drawString(60, y, line)
        y -= 12
    c.save()


def mailed_call(path):
    """A notice as a mail, its figures behind rows of dots."""
    plain_mail(path, [
        "From:    ir@galtymore.example", "To:      treasury@shannonmutual.example", "Date:    Tue, 5 Sep 2023 09:14",
        "Subject: Galtymore Ventures III LP - Drawdown Notice No. 6", "", "Dear Investor,", "",
        "Galtymore Ventures III LP is drawing down 8% of commitments.", "",
        "  Your commitment ................ EUR 2,500,000", "  Your share of this drawdown .... EUR   200,000",
        "    of which investments ......... EUR   170,000", "    of which fees ................ EUR    30,000",
        "  Remaining commitment ........... EUR 1,150,000", "", "Payment must reach us on or before 19 September 2023.", "",
        "Kind regards,", "Galtymore investor relations"])


def mailed_distribution(path):
    """A payment announced in a mail; the earlier mail it answers stands quoted below."""
    plain_mail(path, [
        "From:    Investor Services <lpservices@tweedmoor.example>", "Sent:    14 June 2024 16:40",
        "To:      Ettrick Endowment", "Subject: Distribution Notice 11 - Tweedmoor Credit Fund II, L.P.", "",
        "Tweedmoor Credit Fund II, L.P. will distribute as follows:", "", "Total distribution:   USD 12,400,000.00",
        "Your distribution:    USD 310,000.00", "Payment date:         28 June 2024", "",
        "The whole amount is subject to recall under section 4.6 of the agreement.", "",
        "> From: Ettrick Endowment", "> Sent: 3 June 2024", "> Could you confirm whether the USD 250,000 of March 2024",
        "> has been paid?"])


def custodian(path):
    """A bank's list of movements in a fund's units: subscriptions are calls, repayments and income are paid out."""
    story = [
        text("Private market holdings - transactions", 12, bold=True),
        text("Position: Suldal Buyout Fund IV AB &nbsp;&nbsp; Client: Stiftelsen Fjordheim &nbsp;&nbsp; Currency: SEK", 8),
        text("Period: 01.01.2018 - 31.12.2023", 8), gap(8),
        table([["Value date", "Transaction", "Units", "Price", "Amount SEK"],
               ["2018-05-14", "Capital call", "3,000,000", "1.00", "-3,000,000.00"],
               ["2019-02-21", "Capital call", "1,750,000", "1.00", "-1,750,000.00"],
               ["2020-08-31", "Return of capital", "-900,000", "1.00", "900,000.00"],
               ["2021-06-15", "Dividend", "", "", "415,300.00"], ["2022-03-09", "Capital call", "620,000", "1.00", "-620,000.00"],
               ["2023-11-30", "Return of capital", "-2,200,000", "1.00", "2,200,000.00"]], [75, 120, 80, 50, 100],
              right=(2, 3, 4), bold=(0,), lines=(0, 6))]
    write(path, story)


def two_currencies(path):
    """A package of two funds, one in dollars and one in euros; the name of the second fills two lines."""
    second = ("Lindow Moss European Opportunities Partners II SCSp (formerly Wilmslow Continental Growth Capital "
              "Fund II SCSp)")
    story = [
        *heading("Lindow Moss Americas Partners I, L.P.", "As of 30 June 2024. USD thousands"),
        *section("Contributions"),
        table([["Date", "Purpose", "Amount"], ["12 April 2019", "First closing", "$1,250"],
               ["3 October 2019", "Sandia Labels", "$875"]], [90, 200, 90], right=(2,), bold=(0,), lines=(0, 2)),
        gap(10), *section("Distributions"),
        table([["Date", "Purpose", "Amount"], ["15 March 2023", "Sandia Labels", "$1,640"]], [90, 200, 90], right=(2,),
              bold=(0,), lines=(0, 1)), PageBreak(),
        text(second, 14, bold=True), text("As of 30 June 2024. EUR thousands"), gap(8),
        *section("Contributions"),
        table([["Date", "Purpose", "Amount"], ["27 May 2020", "First closing", "€940"],
               ["18 January 2021", "Oostende Cold Storage", "€1,310"], ["9 September 2022", "Fees", "€65"]],
              [90, 200, 90], right=(2,), bold=(0,), lines=(0, 3)),
        gap(10), *section("Distributions"),
        table([["Date", "Purpose", "Amount"], ["28 June 2024", "Oostende Cold Storage", "€420"]], [90, 200, 90],
              right=(2,), bold=(0,), lines=(0, 1))]
    write(path, story)


PAPERS = [
    Paper("fpci_bulletin", fpci_bulletin,
          rows=[Row(CALL, "2019-06-15", "150000.00"), Row(CALL, "2019-12-02", "300000.00"),
                Row(CALL, "2021-04-27", "225000.00"), Row(CALL, "2022-09-30", "75000.00"),
                Row(DIST, "2022-12-18", "60000.00"), Row(DIST, "2022-12-18", "31500.00"),
                Row(DIST, "2023-11-14", "204750.00")], reported={"commitment": 1_500_000}, funds=1),
    Paper("reporting_template", reporting_template,
          lines=[("85000.00", "310000.00", "2655000.00"), ("-40000.00", "-165000.00", "-720000.00"),
                 ("3028575.00", "3028575.00", "3028575.00"), ("1345000.00", "1345000.00", "1345000.00")],
          reported={"nav": 3_028_575, "commitment": 4_000_000, "unfunded": 1_345_000, "total_calls": 2_655_000,
                    "total_distributions": 720_000}, funds=1),
    Paper("call_template", call_template, rows=[Row(CALL, "2024-01-22", "200000.00", number="9")], funds=1),
    Paper("mailed_call", mailed_call, rows=[Row(CALL, "2023-09-19", "200000.00", number="6")], funds=1),
    Paper("mailed_distribution", mailed_distribution,
          rows=[Row(DIST, "2024-06-28", "310000.00", recallable=True, number="11")], funds=1),
    Paper("custodian", custodian,
          rows=[Row(CALL, "2018-05-14", "3000000.00"), Row(CALL, "2019-02-21", "1750000.00"),
                Row(DIST, "2020-08-31", "900000.00"), Row(DIST, "2021-06-15", "415300.00"),
                Row(CALL, "2022-03-09", "620000.00"), Row(DIST, "2023-11-30", "2200000.00")], funds=1),
    Paper("two_currencies", two_currencies,
          rows=[Row(CALL, "2019-04-12", "1250000.00", fund="Americas"), Row(CALL, "2019-10-03", "875000.00", fund="Americas"),
                Row(DIST, "2023-03-15", "1640000.00", fund="Americas"),
                Row(CALL, "2020-05-27", "940000.00", fund="Wilmslow Continental Growth Capital Fund II"),
                Row(CALL, "2021-01-18", "1310000.00", fund="European"), Row(CALL, "2022-09-09", "65000.00", fund="European"),
                Row(DIST, "2024-06-28", "420000.00", fund="European")], funds=2),
]
