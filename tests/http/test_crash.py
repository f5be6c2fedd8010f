"""kill -9 through uploads and ingest: nothing acknowledged is lost, nothing is doubled, ready within a second."""

import itertools
import random
import sqlite3
import threading
import time

import httpx

from server import SAMPLES, Server, truth, upload, wait_until_read

ROUNDS = 8
READY_SECONDS = 5.0  # no figure to reach (docs/performance.md has that), only a sign that nothing is redone at a start


def variants(count):
    """Many documents with the same rows and different bytes: a comment at the end of a PDF changes nothing else."""
    samples = sorted(SAMPLES.glob("*.pdf"))
    for number, sample in zip(range(count), itertools.cycle(samples)):
        yield sample.stem, f"{sample.stem}_{number}.pdf", sample.read_bytes() + f"\n% copy {number}\n".encode()


def send_until_killed(base, work, acknowledged):
    with httpx.Client(base_url=base, timeout=10) as client:
        while work:
            stem, name, content = work[-1]
            try:
                answer = upload(client, name, content)
            except httpx.TransportError:
                return
            assert answer.status_code == 200, answer.text
            acknowledged[answer.json()["document_id"]] = (stem, name)
            work.pop()


def rows_of(client, fund):
    rows = []
    for kind in ("capital_calls", "distributions", "adjustments"):
        page = client.get(f"/api/funds/{fund}/transactions", params={"transaction_type": kind, "limit": 10000}).json()
        rows += [(kind, item.get("call_date") or item.get("distribution_date") or item.get("adjustment_date"), item["amount"]) for item in page["items"]]
    return sorted(rows)


def true_rows(stem):
    kinds = {"capital_call": "capital_calls", "distribution": "distributions", "adjustment": "adjustments"}
    return sorted((kinds[row["kind"]], row["date"], row["amount"]) for row in truth(stem)["transactions"])


def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(tmp_path):
    chance = random.Random(7)
    server = Server(tmp_path / "data")
    work, acknowledged, ready = list(variants(40)), {}, []
    for _ in range(ROUNDS):
        ready.append(server.start())
        sender = threading.Thread(target=send_until_killed, args=(server.base, work, acknowledged))
        sender.start()
        time.sleep(chance.uniform(0.02, 0.35))
        server.kill()
        sender.join()
    ready.append(server.start())
    with httpx.Client(base_url=server.base, timeout=30) as client:
        send_until_killed(server.base, work, acknowledged)
        assert not work
        for document, (stem, name) in acknowledged.items():
            assert wait_until_read(client, document)["status"] == "completed"
            assert client.get(f"/api/documents/{document}").json()["file_name"] == name
        documents = client.get("/api/documents/", params={"limit": 1000}).json()
        # Sent, committed and not acknowledged is allowed: the client sends again, and gets the same document.
        assert {d["id"] for d in documents} == set(acknowledged) and len(documents) == 40
        funds = {fund["name"]: fund["id"] for fund in client.get("/api/funds/").json()}
        assert len(funds) == 3
        for stem in {stem for stem, _ in acknowledged.values()}:
            assert rows_of(client, funds[truth(stem)["fund"]["name"]]) == true_rows(stem)
    assert not list((server.folder / "incoming").iterdir())
    assert max(ready) < READY_SECONDS, ready
    assert server.stop() == 0


def test_a_document_that_takes_the_process_down_each_time_is_closed_with_a_reason(tmp_path):
    server = Server(tmp_path / "data")
    server.start()
    with httpx.Client(base_url=server.base) as client:
        document = upload(client, next(SAMPLES.glob("*.pdf"))).json()["document_id"]
        wait_until_read(client, document)
    assert server.stop() == 0
    with sqlite3.connect(server.folder / "dossier.db") as database:  # as its last attempt would leave it
        database.execute("UPDATE document SET status = 'processing', finished_at = NULL, error = NULL")
        database.execute("UPDATE job SET state = 'dead'")
    server.start()
    with httpx.Client(base_url=server.base) as client:
        status = wait_until_read(client, document)
        assert status["status"] == "failed" and "send it again" in status["error_message"]
    assert server.stop() == 0
