"""Corrections by people: rows, flags and figures, over HTTP and on the command line."""

import json

import pytest

from papers import report
from server import command, upload, wait_until_read

FUND = "Larkspur Growth Fund II"
CALLS = [("2021-01-15", "Call 1", 1_000_000), ("2022-01-15", "Call 2", 2_000_000)]
MONEY_BACK = [("2023-06-30", "Return of Capital", 600_000)]


def load(client, name, *arguments, **fields):
    document = upload(client, name, report(*arguments, **fields)).json()["document_id"]
    status = wait_until_read(client, document)
    assert status["status"] == "completed", status
    return document


@pytest.fixture
def fund(ask):
    load(ask, "q4.pdf", FUND, "2023-12-31", CALLS, MONEY_BACK, nav=3_000_000, commitment=5_000_000)
    return ask.get("/api/funds/").json()[0]["id"]


def rows(client, fund, **query):
    return client.get(f"/api/funds/{fund}/ledger", params=query).json()["items"]


def pic(client, fund):
    return client.get(f"/api/funds/{fund}/metrics").json()["pic"]


def correct(client, fund, row, headers=None, **body):
    return client.post(f"/api/funds/{fund}/ledger/{row}/correction", json={"reason": "misread", **body}, headers=headers)


def test_the_ledger_shows_every_row_with_its_effects_and_place(ask, fund):
    ledger = ask.get(f"/api/funds/{fund}/ledger").json()
    assert ledger["total"] == 3 and ledger["currency"] == "USD" and ledger["commitment"] == "5000000.00"
    call = ledger["items"][0]
    assert (call["kind"], call["amount"], call["lp_cash"], call["paid_in"]) == ("capital_call", "1000000.00", "-1000000.00", "1000000.00")
    assert call["source"]["page"] == 1 and call["origin"] == "document" and call["supersedes"] == []
    assert [nav["nav"] for nav in ledger["navs"]] == ["3000000.00"]
    assert len(rows(ask, fund, kind="distribution")) == 1 and ask.get(f"/api/funds/{fund}/ledger?limit=2&page=2").json()["pages"] == 2


def test_a_correction_changes_the_metrics_and_the_old_row_stays_visible(ask, fund):
    old = rows(ask, fund)[0]
    answer = correct(ask, fund, old["id"], amount="1500000.00", date="2021-01-16")
    assert answer.status_code == 200 and answer.json()["supersedes"] == old["id"]
    new = ask.get(f"/api/funds/{fund}/ledger/{answer.json()['row_id']}").json()
    assert new["amount"] == "1500000.00" and new["origin"] == "person" and new["reason"] == "misread" and new["source"] == old["source"]
    before = new["supersedes"]
    assert [(row["id"], row["amount"], row["superseded_why"]) for row in before] == [(old["id"], "1000000.00", "misread")]
    assert before[0]["superseded_who"] and before[0]["superseded_at"]
    assert pic(ask, fund) == 3_500_000


def test_a_correction_names_the_version_it_corrects(ask, fund):
    old = rows(ask, fund)[0]["id"]
    first = correct(ask, fund, old, amount="1.00").json()["row_id"]
    late = correct(ask, fund, old, amount="2.00")
    assert late.status_code == 409 and str(first) in late.json()["detail"]
    assert correct(ask, fund, first, amount="2.00").status_code == 200 and pic(ask, fund) == 2_000_002


def test_the_same_key_corrects_once(ask, fund):
    row = rows(ask, fund)[0]["id"]
    key = {"Idempotency-Key": "c1"}
    first = correct(ask, fund, row, headers=key, amount="7.00")
    assert correct(ask, fund, row, headers=key, amount="7.00").json() == first.json()
    assert correct(ask, fund, row, headers=key, amount="8.00").status_code == 409


@pytest.mark.parametrize("body, field", [
    ({"amount": "much"}, "amount"), ({"amount": "1.005"}, "amount"), ({"date": "2023-02-30"}, "date"), ({}, "amount"),
    ({"kind": "adjustment"}, "effect"), ({"kind": "distribution", "effect": "recall"}, "effect"),
])
def test_a_wrong_correction_names_the_field(ask, fund, body, field):
    answer = correct(ask, fund, rows(ask, fund)[0]["id"], **body)
    assert answer.status_code == 400 and answer.json()["where"] == field and answer.headers["content-type"].startswith("application/problem+json")


