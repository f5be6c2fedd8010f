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
    """A server with models, which has done some of everything."""
    stub = Stub()
    server = Server(tmp_path_factory.mktemp("watching") / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_EMBEDDING_URL": stub.url})
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


def live_labels(metrics):
    """Of each series that there is, by its name, the labels."""
    live = {}
    for name, labels in re.findall(r"^([a-z_]+)(?:\{([^}]*)\})? ", metrics, re.M):
        live.setdefault(name, []).append(dict(re.findall(r'(\w+)="([^"]*)"', labels)))
    return live


def matched(value, operator, wanted):
    return bool(re.fullmatch(wanted, value)) if operator.endswith("~") else value == wanted


def wrong_labels(expression, live):
    """What an expression selects or groups by and no live series has."""
    wrong = []
    for name, selector in re.findall(r"\b([a-z][a-z_]+)\{([^}]*)\}", expression):
        for label, operator, value in re.findall(r'(\w+)(=~|!~|!=|=)"([^"]*)"', selector):
            wanted = value.split("|") if operator.endswith("~") else [value]
            if operator.startswith("!"):
                wanted, operator = [".*"], "=~"  # that the label is there
            wrong += [f"{name}{{{label}={one}}}" for one in wanted
                      if not any(label in labels and matched(labels[label], operator, one) for labels in live[name])]
    for grouped, inside in re.findall(r"by \(([^)]*)\) \(((?:[^()]|\([^()]*\))*)\)", expression):
        for name in names_in(inside):
            wrong += [f"{name} by {label}" for label in re.split(r",\s*", grouped) if not all(label in labels for labels in live[name])]
    return wrong


def test_every_label_of_the_alert_rules_and_the_dashboard_is_on_live_series(busy):
    live = live_labels(busy[0].get("/prometheus/metrics").text)
    wrong = [(where, one) for where, expression in expressions() for one in wrong_labels(expression, live)]
    assert wrong == []
    # The test itself sees what is wrong.
    assert wrong_labels('sum by (endpoint) (rate(model_calls_total{outcome=~"late|lat"}[5m]))', live) == ["model_calls_total{outcome=lat}"]
    assert wrong_labels("sum by (rout, le) (rate(http_request_seconds_bucket[5m]))", live) == ["http_request_seconds_bucket by rout"]


def test_every_label_that_an_alert_tells_of_is_left_by_its_expression(busy):
    live = live_labels(busy[0].get("/prometheus/metrics").text)
    rules = re.findall(r"alert: (\w+)\s+expr: >?\s*(.*?)\n\s+for:.*?summary: \"(.*?)\"\n", (ROOT / "packaging/alerts.yml").read_text() + "\n", re.S)
    assert len(rules) == (ROOT / "packaging/alerts.yml").read_text().count("alert:")
    for alert, expression, summary in rules:
        grouped = re.findall(r"by \(([^)]*)\)", expression)
        left = set(re.split(r",\s*", grouped[0])) if grouped else set.intersection(*(set(labels) for name in names_in(expression) for labels in live[name]))
        assert set(re.findall(r"\$labels\.(\w+)", summary)) <= left, alert


def test_series_are_there_before_their_first_event(tmp_path):
    stub = Stub()
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_EMBEDDING_URL": stub.url,
                                        "DOSSIER_OVERLOAD_UPLOADS_MAX": "7"})
    server.start()
    with client_of(server.base) as client:
        metrics, told = client.get("/prometheus/metrics").text, client.get("/metrics").json()["overload"]
        shown = client.get("/health").json()["overload"]
    for series in ('transcriptions_total{kind="recording",outcome="good"} 0', 'transcription_wait_seconds_count{kind="picture"} 0',
                   'transcription_duration_seconds_count{kind="recording"} 0', 'passage_searches_total{by="words"} 0',
                   'passage_searches_total{by="words_and_meaning"} 0', 'model_calls_total{endpoint="text-1",outcome="refused",role="text"} 0',
                   'admission_uploads_max{of="setting"} 7', 'admission_uploads_max{of="default"} 64', 'admission_queue_seconds_max{of="setting"} 1',
                   'admission_ingest_memory_max_bytes{of="default"} 1073741824', 'admission_backlog_max{of="setting"} 2000',
                   'admission_connections_max{of="setting"} 4096', 'admission_memory_max_bytes{of="setting"} 1610612736'):
        assert series in metrics, series
    assert told["uploads_max"] == 7 and told["defaults"]["uploads_max"] == 64 and told["queue_ms_max"] == 1000
    assert told["defaults"] == shown["defaults"] and shown["uploads_max"] == 7
    assert server.stop() == 0
    stub.stop()


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


@pytest.mark.parametrize("flags", ["00", "01"])
def test_what_the_caller_says_of_its_trace_reaches_the_model(busy, flags):
    client, stub = busy
    trace = f"4bf92f3577b34da6a3ce929d0e0e47{flags}"
    stub.order(behave="good")
    headers = {"traceparent": f"00-{trace}-00f067aa0ba902b7-{flags}", "tracestate": "rojo=00f067aa0ba902b7,congo=t61"}
    client.post("/api/chat/query", json={"query": next(unasked)}, headers=headers)
    seen = stub.seen()
    theirs = [one for one in seen["traceparents"] if trace in one]
    assert len(theirs) == 1 and theirs[0].endswith("-" + flags)
    assert seen["tracestates"][-1] == headers["tracestate"]
    # The calls of a case are made by a job, later, and belong to the same trace.
    answer = client.post("/api/cases", json={"text": "On 5 May 2026 two boys snatched my phone near the bus stand." + " " * int(flags, 16)},
                         headers={**headers, "traceparent": headers["traceparent"].replace("4bf9", "5bf9")})
    assert answer.status_code == 201
    wait_for(lambda: any("5bf9" in one and one.endswith("-" + flags) for one in stub.seen()["traceparents"]), stub.seen())
    client.post("/api/chat/query", json={"query": next(unasked)}, headers={"traceparent": "broken", "tracestate": "rojo=1"})
    assert stub.seen()["tracestates"][-1] is None, "a state without its trace belongs to nobody"
