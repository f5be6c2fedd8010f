"""Health, description, headers, CORS, keys, limits, the end of the process."""

import threading
import time

import httpx
import jsonschema
import pytest

from server import Server, command, free_port, upload, SAMPLES

PREFLIGHT = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}


def started(tmp_path, **environment):
    server = Server(tmp_path / "data", environment)
    server.start()
    return server


def test_health_holds_the_keys_of_both_contracts(ask):
    body = ask.get("/health").json()
    assert body["status"] == "healthy" and body["embeddings_loaded"] is False and body["database"] == "connected"
    for key in ("model_server", "asr_ocr_server", "kb_collections", "session_persistence", "concurrency", "reliability"):
        assert key in body
    assert ask.get("/health/live").json() == {"status": "alive"}
    assert ask.get("/health/ready").json() == {"status": "ready"}


def test_the_root_answers_programs_and_browsers(ask):
    assert ask.get("/").json()["docs"] == "/docs"
    assert ask.get("/", headers={"Accept": "text/html"}).headers["content-type"].startswith("text/html")


def test_metrics_are_json_unless_text_is_asked_for(ask):
    ask.get("/api/funds/")
    assert set(ask.get("/metrics").json()) >= {"timestamp", "sessions", "firs", "rate_limiter"}
    for text in (ask.get("/metrics", headers={"Accept": "text/plain"}).text, ask.get("/prometheus/metrics").text):
        assert 'http_requests_total{method="GET",route="/api/funds/",status="2xx"} 1' in text
        assert "event_loop_lag_seconds_count" in text