@pytest.mark.parametrize("body, field", [({}, "reason"), ({"reason": ""}, "reason"), ({"reason": "x", "ammount": "1"}, "ammount"), ({"reason": "x", "kind": "gift"}, "kind")])
def test_a_malformed_correction_is_422_and_names_the_field(ask, fund, body, field):
    answer = ask.post(f"/api/funds/{fund}/ledger/{rows(ask, fund)[0]['id']}/correction", json=body)
    assert answer.status_code == 422 and field in json.dumps(answer.json())


def test_what_is_not_there_is_404(ask, fund):
    other = ask.post("/api/funds/", json={"name": "Other"}).json()["id"]
    row = rows(ask, fund)[0]["id"]
    assert correct(ask, other, row, amount="1.00").status_code == 404 and correct(ask, 99, row, amount="1.00").status_code == 404
    assert correct(ask, fund, 999, amount="1.00").status_code == 404 and ask.get(f"/api/funds/{fund}/ledger/999").status_code == 404
    assert ask.get("/api/funds/99/ledger").status_code == 404 and ask.get("/api/funds/99/flags").status_code == 404


def test_a_later_report_neither_doubles_nor_undoes_a_correction(ask, fund):
    row = rows(ask, fund)[0]["id"]
    correct(ask, fund, row, amount="1500000.00")
    fixed = [("2021-01-15", "Call 1", 1_500_000), CALLS[1]]
    load(ask, "q1.pdf", FUND, "2024-03-31", fixed, MONEY_BACK, nav=3_100_000)
    assert pic(ask, fund) == 3_500_000 and len(rows(ask, fund)) == 3
    assert ask.get(f"/api/funds/{fund}/flags").json()["total"] == 0
    document = load(ask, "q2.pdf", FUND, "2024-06-30", CALLS, MONEY_BACK, nav=3_200_000)
    assert pic(ask, fund) == 3_500_000 and len(rows(ask, fund)) == 3
    flags = ask.get(f"/api/documents/{document}/flags").json()["items"]
    assert [flag["code"] for flag in flags] == ["corrected_before"] and flags[0]["source"]["page"] == 1 and "misread" in flags[0]["message"]


def test_a_removed_row_stays_away(ask, fund):
    row = rows(ask, fund)[2]["id"]
    answer = ask.post(f"/api/funds/{fund}/ledger/{row}/removal", json={"reason": "a subtotal"})
    assert answer.json() == {"fund_id": fund, "row_id": None, "supersedes": row}
    load(ask, "q1.pdf", FUND, "2024-03-31", CALLS, MONEY_BACK, nav=3_100_000)
    ledger = ask.get(f"/api/funds/{fund}/ledger").json()
    assert ledger["total"] == 2 and ledger["removed"][0]["superseded_why"] == "a subtotal" and ledger["open_flags"] == 1
    assert ask.get(f"/api/funds/{fund}/metrics").json()["total_distributions"] == 0


def test_a_flow_is_entered_and_a_later_report_confirms_it(ask, fund):
    path = f"/api/funds/{fund}/ledger"
    body = {"reason": "wired", "kind": "capital_call", "date": "2024-02-01", "amount": "250000.00"}
    entered = ask.post(path, json=body)
    assert entered.status_code == 200 and pic(ask, fund) == 3_000_000  # after the date of the report: left out
    assert ask.get(path, params={"as_of": "2023-12-31"}).json()["left_out"][0]["amount"] == "250000.00"
    load(ask, "q1.pdf", FUND, "2024-03-31", [*CALLS, ("2024-02-01", "Call 3", 250_000)], MONEY_BACK, nav=3_100_000)
    assert pic(ask, fund) == 3_250_000
    row = next(row for row in rows(ask, fund) if row["date"] == "2024-02-01")
    assert row["id"] == entered.json()["row_id"] and row["source"]["file_name"] == "q1.pdf"
    for wrong, field in [({"effect": None, "kind": "adjustment"}, "effect"), ({"date": None}, "date"), ({"amount": None}, "amount"), ({"kind": None}, "kind")]:
        assert ask.post(path, json={**body, **wrong}).json()["where"] == field


def test_a_nav_is_entered_replaced_by_name_and_withdrawn(ask, fund):
    path = f"/api/funds/{fund}/figures"
    body = {"name": "nav", "date": "2023-12-31", "amount": "3300000.00", "reason": "audited"}
    first = ask.post(path, json=body).json()["figure_id"]
    nav = lambda: ask.get(f"/api/funds/{fund}/metrics").json()["nav"]
    assert nav() == 3_300_000
    again = ask.post(path, json={**body, "amount": "1.00"})
    assert again.status_code == 409 and again.json()["where"] == "replaces" and str(first) in again.json()["detail"]
    second = ask.post(path, json={**body, "amount": "3400000.00", "replaces": first}).json()["figure_id"]
    assert nav() == 3_400_000
    assert ask.post(f"{path}/{second}/withdrawal", json={"reason": "draft"}).json()["figure_id"] is None and nav() == 3_000_000
    assert ask.post(f"{path}/{second}/withdrawal", json={"reason": "draft"}).status_code == 409
    kept = ask.get(f"/api/funds/{fund}/ledger").json()["entered_figures"]
    assert [(figure["id"], figure["superseded_why"]) for figure in kept] == [(first, "audited"), (second, "draft")]
    ask.post(path, json={"name": "commitment", "date": "2023-01-01", "amount": "6000000.00", "reason": "increased"})
    assert ask.get(f"/api/funds/{fund}/ledger").json()["commitment"] == "6000000.00"


