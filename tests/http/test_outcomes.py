"""What a fund's documents do to each other: nothing is doubled, every outcome is clear; and how a document is watched."""

import json

import httpx

from papers import long_report, notice, report
from server import command, upload, wait_until_read
from test_corrections import load

FUND = "Larkspur Growth Fund II"
CALLS = [("2021-01-15", "Call 1", 1_000_000), ("2022-01-15", "Call 2", 2_000_000)]
BACK = [("2023-06-30", "Return of Capital", 600_000)]


def only_fund(client):
    funds = client.get("/api/funds/").json()
    assert len(funds) == 1, funds
    return funds[0]["id"]


def ledger_of(client, fund):
    return client.get(f"/api/funds/{fund}/ledger", params={"limit": 10_000}).json()


def test_the_same_content_as_another_file_doubles_nothing(ask):
    load(ask, "a.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    load(ask, "b.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000, prose=["Printed again for the auditors."])
    fund = only_fund(ask)
    ledger = ledger_of(ask, fund)
    assert ledger["total"] == 3 and ledger["restatements"] == [] and len(ask.get("/api/documents/", params={"fund_id": fund}).json()) == 2


def test_overlapping_documents_are_one_ledger_and_either_may_go(ask):
    first = load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    load(ask, "q1.pdf", FUND, "2024-03-31", [CALLS[1], ("2024-02-15", "Call 3", 500_000)], BACK, nav=3_200_000)
    fund = only_fund(ask)
    assert [row["amount"] for row in ledger_of(ask, fund)["items"]] == ["1000000.00", "2000000.00", "600000.00", "500000.00"]
    ask.delete(f"/api/documents/{first}")
    assert [row["amount"] for row in ledger_of(ask, fund)["items"]] == ["2000000.00", "600000.00", "500000.00"]


def test_a_notice_followed_by_its_statement_is_one_call(ask):
    document = upload(ask, "n.pdf", notice(FUND, "2024-01-05", "2024-01-19", 250_000)).json()["document_id"]
    wait_until_read(ask, document)
    load(ask, "q1.pdf", FUND, "2024-03-31", [*CALLS, ("2024-01-22", "Call 3", 250_000)], BACK, nav=3_200_000)
    fund = only_fund(ask)
    assert ledger_of(ask, fund)["total"] == 4 and ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 3_250_000


