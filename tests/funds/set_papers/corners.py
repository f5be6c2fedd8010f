"""An eleventh set: what only some papers do, and papers from which nothing should be read."""
from .paper import CALL, DIST, Paper, Row, gap, heading, letter, section, table, text, write


def cumulative_only(path):
    """Only balances by quarter: what was called and paid out in between is printed nowhere."""
    story = [
        *heading("Wessex Downs Property Fund II LP", "Key figures by quarter, GBP"),
        table([["Quarter end", "Cumulative called", "Cumulative distributed", "NAV"],
               ["31/03/2022", "1,400,000", "210,000", "1,388,000"], ["30/06/2022", "1,650,000", "210,000", "1,641,000"],
               ["30/09/2022", "1,650,000", "305,000", "1,602,500"]], [90, 110, 120, 90], right=(1, 2, 3), bold=(0,),
              lines=(0, 3))]
    write(path, story)


def two_instalments(path):
    """A notice of one call that is due in two parts on two days."""
    story = [
        text("Capital Call Notice No. 3", 13, bold=True), text("Larkhill Ventures II LP"), gap(8),
        text("Investor: Amesbury Charitable Trust"), gap(4),
        table([["Instalment", "Due date", "Your share"], ["First", "1 March 2024", "£60,000"],
               ["Second", "3 June 2024", "£40,000"], ["Total call", "", "£100,000"]], [90, 100, 90], size=9, right=(2,),
              bold=(0, 3), ruled=True)]
    write(path, story)


def tax_withheld(path):
    """Distributions gross, the tax kept back, and what was paid."""
    story = [
        *heading("Patapsco River Partners II, L.P.", "Distributions through 12/31/2022 (USD)"),
        table([["Payment Date", "Gross Distribution", "Withholding Tax", "Net Payment"],
               ["06/30/2020", "250,000.00", "(37,500.00)", "212,500.00"],
               ["12/15/2022", "1,000,000.00", "(150,000.00)", "850,000.00"]], [90, 110, 110, 100], right=(1, 2, 3),
              bold=(0,), lines=(0, 2))]
    write(path, story, letter)


def dash_for_cents(path):
    """Swiss and Dutch figures with a dash where the cents would stand."""
    story = [
        *heading("Rigi Direktbeteiligungen II", "Kontoauszug per 31.12.2020 in CHF", font="Sans"),
        *section("Kapitalabrufe", font="Sans"),
        table([["Valuta", "Zweck", "Betrag"], ["15.03.2017", "Erster Abruf", "400'000.–"],
               ["20.11.2018", "Zweiter Abruf", "1'250'000.–"]], [80, 180, 90], font="Sans", right=(2,), bold=(0,),
              lines=(0, 2)),
        gap(10), *section("Ausschüttungen", font="Sans"),
        table([["Valuta", "Zweck", "Betrag"], ["18.12.2020", "Teilverkauf", "312'000.–"]], [80, 180, 90], font="Sans",
              right=(2,), bold=(0,), lines=(0, 1))]
    write(path, story)


def portuguese(path):
    """A Portuguese fund's list of calls and payments."""
    story = [
        *heading("Fundo Serra da Estrela Capital II", "Extrato do participante em 31/12/2022 - valores em EUR", font="Sans"),
        *section("Chamadas de capital", font="Sans"),
        table([["Data", "Descrição", "Montante"], ["14/02/2019", "Primeira chamada", "150.000,00"],
               ["30/09/2020", "Investimento Covilhã Têxtil", "225.000,00"]], [80, 200, 90], font="Sans", right=(2,),
              bold=(0,), lines=(0, 2)),
        gap(10), *section("Distribuições", font="Sans"),
        table([["Data", "Descrição", "Montante"], ["20/12/2022", "Dividendos", "31.400,00"]], [80, 200, 90],
              font="Sans", right=(2,), bold=(0,), lines=(0, 1))]
    write(path, story)


def outside_commitment(path):
    """Calls in two columns: inside the commitment and outside of it."""
    story = [
        *heading("Ardnamurchan Bioenergy LP", "Calls to 31 March 2021, GBP"),
        table([["Due date", "Investments", "Fees", "Total call"],
               ["09/05/2018", "500,000", "25,000", "525,000"], ["14/01/2020", "350,000", "-", "350,000"],
               ["22/03/2021", "-", "12,500", "12,500"], ["Total", "850,000", "37,500", "887,500"]], [90, 90, 90, 90],
              right=(1, 2, 3), bold=(0, 4), ruled=True)]
    write(path, story)


PAPERS = [
    Paper("cumulative_only", cumulative_only),
    Paper("two_instalments", two_instalments,
          rows=[Row(CALL, "2024-03-01", "60000.00"), Row(CALL, "2024-06-03", "40000.00")], funds=1),
    Paper("tax_withheld", tax_withheld,
          rows=[Row(DIST, "2020-06-30", "250000.00"), Row(DIST, "2022-12-15", "1000000.00")], funds=1),
    Paper("dash_for_cents", dash_for_cents,
          rows=[Row(CALL, "2017-03-15", "400000.00"), Row(CALL, "2018-11-20", "1250000.00"),
                Row(DIST, "2020-12-18", "312000.00")], funds=1),
    Paper("portuguese", portuguese,
          rows=[Row(CALL, "2019-02-14", "150000.00"), Row(CALL, "2020-09-30", "225000.00"),
                Row(DIST, "2022-12-20", "31400.00")], funds=1),
    Paper("outside_commitment", outside_commitment,
          rows=[Row(CALL, "2018-05-09", "500000.00"), Row(CALL, "2018-05-09", "25000.00"),
                Row(CALL, "2020-01-14", "350000.00"), Row(CALL, "2021-03-22", "12500.00")], funds=1),
]
