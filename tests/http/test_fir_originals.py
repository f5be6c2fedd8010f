"""Complaints that come as a recording or a picture: the file is kept, a model writes the transcript or a person types it."""

import json
import socket
import threading
import time

import httpx
import pytest

from cases import COMPLAINT, act, approve_current, finish, step_of, wait_for
from described import client_of
from server import Server, command, free_port

SOUND = b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(range(256)) * 40
VOICE = b"OggS\x00\x02" + bytes(22) + b"\x01\x13OpusHead" + bytes(range(256)) * 20
M4A = b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00isom" + bytes(range(256)) * 20
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + bytes(range(256)) * 20
HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(range(256))
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30
HINDI = "मेरा नाम रमेश कुमार है। कल शाम बस स्टैंड पर दो लड़कों ने मेरा फोन छीन लिया।"


def speech_of(stub, **more):
    return {"DOSSIER_MODELS_SPEECH_URL": stub.url, "DOSSIER_MODELS_IMAGE_URL": stub.url.removesuffix("/v1") + "/ocr",
            **{f"DOSSIER_MODELS_{name}": value for name, value in more.items()}}


@pytest.fixture
def serve(tmp_path):
    """Starts the server with an environment; the data stay, so that a test may start it again with another."""
    running = []

    def start(environment=None):
        server = Server(tmp_path / "data", environment=environment)
        server.start()
        running.append(server)
        return server

    yield start
    for server in running:
        if server.running():
            assert server.stop() == 0


@pytest.fixture
def desk(serve, stub):
    stub.order(text=COMPLAINT)
    with client_of(serve(speech_of(stub)).base) as client:
        yield client


def process(client, content=SOUND, part="audio", name="complaint.wav", kind="audio/wav", **more):
    return client.post("/process", files={part: (name, content, kind)}, timeout=60, **more)


def create(client, content=SOUND, name="complaint.wav", **fields):
    answer = client.post("/api/cases/upload", files={"file": (name, content)}, data=fields)
    assert answer.status_code == 201, answer.text
    return answer.json()


def transcribed(client, case, seconds=20):
    return wait_for(client, case, lambda seen: seen["status"] != "transcribing", seconds)


# ---- the old interface ----

def test_a_recording_becomes_a_transcript_to_review_and_then_a_report(desk):
    made = process(desk).json()
    assert made["success"] and made["steps"] == ["asr_done"] and made["current_step"] == "transcript_review", made
    assert made["requires_validation"] and made["error"] is None
    assert made["content_for_validation"] == {"transcript": COMPLAINT}
    status = desk.get(f"/session/{made['session_id']}/status").json()
    assert status["status"] == "awaiting_validation" and status["current_step"] == "transcript_review"
    for step in ("summary_review", "violations_review", "fir_narrative_review", "final_review", "final_review"):
        answer = desk.post("/validate", json={"session_id": made["session_id"], "approved": True}).json()
        assert answer["current_step"] == step, answer
    assert answer["completed"] and "Suresh Yadav" in answer["content"]["fir_content"]


def test_a_picture_is_read(desk, stub):
    before = stub.calls("/ocr")
    made = process(desk, PICTURE, "image", "letter.PNG", "image/png").json()
    assert made["success"] and made["steps"] == ["ocr_done"] and made["content_for_validation"]["transcript"] == COMPLAINT
    assert stub.calls("/ocr") == before + 1
    assert desk.get("/api/cases/1").json()["original"]["kind"] == "picture"


def test_files_are_refused_in_the_order_of_the_contract(desk):
    large = b"x" * (26_214_400 + 1)
    for content, part, name, kind, status in ((large, "audio", "a.txt", "text/plain", 415), (large, "audio", "a.wav", "audio/x-wav", 415),
                                              (large, "audio", "a.wav", "audio/wav", 413), (SOUND, "audio", "a.wav", "image/png", 415),
                                              (PICTURE, "image", "a.png", "audio/wav", 415), (b"", "audio", "a.wav", "audio/wav", 400),
                                              (SOUND, "file", "a.wav", "audio/wav", 400)):
        answer = process(desk, content, part, name, kind)
        assert answer.status_code == status and answer.json()["detail"] == answer.json()["error"], (name, kind, answer.text)
    assert "26214400" in process(desk, large).json()["error"]
    assert desk.get("/api/cases").json()["items"] == []


