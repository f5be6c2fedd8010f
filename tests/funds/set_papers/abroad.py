"""A second set: other countries, other administrators, other habits."""
from .paper import ADJ, CALL, DIST, Paper, Row, gap, letter, section, table, text, write


def withheld_tax(path):
    """Gross, tax withheld and net stand beside each other; trade and settlement days too."""
    story = [
        text("Investor account statement", 14, bold=True),
        text("Compartment: Ardenne Venture Capital SCA SICAV-RAIF - Sub-fund Growth II"),
        text("Investor no. 44071 &nbsp; Statement period 01.01.2020 - 31.12.2023 &nbsp; Currency EUR"), gap(10),
        table([["Notice date", "Settlement\ndate", "Transaction", "Gross amount", "Withholding\ntax", "Net amount"],
               ["03.02.2020", "17.02.2020", "Drawdown 1", "600,000.00", "", "600,000.00"],
               ["21.09.2020", "05.10.2020", "Drawdown 2", "450,000.00", "", "450,000.00"],
               ["14.06.2021", "28.06.2021", "Distribution - dividend", "80,000.00", "(12,000.00)", "68,000.00"],
               ["28.02.2022", "14.03.2022", "Drawdown 3", "275,000.00", "", "275,000.00"],
               ["06.11.2023", "20.11.2023", "Distribution - capital gain", "910,000.00", "(136,500.00)", "773,500.00"]],
              [65, 65, 140, 75, 75, 75], right=(3, 4, 5), bold=(0,), lines=(0, 5))]
    write(path, story)


def italian(path):
    """Calls and reimbursements of an Italian fund."""
    story = [
        text("Fondo Dolomiti Crescita II", 15, bold=True, font="Serif"),
        text("Relazione agli investitori al 31/12/2021", 10, font="Serif"),
        text("Società di gestione: Brenta Capital SGR S.p.A.", 8, font="Serif"), gap(10),
        text("Richiami di capitale", 11, bold=True, font="Serif"), gap(3),
        table([["N.", "Data valuta", "Causale", "Importo (€)"],
               ["1", "20/04/2016", "Investimento Officine Adige", "1.100.000,00"],
               ["2", "13/10/2016", "Commissioni di gestione", "82.500,00"],
               ["3", "07/06/2018", "Investimento Cantine Garda", "940.000,00"],
               ["4", "30/01/2020", "Investimento aggiuntivo", "385.250,50"],
               ["", "", "Totale", "2.507.750,50"]], [30, 80, 220, 100], font="Serif", right=(3,), bold=(0, 5),
              lines=(0, 4)),
        gap(12), text("Distribuzioni", 11, bold=True, font="Serif"), gap(3),
        table([["N.", "Data valuta", "Causale", "Importo (€)"],
               ["1", "18/12/2019", "Rimborso di capitale", "310.000,00"],
               ["2", "09/07/2021", "Plusvalenza Officine Adige", "1.825.600,00"],
               ["", "", "Totale", "2.135.600,00"]], [30, 80, 220, 100], font="Serif", right=(3,), bold=(0, 3),
              lines=(0, 2))]
    write(path, story)


def notice_of_both_levels(path):
    """A notice in the manner of the industry's template: the fund, the investor, before and after."""
    story = [
        text("Tidewater Opportunity Partners V, L.P.", 13, bold=True),
        text("CAPITAL CALL NOTICE", 12, bold=True), gap(4),
        table([["Notice date", "08/05/2024", "Due date", "08/19/2024"],
               ["Call number", "11", "Investor", "Loxley Foundation"]], [80, 120, 80, 140]), gap(10),
        *section("A. Amounts"),
        table([["", "Total Fund", "Investor's Share"],
               ["Investments - Seabright Ports", "$60,000,000", "$900,000"],
               ["Management fees", "4,000,000", "60,000"],
               ["Partnership expenses", "1,200,000", "18,000"],
               ["Total capital call", "$65,200,000", "$978,000"]], [200, 110, 110], right=(1, 2), bold=(0, 4),
              ruled=True),
        gap(10), *section("B. Commitment"),
        table([["", "Total Fund", "Investor's Share"],
               ["Commitment", "$800,000,000", "$12,000,000"],
               ["Unfunded commitment before this call", "310,000,000", "4,650,000"],
               ["Less: this call", "(65,200,000)", "(978,000)"],
               ["Unfunded commitment after this call", "$244,800,000", "$3,672,000"]], [200, 110, 110], right=(1, 2),
              bold=(0, 4), ruled=True)]
    write(path, story, letter)


