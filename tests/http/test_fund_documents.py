"""What the documents of a fund say of each other: announcements and settlements, former names, statements that do not add up; and what people must say."""

import pytest

from papers import STYLES, Paragraph, notice, pdf, report, table
from server import command, upload, wait_until_read
from test_corrections import load
from test_outcomes import ledger_of, only_fund

FUND = "Larkspur Growth Fund II"
CALLS = [("2021-01-15", "Call 1", 1_000_000), ("2022-01-15", "Call 2", 2_000_000)]
NEXT = ("2024-02-15", "Call 3", 500_000)


def announce(client, amount, day="2024-02-15"):
    document = upload(client, "notice.pdf", notice(FUND, "2024-02-01", day, amount)).json()["document_id"]
    assert wait_until_read(client, document)["status"] == "completed"


@pytest.mark.parametrize("notice_first", [True, False])
def test_a_call_that_is_settled_on_the_day_it_was_due_is_no_longer_noticed(ask, notice_first):
    steps = [lambda: announce(ask, 500_000), lambda: load(ask, "q1.pdf", FUND, "2024-03-31", [*CALLS, NEXT], nav=3_200_000)]
    for step in steps if notice_first else reversed(steps):
        step()
    ledger = ledger_of(ask, only_fund(ask))
    assert ledger["noticed"] == 0 and ledger["total"] == 3 and {row["status"] for row in ledger["items"]} == {"settled"}


@pytest.mark.parametrize("day", ["2024-02-15", "2024-02-20"])
def test_a_call_that_is_settled_with_another_amount_counts_once_and_is_flagged(ask, day):
    announce(ask, 500_000)
    load(ask, "q1.pdf", FUND, "2024-03-31", [*CALLS, (day, "Call 3", 480_000)], nav=3_200_000)
    fund = only_fund(ask)
    ledger = ledger_of(ask, fund)
    assert [row["amount"] for row in ledger["items"]] == ["1000000.00", "2000000.00", "480000.00"] and ledger["noticed"] == 0
    flag = ask.get(f"/api/funds/{fund}/flags").json()["items"][0]
    assert flag["code"] == "restated" and "$500,000 in notice.pdf" in flag["message"] and flag["source"]["file_name"] == "q1.pdf"
    assert ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 3_480_000


def test_an_announced_call_that_a_later_report_does_not_print_is_flagged_once_and_said_beside_pic(ask):
    announce(ask, 500_000)
    load(ask, "q1.pdf", FUND, "2024-03-31", CALLS, nav=3_200_000)
    load(ask, "q2.pdf", FUND, "2024-06-30", CALLS, nav=3_300_000)
    fund = only_fund(ask)
    flags = ask.get(f"/api/funds/{fund}/flags").json()["items"]
    assert [flag["code"] for flag in flags] == ["notice_unprinted"]
    assert "$500,000 announced for 15 February 2024" in flags[0]["message"] and "31 March 2024" in flags[0]["message"]
    assert flags[0]["source"]["file_name"] == "notice.pdf" and flags[0]["source"]["box"]
    pic = next(figure for figure in ask.get(f"/api/funds/{fund}/analysis").json()["figures"] if figure["name"] == "pic")
    assert pic["amount"] == "3500000.00" and "$500,000 of it (1 row) was only announced" in pic["note"]
    announced = next(row["id"] for row in ledger_of(ask, fund)["items"] if row["status"] == "noticed")
    ask.post(f"/api/funds/{fund}/ledger/{announced}/removal", json={"reason": "it was never called"}).raise_for_status()
    assert ask.get(f"/api/funds/{fund}/flags").json()["items"] == [] and ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 3_000_000


def test_a_fund_that_a_report_calls_renamed_is_found_by_either_name(ask):
    for name, day in (("Alder II LP", "2022-12-31"), ("Birch II LP (formerly Alder II LP)", "2023-12-31"), ("Birch II LP", "2024-03-31"), ("Alder II LP", "2022-09-30")):
        load(ask, f"{day}.pdf", name, day, CALLS[:1], nav=3_000_000)
    fund = only_fund(ask)
    assert ledger_of(ask, fund)["total"] == 1 and ask.get(f"/api/funds/{fund}/flags").json()["items"] == []


def test_a_fund_that_a_person_renamed_is_found_by_the_name_its_reports_print(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, nav=3_000_000)
    fund = only_fund(ask)
    ask.put(f"/api/funds/{fund}", json={"name": "Our growth fund"})
    load(ask, "q1.pdf", FUND, "2024-03-31", [*CALLS, NEXT], nav=3_200_000)
    assert only_fund(ask) == fund and ledger_of(ask, fund)["total"] == 3
    assert ask.get(f"/api/funds/{fund}/flags").json()["items"] == []
    load(ask, "other.pdf", FUND, "2024-06-30", [("2019-03-15", "Call 1", 7_000_000)], nav=9_000_000)
    flags = ask.get(f"/api/funds/{fund}/flags").json()["items"]
    assert [flag["code"] for flag in flags] == ["fund_mismatch"] and "repeats none of its rows" in flags[0]["message"]


