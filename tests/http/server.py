"""Starts, stops and kills the real program, and speaks to it."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import time

import httpx

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("DOSSIER_BIN", ROOT / "build/release/bin/dossier")).resolve()
SAMPLES = ROOT / "samples"
START_SECONDS = 10
READING = ("pending", "processing")


def clean_environment(extra=None):
    """Only what the program needs: a setting of the person who runs the tests must not change their outcome."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR", "ASAN_OPTIONS")}
    return {**kept, **(extra or {})}


def command(*arguments, environment=None, cwd=None, timeout=30):
    return subprocess.run([str(BINARY), *map(str, arguments)], env=clean_environment(environment), cwd=cwd,
                          capture_output=True, text=True, timeout=timeout)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, folder, environment=None, port=None, within=()):
        """`within`: a command that replaces itself by the one behind it, to give the program other surroundings."""
        self.within = list(within)
        self.folder = pathlib.Path(folder)
        self.environment = environment
        self.port = port or free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.log = self.folder.parent / f"{self.folder.name}.log"
        self.process = None

    def start(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen([*self.within, str(BINARY), "serve", "--data", str(self.folder), "--port", str(self.port)],
                                            stderr=log, env=clean_environment(self.environment), cwd=self.folder.parent)
        while True:
            assert self.process.poll() is None, self.log.read_text()
            try:
                if httpx.get(self.base + "/health/ready", timeout=2).status_code == 200:
                    return time.monotonic() - began
            except httpx.TransportError:
                pass
            assert time.monotonic() - began < START_SECONDS, self.log.read_text()
            time.sleep(0.005)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(40)

    def kill(self):
        self.process.kill()
        self.process.wait(10)

    def running(self):
        return self.process is not None and self.process.poll() is None

    def log_lines(self):
        return [json.loads(line) for line in self.log.read_text().splitlines() if line.startswith("{")]

    def lines_saying(self, event, count=1, seconds=5):
        """Log lines of this event, waited for: the log is written beside the work it tells of."""
        limit = time.monotonic() + seconds
        while len(told := [line for line in self.log_lines() if line["event"] == event]) < count:
            assert time.monotonic() < limit, f"{event} was logged {len(told)} times, not {count}"
            time.sleep(0.05)
        return told


def upload(client, path_or_name, content=None, **fields):
    """Sends a report; a path sends that file, a name with content sends those bytes."""
    if content is None:
        content = pathlib.Path(path_or_name).read_bytes()
    name = pathlib.Path(path_or_name).name
    return client.post("/api/documents/upload", files={"file": (name, content, "application/pdf")}, data=fields)


def wait_until_read(client, document, seconds=30):
    limit = time.monotonic() + seconds
    while True:
        status = client.get(f"/api/documents/{document}/status").json()
        if status["status"] not in READING:
            return status
        assert time.monotonic() < limit, status
        time.sleep(0.02)


def truth(sample):
    return json.loads((SAMPLES / f"{sample}.json").read_text())
