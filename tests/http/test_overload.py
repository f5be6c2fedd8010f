"""More than the server can do: who is served, who is told to come again, what an operator sees of it."""

import socket
import time

import httpx
import pytest

from server import SAMPLES, Server, command, upload

SAMPLE = SAMPLES / "northlight_ventures_ii_2024q4.pdf"


def started(tmp_path, **environment):
    server = Server(tmp_path / "data", {f"DOSSIER_{name}": value for name, value in environment.items()})
    server.start()
    return server


def test_short_of_memory_uploads_are_refused_and_everything_else_is_served(tmp_path):
    server = started(tmp_path, OVERLOAD_INGEST_MEMORY_MB="1")
    with httpx.Client(base_url=server.base) as client:
        refused = upload(client, SAMPLE)
        assert refused.status_code == 503 and refused.headers["retry-after"] == "5" and "short of memory" in refused.json()["detail"]
        assert client.get("/api/funds/").status_code == 200
        assert client.post("/api/cases", json={"text": "My phone was stolen at the bus stand."}).status_code == 201
        overload = client.get("/health").json()["overload"]
        assert overload["ingest_stopped"] is True and overload["all_stopped"] is False and overload["ingest_memory_mb_max"] == 1
        assert 'http_refused_total{reason="memory"} 1' in client.get("/prometheus/metrics").text
    assert server.stop() == 0


def test_shorter_still_only_health_and_metrics_are_served(tmp_path):
    server = started(tmp_path, OVERLOAD_MEMORY_MB="1")
    for path, status in (("/api/funds/", 503), ("/health", 200), ("/health/ready", 200), ("/metrics", 200), ("/prometheus/metrics", 200)):
        assert httpx.get(server.base + path).status_code == status, path
    assert server.stop() == 0


def test_health_gets_through_when_all_connections_are_taken(tmp_path):
    server = started(tmp_path, SERVER_CONNECTIONS_MAX="4")
    taken = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(4)]
    time.sleep(0.2)
    assert httpx.get(server.base + "/health").status_code == 200
    assert httpx.get(server.base + "/prometheus/metrics").status_code == 200
    refused = httpx.get(server.base + "/api/funds/")
    assert refused.status_code == 503 and refused.headers["retry-after"] == "1"
    assert 'http_refused_total{reason="connections"} 1' in httpx.get(server.base + "/prometheus/metrics").text
    for one in taken:
        one.close()
    assert server.stop() == 0


@pytest.mark.parametrize("head", [b"GET /health HTTP/1.1\r\nHos", b"POST /api/chat/query HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"])
def test_slow_clients_are_cut_off_when_the_operator_says(tmp_path, head):
    server = started(tmp_path, SERVER_HEAD_SECONDS="1", SERVER_BODY_SECONDS="1")
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as slow:
        slow.sendall(head)
        began = time.monotonic()
        assert b"408 Request Timeout" in slow.recv(4096)
        assert 0.8 < time.monotonic() - began < 3
    assert server.stop() == 0


def test_uploads_are_refused_while_those_sent_before_wait_to_be_read(tmp_path):
    reader = tmp_path / "reader"  # never says a word
    reader.write_text("#!/bin/sh\nexec sleep 100\n")
    reader.chmod(0o755)
    server = started(tmp_path, OVERLOAD_BACKLOG_MAX="3", EXTRACT_WORKER=str(reader))
    with httpx.Client(base_url=server.base, timeout=20) as client:
        content, limit, number = SAMPLE.read_bytes(), time.monotonic() + 20, 0
        while (answer := upload(client, f"{number}.pdf", content + b"\n%% %d\n" % number)).status_code == 200:
            assert time.monotonic() < limit
            time.sleep(0.1)
            number += 1
        assert answer.status_code == 503 and "has to be read first" in answer.json()["detail"]
        assert answer.headers["retry-after"] == "30"  # nothing of it is being done
        assert client.get("/health").json()["overload"]["backlog"] >= 3
        assert client.get("/api/funds/").status_code == 200
        assert len(client.get("/api/documents/", params={"limit": 1000}).json()) == number  # what was accepted is there
    server.kill()


def test_the_bounds_are_settings_with_their_meaning(tmp_path):
    shown = command("config", cwd=tmp_path).stdout
    for line in ("[overload]", "# queue_ms = 1000", "# uploads_max = 64", "# ingest_memory_mb = 1024", "# memory_mb = 1536", "# stall_seconds = 20"):
        assert line in shown, line


def test_the_figures_of_an_overload_are_there_before_it(ask):
    ask.get("/api/funds/")
    metrics = ask.get("/prometheus/metrics").text
    for series in ('http_refused_total{reason="queue"} 0', 'pool_oldest_wait_seconds{pool="compute"}', 'pool_wait_seconds_count{pool="files"}',
                   "process_resident_memory_bytes", "process_open_fds", "process_threads"):
        assert series in metrics, series