def funds_in_one_table(path):
    """The flows of three funds in one table with a column that names the fund."""
    rows = [["Value date", "Fund", "Transaction", "Amount (GBP)"],
            ["12 Jan 2021", "Eskdale Buyout Fund V LP", "Drawdown", "300,000"],
            ["3 Mar 2021", "Calder Credit II LP", "Drawdown", "450,000"],
            ["19 May 2021", "Eskdale Buyout Fund V LP", "Distribution", "120,000"],
            ["8 Jul 2021", "Wensley Growth III LP", "Drawdown", "275,000"],
            ["30 Sep 2021", "Calder Credit II LP", "Distribution", "38,500"],
            ["15 Nov 2021", "Wensley Growth III LP", "Drawdown", "90,000"],
            ["10 Dec 2021", "Eskdale Buyout Fund V LP", "Distribution", "615,000"]]
    story = [text("Private equity cash flows 2021", 13, bold=True), text("Prepared for the trustees of Thornbury"),
             gap(10), table(rows, [80, 170, 90, 90], right=(3,), bold=(0,), lines=(0, 7))]
    write(path, story)


def two_columns_of_text(path):
    """Commentary in the left column of the page, the ledger in the right one."""
    left = [*section("Market review", below=3)] + [text(p, 8) for p in (
        "Deal activity recovered in the second half of the year as financing costs fell. We completed one platform "
        "investment and two add-on acquisitions, for which 420,000 was called in June.",
        "Exit markets remained selective. The sale of Harrow Lane Foods was signed in November 2023 and closed in "
        "January 2024 at a valuation 18% above the previous quarter.",
        "We expect to call a further 5 to 8 per cent of commitments in the first half of 2024.")]
    right = [*section("Capital contributions"),
             table([["Date", "Amount"], ["14/02/2019", "£1,100,000"], ["22/11/2019", "£760,000"],
                    ["17/06/2023", "£420,000"], ["Total", "£2,280,000"]], [90, 90], right=(1,), bold=(0, 4),
                   lines=(0, 3)), gap(10),
             *section("Distributions"),
             table([["Date", "Amount"], ["30/07/2021", "£505,000"], ["16/01/2024", "£1,940,000"],
                    ["Total", "£2,445,000"]], [90, 90], right=(1,), bold=(0, 3), lines=(0, 2))]
    story = [text("Lyndhurst Capital Partners VI LP", 14, bold=True), text("Investor report, 31 March 2024"), gap(10),
             table([[left, right]], [250, 230], more=[("VALIGN", (0, 0), (-1, -1), "TOP"),
                                                     ("RIGHTPADDING", (0, 0), (0, 0), 20)])]
    write(path, story)


def indian_grouping(path):
    """An Indian fund: lakhs and crores in the grouping of figures, drawdowns in tranches."""
    story = [
        text("Saffron Growth Equity Trust - Scheme II (Category II AIF)", 13, bold=True),
        text("Statement of account of the contributor as on 31-Mar-2023 (Amount in INR)"), gap(10),
        table([["Date", "Particulars", "Drawdown", "Distribution", "Cumulative drawdown"],
               ["15-Apr-2019", "1st drawdown (10%)", "25,00,000", "", "25,00,000"],
               ["04-Nov-2019", "2nd drawdown (20%)", "50,00,000", "", "75,00,000"],
               ["22-Feb-2021", "3rd drawdown (25%)", "62,50,000", "", "1,37,50,000"],
               ["30-Sep-2021", "Income distribution", "", "8,75,400", "1,37,50,000"],
               ["11-Jul-2022", "4th drawdown (15%)", "37,50,000", "", "1,75,00,000"],
               ["28-Feb-2023", "Exit proceeds - Malabar Foods", "", "1,12,30,750", "1,75,00,000"],
               ["Total", "", "1,75,00,000", "1,21,06,150", ""]],
              [75, 170, 80, 80, 90], right=(2, 3, 4), bold=(0, 7), ruled=True)]
    write(path, story)


def reversed_and_void(path):
    """A call in brackets, one taken back, and capital returned unused."""
    story = [
        text("Brackenfell Resources Fund II, L.P.", 14, bold=True),
        text("Cash flow report - inception to December 31, 2020"),
        text("Negative amounts are payments by the investor; positive amounts are payments to the investor.", 8),
        gap(8),
        table([["Effective date", "Transaction type", "Memo", "Cash flow ($)"],
               ["March 1, 2013", "Capital call", "Call 1", "(2,000,000)"],
               ["July 15, 2013", "Capital call", "Call 2", "(1,350,000)"],
               ["July 29, 2013", "Capital call reversal", "Call 2 cancelled", "1,350,000"],
               ["February 3, 2014", "Capital call", "Call 3", "(975,500)"],
               ["April 30, 2014", "Return of unused capital", "Excess of call 3", "210,000"],
               ["October 10, 2016", "Distribution", "Recapitalization", "640,000"],
               ["December 4, 2019", "Distribution", "Sale of Dry Creek Gas", "2,870,000"],
               ["June 17, 2020", "LP clawback", "Indemnity Dry Creek Gas", "(95,000)"],
               ["Net cash flow", "", "", "649,500"]],
              [95, 125, 130, 90], right=(3,), bold=(0, 9), lines=(0, 8))]
    write(path, story, letter)


