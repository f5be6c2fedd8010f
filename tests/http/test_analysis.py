"""Ledger and metrics as of any day and as known on any; bridges, series, horizons, pools and public indices."""

import json
import time
from datetime import datetime, timedelta

import pytest

from papers import notice, report
from server import command, upload, wait_until_read
from test_corrections import load

FUND = "Larkspur Growth Fund II"
CALLS = [("2020-12-31", "Call 1", 1_000_000), ("2021-12-31", "Call 2", 500_000)]
BACK = [("2022-12-31", "Return of Capital", 400_000)]
INDEX = "date,level\n2020-12-31,100\n2021-12-31,110\n2022-12-31,121\n2023-12-31,133.1\n"


@pytest.fixture
def fund(ask):
    load(ask, "q4_22.pdf", FUND, "2022-12-31", CALLS, BACK, nav=1_500_000, commitment=5_000_000)
    load(ask, "q4_23.pdf", FUND, "2023-12-31", CALLS, BACK, nav=1_600_000, commitment=5_000_000)
    return ask.get("/api/funds/").json()[0]["id"]


def figures(client, fund, **query):
    body = client.get(f"/api/funds/{fund}/analysis", params=query).json()
    return {figure["name"]: figure for figure in body["figures"]}, body


def test_every_metric_has_its_working(ask, fund):
    found, body = figures(ask, fund)
    assert body["as_of"] == "2023-12-31" and body["nav_basis"] == "reported"
    assert found["pic"]["amount"] == "1500000.00" and len(found["pic"]["rows"]) == 2 and found["pic"]["steps"]
    assert found["tvpi"]["value"] == pytest.approx(2.0 / 1.5) and found["nav"]["sources"][0]["file_name"] == "q4_23.pdf"
    for figure in found.values():
        known = figure["value"] is not None or figure["amount"] is not None
        assert known == (figure["reason"] is None) and figure["formula"], figure


def test_as_of_an_earlier_day_later_flows_are_left_out_and_listed(ask, fund):
    found, body = figures(ask, fund, as_of="2022-06-30")
    assert found["total_distributions"]["amount"] == "0.00" and found["nav"]["amount"] is None and "30 June 2022" in found["nav"]["reason"]
    assert len(body["left_out"]) == 1 and body["checks"] == []
    ledger = ask.get(f"/api/funds/{fund}/ledger", params={"as_of": "2022-06-30"}).json()
    assert ledger["total"] == 2 and [row["id"] for row in ledger["left_out"]] == body["left_out"]
    metrics = ask.get(f"/api/funds/{fund}/metrics", params={"as_of": "2022-06-30"}).json()
    assert metrics["as_of"] == "2022-06-30" and metrics["left_out"] == 1 and metrics["nav_basis"] == "none" and metrics["irr_basis"] == "none"
    working = ask.get(f"/api/metrics/funds/{fund}/metrics", params={"metric": "dpi", "as_of": "2022-06-30"}).json()
    assert working["value"] == 0 and working["breakdown"]["left_out"][0]["date"] == "2022-12-31"
    assert figures(ask, fund, as_of="2022-12-31")[0]["nav"]["amount"] == "1500000.00"


def test_a_nav_of_another_day_is_rolled_forward_only_when_asked(ask, fund):
    ask.post(f"/api/funds/{fund}/ledger", json={"reason": "wire", "kind": "capital_call", "date": "2024-02-01", "amount": "100000.00"})
    assert figures(ask, fund, as_of="2024-03-31")[0]["tvpi"]["value"] is None
    rolled, body = figures(ask, fund, as_of="2024-03-31", nav="rolled_forward")
    assert body["nav_basis"] == "rolled_forward" and rolled["nav"]["amount"] == "1700000.00"
    assert "rolled forward" in rolled["tvpi"]["note"] and "rolled forward" in rolled["irr"]["note"]


def test_as_known_before_a_correction(ask, fund):
    row = ask.get(f"/api/funds/{fund}/ledger").json()["items"][0]
    time.sleep(0.005)
    done = ask.post(f"/api/funds/{fund}/ledger/{row['id']}/correction", json={"reason": "x", "amount": "2000000.00"}).json()
    since = ask.get(f"/api/funds/{fund}/ledger/{done['row_id']}").json()["supersedes"][0]["superseded_at"]
    before = (datetime.fromisoformat(since[:-1]) - timedelta(milliseconds=1)).isoformat() + "Z"
    pic = lambda moment: ask.get(f"/api/funds/{fund}/metrics", params={"known_on": moment}).json()["pic"]
    assert (pic(before), pic(since), pic(since[:10])) == (1_500_000, 2_500_000, 2_500_000)
    assert figures(ask, fund, known_on=before)[0]["pic"]["amount"] == "1500000.00"
    assert ask.get(f"/api/metrics/funds/{fund}/metrics", params={"metric": "pic", "known_on": before}).json()["value"] == 1_500_000
    assert ask.get(f"/api/funds/{fund}/ledger", params={"known_on": before}).json()["items"][0]["id"] == row["id"]
    assert ask.get(f"/api/funds/{fund}/ledger", params={"known_on": "2000-01-01"}).json()["total"] == 0


