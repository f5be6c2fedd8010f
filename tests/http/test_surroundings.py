"""The machine around the program: a disk that fills up, a service manager that watches."""

import os
import signal
import socket
import subprocess

import pytest

from described import client_of
from server import SAMPLES, Server, upload, wait_until_read

SMALL_DISK = ["unshare", "--map-root-user", "--mount", "sh", "-c",
              'mount -t tmpfs -o size=4m tmpfs "$0" && exec "$@"']


def small_disks_can_be_made(folder):
    folder.mkdir()
    return subprocess.run([*SMALL_DISK, str(folder), "true"], capture_output=True).returncode == 0


def inside(server, *command):
    """Runs a command where the server sees its small disk."""
    subprocess.run(["nsenter", f"--target={server.process.pid}", "--user", "--mount", "--preserve-credentials", *command],
                   check=True, capture_output=True)


def test_a_full_disk_refuses_what_it_cannot_keep_and_recovers(tmp_path):
    if not small_disks_can_be_made(tmp_path / "trial"):
        pytest.skip("this machine lets nobody mount a small disk")
    folder = tmp_path / "data"
    server = Server(folder, within=[*SMALL_DISK, str(folder)])
    server.start()
    with client_of(server.base) as ask:
        kept = upload(ask, SAMPLES / "northlight_ventures_ii_2024q4.pdf").json()["document_id"]
        wait_until_read(ask, kept)
        large = upload(ask, "large.pdf", b"%PDF-1.7 " + os.urandom(4_000_000))
        assert large.status_code == 503 and "No space left" in large.json()["detail"] and "free some space" in large.json()["detail"]
        try:
            inside(server, "dd", "if=/dev/zero", f"of={folder}/filling", "bs=4096")
        except subprocess.CalledProcessError:
            pass  # dd ends when nothing fits any more
        refused = ask.post("/api/funds/", json={"name": "No room"})
        assert refused.status_code == 503 and "disk is full" in refused.json()["detail"]
        assert upload(ask, SAMPLES / "rheinufer_mittelstand_i_2024q4.pdf").status_code == 503
        # What was accepted before can still be read, and what was refused is not there.
        assert [fund["name"] for fund in ask.get("/api/funds/").json()] == ["Northlight Ventures Fund II, L.P."]
        inside(server, "rm", f"{folder}/filling")
        later = upload(ask, SAMPLES / "rheinufer_mittelstand_i_2024q4.pdf").json()["document_id"]
        assert wait_until_read(ask, later)["status"] == "completed"
        assert ask.post("/api/funds/", json={"name": "Room again"}).status_code == 200
    assert server.stop() == 0


def test_a_service_manager_hears_of_the_start_of_every_sign_of_life_and_of_the_end(tmp_path):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(5)
        server = Server(tmp_path / "data", {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "400000"})
        server.start()
        assert manager.recv(4096).decode().startswith("READY=1\nSTATUS=serving http://127.0.0.1:")
        assert [manager.recv(4096) for _ in range(3)] == [b"WATCHDOG=1"] * 3
        server.process.send_signal(signal.SIGTERM)
        said = {manager.recv(4096)}
        while b"STOPPING=1" not in said:
            said.add(manager.recv(4096))
        assert said <= {b"WATCHDOG=1", b"STOPPING=1"}
        assert server.process.wait(40) == 0