def french_call_in_prose(path):
    """A call that stands in the sentences of a letter."""
    story = [
        text("Belleroche Partenaires SAS", 9, font="Serif"), text("Paris, le 2 mai 2023", 9, font="Serif"), gap(10),
        text("Avis d'appel de fonds n° 5 - FPCI Avenir Croissance II", 12, bold=True, font="Serif"), gap(6),
        text("Madame, Monsieur,", 9, font="Serif"), gap(4),
        text("Conformément au règlement du fonds, nous procédons au cinquième appel de fonds, d'un montant total de "
             "18 000 000 €, soit 12 % des engagements. Ces sommes financeront l'acquisition de Novalp Systèmes et les "
             "frais de gestion du semestre.", 9, font="Serif"), gap(4),
        text("Votre quote-part s'élève à 360 000 €. Nous vous remercions de bien vouloir verser cette somme au plus "
             "tard le 16 mai 2023 sur le compte du fonds.", 9, font="Serif"), gap(4),
        text("Après cet appel, votre engagement restant à libérer sera de 240 000 €.", 9, font="Serif"), gap(8),
        text("La société de gestion", 9, font="Serif")]
    write(path, story)


PAPERS = [
    Paper("withheld_tax", withheld_tax,
          rows=[Row(CALL, "2020-02-17", "600000.00"), Row(CALL, "2020-10-05", "450000.00"),
                Row(DIST, "2021-06-28", "80000.00"), Row(CALL, "2022-03-14", "275000.00"),
                Row(DIST, "2023-11-20", "910000.00")], metrics={"pic": 1_325_000}, funds=1),
    Paper("italian", italian,
          rows=[Row(CALL, "2016-04-20", "1100000.00"), Row(CALL, "2016-10-13", "82500.00"),
                Row(CALL, "2018-06-07", "940000.00"), Row(CALL, "2020-01-30", "385250.50"),
                Row(DIST, "2019-12-18", "310000.00"), Row(DIST, "2021-07-09", "1825600.00")],
          metrics={"pic": 2_507_750.50}, funds=1),
    Paper("notice_of_both_levels", notice_of_both_levels, rows=[Row(CALL, "2024-08-19", "978000.00")],
          reported={"commitment": 12_000_000, "unfunded": 3_672_000}, funds=1),
    Paper("funds_in_one_table", funds_in_one_table,
          rows=[Row(CALL, "2021-01-12", "300000.00", fund="Eskdale"),
                Row(CALL, "2021-03-03", "450000.00", fund="Calder"),
                Row(DIST, "2021-05-19", "120000.00", fund="Eskdale"),
                Row(CALL, "2021-07-08", "275000.00", fund="Wensley"),
                Row(DIST, "2021-09-30", "38500.00", fund="Calder"), Row(CALL, "2021-11-15", "90000.00", fund="Wensley"),
                Row(DIST, "2021-12-10", "615000.00", fund="Eskdale")], funds=3),
    Paper("two_columns_of_text", two_columns_of_text,
          rows=[Row(CALL, "2019-02-14", "1100000.00"), Row(CALL, "2019-11-22", "760000.00"),
                Row(CALL, "2023-06-17", "420000.00"), Row(DIST, "2021-07-30", "505000.00"),
                Row(DIST, "2024-01-16", "1940000.00")], metrics={"pic": 2_280_000}, funds=1),
    Paper("indian_grouping", indian_grouping,
          rows=[Row(CALL, "2019-04-15", "2500000.00"), Row(CALL, "2019-11-04", "5000000.00"),
                Row(CALL, "2021-02-22", "6250000.00"), Row(DIST, "2021-09-30", "875400.00"),
                Row(CALL, "2022-07-11", "3750000.00"), Row(DIST, "2023-02-28", "11230750.00")],
          metrics={"pic": 17_500_000}, funds=1),
    Paper("reversed_and_void", reversed_and_void,
          rows=[Row(CALL, "2013-03-01", "2000000.00", "2000000.00"), Row(CALL, "2013-07-15", "1350000.00"),
                Row(CALL, "2013-07-29", "-1350000.00", "-1350000.00"), Row(CALL, "2014-02-03", "975500.00"),
                Row(ADJ, "2014-04-30", "210000.00", "-210000.00", "0.00"), Row(DIST, "2016-10-10", "640000.00"),
                Row(DIST, "2019-12-04", "2870000.00"), Row(ADJ, "2020-06-17", "-95000.00", "0.00", "-95000.00")],
          metrics={"pic": 2_765_500, "total_distributions": 3_415_000}, funds=1),
    Paper("french_call_in_prose", french_call_in_prose, rows=[Row(CALL, "2023-05-16", "360000.00")], funds=1),
]