@pytest.mark.parametrize("path, field", [
    ("analysis?as_of=soon", "as_of"), ("analysis?known_on=2023-13-01", "known_on"), ("ledger?as_of=2023-02-30", "as_of"), ("bridge?from=2023-01-01&to=2022-01-01", "to"),
    ("horizons?from=2030-01-01", "from"), ("series?as_of=x", "as_of"), ("ledger?known_on=2023-01-01T25:00:00", "known_on"),
])
def test_a_wrong_day_names_the_field(ask, fund, path, field):
    answer = ask.get(f"/api/funds/{fund}/{path}")
    assert answer.status_code == 400 and answer.json()["where"] == field


def test_contract_routes_refuse_wrong_days_in_their_own_words(ask, fund):
    for path in (f"/api/funds/{fund}/metrics", f"/api/metrics/funds/{fund}/metrics"):
        answer = ask.get(path, params={"as_of": "soon"})
        assert answer.status_code == 400 and "as_of" in answer.json()["detail"]
    assert ask.get("/api/funds/99/analysis").status_code == 404 and ask.get(f"/api/funds/{fund}/bridge").status_code == 422


def test_the_nav_bridge_adds_up(ask, fund):
    lines = {line["name"]: line for line in ask.get(f"/api/funds/{fund}/bridge?from=2022-12-31&to=2023-12-31").json()["lines"]}
    amounts = {name: float(line["amount"]) for name, line in lines.items()}
    assert amounts == {"opening_nav": 1_500_000, "contributions": 0, "distributions": 0, "change_in_value": 100_000, "closing_nav": 1_600_000}
    open_end = {line["name"]: line for line in ask.get(f"/api/funds/{fund}/bridge?from=2021-06-30&to=2023-12-31").json()["lines"]}
    assert open_end["change_in_value"]["amount"] is None and "30 June 2021" in open_end["change_in_value"]["reason"]
    assert open_end["contributions"]["amount"] == "500000.00" and len(open_end["distributions"]["rows"]) == 1


def test_the_series_is_the_j_curve_with_running_multiples(ask, fund):
    points = ask.get(f"/api/funds/{fund}/series").json()["points"]
    assert [(point["date"], point["net_cash"]) for point in points] == [("2020-12-31", "-1000000.00"), ("2021-12-31", "-1500000.00"), ("2022-12-31", "-1100000.00")]
    assert points[-1]["dpi"] == pytest.approx(4 / 15) and points[-1]["tvpi"] == pytest.approx(19 / 15) and points[0]["tvpi"] is None


def test_horizons_take_the_nav_of_their_first_day(ask, fund):
    horizons = ask.get(f"/api/funds/{fund}/horizons").json()["horizons"]
    assert [horizon["years"] for horizon in horizons] == [1, 3, 5]
    assert horizons[0]["irr"]["value"] == pytest.approx(16 / 15 - 1, abs=1e-6)
    assert horizons[1]["irr"]["value"] is None and "31 December 2020" in horizons[1]["irr"]["reason"]
    one = ask.get(f"/api/funds/{fund}/horizons?from=2022-12-31").json()["horizons"][0]
    assert one["years"] is None and one["irr"]["value"] == pytest.approx(16 / 15 - 1, abs=1e-6)


def test_a_fund_against_an_index(ask, fund):
    path = f"/api/funds/{fund}/market"
    sent = ask.post(path, files={"file": ("world.csv", INDEX.encode(), "text/csv")})
    body = sent.json()
    found = {figure["name"]: figure for figure in body["figures"]}
    assert sent.status_code == 200 and body["index"] == "world" and body["index_levels"] == 4
    # 400,000 at 10 % is 440,000; calls of 1,331,000 and 605,000: (440 + 1,600) / 1,936.
    assert found["ks_pme"]["value"] == pytest.approx(2040 / 1936, abs=1e-6)
    assert found["ln_pme"]["value"] == pytest.approx(0.10, abs=1e-4) and found["direct_alpha"]["value"] > 0
    assert all(figure["rows"] and figure["steps"] for figure in found.values() if figure["value"] is not None)
    assert ask.post(path, data={"csv": INDEX, "name": "World"}).json()["figures"] == body["figures"]
    late = {figure["name"]: figure for figure in ask.post(path, data={"csv": "date,level\n2022-01-01,100\n"}).json()["figures"]}
    assert late["ks_pme"]["value"] is None and "begins on" in late["ks_pme"]["reason"]


