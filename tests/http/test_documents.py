"""Uploads: what is taken, what is refused and how, and what becomes of it."""

import socket
import time

import pytest

from server import SAMPLES, truth, upload, wait_until_read

SAMPLE = SAMPLES / "northlight_ventures_ii_2024q4.pdf"
LIMIT = 52_428_800


def incoming(server):
    return list((server.folder / "incoming").iterdir())


def test_a_report_becomes_a_ledger(ask):
    answer = upload(ask, SAMPLE)
    assert answer.status_code == 200 and answer.json()["status"] == "pending" and answer.json()["task_id"] is None
    document = answer.json()["document_id"]
    status = wait_until_read(ask, document)
    rows = truth(SAMPLE.stem)["transactions"]
    assert status["status"] == "completed" and status["error_message"] is None and status["errors"] == [] and status["progress"] is None
    counts = {kind: sum(row["kind"] == kind for row in rows) for kind in ("capital_call", "distribution", "adjustment")}
    stats = status["processing_stats"]
    assert (stats["capital_calls"], stats["distributions"], stats["adjustments"]) == tuple(counts.values())
    assert stats["total_pages"] == status["page_count"] == 2 and stats["tables_found"] > 0 and stats["text_chunks"] == status["chunk_count"] > 0
    shown = ask.get(f"/api/documents/{document}").json()
    assert shown["file_name"] == SAMPLE.name and shown["parsing_status"] == "completed" and shown["file_path"] is None
    assert [d["id"] for d in ask.get("/api/documents/", params={"fund_id": shown["fund_id"]}).json()] == [document]
    assert ask.get("/api/documents/", params={"fund_id": 0}).json() == [shown]


def test_the_fund_given_wins_over_the_fund_named_and_a_person_is_told(ask):
    fund = ask.post("/api/funds/", json={"name": "Mine"}).json()["id"]
    document = upload(ask, SAMPLE, fund_id=str(fund)).json()["document_id"]
    status = wait_until_read(ask, document)
    assert status["status"] == "completed" and any("Northlight" in flag for flag in status["processing_stats"]["flags"])
    assert ask.get(f"/api/documents/{document}").json()["fund_id"] == fund and len(ask.get("/api/funds/").json()) == 1


def test_the_same_bytes_again_are_the_same_document(ask):
    first = upload(ask, SAMPLE).json()["document_id"]
    wait_until_read(ask, first)
    before = ask.get("/api/funds/").json()
    again = upload(ask, "another_name.pdf", SAMPLE.read_bytes()).json()
    assert again["document_id"] == first and again["status"] == "completed"
    assert ask.get("/api/funds/").json() == before and len(ask.get("/api/documents/").json()) == 1


def test_deleting_a_document_takes_its_rows_out_of_the_metrics(ask):
    document = upload(ask, SAMPLE).json()["document_id"]
    wait_until_read(ask, document)
    fund = ask.get("/api/funds/").json()[0]
    assert fund["metrics"]["pic"] > 0
    assert ask.delete(f"/api/documents/{document}").json() == {"message": "Document deleted successfully"}
    after = ask.get(f"/api/funds/{fund['id']}").json()["metrics"]
    assert not after["pic"] and not after["total_distributions"]
    for path in ("", "/status"):
        assert ask.get(f"/api/documents/{document}{path}").json() == {"detail": "Document not found"}
    assert ask.delete(f"/api/documents/{document}").status_code == 404
    # Sent again, it is read again.
    again = upload(ask, SAMPLE).json()
    assert again["status"] == "pending" and wait_until_read(ask, again["document_id"])["status"] == "completed"
    assert ask.get(f"/api/funds/{fund['id']}").json()["metrics"]["pic"] == fund["metrics"]["pic"]


@pytest.mark.parametrize("name", ["report.txt", "report.PDF", "report.pdf.exe", "pdf"])
def test_only_names_in_pdf_are_taken(server, ask, name):
    answer = upload(ask, name, b"%PDF-1.7")
    assert answer.status_code == 400 and "Only PDF files are allowed" in answer.json()["detail"]
    assert ask.get("/api/documents/").json() == []


@pytest.mark.parametrize("content, told", [
    (b"not a pdf at all", "PDF"),
    (b"", ""),
    (SAMPLE.read_bytes()[:2000], ""),
])
def test_what_cannot_be_read_fails_with_a_reason(ask, content, told):
    document = upload(ask, "bad.pdf", content).json()["document_id"]
    status = wait_until_read(ask, document)
    assert status["status"] == "failed" and len(status["error_message"]) > 10 and told in status["error_message"]
    assert ask.get("/api/funds/").json() == []


def test_a_failed_report_may_be_sent_again(ask):
    first = upload(ask, "bad.pdf", b"nothing").json()
    wait_until_read(ask, first["document_id"])
    again = upload(ask, "bad.pdf", b"nothing").json()
    assert again["document_id"] == first["document_id"] and again["status"] == "pending"
    assert wait_until_read(ask, again["document_id"])["status"] == "failed"


def test_wrong_forms_name_the_field(ask):
    missing = ask.post("/api/documents/upload", files={"other": ("a.pdf", b"x")})
    assert missing.status_code == 422 and missing.json()["detail"][0]["loc"] == ["body", "file"]
    wrong = upload(ask, SAMPLE, fund_id="first")
    assert wrong.status_code == 422 and wrong.json()["detail"][0]["loc"] == ["body", "fund_id"]
    assert upload(ask, SAMPLE, fund_id="77").json() == {"detail": "Fund not found"}
    assert ask.post("/api/documents/upload", json={}).status_code == 422
    assert ask.get("/api/documents/").json() == []


def test_names_cannot_lead_out_of_the_folder(server, ask):
    answer = upload(ask, "x.pdf", SAMPLE.read_bytes())
    tricky = ask.post("/api/documents/upload", files={"file": ("../../../../tmp/evil.pdf", b"%PDF-1.4 other", "application/pdf")})
    assert answer.status_code == 200 and tricky.status_code == 200
    assert ask.get(f"/api/documents/{tricky.json()['document_id']}").json()["file_name"] == "evil.pdf"
    kept = [path for path in server.folder.rglob("*") if path.is_file()]
    assert not any("evil" in path.name for path in kept)


@pytest.mark.parametrize("size", [LIMIT + 1, 100_000_000])
def test_files_beyond_the_limit_get_an_answer_that_can_be_read(server, ask, size):
    answer = upload(ask, "large.pdf", b"x" * size)
    assert answer.status_code == 400 and str(LIMIT) in answer.json()["detail"]
    assert ask.get("/api/documents/").json() == [] and not incoming(server)


def test_a_client_that_leaves_in_the_middle_leaves_nothing_behind(server, ask):
    head = ("POST /api/documents/upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000000\r\n\r\n"
            '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
    with socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(head.encode() + b"x" * 3_000_000)
        limit = time.monotonic() + 5
        while not incoming(server) and time.monotonic() < limit:
            time.sleep(0.01)
        assert incoming(server)
    limit = time.monotonic() + 5
    while incoming(server) and time.monotonic() < limit:
        time.sleep(0.01)
    assert not incoming(server) and ask.get("/api/documents/").json() == []


def test_the_same_key_uploads_once(ask):
    key = {"Idempotency-Key": "u1"}
    files = {"file": (SAMPLE.name, SAMPLE.read_bytes(), "application/pdf")}
    first = ask.post("/api/documents/upload", files=files, headers=key).json()
    wait_until_read(ask, first["document_id"])
    assert ask.post("/api/documents/upload", files=files, headers=key).json() == first