def test_exactly_one_of_audio_image_and_text(desk):
    sound, picture = ("a.wav", SOUND, "audio/wav"), ("a.png", PICTURE, "image/png")
    for request in ({"files": {"audio": sound, "image": picture}}, {"files": {"audio": sound}, "data": {"text": COMPLAINT}}, {}):
        assert desk.post("/process", **request).status_code == 400
    # Forms send the field they do not use empty.
    assert desk.post("/process", files={"audio": sound}, data={"text": ""}).json()["success"]


def test_a_failure_is_told_in_the_form_of_the_contract_and_the_same_file_again_is_another_try(desk, stub):
    stub.order(behave="empty")
    failed = process(desk)
    body = failed.json()
    assert failed.status_code == 200 and not body["success"] and body["error"].startswith("processing_error: "), body
    assert body["steps"] == [] and not body["requires_validation"] and body["content_for_validation"] is None
    session = body["session_id"]
    assert desk.get(f"/session/{session}/status").json()["status"] == "error"
    assert desk.post("/validate", json={"session_id": session, "approved": True}).status_code == 400
    stub.order(text=COMPLAINT)
    again = process(desk).json()
    assert again["success"] and again["session_id"] == session
    assert len(desk.get("/api/cases").json()["items"]) == 1
    # The client may not have seen that the transcript came. Once it is approved the case is on its way: the file once
    # more is a complaint of its own, which names the first.
    assert process(desk).json()["session_id"] == session
    assert desk.post("/validate", json={"session_id": session, "approved": True}).json()["current_step"] == "summary_review"
    assert process(desk).json()["session_id"] != session
    assert desk.get("/api/cases/2").json()["same_text_as"] == 1


def test_the_same_bytes_as_a_recording_and_as_a_picture_are_two_complaints(desk):
    recording = process(desk, kind="audio/wav ; rate=16000").json()
    picture = process(desk, SOUND, "image", "a.png", "image/png").json()
    assert recording["success"] and picture["success"] and recording["session_id"] != picture["session_id"]
    key = {"Idempotency-Key": "one"}
    assert process(desk, SOUND + b"1", headers=key).status_code == 200
    assert process(desk, SOUND + b"1", "image", "a.png", "image/png", headers=key).status_code == 409


def test_a_transcript_that_nobody_has_seen_is_not_approved(desk, stub):
    stub.order(behave="empty")
    session = process(desk).json()["session_id"]
    stub.order(latency_seconds=1.5, text=COMPLAINT)
    answers = []
    asking = threading.Thread(target=lambda: answers.append(process(desk).json()))
    asking.start()
    wait_for(desk, 1, lambda seen: seen["status"] == "transcribing")
    refused = desk.post("/validate", json={"session_id": session, "approved": True})
    assert refused.status_code == 400 and "not awaiting validation" in refused.text
    asking.join()
    assert answers[0]["success"] and answers[0]["session_id"] == session
    assert desk.get(f"/session/{session}/status").json()["current_step"] == "transcript_review"


# ---- cases ----

def test_the_file_is_kept_as_it_came_and_the_machine_is_named_as_its_writer(desk, stub):
    made = create(desk, name="recording of sunita.wav", language="hi", officer="SI Rao")
    assert made["status"] in ("transcribing", "in_review") and made["step"] == "transcript"
    seen = transcribed(desk, made["id"])
    shown = step_of(seen, "transcript")["shown"]
    assert seen["status"] == "in_review" and shown["text"] == COMPLAINT and shown["author"] == "machine"
    assert shown["runs"] == [{"start": 0, "end": len(COMPLAINT), "author": "machine"}] and "speech-1" in shown["note"]
    assert seen["original"]["bytes"] == len(SOUND) and seen["original"]["language"] == "hi"
    form = stub.seen()["last_form"]
    assert 'name="language"' in form and not any("sunita" in part for part in form)
    file = desk.get(f"/api/cases/{made['id']}/original")
    assert file.content == SOUND and file.headers["content-type"] == "application/octet-stream"
    assert file.headers["content-disposition"] == f'attachment; filename="{made["file_number"]}-original.wav"'
    assert desk.get("/api/cases/17/original").status_code == 404