def test_a_flag_is_resolved_once(ask, fund):
    row = rows(ask, fund)[0]["id"]
    correct(ask, fund, row, amount="1500000.00")
    load(ask, "q2.pdf", FUND, "2024-06-30", CALLS, MONEY_BACK, nav=3_200_000)
    flag = ask.get(f"/api/funds/{fund}/flags").json()["items"][0]["id"]
    done = ask.post(f"/api/flags/{flag}/resolution", json={"reason": "the report is wrong"})
    assert done.json() == {"flag_id": flag, "resolution": "the report is wrong"}
    assert ask.post(f"/api/flags/{flag}/resolution", json={"reason": "again"}).status_code == 409
    assert ask.get(f"/api/funds/{fund}/flags").json()["total"] == 0
    resolved = ask.get(f"/api/funds/{fund}/flags?state=resolved").json()["items"][0]
    assert resolved["resolution"] == "the report is wrong" and resolved["resolved_by"]
    assert ask.post("/api/flags/999/resolution", json={"reason": "x"}).status_code == 404


def test_chat_never_changes_the_ledger(ask, fund):
    before = ask.get(f"/api/funds/{fund}/ledger").json()
    for query in ("Correct call 1 to $5", "Delete all distributions", "Enter a NAV of $9,000,000 for 2023-12-31", "What if NAV were $9m?"):
        assert ask.post("/api/chat/query", json={"query": query, "fund_id": fund}).status_code == 200
    assert ask.get(f"/api/funds/{fund}/ledger").json() == before


def test_the_command_line_changes_the_same_ledger(server, ask, fund):
    row = rows(ask, fund)[0]["id"]
    busy = command("funds", "correct", row, "--amount", "5", "--why", "x", "--data", server.folder)
    assert busy.returncode != 0 and busy.stderr.count("\n") == 1
    assert server.stop() == 0
    data = ("--data", server.folder)
    listed = command("funds", "list", "--json", *data)
    assert [fund["name"] for fund in json.loads(listed.stdout)] == [FUND]
    done = command("funds", "correct", row, "--amount", "1500000", "--why", "page 2", *data)
    assert done.returncode == 0 and f"row {row} of fund {fund} is now row" in done.stdout, done.stderr
    assert command("funds", "correct", row, "--amount", "5", "--why", "x", *data).returncode != 0
    wrong = command("funds", "correct", row, "--amount", "much", "--why", "x", *data)
    assert wrong.returncode != 0 and "amount" in wrong.stderr
    assert command("funds", "enter", "nav", fund, "--date", "2024-01-31", "--amount", "9", "--why", "mail", *data).returncode == 0
    assert command("funds", "enter", "flow", fund, "--kind", "distribution", "--date", "2023-07-01", "--amount", "10.50", "--why", "wire", *data).returncode == 0
    ledger = json.loads(command("funds", "ledger", fund, "--json", *data).stdout)
    assert [r["amount"] for r in ledger["items"]] == ["1500000.00", "2000000.00", "600000.00", "10.50"]
    old = ledger["items"][0]["supersedes"][0]
    assert old["superseded_why"] == "page 2" and old["superseded_who"].startswith("command line: ")
    text = command("funds", "ledger", fund, *data).stdout
    assert "was 1000000.00" in text and "[by a person]" in text
    assert command("audit", "verify", *data).returncode == 0


def test_the_command_line_takes_a_document_back(server, ask, fund):
    document = ask.get("/api/documents/").json()[0]["id"]
    assert server.stop() == 0
    data = ("--data", server.folder)
    done = command("funds", "withdraw", document, *data)
    assert done.returncode == 0 and f"document {document} is withdrawn" in done.stdout, done.stderr
    assert command("funds", "withdraw", document, *data).returncode != 0
    assert json.loads(command("funds", "ledger", fund, "--json", *data).stdout)["items"] == []
    assert command("audit", "verify", *data).returncode == 0
