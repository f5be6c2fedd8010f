"""Nothing that is kept ready is ever stale: lists of funds and answers about all of them, after every kind of change."""

import pytest

from papers import report
from server import upload, wait_until_read
from test_corrections import load

NAMES = ["Larkspur Growth Fund II", "Tidewater Income Fund", "Quillon Ventures IV"]
CALLS = [("2021-01-15", "Call 1", 1_000_000), ("2022-01-15", "Call 2", 2_000_000)]


@pytest.fixture
def three(ask):
    for k, name in enumerate(NAMES):
        load(ask, f"{k}.pdf", name, "2023-12-31", CALLS, distributions=[("2023-03-31", "Income", 300_000 + 100_000 * k)], nav=3_000_000)
    funds = {fund["name"]: fund["id"] for fund in ask.get("/api/funds/").json()}
    return [funds[name] for name in NAMES]


def computed(ask, fund):
    """The figures as the route computes them that keeps none ready."""
    figures = {figure["name"]: figure["amount"] or figure["value"] for figure in ask.get(f"/api/funds/{fund}/analysis").json()["figures"]}
    return {name: None if figures[name] is None else pytest.approx(float(figures[name]), abs=5e-5) for name in ("pic", "total_distributions", "dpi", "nav", "tvpi")}


def check(ask, funds):
    listed = {fund["id"]: fund for fund in ask.get("/api/funds/").json()}
    assert set(listed) == set(funds)
    for fund in funds:
        expected = computed(ask, fund)
        for shown in (listed[fund]["metrics"], ask.get(f"/api/funds/{fund}").json()["metrics"], ask.get(f"/api/funds/{fund}/metrics").json()):
            assert {name: shown[name] for name in expected} == expected
    answer = ask.post("/api/chat/query", json={"query": "What is the paid-in capital of each fund?"}).json()
    told = {value["fund"]: float(value["value"]) for value in answer["details"]["values"] if value["name"] == "pic"}
    assert told == {listed[fund]["name"]: listed[fund]["metrics"]["pic"] for fund in funds}, answer["answer"]
    return listed


def row(ask, fund, number):
    return ask.get(f"/api/funds/{fund}/ledger").json()["items"][number]["id"]


def test_every_change_of_one_fund_is_seen_at_once_and_the_others_stay(ask, three):
    first, second, third = three
    assert check(ask, three)[first]["metrics"]["pic"] == 3_000_000
    post = lambda path, body: ask.post(f"/api/funds/{first}/{path}", json={"reason": "as told", **body}).json()
    pic = lambda: check(ask, three)[first]["metrics"]["pic"]
    nav = lambda: check(ask, three)[first]["metrics"]["nav"]

    post(f"ledger/{row(ask, first, 0)}/correction", {"amount": "1100000.00"})
    assert pic() == 3_100_000
    post(f"ledger/{row(ask, first, 1)}/removal", {})
    assert pic() == 1_100_000
    post("ledger", {"kind": "capital_call", "date": "2022-05-01", "amount": "400000.00"})
    assert pic() == 1_500_000
    figure = post("figures", {"name": "nav", "date": "2023-12-31", "amount": "3500000.00"})["figure_id"]
    assert nav() == 3_500_000
    post(f"figures/{figure}/withdrawal", {})
    assert nav() == 3_000_000
    ask.put(f"/api/funds/{first}", json={"name": "Larkspur Renamed"}).raise_for_status()
    assert check(ask, three)[first]["name"] == "Larkspur Renamed"
    before = ask.get(f"/api/funds/{first}/metrics").json()
    paper = report(NAMES[0], "2024-06-30", [*CALLS, ("2024-02-15", "Call 3", 500_000)], nav=4_000_000)
    document = upload(ask, "later.pdf", paper).json()["document_id"]
    wait_until_read(ask, document)
    assert pic() == 2_000_000 and nav() == 4_000_000
    assert ask.get(f"/api/funds/{first}/metrics?as_of=2023-12-31").json()["pic"] == before["pic"]
    ask.delete(f"/api/documents/{document}").raise_for_status()
    assert check(ask, three)[first]["metrics"] == before
    ask.delete(f"/api/funds/{third}").raise_for_status()
    check(ask, [first, second])
    made = ask.post("/api/funds/", json={"name": "Empty Fund"}).json()["id"]
    assert {fund["id"]: fund["metrics"]["pic"] for fund in ask.get("/api/funds/").json()} == {first: before["pic"], second: 3_000_000, made: None}


def test_known_on_is_not_answered_from_what_is_kept_ready(ask, three):
    fund = three[0]
    check(ask, three)
    recorded = max(item["recorded_at"] for item in ask.get(f"/api/funds/{fund}/ledger").json()["items"])
    ask.post(f"/api/funds/{fund}/ledger/{row(ask, fund, 0)}/correction", json={"reason": "as told", "amount": "1100000.00"}).raise_for_status()
    assert ask.get(f"/api/funds/{fund}/metrics?known_on={recorded}").json()["pic"] == 3_000_000
    assert ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 3_100_000
    assert ask.get(f"/api/funds/{fund}/metrics?known_on=2001-01-01").json()["pic"] in (None, 0)