def test_nothing_is_made_of_a_transcript_before_a_person_approved_it(desk):
    case = create(desk)["id"]
    seen = transcribed(desk, case)
    time.sleep(0.3)
    assert [step["state"] for step in desk.get(f"/api/cases/{case}").json()["steps"]] == ["proposed"] + ["waiting"] * 4
    assert "Suresh" not in desk.get(f"/api/cases/{case}/report.txt").text
    assert "Suresh" not in desk.get(f"/api/cases/{case}/report.txt", params={"copy": "redacted"}).text
    assert desk.get("/api/cases", params={"q": "Suresh"}).json()["items"] == []
    mended = COMPLAINT.replace("Suresh", "Mukesh")
    seen = act(desk, case, "edit", "transcript", 1, text=mended, officer="SI Rao").json()
    shown = step_of(seen, "transcript")["shown"]
    assert {run["author"] for run in shown["runs"]} == {"machine", "officer"}
    assert step_of(seen, "summary")["state"] == "waiting"
    assert approve_current(desk, case).status_code == 200
    seen = wait_for(desk, case, lambda now: now["status"] == "in_review")
    assert seen["step"] == "summary" and step_of(seen, "summary")["shown"]
    assert finish(desk, case)["status"] == "finalised"
    report = desk.get(f"/api/cases/{case}/report.txt").text
    assert "Mukesh Yadav" in report and "Suresh Yadav" not in report


def test_a_transcript_in_devanagari_is_kept_whole_and_goes_to_a_person(desk, stub):
    stub.order(text=HINDI)
    case = create(desk)["id"]
    seen = transcribed(desk, case)
    assert step_of(seen, "transcript")["shown"]["text"] == HINDI
    approve_current(desk, case)
    seen = wait_for(desk, case, lambda now: now["status"] == "in_review")
    assert seen["route"] == "CLARIFY"


def test_a_transcript_that_no_form_can_hold_is_cleaned_or_refused(desk, stub):
    stub.order(text="My phone\u0000 was\u0007\fstolen\r\nyesterday\rmorning. ")
    seen = transcribed(desk, create(desk)["id"])
    assert step_of(seen, "transcript")["shown"]["text"] == "My phone was stolen\nyesterday morning."
    stub.order(text="word " * 10_001)
    seen = transcribed(desk, create(desk)["id"])
    assert seen["status"] == "no_transcript" and "50000" in step_of(seen, "transcript")["problem"]


def test_without_a_server_the_case_waits_for_a_typed_transcript(serve):
    server = serve()
    with client_of(server.base) as client:
        made = process(client).json()
        assert not made["success"] and "DOSSIER_MODELS_SPEECH_URL" in made["error"] and "dossier doctor" in made["error"]
        seen = client.get("/api/cases/1").json()
        assert seen["status"] == "no_transcript" and "type the transcript" in step_of(seen, "transcript")["problem"]
        assert client.get("/api/cases", params={"status": "no_transcript"}).json()["items"][0]["id"] == 1
        picture = create(client, PICTURE, "a.jpg")
        assert "DOSSIER_MODELS_IMAGE_URL" in step_of(transcribed(client, picture["id"]), "transcript")["problem"]
        assert act(client, 1, "approve", "transcript", 0).status_code == 409
        typed = act(client, 1, "edit", "transcript", 0, text=COMPLAINT)
        assert typed.status_code == 200 and step_of(typed.json(), "transcript")["shown"]["author"] == "officer"
        assert client.get("/api/cases/1/original").content == SOUND
        assert finish(client, 1)["status"] == "finalised"