@pytest.mark.parametrize("data, field", [({}, "file"), ({"csv": "date,level\n2020-01-01,0\n"}, "csv"), ({"csv": "date,level\n"}, "csv"), ({"csv": "1\n2\n"}, "csv"), ({"csv": INDEX, "as_of": "x"}, "as_of")])
def test_a_wrong_index_names_the_field(ask, fund, data, field):
    answer = ask.post(f"/api/funds/{fund}/market", data={"name": "i", **data})
    assert answer.status_code == 400 and answer.json()["where"] == field, answer.text


def test_funds_are_pooled_and_currencies_never_added(ask, fund):
    load(ask, "b.pdf", "Birch Buyout Fund I", "2023-12-31", [("2021-05-31", "Call 1", 300_000)], nav=400_000, commitment=1_000_000)
    load(ask, "c.pdf", "Cedar Credit Fund III", "2023-12-31", [("2021-05-31", "Call 1", 700_000)], nav=650_000, symbol="€")
    body = ask.get("/api/pool").json()
    assert [pool["currency"] for pool in body["pools"]] == ["USD", "EUR"] and "never added" in body["message"]
    dollars = {figure["name"]: figure for figure in body["pools"][0]["figures"]}
    assert dollars["pic"]["amount"] == "1800000.00" and dollars["tvpi"]["value"] == pytest.approx(2_400_000 / 1_800_000) and dollars["irr"]["value"] is not None
    ids = {found["name"]: found["id"] for found in ask.get("/api/funds/").json()}
    one = ask.get("/api/pool", params={"funds": str(ids["Cedar Credit Fund III"])}).json()
    assert one["message"] is None and len(one["pools"]) == 1
    early = ask.get("/api/pool", params={"as_of": "2022-12-31"}).json()["pools"][0]
    assert "Birch Buyout Fund I" in early["missing"][0] and any("Birch" in (figure["reason"] or "") for figure in early["figures"] if figure["name"] == "tvpi")
    assert ask.get("/api/pool?funds=1,x").json()["where"] == "funds" and ask.get("/api/pool?funds=1,99").status_code == 404


def test_the_command_line_compares_with_an_index(tmp_path):
    (tmp_path / "q4.pdf").write_bytes(report(FUND, "2023-12-31", CALLS, BACK, nav=1_600_000))
    (tmp_path / "world.csv").write_text(INDEX)
    out = command("funds", "analyse", tmp_path / "q4.pdf", "--index", tmp_path / "world.csv", "--json")
    fund = json.loads(out.stdout)["funds"][0]
    assert fund["market"]["figures"][0]["value"] == pytest.approx(2040 / 1936, abs=1e-6) and len(fund["series"]["points"]) == 3
    assert "Against world" in command("funds", "analyse", tmp_path / "q4.pdf", "--index", tmp_path / "world.csv").stdout
    wrong = command("funds", "analyse", tmp_path / "q4.pdf", "--index", tmp_path / "none.csv")
    assert wrong.returncode == 3 and wrong.stderr.count("\n") == 1
    early = json.loads(command("funds", "analyse", tmp_path / "q4.pdf", "--as-of", "2022-06-30", "--json").stdout)["funds"][0]
    assert early["metrics"]["dpi"] == 0 and early["metrics"]["nav"] is None


def test_a_noticed_call_is_noticed_until_a_statement_confirms_it(ask, fund):
    document = upload(ask, "notice.pdf", notice(FUND, "2024-01-05", "2024-01-19", 250_000, 3)).json()["document_id"]
    assert wait_until_read(ask, document)["status"] == "completed"
    ledger = ask.get(f"/api/funds/{fund}/ledger").json()
    noticed = [row for row in ledger["items"] if row["status"] == "noticed"]
    assert ledger["noticed"] == 1 and noticed[0]["date"] == "2024-01-19"
    assert figures(ask, fund)[1]["noticed"] == [noticed[0]["id"]]
    load(ask, "q1_24.pdf", FUND, "2024-03-31", [*CALLS, ("2024-01-22", "Call 3", 250_000)], BACK, nav=1_900_000)
    ledger = ask.get(f"/api/funds/{fund}/ledger").json()
    assert ledger["noticed"] == 0 and ledger["total"] == 4 and ask.get(f"/api/funds/{fund}/metrics").json()["pic"] == 1_750_000
