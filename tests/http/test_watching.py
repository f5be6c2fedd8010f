"""What an operator watches: every figure that the files in packaging/ name exists, and traces go through."""

import itertools
import json
import re
import time

import pytest

from described import client_of
from server import ROOT, SAMPLES, Server, upload, wait_until_read
from stub import Stub

unasked = ("What is the strategy of the fund?" + " " * n for n in itertools.count(1))  # what was phrased is remembered: each is a new one
WORDS = {"histogram_quantile", "sum", "rate", "increase", "by", "topk", "or", "le", "and"}


def names_in(expression):
    """The series of an expression: what is neither a function nor a label."""
    without_labels = re.sub(r"\{[^}]*\}", "", re.sub(r"by \([^)]*\)", "", expression))
    return {name for name in re.findall(r"[a-z][a-z_]+", re.sub(r"\[\d+m\]", "", without_labels))} - WORDS


def expressions():
    rules = (ROOT / "packaging/alerts.yml").read_text()
    for expression in re.findall(r"expr: >?\s*(.*?)\n\s+for:", rules, re.S):
        yield "alerts.yml", expression
    for panel in json.loads((ROOT / "packaging/grafana-dashboard.json").read_text())["panels"]:
        for target in panel["targets"]:
            yield panel["title"], target["expr"]


def wait_for(holds, what, seconds=20):
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit, what
        time.sleep(0.05)


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """A server with a text model, which has done some of everything."""
    stub = Stub()
    server = Server(tmp_path_factory.mktemp("watching") / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url})
    server.start()
    with client_of(server.base) as client:
        wait_until_read(client, upload(client, SAMPLES / "northlight_ventures_ii_2024q4.pdf").json()["document_id"])
        for behave in ("good", "empty", "good"):
            stub.order(behave=behave)
            client.post("/api/chat/query", json={"query": next(unasked)})
        case = client.post("/api/cases", json={"text": "On 5 May 2026 two boys snatched my phone near the bus stand."}).json()
        wait_for(lambda: "fir_generation_duration_seconds_count 1" in client.get("/prometheus/metrics").text, case)
        yield client, stub
    assert server.stop() == 0
    stub.stop()


def test_every_series_of_the_alert_rules_and_the_dashboard_exists(busy):
    metrics = busy[0].get("/prometheus/metrics").text
    named = {(where, name) for where, expression in expressions() for name in names_in(expression)}
    assert len(named) > 40
    missing = [pair for pair in named if not re.search(rf"^{pair[1]}[{{ ]", metrics, re.M)]
    assert missing == []


def test_the_figures_of_the_house_have_their_names(busy):
    metrics = busy[0].get("/prometheus/metrics").text
    # What has happened in this server has been counted; what could not happen has its series all the same.
    for name in ('fir_generation_duration_seconds_bucket{', 'model_inference_duration_seconds_count{endpoint="text-1",role="text"}',
                 'kb_query_duration_seconds_count{desk="funds"} 3', 'kb_query_duration_seconds_count{desk="fir"} 1', "violation_check_duration_seconds_bucket{", "event_loop_lag_seconds_bucket{",
                 'jobs{state="dead"} 0', 'cache_hits{cache="phrased_answers"}'):
        assert name in metrics, name


def test_a_trace_goes_in_and_out(busy):
    client, stub = busy
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    stub.order(behave="forged_citation", times=1)  # so that the model is asked twice
    answer = client.post("/api/chat/query", json={"query": next(unasked)}, headers={"traceparent": f"00-{trace}-00f067aa0ba902b7-01"})
    ours = answer.headers["traceparent"].split("-")
    theirs = [one.split("-") for one in stub.seen()["traceparents"] if trace in one]
    assert ours[1] == trace and len(theirs) == 2
    spans = {ours[2], "00f067aa0ba902b7", *(one[2] for one in theirs)}
    assert len(spans) == 4 and all(re.fullmatch("[0-9a-f]{16}", span) and int(span, 16) for span in spans)
    for part in ("read;dur=", "queue;dur=", "handler;dur="):
        assert part in answer.headers["server-timing"]
