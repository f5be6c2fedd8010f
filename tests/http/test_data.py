"""Backup and restore, also while serving, and the record of every change."""

import json
import shutil
import sqlite3

import httpx

from server import SAMPLES, Server, command, upload, wait_until_read


def read_samples(server):
    with httpx.Client(base_url=server.base, timeout=30) as client:
        for sample in sorted(SAMPLES.glob("*.pdf")):
            wait_until_read(client, upload(client, sample).json()["document_id"])
        return client.get("/api/funds/").json()


def test_a_backup_made_while_serving_brings_everything_back(server, tmp_path):
    funds = read_samples(server)
    copy = tmp_path / "copy"
    said = command("backup", copy, "--data", server.folder)
    assert said.returncode == 0 and "3 files" in said.stdout, said.stderr
    again = command("backup", copy, "--data", server.folder)
    assert again.returncode == 4 and again.stderr.count("\n") == 1
    assert command("restore", copy, "--data", server.folder).returncode == 4  # the server holds the folder
    assert server.stop() == 0
    shutil.rmtree(server.folder)
    assert command("restore", copy, "--data", server.folder).returncode == 0
    server.start()
    with httpx.Client(base_url=server.base, timeout=30) as client:
        assert client.get("/api/funds/").json() == funds
        # The bytes are there too: the same report is still known.
        assert upload(client, next(SAMPLES.glob("*.pdf"))).json()["status"] == "completed"


def test_restoring_nothing_changes_nothing(server, tmp_path):
    said = command("restore", tmp_path / "none", "--data", tmp_path / "data2")
    assert said.returncode == 3 and "there is no backup" in said.stderr


def test_the_journal_is_whole_until_someone_changes_it(server):
    read_samples(server)
    said = command("audit", "verify", "--data", server.folder)
    assert said.returncode == 0 and "0 erased" in said.stdout, said.stderr
    lines = command("audit", "export", "--data", server.folder).stdout.splitlines()
    assert len(lines) == int(said.stdout.split()[0]) > 3 and all(json.loads(line) for line in lines)
    assert server.stop() == 0
    with sqlite3.connect(server.folder / "dossier.db") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        changed = database.execute("UPDATE journal_payload SET payload = CAST(replace(CAST(payload AS TEXT), '2024', '2023') AS BLOB) "
                                   "WHERE instr(CAST(payload AS TEXT), '2024') > 0").rowcount
        assert changed > 0
    broken = command("audit", "verify", "--data", server.folder)
    assert broken.returncode == 1 and "broken at event" in broken.stderr
