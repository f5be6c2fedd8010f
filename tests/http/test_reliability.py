"""What the server depends on, as the FIR contract shows it: /reliability, the hour's figures, the caches."""

import re
import time

import httpx
import pytest

from cases import COMPLAINT
from described import client_of
from server import Server

NAMES = ("model_server", "asr_ocr_server", "database")


@pytest.fixture
def desk(stub, tmp_path):
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_ANSWER_SECONDS": "2"})
    stub.order(behave="good")
    server.start()
    with client_of(server.base) as client:
        yield client
    assert server.stop() == 0


def wait_for(holds, seconds=10):
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit
        time.sleep(0.05)


def test_reliability_has_all_its_parts_on_both_paths(ask):
    for path in ("/reliability", "/reliability/status"):
        body = ask.get(path).json()
        assert body["uptime_target"] == "99.9%" and body["max_downtime_per_month"] and body["timestamp"]
        for name in NAMES:
            check = body["health_monitor"]["checks"][name]
            assert check["healthy"] and check["uptime_percentage"] >= 90 and check["name"] == name
            handler = body["auto_recovery"]["handlers"][name]
            assert (handler["attempts"], handler["max_attempts"], handler["in_progress"]) == (0, 3, False)
        for name in NAMES[:2]:
            breaker = body["circuit_breakers"][name]
            assert (breaker["state"], breaker["threshold"], breaker["recovery_timeout"]) == ("closed", 5, 60.0)
        assert body["health_monitor"]["overall_healthy"] and body["graceful_shutdown"]["shutdown_timeout"] == 30.0
    health = ask.get("/health").json()["reliability"]
    assert set(health) >= {"circuit_breakers", "graceful_shutdown", "health_monitor"} and set(NAMES) == set(health["health_monitor"]["checks"])


def test_names_that_are_not_there(ask):
    for path in ("/reliability/circuit-breaker/song/reset", "/reliability/auto-recovery/song/trigger"):
        answer = ask.post(path)
        assert answer.status_code == 404 and "model_server" in answer.json()["detail"] and answer.json()["error"]


def test_a_key_guards_it(tmp_path):
    server = Server(tmp_path / "data", {"API_KEY": "k-1"})
    server.start()
    assert httpx.get(server.base + "/reliability/status").status_code == 401
    assert httpx.post(server.base + "/reliability/circuit-breaker/database/reset").status_code == 401
    assert httpx.get(server.base + "/reliability/status", headers={"X-API-Key": "k-1"}).status_code == 200
    assert server.stop() == 0


def test_an_open_breaker_is_let_try_when_somebody_says_so(desk, stub):
    """Five failures open it; a reset lets one call try, and a server that is well closes it."""
    breaker = lambda: desk.get("/reliability").json()["circuit_breakers"]["model_server"]
    wait_for(lambda: desk.get("/health").json()["model_server"]["status"] == "healthy")
    stub.order(behave="status_500", health=500)
    number = 0
    while breaker()["state"] != "open":
        number += 1
        assert number < 20
        desk.post("/process", json={"text": COMPLAINT + f" Token {number}."})
        time.sleep(0.1)
    assert breaker()["failure_count"] >= 5 and breaker()["last_failure_time"]
    wait_for(lambda: desk.get("/health").json()["model_server"]["status"] == "unhealthy")
    failed = [desk.post("/reliability/auto-recovery/model_server/trigger").json() for _ in range(4)]
    assert not any(one["success"] for one in failed) and "in vain" in failed[3]["message"] and failed[3]["status"]["attempts"] == 3
    assert breaker()["state"] == "open"
    stub.order(behave="good", health=500)  # what opened it is over, but no health check says so
    reset = desk.post("/reliability/circuit-breaker/model_server/reset").json()
    assert reset["success"] and reset["status"]["state"] in ("half_open", "closed") and reset["status"]["name"] == "model_server"
    limit = time.monotonic() + 30
    while breaker()["state"] != "closed":  # the one call that may try comes from some case
        assert time.monotonic() < limit, breaker()
        number += 1
        desk.post("/process", json={"text": COMPLAINT + f" Token {number}."})
        time.sleep(0.5)
    stub.order(behave="good")


def test_what_is_well_is_found_well(desk):
    wait_for(lambda: desk.get("/health").json()["model_server"]["status"] == "healthy")
    for name in NAMES:
        mended = desk.post(f"/reliability/auto-recovery/{name}/trigger").json()
        assert mended["success"] and mended["status"]["attempts"] == 0 and mended["status"]["last_recovery"], mended
        assert desk.post(f"/reliability/circuit-breaker/{name}/reset").json()["status"]["state"] == "closed"


def test_the_hours_figures_and_the_caches_are_told(desk):
    assert desk.get("/health").json()["kb_cache_size"] == 0
    for _ in range(2):
        desk.post("/process", json={"text": COMPLAINT})
    wait_for(lambda: desk.get("/health").json()["kb_cache_size"] == 1)
    figures = desk.get("/metrics").json()
    assert sum(one["count"] for one in figures["sessions"]["recent_hour"]) == 2 and figures["sessions"]["cache_size"] == 1
    assert {one["status"] for one in figures["sessions"]["recent_hour"]} <= {"processing", "awaiting_validation"}
    assert figures["firs"]["recent_hour"] == []
    again = desk.get("/metrics").json()
    assert again["timestamp"] == figures["timestamp"], "counted once in ten seconds"
    caches = desk.get("/health").json()["caches"]
    assert {"knowledge", "phrased_answers", "health", "metrics_json"} <= set(caches)
    assert caches["metrics_json"]["hits"] == 1 and caches["metrics_json"]["hit_rate"] == 0.5 and caches["health"]["hits"] > 0
    text = desk.get("/prometheus/metrics").text
    for cache in ("knowledge", "health", "metrics_json"):
        assert re.search(r'cache_hits\{cache="%s"\} [1-9]' % cache, text) or cache == "knowledge", cache