def test_a_server_that_comes_later_is_tried_on_request(serve, stub):
    stub.order(text=COMPLAINT)
    first = serve()
    with client_of(first.base) as client:
        case = create(client)["id"]
        transcribed(client, case)
    assert first.stop() == 0
    with client_of(serve(speech_of(stub)).base) as client:
        assert client.get(f"/api/cases/{case}").json()["status"] == "no_transcript"
        assert act(client, case, "regenerate", "transcript", 0).json()["status"] == "transcribing"
        seen = transcribed(client, case)
        assert seen["status"] == "in_review" and step_of(seen, "transcript")["shown"]["version"] == 1


@pytest.mark.parametrize("behave, said", [("status_500", "500"), ("status_429", "429"), ("invalid", ""), ("truncated", ""), ("reset", ""),
                                          ("empty", "no words were heard")])
def test_what_a_server_cannot_do_is_told_and_the_case_goes_on(desk, stub, behave, said):
    stub.order(behave=behave)
    case = create(desk)["id"]
    seen = transcribed(desk, case, 40)
    problem = step_of(seen, "transcript")["problem"]
    assert seen["status"] == "no_transcript" and said in problem and "type the transcript" in problem, problem
    assert act(desk, case, "edit", "transcript", 0, text=COMPLAINT).json()["status"] == "in_review"


def test_a_sensitive_case_is_not_sent_to_a_model(desk, stub):
    stub.order(behave="empty")
    case = create(desk)["id"]
    transcribed(desk, case)
    desk.put(f"/api/cases/{case}/sensitive", json={"sensitive": True})
    stub.order(text=COMPLAINT)
    before = stub.calls("/v1/audio/transcriptions")
    act(desk, case, "regenerate", "transcript", 0)
    seen = transcribed(desk, case)
    assert seen["status"] == "no_transcript" and "sensitive" in step_of(seen, "transcript")["problem"]
    assert stub.calls("/v1/audio/transcriptions") == before


def test_a_late_failure_does_not_end_the_try_that_was_asked_for_after_it(serve, stub):
    stub.order(behave="hang")
    with client_of(serve(speech_of(stub, SPEECH_SECONDS="3")).base) as client:
        case = create(client)["id"]
        while stub.calls("/v1/audio/transcriptions") == 0:
            time.sleep(0.02)
        act(client, case, "edit", "transcript", 0, text="Something is typed meanwhile.")
        time.sleep(1)
        stub.order(latency_seconds=2.5, text=COMPLAINT)  # it ends after the first has failed
        assert act(client, case, "regenerate", "transcript", 1).json()["status"] == "transcribing"
        shown = step_of(transcribed(client, case), "transcript")["shown"]
        assert shown["version"] == 2 and shown["text"] == COMPLAINT


def test_a_try_that_fails_leaves_the_transcript_before_it(desk, stub):
    case = create(desk)["id"]
    transcribed(desk, case)
    stub.order(behave="empty")
    assert act(desk, case, "send_back", "transcript", 1, remark="half of it is missing").json()["status"] == "transcribing"
    seen = transcribed(desk, case)
    assert seen["status"] == "in_review" and "no words" in step_of(seen, "transcript")["problem"]
    assert act(desk, case, "approve", "transcript", 1).status_code == 200


def test_a_server_that_was_busy_for_a_moment_is_asked_again(desk, stub):
    stub.order(behave="status_429", times=1, text=COMPLAINT)
    assert transcribed(desk, create(desk)["id"])["status"] == "in_review"


def test_a_server_that_hangs_ends_by_the_deadline_and_delays_nobody(serve, stub):
    stub.order(behave="hang")
    with client_of(serve(speech_of(stub, SPEECH_SECONDS="2")).base) as client:
        began = time.monotonic()
        case = create(client)["id"]
        assert client.get(f"/api/cases/{case}").json()["status"] == "transcribing"
        for number in range(6):  # more than may be transcribed at once
            create(client, SOUND + bytes([number]))
        looks = [client.get("/health").elapsed.total_seconds() for _ in range(20)]
        assert sorted(looks)[10] < 0.1
        typed = act(client, 7, "edit", "transcript", 0, text=COMPLAINT)  # while its file waits for its turn
        assert typed.json()["status"] == "in_review"
        seen = transcribed(client, case)
        assert seen["status"] == "no_transcript" and time.monotonic() - began < 8
        failed = process(client, SOUND + b"more").json()
        assert not failed["success"] and failed["error"].startswith("processing_error: ")
        assert len(step_of(client.get("/api/cases/7").json(), "transcript")["shown"]["text"]) == len(COMPLAINT)


