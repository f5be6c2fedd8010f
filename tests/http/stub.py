"""The model server of the tests (tests/support/model_stub), started and ordered about."""

import subprocess

import httpx

from server import ROOT


class Stub:
    def __init__(self):
        self.process = subprocess.Popen(["/usr/bin/python3", str(ROOT / "tests/support/model_stub")], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip()
        self.control = self.url.removesuffix("/v1") + "/stub"

    def order(self, **orders):
        return httpx.post(self.control, json=orders).json()

    def seen(self):
        return httpx.get(self.control).json()

    def calls(self, route="/v1/chat/completions"):
        return self.seen()["calls"].get(route, 0)

    def seen_lies(self):
        return httpx.get(self.control + "/lies", timeout=30).json()

    def stop(self):
        self.process.kill()
        self.process.wait(10)