def test_the_description_is_valid_and_every_reference_leads_somewhere(ask):
    document = ask.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    for schema in document["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)

    def references(node):
        if isinstance(node, dict):
            if "$ref" in node:
                yield node["$ref"]
            for value in node.values():
                yield from references(value)
        elif isinstance(node, list):
            for value in node:
                yield from references(value)

    for reference in references(document):
        assert reference.removeprefix("#/components/schemas/") in document["components"]["schemas"]
    operations = [operation for methods in document["paths"].values() for operation in methods.values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for path, methods in document["paths"].items():
        for operation in methods.values():
            named = {p["name"] for p in operation["parameters"] if p["in"] == "path"}
            assert all("{" + name + "}" in path for name in named) and path.count("{") == len(named)
            assert operation["summary"] and operation["responses"]


def test_the_documentation_page_needs_no_other_server(ask):
    page = ask.get("/docs")
    assert page.status_code == 200 and "http" not in page.text.replace("http-equiv", "")
    for asset in ("/docs/docs.css", "/docs/docs.js"):
        assert asset in page.text and ask.get(asset).status_code == 200
    assert ask.get("/redoc").text == page.text


def test_every_answer_carries_security_and_tracing_headers(ask):
    for path in ("/health", "/nowhere", "/api/funds/77"):
        headers = ask.get(path, headers={"X-Correlation-ID": "mine-1"}).headers
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
        assert headers["x-xss-protection"] == "1; mode=block" and "max-age=31536000" in headers["strict-transport-security"]
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin" and "camera=()" in headers["permissions-policy"]
        assert headers["x-correlation-id"] == "mine-1" and headers["traceparent"].startswith("00-") and "handler;dur=" in headers["server-timing"]


@pytest.mark.parametrize("origin", ["http://localhost:3000", "http://localhost:3001", "http://127.0.0.1:3000", "http://localhost:8000"])
def test_known_origins_may_ask(ask, origin):
    preflight = ask.options("/api/chat/conversations", headers={"Origin": origin, **PREFLIGHT})
    assert preflight.status_code == 200 and preflight.headers["access-control-allow-origin"] == origin
    assert preflight.headers["access-control-allow-credentials"] == "true" and "X-API-Key" in preflight.headers["access-control-allow-headers"]
    assert preflight.headers["access-control-max-age"] == "600"
    answer = ask.get("/api/funds/", headers={"Origin": origin})
    assert answer.headers["access-control-allow-origin"] == origin and "Origin" in answer.headers["vary"]


def test_unknown_origins_may_not(ask):
    assert ask.options("/api/funds/", headers={"Origin": "http://evil.example", **PREFLIGHT}).status_code == 400
    assert "access-control-allow-origin" not in ask.get("/api/funds/", headers={"Origin": "http://evil.example"}).headers


def test_a_key_guards_everything_but_health_and_description(tmp_path):
    server = started(tmp_path, API_KEY="k-1")
    for path in ("/health", "/docs", "/redoc", "/openapi.json"):
        assert httpx.get(server.base + path).status_code == 200
    assert httpx.options(server.base + "/process").status_code == 405
    assert "API key required" in httpx.get(server.base + "/api/funds/").json()["detail"]
    wrong = httpx.get(server.base + "/metrics", headers={"X-API-Key": "k-2"})
    assert wrong.status_code == 401 and "Invalid API key" in wrong.json()["detail"] and "k-1" not in wrong.text
    assert httpx.get(server.base + "/api/funds/", headers={"Authorization": "Bearer k-1"}).status_code == 200
    assert server.stop() == 0


def test_a_rate_limit_counts_per_client(tmp_path):
    server = started(tmp_path, RATE_LIMIT_REQUESTS="3", RATE_LIMIT_WINDOW="30")
    answers = [httpx.get(server.base + "/api/funds/") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[3].json()["error"] == "too_many_requests" and answers[3].headers["retry-after"] == "30"
    assert answers[0].headers["x-ratelimit-limit"] == "3" and httpx.get(server.base + "/health").headers["x-ratelimit-window"] == "30"
    assert server.stop() == 0


def test_the_log_has_one_line_per_request_and_no_document_text(server, ask):
    upload(ask, SAMPLES / "northlight_ventures_ii_2024q4.pdf")
    ask.get("/api/funds/", headers={"X-Correlation-ID": "find-me"})
    assert server.stop() == 0
    lines = [line for line in server.log_lines() if line.get("correlation_id") == "find-me"]
    assert len(lines) == 1 and lines[0]["route"] == "/api/funds/" and lines[0]["status"] == 200
    assert all(key in lines[0] for key in ("queue_ms", "handler_ms", "write_ms", "trace_id"))
    assert "Aster Robotics" not in server.log.read_text()


def test_stopping_finishes_an_upload_that_is_on_its_way(server):
    content = (SAMPLES / "harrowgate_buyout_iii_2023q4.pdf").read_bytes()
    boundary = "b"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="slow.pdf"\r\n\r\n'.encode()
    sending = threading.Event()

    def body():
        yield head + content[:1000]
        sending.set()
        time.sleep(0.5)
        yield content[1000:] + f"\r\n--{boundary}--\r\n".encode()

    answers = []

    def send():
        answers.append(httpx.post(server.base + "/api/documents/upload", content=body(), timeout=20,
                                  headers={"Content-Type": f"multipart/form-data; boundary={boundary}"}))

    sender = threading.Thread(target=send)
    sender.start()
    assert sending.wait(5)
    assert server.stop() == 0
    sender.join()
    assert answers[0].status_code == 200
    server.start()
    assert httpx.get(server.base + f"/api/documents/{answers[0].json()['document_id']}").json()["file_name"] == "slow.pdf"


def test_it_is_ready_and_gone_quickly(tmp_path):
    server = Server(tmp_path / "data")
    assert server.start() < 2
    began = time.monotonic()
    assert server.stop() == 0 and time.monotonic() - began < 2


# ---- the command line ----

def test_usage_errors_are_one_line_that_says_what_to_do(tmp_path):
    for arguments, environment, expected, status in [
        (["serve", "--prot", "1"], {}, "--prot; see dossier serve --help", 2),
        (["serve", "--host", "0.0.0.0"], {}, "no users and no TLS yet; use 127.0.0.1", 2),
        (["serve"], {"DOSSIER_SERVER_PROT": "1"}, "DOSSIER_SERVER_PROT: there is no such setting; did you mean DOSSIER_SERVER_PORT?", 2),
        (["serve"], {"DOSSIER_SERVER_PORT": "abc"}, "DOSSIER_SERVER_PORT: a whole number is needed, not 'abc'", 2),
        (["serve", "--config", "none.toml"], {}, "there is no such configuration file; check --config", 2),
        ([], {}, "see dossier --help", 2),
    ]:
        said = command(*arguments, environment=environment, cwd=tmp_path)
        assert said.returncode == status and expected in said.stderr and said.stderr.count("\n") == 1, said.stderr


def test_an_unknown_key_of_the_file_is_named_with_its_line(tmp_path):
    (tmp_path / "dossier.toml").write_text("[server]\nport = 1\nhsot = 'x'\n")
    said = command("serve", cwd=tmp_path)
    assert said.returncode == 2 and "dossier.toml:3: there is no setting server.hsot; did you mean server.host?" in said.stderr


def test_what_has_a_harmless_default_is_named_and_the_server_starts(tmp_path):
    (tmp_path / "dossier.toml").write_text("[overload]\nqueue_sm = 5\n[log]\nlevel = 'loud'\n[extrcat]\nworkers = 2\n")
    server = Server(tmp_path / "data", {"DOSSIER_UPLOADS_BYTES_MAX": "plenty"})
    server.start()
    told = {line["setting"]: line["error"] for line in server.lines_saying("setting_left_out", count=4)}
    health = httpx.get(server.base + "/health").json()
    assert health["status"] == "degraded" and len(health["settings_left_out"]) == 4
    for meant in ("did you mean overload.queue_ms?", "choose one of: debug, info", "did you mean [extract]?", "a whole number is needed"):
        assert any(meant in error for error in told.values()), told
    assert health["overload"]["queue_ms_max"] == 1000
    assert server.stop() == 0
    doctor = command("doctor", "--data", tmp_path / "data", cwd=tmp_path, environment={"DOSSIER_UPLOADS_BYTES_MAX": "plenty"})
    assert doctor.returncode == 4 and doctor.stdout.count("WRONG settings") == 4, doctor.stdout


@pytest.mark.parametrize("text, meant", [("[auth]\napi_kye = 'k'", "auth.api_key"), ("[data]\ndri = '/x'", "data.dir"), ("[cors]\norigin = []", "cors.origins"),
                                         ("[rate_limit]\nrequest = 5", "rate_limit.requests"), ("[athu]\napi_key = 'k'", "[auth]")])
def test_what_would_leave_the_server_open_or_its_data_elsewhere_ends_the_start(tmp_path, text, meant):
    (tmp_path / "dossier.toml").write_text(text + "\n")
    said = command("serve", cwd=tmp_path)
    assert said.returncode == 2 and f"did you mean {meant}?" in said.stderr, said.stderr


def test_a_taken_port_and_a_taken_folder_are_named(server, tmp_path):
    port = command("serve", "--data", tmp_path / "other", "--port", server.port)
    assert port.returncode == 4 and "another program listens there already; stop it or choose another --port" in port.stderr
    folder = command("serve", "--data", server.folder, "--port", free_port())
    assert folder.returncode == 4 and folder.stderr.count("\n") == 1


def test_doctor_says_how_things_are(server, tmp_path):
    said = command("doctor", "--data", server.folder)
    assert said.returncode == 0 and "whole" in said.stdout and "WRONG" not in said.stdout, said.stdout


def test_help_has_examples(tmp_path):
    for arguments in (["serve"], ["doctor"], ["funds", "analyse"], ["funds", "irr"]):
        assert "Example:" in command(*arguments, "--help").stdout