def test_a_name_that_a_person_gave_to_a_fund_once_is_taken_for_it_again_and_told(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, nav=3_000_000)
    fund = only_fund(ask)
    for name, day, fields in (("q1.pdf", "2024-03-31", {"fund_id": str(fund)}), ("q2.pdf", "2024-06-30", {})):
        content = report("Juniper Expansion Partners", day, [*CALLS, NEXT], nav=3_200_000)
        status = wait_until_read(ask, upload(ask, name, content, **fields).json()["document_id"])
        assert any("Juniper" in flag for flag in status["processing_stats"]["flags"])
    assert only_fund(ask) == fund and ledger_of(ask, fund)["total"] == 3


def statement(fund, gain):
    lines = [["Opening capital balance", "1,000,000", "800,000", "0"], ["Contributions", "100,000", "300,000", "1,200,000"],
             ["Distributions", "(50,000)", "(150,000)", "(250,000)"], ["Management fees", "(5,000)", "(20,000)", "(60,000)"],
             ["Unrealised gain", "30,000", "145,000", gain], ["Ending capital balance", "1,075,000", "1,075,000", "1,075,000"]]
    story = [Paragraph(fund, STYLES["Title"]), Paragraph("Capital Account Statement", STYLES["Heading2"]),
             Paragraph("For the quarter ended 31 December 2023. All amounts in USD.", STYLES["BodyText"]), *table(["", "QTD", "YTD", "ITD"], lines)]
    return pdf(story)


def test_a_statement_that_does_not_roll_forward_is_flagged_at_its_ending_balance(ask):
    documents = [upload(ask, name, statement(fund, gain)).json()["document_id"]
                 for name, fund, gain in (("right.pdf", "Alder Ridge Fund III", "185,000"), ("wrong.pdf", "Birch Ridge Fund IV", "205,000"))]
    for document in documents:
        wait_until_read(ask, document)
    assert ask.get(f"/api/documents/{documents[0]}/flags").json()["items"] == []
    flags = ask.get(f"/api/documents/{documents[1]}/flags").json()["items"]
    assert [flag["code"] for flag in flags] == ["total_mismatch"] and "$1,095,000" in flags[0]["message"] and flags[0]["source"]["page"] == 1


def test_blanks_are_no_reason(server, ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, nav=3_000_000)
    fund = only_fund(ask)
    row = ledger_of(ask, fund)["items"][0]["id"]
    nav = {"name": "nav", "date": "2024-03-31", "amount": "1.00"}
    figure = ask.post(f"/api/funds/{fund}/figures", json={**nav, "reason": "statement"}).json()["figure_id"]
    for path, body in ((f"/api/funds/{fund}/ledger/{row}/correction", {"amount": "1.00"}), (f"/api/funds/{fund}/ledger/{row}/removal", {}),
                       (f"/api/funds/{fund}/ledger", {"kind": "capital_call", "date": "2024-01-01", "amount": "1.00"}),
                       (f"/api/funds/{fund}/figures", nav), (f"/api/funds/{fund}/figures/{figure}/withdrawal", {}), ("/api/flags/1/resolution", {})):
        answer = ask.post(path, json={**body, "reason": " \t "})
        assert answer.status_code == 400 and answer.json()["where"] == "reason", path
    assert server.stop() == 0
    refused = command("funds", "remove", row, "--why", "  ", "--data", server.folder)
    assert refused.returncode == 2 and "say why" in refused.stderr


def test_a_report_whose_fund_was_deleted_can_be_sent_again(ask):
    content = report(FUND, "2023-12-31", CALLS, nav=3_000_000)
    first = upload(ask, "q4.pdf", content).json()["document_id"]
    wait_until_read(ask, first)
    ask.delete(f"/api/funds/{only_fund(ask)}")
    again = upload(ask, "q4.pdf", content).json()
    assert wait_until_read(ask, again["document_id"])["status"] == "completed"
    assert ledger_of(ask, only_fund(ask))["total"] == 2
    assert "nothing was added" in upload(ask, "q4.pdf", content).json()["message"] and ledger_of(ask, only_fund(ask))["total"] == 2


def test_all_is_known_on_a_far_day_and_nothing_on_an_early_one(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, nav=3_000_000)
    pic = lambda day: ask.get(f"/api/funds/{only_fund(ask)}/metrics", params={"known_on": day}).json()["pic"]
    assert [pic(day) for day in ("2999-12-31", "9999-12-31", "1600-01-01")] == [3_000_000, 3_000_000, None]


def test_blanks_are_no_name(ask):
    assert ask.post("/api/funds/", json={"name": "  "}).status_code == 400
    fund = ask.post("/api/funds/", json={"name": "Larkspur"}).json()["id"]
    assert ask.put(f"/api/funds/{fund}", json={"name": " "}).status_code == 400


def test_an_index_is_taken_as_it_is_meant_or_refused(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, nav=3_000_000)
    path = f"/api/funds/{only_fund(ask)}/market"
    send = lambda csv: ask.post(path, data={"csv": csv, "name": "World v1.2"})
    two = send("date,level\n2020-12-31,100\n2020-12-31,101\n")
    assert two.status_code == 400 and two.json()["where"] == "csv" and "2020-12-31" in two.json()["detail"]
    plain, adjusted = send("date,level\n2020-12-31,100\n2023-12-31,150\n").json(), send("Date,Close,Adj Close\n2020-12-31,100,100\n2023-12-31,120,150\n").json()
    assert plain["index"] == "World v1.2" and plain["figures"] == adjusted["figures"]
