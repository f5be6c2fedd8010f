"""What the tests of the FIR desk share: complaints, and the walk of a case from its text to the final report."""

import time

COMPLAINT = ("My name is Ramesh Kumar, s/o Mohan Lal. On 5 May 2026 at 6:30 pm near the bus stand two boys on a motorcycle "
             "snatched my phone worth 9,000 and ran. Suresh Yadav saw it.")
STEPS = ("transcript", "summary", "offences", "narrative", "final")


def create(client, text=COMPLAINT, **more):
    answer = client.post("/api/cases", json={"text": text, **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


def step_of(case, name):
    return next(step for step in case["steps"] if step["step"] == name)


def wait_for(client, case, condition, seconds=20):
    """The case as soon as the condition holds of it."""
    limit = time.monotonic() + seconds
    while True:
        seen = client.get(f"/api/cases/{case}").json()
        if condition(seen):
            return seen
        assert time.monotonic() < limit, seen
        time.sleep(0.01)


def wait_for_review(client, case):
    return wait_for(client, case, lambda seen: seen["status"] != "preparing")


def act(client, case, action, step, version=None, **more):
    return client.post(f"/api/cases/{case}/act", json={"action": action, "step": step, "version": version, **more})


def approve_current(client, case):
    seen = wait_for_review(client, case)
    assert seen["status"] == "in_review", seen
    version = step_of(seen, seen["step"])["shown"]["version"]
    return act(client, case, "approve", seen["step"], version)


def settle_duties(client, case):
    for duty in client.get(f"/api/cases/{case}/duties").json():
        if duty["blocks"]:
            settled = client.post(f"/api/cases/{case}/duties", json={"duty": duty["id"], "state": "done", "reason": "in the test"})
            assert settled.status_code == 200, settled.text


def finish(client, case):
    """Approves what is left, up to the final report."""
    while True:
        seen = wait_for_review(client, case)
        if seen["status"] == "finalised":
            return seen
        if seen["step"] == "final":
            client.put(f"/api/cases/{case}/facts", json={"facts": [{"field": "information.kind", "value": "written"}]})
            settle_duties(client, case)
        answer = approve_current(client, case)
        assert answer.status_code == 200, answer.text