def test_what_was_typed_meanwhile_stands(desk, stub):
    stub.order(latency_seconds=1, text="something else was heard")
    case = create(desk)["id"]
    wait_until_asked = time.monotonic() + 5
    while stub.calls("/v1/audio/transcriptions") == 0:
        assert time.monotonic() < wait_until_asked
        time.sleep(0.01)
    assert act(desk, case, "edit", "transcript", 0, text=COMPLAINT).status_code == 200
    time.sleep(1.5)
    versions = desk.get(f"/api/cases/{case}/steps/transcript").json()
    assert [version["text"] for version in versions] == [COMPLAINT]


def test_an_event_tells_that_the_transcript_is_there(desk, stub):
    stub.order(latency_seconds=0.3, text=COMPLAINT)
    case = create(desk)["id"]
    # With what it may have missed: on a busy machine the transcript is there before the client listens.
    with httpx.stream("GET", f"{desk.base_url}/api/cases/{case}/events", headers={"Last-Event-ID": "0"}, timeout=10) as stream:
        lines = stream.iter_lines()
        data = next(line for line in lines if line.startswith("data:") and '"in_review"' in line)
    assert '"step":"transcript"' in data and '"version":1' in data
    kinds = [event["kind"] for event in desk.get(f"/api/cases/{case}/history").json()]
    assert "transcription_wanted" in kinds and kinds.count("version_added") == 1


def test_the_name_of_the_file_is_in_no_log_and_no_list_and_not_in_a_sensitive_case(serve, stub):
    stub.order(text=COMPLAINT)
    server = serve(speech_of(stub))
    with client_of(server.base) as client:
        case = create(client, name="sunita devi.wav")["id"]
        assert transcribed(client, case)["original"]["name"] == "sunita devi.wav"
        process(client, SOUND + b"1", name="sunita devi.wav")
        seen = client.put(f"/api/cases/{case}/sensitive", json={"sensitive": True}).json()
        assert seen["original"]["name"] is None
        for path in ("/api/cases", f"/api/cases/{case}", f"/api/cases/{case}/history", f"/api/cases/{case}/report.txt"):
            assert "sunita" not in client.get(path).text
    server.stop()
    assert "sunita" not in server.log.read_text()


def test_the_same_upload_with_its_key_is_one_case(desk):
    key = {"Idempotency-Key": "one"}
    made = [desk.post("/api/cases/upload", files={"file": ("a.wav", SOUND)}, headers=key).json() for _ in range(2)]
    assert made[0]["id"] == made[1]["id"] and made[1]["original"]["name"] == "a.wav"
    desk.put(f"/api/cases/{made[0]['id']}/sensitive", json={"sensitive": True})
    again = desk.post("/api/cases/upload", files={"file": ("a.wav", SOUND)}, headers=key)
    assert again.status_code == 201 and again.json()["original"]["name"] is None
    sessions = [process(desk, SOUND + b"2", headers={"Idempotency-Key": "two"}).json()["session_id"] for _ in range(2)]
    assert sessions[0] == sessions[1]
    assert len(desk.get("/api/cases").json()["items"]) == 2


