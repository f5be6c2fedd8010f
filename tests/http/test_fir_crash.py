"""kill -9 through many cases at work: no step that was acknowledged is lost, none is doubled, everybody goes on."""

import os
import random
import threading
import time

import httpx

from cases import COMPLAINT, STEPS, act, settle_duties, step_of
from server import Server, command

CASES = int(os.environ.get("DOSSIER_CRASH_CASES", "30"))
OFFICERS = 6


class Officer(threading.Thread):
    """Walks cases to their end; notes what was acknowledged; gives up when the server is gone."""

    def __init__(self, base, work, done, noted):
        super().__init__()
        self.base, self.work, self.done, self.noted = base, work, done, noted
        self.fault = None

    def run(self):
        with httpx.Client(base_url=self.base, timeout=10) as client:
            while True:
                try:
                    item = self.work.pop()
                except IndexError:
                    return
                try:
                    self.walk(client, item)
                    self.done.append(item)
                except httpx.TransportError:
                    self.work.append(item)
                    return
                except Exception as fault:  # shown by the test
                    self.fault = fault
                    return

    def walk(self, client, item):
        if "id" not in item:
            made = client.post("/api/cases", json={"text": item["text"]}, headers={"Idempotency-Key": item["key"]})
            assert made.status_code == 201, made.text
            item["id"] = made.json()["id"]
        while True:
            seen = client.get(f"/api/cases/{item['id']}").json()
            if seen["status"] == "finalised":
                return
            if seen["status"] == "failed":  # killed at each of its attempts: the officer has it made again
                step = step_of(seen, seen["step"])
                version = step["shown"]["version"] if step["shown"] else 0
                act(client, item["id"], "regenerate", seen["step"], version)
                continue
            if seen["status"] == "preparing":
                time.sleep(0.01)
                continue
            step = seen["step"]
            if step == "final" and any(duty["blocks"] for duty in seen["duties"]):
                client.put(f"/api/cases/{item['id']}/facts", json={"facts": [{"field": "information.kind", "value": "written"}]})
                settle_duties(client, item["id"])
                continue
            version = step_of(seen, step)["shown"]["version"]
            answer = act(client, item["id"], "approve", step, version)
            # Approved before the kill and not acknowledged: the next look at the case shows it.
            assert answer.status_code in (200, 409), answer.text
            if answer.status_code == 200:
                self.noted.append((item["id"], step, version))


def run_until_killed(server, chance, work, done, noted):
    officers = [Officer(server.base, work, done, noted) for _ in range(OFFICERS)]
    for officer in officers:
        officer.start()
    limit = time.monotonic() + chance.uniform(0.05, 0.6)
    while time.monotonic() < limit and any(officer.is_alive() for officer in officers):
        time.sleep(0.01)
    server.kill()
    for officer in officers:
        officer.join()
        if officer.fault:
            raise officer.fault


def test_no_step_is_lost_or_doubled(tmp_path):
    chance = random.Random(11)
    server = Server(tmp_path / "data")
    work = [{"text": f"{COMPLAINT} My token is {number}.", "key": f"case-{number}"} for number in range(CASES)]
    done, noted, kills = [], [], 0
    while work:
        server.start()
        run_until_killed(server, chance, work, done, noted)
        kills += 1
        assert kills < 20 * CASES, "no progress"
    server.start()
    with httpx.Client(base_url=server.base, timeout=30) as client:
        listed = []
        query = {"limit": 100}
        while query:
            page = client.get("/api/cases", params=query).json()
            listed += page["items"]
            query = {"limit": 100, "before": page["next"]} if page["next"] else None
        assert len(listed) == CASES and all(item["status"] == "finalised" for item in listed)
        for item in done:
            for name in STEPS:
                versions = client.get(f"/api/cases/{item['id']}/steps/{name}").json()
                approvals = [(version["version"], len(version["approvals"])) for version in versions if version["approvals"]]
                assert len(approvals) == 1 and approvals[0][1] == 1, (item["id"], name, versions)
                assert len(versions) <= (2 if name == "final" else 1) or name == "final", (name, versions)
                approved = {version for case, step, version in noted if case == item["id"] and step == name}
                assert approved <= {approvals[0][0]}
            assert item["text"] in client.get(f"/api/cases/{item['id']}/report.txt").text
    assert server.stop() == 0
    verified = command("audit", "verify", "--data", server.folder)
    assert verified.returncode == 0, verified.stderr
