"""Funds, their rows and metrics, as the fund contract's clients know them."""

import re

import pytest

from server import SAMPLES, truth, upload, wait_until_read

NAIVE = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?$")
KINDS = {"capital_call": "capital_calls", "distribution": "distributions", "adjustment": "adjustments"}
SAMPLE_NAMES = [path.stem for path in sorted(SAMPLES.glob("*.pdf"))]


def fund_named(client, name):
    return next(fund for fund in client.get("/api/funds/").json() if fund["name"] == name)


def test_a_fund_is_entered_changed_and_deleted(ask):
    made = ask.post("/api/funds/", json={"name": "Alpha", "vintage_year": "2019", "colour": "ignored"})
    assert made.status_code == 200
    fund = made.json()
    assert fund["metrics"] is None and fund["vintage_year"] == 2019 and fund["gp_name"] is None and NAIVE.match(fund["created_at"])
    changed = ask.put(f"/api/funds/{fund['id']}", json={"gp_name": "GP", "vintage_year": None}).json()
    assert changed["gp_name"] == "GP" and changed["vintage_year"] is None and changed["name"] == "Alpha" and changed["metrics"] is None
    seen = ask.get(f"/api/funds/{fund['id']}").json()
    assert set(seen["metrics"]) >= {"dpi", "irr", "tvpi", "rvpi", "pic", "total_distributions", "nav"}
    assert seen["metrics"]["irr"] is None and seen["metrics"]["irr_basis"] == "none"
    assert ask.delete(f"/api/funds/{fund['id']}").json() == {"message": "Fund deleted successfully"}
    assert ask.get(f"/api/funds/{fund['id']}").json() == {"detail": "Fund not found"}


def test_what_does_not_exist_is_404_in_the_contracts_words(ask):
    for method, path in [("GET", ""), ("DELETE", ""), ("GET", "/metrics"), ("GET", "/transactions?transaction_type=adjustments")]:
        answer = ask.request(method, f"/api/funds/99{path}")
        assert answer.status_code == 404 and answer.json() == {"detail": "Fund not found"}
    assert ask.put("/api/funds/99", json={}).status_code == 404
    assert ask.get("/api/metrics/funds/99/metrics").json() == {"detail": "Fund not found"}
    assert ask.get("/nowhere").json() == {"detail": "Not Found"}


@pytest.mark.parametrize("body, place, kind", [
    ({}, ["body", "name"], "missing"),
    ({"name": 5}, ["body", "name"], "string_type"),
    ({"name": ""}, ["body", "name"], "string_too_short"),
    ({"name": "x" * 256}, ["body", "name"], "string_too_long"),
    ({"name": "A", "vintage_year": "soon"}, ["body", "vintage_year"], "int_parsing"),
    ({"name": "A", "vintage_year": 2019.5}, ["body", "vintage_year"], "int_from_float"),
    ([], ["body"], "model_attributes_type"),
])
def test_wrong_bodies_name_the_field(ask, body, place, kind):
    answer = ask.post("/api/funds/", json=body)
    assert answer.status_code == 422
    problem = answer.json()["detail"][0]
    assert problem["loc"] == place and problem["type"] == kind and problem["msg"] and "input" in problem


def test_malformed_json_is_422_and_says_where(ask):
    answer = ask.post("/api/funds/", content=b'{"name": ', headers={"Content-Type": "application/json"})
    assert answer.status_code == 422 and answer.json()["detail"][0]["type"] == "json_invalid" and "byte 9" in answer.json()["detail"][0]["msg"]


def test_wrong_parameters_name_the_parameter(ask):
    assert ask.get("/api/funds/abc").json()["detail"][0]["loc"] == ["path", "id"]
    fund = ask.post("/api/funds/", json={"name": "A"}).json()["id"]
    rows = f"/api/funds/{fund}/transactions"
    assert ask.get(rows).json()["detail"][0]["loc"] == ["query", "transaction_type"]
    assert "'capital_calls', 'distributions' or 'adjustments'" in ask.get(rows + "?transaction_type=fees").json()["detail"][0]["msg"]
    assert ask.get(rows + "?transaction_type=adjustments&page=0").status_code == 422
    assert ask.get(f"/api/metrics/funds/{fund}/metrics?metric=moic").status_code == 422