def test_what_a_file_is_its_bytes_tell_and_not_its_name(desk, stub):
    for name, content, form in (("voice", VOICE, "ogg"), ("a.wav", VOICE, "ogg"), ("a.txt", SOUND, "wav"), ("a.wav", M4A, "m4a"),
                                ("blob", WEBM, "webm"), ("a.mp3", PICTURE, "png")):
        case = transcribed(desk, create(desk, content, name)["id"])
        assert case["status"] == "in_review" and case["original"]["format"] == form, name
        assert any(f'filename="complaint.{form}"' in part for part in stub.seen()["last_form"]), stub.seen()["last_form"]
        assert desk.get(f"/api/cases/{case['id']}/original").headers["content-disposition"].endswith(f'original.{form}"')
    for name, content, status in (("a.wav", b"no sound at all", 415), ("a.ogg", b"OggStories", 415), ("a.heic", HEIC, 415), ("a.wav", b"", 400)):
        refused = desk.post("/api/cases/upload", files={"file": (name, content)})
        assert refused.status_code == status, (name, refused.text)


def test_voice_notes_come_through_the_old_interface(desk, stub):
    for number, (content, name, kind, form) in enumerate(((VOICE, "PTT-2026.opus", "audio/ogg; codecs=opus", "ogg"), (VOICE + b"1", "a.ogg", "audio/ogg", "ogg"),
                                                          (M4A, "New Recording 7.M4A", "audio/x-m4a", "m4a"), (WEBM, "a.webm", "audio/webm;codecs=opus", "webm"),
                                                          (VOICE + b"2", "named wrongly.wav", "audio/wav", "ogg"), (b"what is no sound", "a.wav", "audio/wav", "wav")), 1):
        assert process(desk, content, name=name, kind=kind).json()["success"], name
        assert any(f'filename="complaint.{form}"' in part for part in stub.seen()["last_form"])
        assert desk.get(f"/api/cases/{number}").json()["original"]["format"] == form
    assert process(desk, VOICE, name="blob", kind="audio/webm").status_code == 415
    assert process(desk, VOICE, "image", "a.png", "audio/ogg").status_code == 415


def test_a_transcript_in_any_script_is_shown_whole_to_whom_is_to_approve_it(desk, stub):
    stub.order(text=HINDI + ' "<b>')
    made = process(desk).json()
    assert made["content_for_validation"] == {"transcript": HINDI + " &quot;&lt;b&gt;"}
    answer = desk.post("/validate", json={"session_id": made["session_id"], "approved": True}).json()
    assert answer["content"]["original_transcript"] == HINDI + " &quot;&lt;b&gt;"


def test_files_the_desk_refuses(desk):
    assert desk.post("/api/cases/upload", data={"language": "hi"}).status_code == 422
    for language in ("hindi", "H1"):
        assert desk.post("/api/cases/upload", files={"file": ("a.wav", SOUND)}, data={"language": language}).status_code in (400, 422)


def test_recordings_that_wait_keep_no_report_out(serve, stub):
    stub.order(behave="hang")
    with client_of(serve({**speech_of(stub), "DOSSIER_OVERLOAD_BACKLOG_MAX": "2"}).base) as client:
        for number in range(8):  # four are at work, four wait
            create(client, SOUND + bytes([number]))
        time.sleep(1.5)  # the backlog is counted once a second
        assert client.get("/health").json()["overload"]["backlog"] == 0
        taken = client.post("/api/documents/upload", files={"file": ("a.pdf", b"%PDF-1.7 nothing")})
        assert taken.status_code == 200, taken.text


# ---- crashes ----

def test_a_kill_between_upload_and_transcript_loses_and_doubles_nothing(serve, stub):
    stub.order(latency_seconds=0.5, text=COMPLAINT)
    kept, server = {}, serve(speech_of(stub))
    for turn in range(4):
        with httpx.Client(base_url=server.base, timeout=20) as client:
            made = client.post("/api/cases/upload", files={"file": ("a.wav", SOUND + bytes([turn]))}).json()
            kept[made["id"]] = SOUND + bytes([turn])
            # This one's client sees the connection break: it does not know whether it was taken, and sends it again.
            broken = threading.Thread(target=send_until_taken, args=(server.base, turn))
            broken.start()
            time.sleep(0.1 + turn * 0.15)
            server.kill()
            broken.join()
        server.start()
    with client_of(server.base) as client:
        answers = [process(client, PICTURE + bytes([turn]), "image", "a.png", "image/png", headers={"Idempotency-Key": f"broken-{turn}"})
                   for turn in range(4)]
        assert all(answer.json()["success"] for answer in answers), [answer.text for answer in answers]
        items = client.get("/api/cases", params={"limit": 100}).json()["items"]
        assert len(items) == 8
        for item in items:
            assert transcribed(client, item["id"])["status"] == "in_review"
            assert len(client.get(f"/api/cases/{item['id']}/steps/transcript").json()) == 1
        for case, content in kept.items():
            assert client.get(f"/api/cases/{case}/original").content == content
    assert server.stop() == 0
    verified = command("audit", "verify", "--data", server.folder)
    assert verified.returncode == 0, verified.stderr


