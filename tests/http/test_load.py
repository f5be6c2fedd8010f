"""The load tool against the real program: every scenario, and what it says when things go wrong."""

import json
import threading
import time

from server import SAMPLES, command, free_port, upload, wait_until_read


def load(server, scenario, *arguments):
    said = command("load", server.base, "--scenario", scenario, "--json", *arguments, timeout=60)
    return json.loads(said.stdout), said


def test_complaints_walk_through_all_approvals(server, ask):
    report, said = load(server, "fir", "--clients", 3, "--seconds", 1)
    assert said.returncode == 0 and report["passed"] is True and report["errors"] == {}, said.stdout
    flows = report["requests"]["pass"]["good"]["count"]
    assert flows >= 3 and report["requests"]["approve"]["good"]["count"] == 5 * flows
    finalised = [case for case in ask.get("/api/cases", params={"limit": 100}).json()["items"] if case["status"] == "finalised"]
    assert len(finalised) == min(flows, 100)


def test_questions_at_a_rate_are_counted_from_when_they_were_due(server, ask):
    wait_until_read(ask, upload(ask, SAMPLES / "northlight_ventures_ii_2024q4.pdf").json()["document_id"])
    report, said = load(server, "chat", "--clients", 5, "--seconds", 2, "--rate", 30)
    assert said.returncode == 0 and report["requests"]["pass"]["good"]["count"] == 60 and report["unsent"] == 0
    assert 1.5 < report["seconds"] < 4 and "60 good" not in said.stdout and " s  " in said.stderr


def test_reports_are_sent_and_read(server, ask):
    report, said = load(server, "upload", "--clients", 2, "--seconds", 1)
    assert said.returncode == 0 and report["errors"] == {}, said.stdout
    documents = ask.get("/api/documents/", params={"limit": 1000}).json()
    assert len(documents) == report["requests"]["send"]["good"]["count"]
    ledger = ask.get(f"/api/funds/{ask.get('/api/funds/').json()[0]['id']}/ledger").json()
    assert ledger["total"] == 4


def test_the_mixture_holds_all_of_it(server):
    report, said = load(server, "mixed", "--clients", 4, "--seconds", 10, "--passes", 40)
    assert said.returncode == 0, said.stdout
    counts = {what: ending["good"]["count"] for what, ending in report["requests"].items()}
    assert counts["chat"] == 24 and counts["list"] == 4 and counts["health"] == 4 and counts["fir"] == 6 and counts["upload"] == 2


def test_an_overload_tells_what_is_left_of_the_peak(server, ask):
    wait_until_read(ask, upload(ask, SAMPLES / "northlight_ventures_ii_2024q4.pdf").json()["document_id"])
    report, said = load(server, "overload", "--clients", 300, "--seconds", 4)
    assert said.returncode in (0, 1) and report["passed"] is (said.returncode == 0)
    assert report["flood"]["requests"]["pass"]["good"]["count"] > 0 and report["goodput_share"] > 0
    assert "question: " not in json.dumps(report["flood"]["errors"]), report["flood"]["errors"]
    assert ask.get("/health").json()["status"] == "healthy"


def test_a_server_that_goes_away_is_an_error_by_kind(server):
    threading.Thread(target=lambda: (time.sleep(0.7), server.kill())).start()
    report, said = load(server, "fir", "--clients", 2, "--seconds", 2)
    assert said.returncode == 1 and report["passed"] is False
    assert any("cannot connect" in kind for kind in report["errors"]), report["errors"]
    nothing, said = load(server, "chat", "--clients", 1, "--seconds", 0.5)
    assert said.returncode == 1 and nothing["requests"]["pass"]["good"]["count"] == 0


def test_wrong_usage_is_one_line(tmp_path):
    for arguments, expected in [(["load", f"localhost:{free_port()}", "--scenario", "chat"], "give the server as http://127.0.0.1:8000"),
                                (["load", "http://127.0.0.1:1", "--scenario", "chta"], "chta: there is no such scenario; see dossier load --help"),
                                (["load", "http://127.0.0.1:1"], "see dossier load --help")]:
        said = command(*arguments, cwd=tmp_path)
        assert said.returncode == 2 and expected in said.stderr and said.stderr.count("\n") == 1, said.stderr
    unreadable = command("load", "http://127.0.0.1:1", "--scenario", "upload", "--file", "none.pdf", cwd=tmp_path)
    assert unreadable.returncode == 3 and "none.pdf: the file cannot be read" in unreadable.stderr
    helped = command("load", "--help").stdout
    assert "Examples:" in helped and all(name in helped for name in ("fir", "chat", "upload", "mixed", "overload"))
