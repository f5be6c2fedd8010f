"""The old FIR interface over the cases of this desk."""

import re
import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from cases import COMPLAINT, wait_for
from described import client_of
from server import Server

KEY = "a-key-for-finalising"


@pytest.fixture
def desk(tmp_path):
    server = Server(tmp_path / "data", environment={"FIR_AUTH_KEY": KEY})
    server.start()
    with client_of(server.base) as client:
        yield client
    assert server.stop() == 0


def approve(client, session, **more):
    return client.post("/validate", json={"session_id": session, "approved": True, **more})


def walk(client, text=COMPLAINT):
    session = client.post("/process", data={"text": text}).json()["session_id"]
    return session, [approve(client, session).json() for _ in range(5)]


def test_five_approvals_complete_the_draft_and_the_key_finalises_it(desk):
    made = desk.post("/process", data={"text": COMPLAINT}).json()
    assert made["success"] and made["current_step"] == "transcript_review" and made["fir_number"] is None
    assert made["content_for_validation"]["transcript"] == COMPLAINT
    session = made["session_id"]
    steps = [approve(desk, session, user_input="read over to her" if turn == 0 else "").json() for turn in range(5)]
    events = desk.get("/api/cases/1/history").json()
    assert [event["words"] for event in events if event["kind"] == "approved"][0] == "read over to her"
    assert [step["current_step"] for step in steps] == ["summary_review", "violations_review", "fir_narrative_review", "final_review",
                                                        "final_review"]
    assert steps[0]["content"]["summary"] and steps[0]["content"]["original_transcript"] == COMPLAINT
    assert steps[1]["content"]["violations"][0] == {"db": "BNS", "section": "304(2)", "text": "Snatching"}
    assert COMPLAINT in steps[2]["content"]["fir_narrative"]
    number = steps[3]["content"]["fir_number"]
    assert re.fullmatch(r"FIR-[a-f0-9]{8}-\d{14}", number) and number.startswith("FIR-" + session[:8])
    assert steps[4]["completed"] and not steps[4]["requires_validation"] and steps[4]["content"]["fir_content"]
    assert approve(desk, session).json() == steps[4]
    status = desk.get(f"/session/{session}/status").json()
    assert not any(entry["timestamp"].endswith("Z") for entry in status["validation_history"])  # as every time of that interface
    assert status["status"] == "completed" and status["validation_history"][-1]["content"]["fir_number"] == number
    assert desk.get(f"/fir/{number}").json()["status"] == "pending"
    assert desk.post("/authenticate", json={"fir_number": number, "auth_key": "not-the-key"}).status_code == 401
    assert desk.post("/authenticate", json={"fir_number": number, "auth_key": KEY}).json()["success"]
    assert desk.post("/authenticate", json={"fir_number": number, "auth_key": KEY}).status_code == 400
    record = desk.get(f"/fir/{number}/content").json()
    assert record["status"] == "finalized" and record["finalized_at"] and record["content"] == record["fir_content"]
    excused = [duty for duty in desk.get("/api/cases/1/duties").json() if duty["state"] == "excused"]
    assert excused and all(duty["reason"] == "old interface: duties not recorded" for duty in excused)


def test_the_text_comes_as_query_field_part_or_json(desk):
    ways = [{"params": {"text": COMPLAINT}}, {"data": {"text": COMPLAINT}}, {"json": {"text": COMPLAINT}},
            {"files": {"text": (None, COMPLAINT)}}]
    for way in ways:
        answer = desk.post("/process", **way)
        assert answer.status_code == 200 and answer.json()["success"], (way, answer.text)


@pytest.mark.parametrize("text, status", [("short", 400), (" " * 12, 400), ("x" * 50_001, 413), ("<script>alert(1)</script> my phone", 400), (None, 400)])
def test_texts_it_refuses(desk, text, status):
    answer = desk.post("/process", json={"text": text} if text else {})
    assert answer.status_code == status and answer.json()["detail"] and answer.json()["error"]


def test_the_original_is_kept_whole_and_only_the_echo_is_cut(desk):
    text = 'उसने कहा  "I will kill you" & ran away'
    made = desk.post("/process", json={"text": text}).json()
    assert made["content_for_validation"]["transcript"] == "&quot;I will kill you&quot; & ran away"
    assert desk.get("/api/cases/1").json()["steps"][0]["shown"]["text"] == text