def test_contradicting_documents_keep_one_row_and_say_which(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    changed = [("2021-01-15", "Call 1", 1_100_000), CALLS[1]]
    load(ask, "q1.pdf", FUND, "2024-03-31", changed, BACK, nav=3_200_000)
    fund = only_fund(ask)
    ledger = ledger_of(ask, fund)
    assert [row["amount"] for row in ledger["items"]] == ["1100000.00", "2000000.00", "600000.00"]
    told = ledger["restatements"]
    assert [(one["what"], one["before"], one["now"]) for one in told] == [("capital_call", "1000000.00", "1100000.00")]
    assert told[0]["before_source"]["file_name"] == "q4.pdf" and "later report counts" in told[0]["message"]
    assert ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 3_100_000


def test_a_restatement_is_a_flag_at_the_figure_that_counts_until_a_person_resolves_it(ask):
    older = load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    newer = load(ask, "q1.pdf", FUND, "2024-03-31", [("2021-01-15", "Call 1", 1_100_000), CALLS[1]], BACK, nav=3_200_000)
    fund = only_fund(ask)
    flag = ask.get(f"/api/funds/{fund}/flags").json()["items"][0]
    assert flag["code"] == "restated" and flag["source"]["file_name"] == "q1.pdf"
    assert "$1,000,000" in flag["message"] and "q4.pdf" in flag["message"]
    counts = next(row for row in ledger_of(ask, fund)["items"] if row["amount"] == "1100000.00")
    assert flag["source"]["box"] == counts["source"]["box"]
    told = ask.get(f"/api/documents/{newer}/status").json()["processing_stats"]["flags"]
    assert any("later report counts" in one for one in told)
    assert ask.post(f"/api/flags/{flag['id']}/resolution", json={"reason": "confirmed by the GP"}).status_code == 200
    assert ask.get(f"/api/funds/{fund}/flags").json()["items"] == []
    assert ask.get(f"/api/documents/{older}/flags", params={"state": "all"}).json()["items"] == []


def test_the_command_line_says_that_a_restatement_needs_a_person(tmp_path):
    for name, day, first in (("q4.pdf", "2023-12-31", 1_000_000), ("q1.pdf", "2024-03-31", 1_100_000)):
        calls = [("2021-01-15", "Call 1", first), CALLS[1]]
        (tmp_path / name).write_bytes(report(FUND, day, calls, BACK, nav=3_000_000))
    ran = command("funds", "analyse", tmp_path / "q4.pdf", tmp_path / "q1.pdf")
    assert ran.returncode == 1 and "later report counts" in ran.stdout and "[restated]" in ran.stdout
    ran = command("funds", "analyse", tmp_path / "q4.pdf", tmp_path / "q1.pdf", "--json")
    flags = {document["file"].rsplit("/", 1)[-1]: document["flags"] for document in json.loads(ran.stdout)["documents"]}
    assert flags["q4.pdf"] == [] and [flag["code"] for flag in flags["q1.pdf"]] == ["restated"]


def test_an_older_report_that_comes_later_restates_nothing(ask):
    load(ask, "q1.pdf", FUND, "2024-03-31", [("2021-01-15", "Call 1", 1_100_000), CALLS[1]], BACK, nav=3_200_000)
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    fund = only_fund(ask)
    assert ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 3_100_000 and len(ledger_of(ask, fund)["restatements"]) == 1


def test_a_renamed_fund_keeps_its_ledger_when_the_fund_is_given(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    fund = only_fund(ask)
    content = report("Juniper Expansion Partners", "2024-03-31", [*CALLS, ("2024-02-15", "Call 3", 500_000)], BACK, nav=3_200_000)
    document = upload(ask, "q1.pdf", content, fund_id=str(fund)).json()["document_id"]
    status = wait_until_read(ask, document)
    assert only_fund(ask) == fund and ledger_of(ask, fund)["total"] == 4
    assert any("Juniper" in flag for flag in status["processing_stats"]["flags"])
    assert ask.get(f"/api/funds/{fund}/flags").json()["items"][0]["code"] == "fund_mismatch"


def test_a_fund_renamed_by_a_person_is_found_under_its_new_name(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    fund = only_fund(ask)
    ask.put(f"/api/funds/{fund}", json={"name": "Juniper Expansion Partners"})
    load(ask, "q1.pdf", "Juniper Expansion Partners", "2024-03-31", [*CALLS, ("2024-02-15", "Call 3", 500_000)], BACK, nav=3_200_000)
    assert only_fund(ask) == fund and ledger_of(ask, fund)["total"] == 4


def test_a_fund_in_two_currencies_is_never_added(ask):
    load(ask, "usd.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    load(ask, "eur.pdf", FUND, "2024-03-31", [("2022-05-15", "Call 1", 9_000_000)], nav=9_500_000, symbol="€")
    fund = only_fund(ask)
    ledger = ledger_of(ask, fund)
    assert ledger["currency"] == "USD" and ledger["total"] == 3
    assert ledger["other_ledgers"][0]["currency"] == "EUR" and ledger["other_ledgers"][0]["rows"] == 1 and "never added" in ledger["other_ledgers"][0]["message"]
    assert ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 3_000_000
    assert ask.get(f"/api/funds/{fund}/analysis").json()["other_currencies"] == ["EUR"]
    pools = ask.get("/api/pool", params={"funds": str(fund)}).json()
    assert [pool["currency"] for pool in pools["pools"]] == ["USD", "EUR"]


def test_ten_thousand_rows_are_read_paged_and_counted(ask):
    content = long_report(FUND, "2030-12-31", 250, 40)
    document = upload(ask, "long.pdf", content).json()["document_id"]
    status = wait_until_read(ask, document, seconds=120)
    assert status["status"] == "completed", status["error_message"]
    fund = only_fund(ask)
    assert status["processing_stats"]["capital_calls"] == 10_000
    assert ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == sum(1000 + day for day in range(10_000))
    page = ask.get(f"/api/funds/{fund}/ledger", params={"page": 100, "limit": 100}).json()
    assert page["pages"] == 100 and len(page["items"]) == 100
    assert ask.get(f"/api/funds/{fund}/ledger", params={"limit": 10_001}).status_code == 422


def events(server, document):
    with httpx.stream("GET", f"{server.base}/api/documents/{document}/events", timeout=30) as answer:
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/event-stream")
        text = "".join(answer.iter_text())
    return [dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":")) for block in text.strip().split("\n\n") if not block.startswith(":")]


def test_a_document_tells_its_progress_until_it_is_read(server, ask):
    document = upload(ask, "long.pdf", long_report(FUND, "2024-12-31", 20, 15)).json()["document_id"]
    told = events(server, document)
    assert all(event["event"] == "progress" for event in told)
    assert '"step":"done"' in told[-1]["data"] and '"status":"completed"' in told[-1]["data"] and '"page_count":20' in told[-1]["data"]
    order = ["waiting", "reading", "understanding", "storing", "done"]
    steps = [order.index(event["id"]) for event in told]
    assert steps == sorted(steps)
    late = events(server, document)
    assert len(late) == 1 and '"step":"done"' in late[0]["data"]
    assert ask.get("/api/documents/99/events").status_code == 404


def test_a_failed_document_ends_its_stream_with_the_reason(server, ask):
    document = upload(ask, "bad.pdf", b"not a pdf").json()["document_id"]
    last = events(server, document)[-1]
    assert '"status":"failed"' in last["data"] and "PDF" in last["data"]


def test_conversations_and_ledgers_outlive_the_process(server, ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, BACK, nav=3_000_000)
    fund = only_fund(ask)
    talk = ask.post("/api/chat/conversations", json={"fund_id": fund}).json()["conversation_id"]
    ask.post("/api/chat/query", json={"query": "What is the DPI?", "fund_id": fund, "conversation_id": talk})
    before = ask.get(f"/api/chat/conversations/{talk}").json()
    ledger = ledger_of(ask, fund)
    assert server.stop() == 0
    server.start()
    assert len(before["messages"]) == 2 and ask.get(f"/api/chat/conversations/{talk}").json() == before
    assert ledger_of(ask, fund) == ledger