def test_slashes_lead_to_the_route_that_exists(ask):
    answer = ask.get("/api/funds?limit=5")
    assert answer.status_code == 307 and answer.headers["location"] == str(ask.base_url) + "/api/funds/?limit=5"
    assert ask.get("/api/funds/1/").headers["location"].endswith("/api/funds/1")
    answer = ask.patch("/api/funds/1")
    assert answer.status_code == 405 and answer.json() == {"detail": "Method Not Allowed"} and "GET" in answer.headers["allow"]


def test_the_same_idempotency_key_changes_once(ask):
    key = {"Idempotency-Key": "k1"}
    first = ask.post("/api/funds/", json={"name": "Once"}, headers=key)
    again = ask.post("/api/funds/", json={"name": "Once"}, headers=key)
    assert first.json() == again.json() and len(ask.get("/api/funds/").json()) == 1
    assert ask.post("/api/funds/", json={"name": "Other"}, headers=key).status_code == 409


@pytest.mark.parametrize("sample", SAMPLE_NAMES)
def test_every_row_of_a_report_is_there_with_its_place(loaded, sample):
    expected = truth(sample)
    fund = fund_named(loaded, expected["fund"]["name"])
    for kind, name in KINDS.items():
        rows = [row for row in expected["transactions"] if row["kind"] == kind]
        page = loaded.get(f"/api/funds/{fund['id']}/transactions", params={"transaction_type": name, "limit": 100}).json()
        assert page["total"] == len(rows) and page["page"] == 1 and page["pages"] == (1 if rows else 0)
        date = {"capital_calls": "call_date", "distributions": "distribution_date", "adjustments": "adjustment_date"}[name]
        found = sorted((item[date], float(item["amount"]), item["source"]["page"]) for item in page["items"])
        assert found == sorted((row["date"], float(row["amount"]), row["page"]) for row in rows)
        for item in page["items"]:
            assert re.match(r"^-?\d+\.\d\d$", item["amount"]) and len(item["source"]["box"]) == 4


def test_pages_of_rows(loaded):
    fund = fund_named(loaded, truth(SAMPLE_NAMES[0])["fund"]["name"])
    path = f"/api/funds/{fund['id']}/transactions?transaction_type=capital_calls&limit=5"
    pages = [loaded.get(f"{path}&page={number}").json() for number in (1, 2, 3, 9)]
    assert [len(page["items"]) for page in pages] == [5, 5, 4, 0] and pages[0]["pages"] == 3 and pages[3]["page"] == 9
    dates = [item["call_date"] for page in pages for item in page["items"]]
    assert dates == sorted(dates)


@pytest.mark.parametrize("metric", ["dpi", "irr", "pic", "tvpi", "rvpi"])
def test_a_metric_comes_with_its_working(loaded, metric):
    for fund in loaded.get("/api/funds/").json():
        body = loaded.get(f"/api/metrics/funds/{fund['id']}/metrics", params={"metric": metric}).json()
        assert body["metric_name"] == metric.upper() and body["value"] == fund["metrics"][metric] == body["breakdown"]["result"]
        assert body["breakdown"]["formula"] and body["breakdown"]["explanation"] and body["fund_name"] == fund["name"]
        if metric == "irr":
            summary = body["breakdown"]["cash_flow_summary"]
            assert summary["net_cash_flow"] == pytest.approx(summary["total_inflows"] - summary["total_outflows"])
        else:
            assert body["breakdown"]["transactions"]["capital_calls"][0]["source"]["page"] >= 1
    everything = loaded.get(f"/api/metrics/funds/{fund['id']}/metrics").json()
    assert everything["metrics"] == fund["metrics"] == loaded.get(f"/api/funds/{fund['id']}/metrics").json()


def test_deleting_a_fund_with_rows_keeps_its_document(ask):
    document = upload(ask, SAMPLES / "rheinufer_mittelstand_i_2024q4.pdf").json()["document_id"]
    wait_until_read(ask, document)
    fund = ask.get(f"/api/documents/{document}").json()["fund_id"]
    assert ask.delete(f"/api/funds/{fund}").status_code == 200
    assert ask.get("/api/funds/").json() == [] and ask.get(f"/api/documents/{document}").json()["fund_id"] is None