def test_a_stop_hands_back_what_is_not_written_down_yet_and_the_next_start_goes_on(serve, stub):
    stub.order(behave="hang")
    server = serve({**speech_of(stub), "DOSSIER_SERVER_SHUTDOWN_SECONDS": "20"})
    answers = []
    with client_of(server.base) as client:
        case = create(client)["id"]
        asking = threading.Thread(target=lambda: answers.append(httpx.post(f"{server.base}/process", files={"audio": ("b.wav", SOUND + b"b", "audio/wav")}, timeout=60).json()))
        asking.start()
        wait_for(client, 2, lambda seen: seen.get("status") == "transcribing")
        time.sleep(0.2)
    began = time.monotonic()
    assert server.stop() == 0 and time.monotonic() - began < 8  # it does not wait for the hanging server
    asking.join()
    assert not answers[0]["success"] and "send the same file again" in answers[0]["error"]
    stub.order(text=COMPLAINT)
    server.start()
    with client_of(server.base) as client:
        assert transcribed(client, case)["status"] == "in_review" == transcribed(client, 2)["status"]
        again = process(client, SOUND + b"b", name="b.wav").json()
        assert again["success"] and again["session_id"] == answers[0]["session_id"]


def send_until_taken(base, turn):
    try:
        httpx.post(f"{base}/process", files={"image": ("a.png", PICTURE + bytes([turn]), "image/png")},
                   headers={"Idempotency-Key": f"broken-{turn}"}, timeout=20)
    except httpx.TransportError:
        pass


# ---- the command line ----

@pytest.fixture
def folder(tmp_path):
    (tmp_path / "told.wav").write_bytes(SOUND)
    (tmp_path / "letter.JPG").write_bytes(PICTURE)
    (tmp_path / "voice note").write_bytes(VOICE)
    return tmp_path


@pytest.mark.parametrize("file", ["told.wav", "letter.JPG", "voice note"])
def test_the_command_line_drafts_what_a_model_wrote_down_and_asks_a_person_to_compare(folder, stub, file):
    stub.order(text=COMPLAINT)
    made = command("fir", "draft", folder / file, "--json", environment=speech_of(stub), cwd=folder)
    assert made.returncode == 1 and "before approving" in made.stderr, made.stderr
    draft = json.loads(made.stdout)
    assert draft["transcript"] == COMPLAINT and draft["sections"][0]["section"] == "304(2)"


def test_the_command_line_says_what_is_missing(folder, stub):
    for file, setting in (("told.wav", "DOSSIER_MODELS_SPEECH_URL"), ("letter.JPG", "DOSSIER_MODELS_IMAGE_URL")):
        refused = command("fir", "draft", folder / file, cwd=folder)
        assert refused.returncode == 4 and setting in refused.stderr and refused.stderr.count("\n") == 1, refused.stderr
    wrong = command("fir", "draft", folder / "told.wav", environment={"DOSSIER_MODELS_SPEECH_URL": "http//x"}, cwd=folder)
    assert wrong.returncode == 2 and "models.speech_url" in wrong.stderr, wrong.stderr
    stub.order(behave="status_500")
    failed = command("fir", "draft", folder / "told.wav", environment=speech_of(stub), cwd=folder)
    assert failed.returncode == 4 and "500" in failed.stderr and "dossier doctor" in failed.stderr
    (folder / "text.ogg").write_text(COMPLAINT)
    assert command("fir", "draft", folder / "text.ogg", environment=speech_of(stub), cwd=folder).returncode == 3
    (folder / "empty.wav").write_bytes(b"")
    assert command("fir", "draft", folder / "empty.wav", environment=speech_of(stub), cwd=folder).returncode == 3
    assert command("fir", "draft", folder / "none.wav", cwd=folder).returncode == 3