def test_a_rejected_step_stays_and_is_made_anew_on_request(desk):
    session = desk.post("/process", json={"text": COMPLAINT}).json()["session_id"]
    approve(desk, session)
    rejected = desk.post("/validate", json={"session_id": session, "approved": False}).json()
    assert rejected["current_step"] == "summary_review" and rejected["content"]["message"] and rejected["success"]
    for how in ({"json": {"step": "summary_review", "user_input": "shorter"}}, {"params": {"step": "summary_review"}}):
        again = desk.post(f"/regenerate/{session}", **how).json()
        assert again["success"] and again["content"]["summary"]
    for step, status in (("transcript_review", 400), ("final_review", 400), ("violations_review", 400), ("song", 422)):
        assert desk.post(f"/regenerate/{session}", json={"step": step}).status_code == status
    for remark, status in (("x" * 10_001, 422), ("<script>", 400)):
        assert desk.post(f"/regenerate/{session}", json={"step": "summary_review", "user_input": remark}).status_code == status
    assert approve(desk, session).json()["current_step"] == "violations_review"


def test_a_repetition_while_the_first_runs_gets_the_same_step_and_approves_nothing(tmp_path, stub):
    stub.order(latency_seconds=0.8, text="Two boys took a phone.")
    server = Server(tmp_path / "data", environment={"DOSSIER_MODELS_TEXT_URL": stub.url})
    server.start()
    with client_of(server.base) as client, ThreadPoolExecutor(4) as others:
        session = client.post("/process", json={"text": COMPLAINT}).json()["session_id"]
        first = others.submit(approve, client, session)  # it waits for the summary, which a model words
        wait_for(client, 1, lambda seen: seen["step"] == "summary" and seen["status"] == "preparing")
        repeated = [others.submit(approve, client, session) for _ in range(3)]
        answers = [one.result().json() for one in [first, *repeated]]
        assert {answer["current_step"] for answer in answers} == {"summary_review"}
        assert all(answer["content"] == answers[0]["content"] for answer in answers)
        assert client.get(f"/session/{session}/status").json()["current_step"] == "summary_review"
        assert approve(client, session).json()["current_step"] == "violations_review"
        # A client that gave the first up has not seen the step either.
        session = client.post("/process", json={"text": COMPLAINT + " It was red."}).json()["session_id"]
        with pytest.raises(httpx.ReadTimeout):
            client.post("/validate", json={"session_id": session, "approved": True}, timeout=0.2)
        again = client.post("/validate", json={"session_id": session, "approved": True}, timeout=5)
        assert again.json()["current_step"] == "summary_review"
    assert server.stop() == 0


def test_what_is_not_there_or_misspelled(desk):
    assert approve(desk, str(uuid.uuid4())).status_code == 404
    assert approve(desk, "no-uuid").status_code == 422
    assert desk.get("/session/no-uuid/status").status_code == 400
    assert desk.get(f"/session/{uuid.uuid4()}/status").status_code == 404
    assert desk.get("/fir/17").status_code == 400
    assert desk.get("/fir/FIR-zzzzzzzz-20260101000000").status_code == 400
    assert desk.get("/fir/FIR-00000000-20260101000000").status_code == 404
    assert desk.get("/list_firs", params={"limit": 0}).status_code == 400
    assert desk.get("/list_firs", params={"limit": "x"}).status_code == 422


def test_reports_are_listed_newest_first_and_shown_as_pages(desk):
    numbers = [walk(desk, COMPLAINT + f" Token {i}.")[1][-1]["content"]["fir_number"] for i in range(2)]
    listed = desk.get("/list_firs").json()
    assert [record["fir_number"] for record in listed["records"]] == numbers[::-1] and listed["count"] == 2
    assert numbers[0] in desk.get("/view_fir_records").text
    page = desk.get(f"/view_fir/{numbers[0]}")
    assert page.status_code == 200 and "Suresh Yadav" in page.text
    # As a page, which the description of errors does not know.
    assert httpx.get(f"{desk.base_url}/view_fir/1").status_code == 400