def test_doctor_tells_who_writes_transcripts(folder, stub):
    said = command("doctor", "--data", folder / "data", cwd=folder).stdout
    assert "recordings: a person (models.speech_url is not set), pictures: a person (models.image_url is not set)" in said
    stub.order(behave="good")  # the test before left it failing, which doctor rightly tells
    said = command("doctor", "--data", folder / "data", environment=speech_of(stub), cwd=folder).stdout
    assert "recordings: speech-1, pictures: image-1" in said


def test_doctor_names_every_fault_of_the_models_and_no_dead_server_as_a_writer(folder):
    dead = {"DOSSIER_MODELS_TEXT_URL": "http//x", "DOSSIER_MODELS_EMBEDDING_URL": "nowhere",
            "DOSSIER_MODELS_SPEECH_URL": f"http://127.0.0.1:{free_port()}/v1"}
    doctor = command("doctor", "--data", folder / "data", environment=dead, cwd=folder)
    wrong = [line for line in doctor.stdout.splitlines() if line.startswith("  WRONG")]
    named = "\n".join(line for line in wrong if line.split()[1] == "models")
    assert doctor.returncode == 4 and len(named.splitlines()) == 3, doctor.stdout
    assert "models.text_url" in named and "models.embedding_url" in named and "DOSSIER_MODELS_SPEECH_URL" in named
    assert [line.split()[1] for line in wrong if "recordings: nobody until models.speech_url" in line] == ["transcripts"]
    assert "pictures: a person (models.image_url is not set)" in doctor.stdout


@pytest.mark.parametrize("part, name, content", [("audio", "told.wav", SOUND), ("image", "a.png", PICTURE)])
def test_a_file_in_the_old_interface_is_an_upload_like_any_other_and_words_are_not(stub, tmp_path, part, name, content):
    stub.order(text=COMPLAINT)
    server = Server(tmp_path / "data", {**speech_of(stub), "DOSSIER_OVERLOAD_INGEST_MEMORY_MB": "1"})
    server.start()
    with client_of(server.base) as client:
        refused = client.post("/process", files={part: (name, content)}, timeout=60)
        assert refused.status_code == 503 and "short of memory" in refused.json()["detail"] and refused.headers["retry-after"] == "5"
        for words in ({"files": {"text": (None, COMPLAINT)}}, {"json": {"text": COMPLAINT}}):
            assert client.post("/process", **words).status_code == 200
    assert server.stop() == 0


def test_a_recording_in_the_old_interface_counts_among_the_uploads(stub, tmp_path):
    stub.order(text=COMPLAINT)
    server = Server(tmp_path / "data", {**speech_of(stub), "DOSSIER_OVERLOAD_UPLOADS_MAX": "1"})
    server.start()
    part = b"--b\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"told.wav\"\r\nContent-Type: audio/wav\r\n\r\n"
    body = part + SOUND + b"\r\n--b--\r\n"
    head = b"POST /process HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: %d\r\n\r\n" % len(body)
    with client_of(server.base) as client, socket.create_connection(("127.0.0.1", server.port), timeout=20) as slow:
        inside = lambda: client.get("/health").json()["overload"]["uploads_inside"]
        slow.sendall(head + body[:len(part) + 100])
        limit = time.monotonic() + 5
        while inside() == 0 and time.monotonic() < limit:
            time.sleep(0.02)
        refused = process(client)
        assert refused.status_code == 503 and "being received" in refused.json()["detail"]
        slow.sendall(body[len(part) + 100:])
        assert b" 200 OK" in slow.recv(65536) and inside() == 0
        assert process(client).status_code == 200
    assert server.stop() == 0
