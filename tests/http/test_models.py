"""A text model behind the chat: its words where they are right, the rules' words where they are not, and always in time."""

import itertools
import json
import random
import re
import threading
import time

import httpx
import pytest

from described import client_of
from server import ROOT, SAMPLES, Server, command, free_port, upload, wait_until_read

QUESTION = "What is the strategy of the fund?"
SAMPLE = SAMPLES / "northlight_ventures_ii_2024q4.pdf"
KEY = "sk-very-secret-key"
ANSWER_SECONDS = 2
unasked = (QUESTION + " " * n for n in itertools.count(1))  # what was phrased well is remembered: each is a new one


@pytest.fixture(scope="module")
def phrasing(stub, tmp_path_factory):
    """A server with a text model, which has read a report."""
    server = Server(tmp_path_factory.mktemp("phrasing") / "data",
                    {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_TEXT_MODEL": "stub", "DOSSIER_MODELS_TEXT_API_KEY": KEY,
                     "DOSSIER_MODELS_ANSWER_SECONDS": str(ANSWER_SECONDS)})
    server.start()
    with client_of(server.base) as client:
        wait_until_read(client, upload(client, SAMPLE).json()["document_id"])
        client.server = server
        yield client
    assert server.stop() == 0


def question(client, text=None):
    text = text or next(unasked)
    began = time.monotonic()
    answer = client.post("/api/chat/query", json={"query": text})
    assert answer.status_code == 200, answer.text
    return answer.json(), time.monotonic() - began


def test_words_that_stand_in_the_passage_are_the_answer(phrasing, stub):
    stub.order(behave="good")
    body, _ = question(phrasing)
    assert body["degraded"] is False and body["degraded_reason"] is None
    assert body["answer"].endswith("[1].") and "robotics" in body["answer"]
    assert body["sources"][0]["metadata"]["page"] == 2
    metrics = phrasing.get("/prometheus/metrics").text
    assert 'model_inference_duration_seconds_count{endpoint="text-1",role="text"}' in metrics
    assert 'phrased_answers_total{repaired="no",what="chat"}' in metrics


@pytest.mark.parametrize("behave,reason", [
    ("wrong_numbers", "ungrounded"), ("forged_citation", "ungrounded"), ("invented_names", "ungrounded"), ("obeys", "ungrounded"),
    ("apology", "ungrounded"), ("declines", "declined"), ("cut", "cut"), ("empty", "empty: the model wrote nothing"),
    ("truncated", "unavailable: the model server does not answer"), ("invalid", "invalid: the model server's answer was not in the form"),
    ("wrong_schema", "invalid"), ("status_500", "failing: the model server reports an error of its own"), ("status_503", "failing"),
    ("status_429", "busy: the model server has too much to do"), ("status_400", "refused: the model server refused what it was asked"),
    ("status_401", "key: the model server does not accept our key"), ("status_403", "key"),
    ("status_404", "model: the model server does not know the model"), ("reset", "unavailable"), ("hang", "late")])
def test_what_cannot_be_trusted_is_replaced_by_the_rules_words_in_time(phrasing, stub, behave, reason):
    stub.order(behave="good")
    assert question(phrasing)[0]["degraded"] is False  # also: the breaker begins anew
    stub.order(behave=behave)
    body, seconds = question(phrasing)
    assert body["degraded"] is True and body["degraded_reason"].startswith(reason), body["degraded_reason"]
    assert body["answer"].startswith("The document says:") and "robotics" in body["answer"]
    assert seconds < ANSWER_SECONDS + 1
    name = reason.split(":")[0]
    assert 'degraded_answers_total{reason="%s",what="chat"}' % name in phrasing.get("/prometheus/metrics").text
    if name not in ("ungrounded", "declined", "cut"):  # what no server can be blamed for
        assert phrasing.get("/health").json()["model_server"]["endpoints"][0]["last_failure"]["reason"] == name


def test_words_that_fail_the_check_are_written_again_once(phrasing, stub):
    stub.order(behave="forged_citation", times=1)
    before = stub.calls()
    body, _ = question(phrasing)
    assert body["degraded"] is False and body["answer"].endswith("[1].") and stub.calls() == before + 2
    stub.order(behave="forged_citation")
    before = stub.calls()
    assert question(phrasing)[0]["degraded"] is True and stub.calls() == before + 2


def test_a_failing_server_is_asked_again_and_then_answers(phrasing, stub):
    stub.order(behave="status_503", times=1)
    assert question(phrasing)[0]["degraded"] is False


def test_many_who_ask_the_same_wait_for_one_call_and_it_is_remembered(phrasing, stub):
    stub.order(latency_seconds=0.5)
    before, same = stub.calls(), next(unasked)
    answers = []
    asking = [threading.Thread(target=lambda: answers.append(question(phrasing, same)[0])) for _ in range(5)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    stub.order(behave="hang")
    answers.append(question(phrasing, same)[0])
    assert stub.calls() == before + 1
    assert len({answer["answer"] for answer in answers}) == 1 and not any(answer["degraded"] for answer in answers)
    assert re.search(r'cache_joined{cache="phrased_answers"} [1-4]', phrasing.get("/prometheus/metrics").text)


def test_a_client_that_leaves_ends_its_call_unless_another_waits_for_the_same(phrasing, stub):
    stub.order(behave="hang")
    same = next(unasked)
    base = phrasing.server.base

    def ask_and_leave(text, seconds):
        try:
            httpx.post(base + "/api/chat/query", json={"query": text}, timeout=seconds)
        except httpx.TimeoutException:
            pass
    patient = threading.Thread(target=ask_and_leave, args=(same, 1.0))
    patient.start()
    time.sleep(0.2)
    ask_and_leave(same, 0.3)
    time.sleep(0.1)
    assert stub.seen()["open"] == 1, "the other still waits"
    patient.join()
    limit = time.monotonic() + 0.5
    while stub.seen()["open"] and time.monotonic() < limit:
        time.sleep(0.02)
    assert stub.seen()["open"] == 0
    stub.order(behave="good")


def test_what_is_computed_from_the_ledger_needs_no_model(phrasing, stub):
    stub.order(behave="hang")
    before = stub.calls()
    body, seconds = question(phrasing, "What is the DPI of this fund?")
    assert body["degraded"] is False and seconds < 1 and stub.calls() == before


@pytest.mark.parametrize("status, calls", [(500, 1), (501, 1), (503, 3)])
def test_only_what_passes_by_itself_is_tried_again(phrasing, stub, status, calls):
    stub.order(behave="good")
    question(phrasing)
    stub.order(behave=f"status_{status}")
    before = stub.calls()
    assert question(phrasing)[0]["degraded"] is True and stub.calls() == before + calls
    stub.order(behave="good")


@pytest.mark.parametrize("status, reason, setting", [(401, "key", "DOSSIER_MODELS_TEXT_API_KEY"), (403, "key", "DOSSIER_MODELS_TEXT_API_KEY"),
                                                     (404, "model", "DOSSIER_MODELS_TEXT_MODEL")])
def test_a_server_that_refuses_every_call_is_told_by_health_and_metrics_until_it_takes_one(stub, tmp_path, status, reason, setting):
    stub.order(behave=f"status_{status}", only="/v1/chat/completions")
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_TEXT_API_KEY": KEY})
    server.start()
    with client_of(server.base) as client:
        seen = lambda: client.get("/health").json()
        limit = time.monotonic() + 10  # nobody has asked anything: the first word to it tells
        while seen()["model_server"]["status"] != "unhealthy" and time.monotonic() < limit:
            time.sleep(0.05)
        health = seen()
        assert health["status"] == "degraded" and health["model_server"]["status"] == "unhealthy"
        assert health["model_server"]["reason"].startswith(f"text-1: {reason}: ") and setting in health["model_server"]["reason"]
        assert KEY not in json.dumps(health)
        assert health["model_server"]["endpoints"][0]["health"] == "up", "it is alive"
        assert 'model_endpoint_up{endpoint="text-1",role="text"} 0' in client.get("/prometheus/metrics").text
        wait_until_read(client, upload(client, SAMPLE).json()["document_id"])
        assert question(client)[0]["degraded_reason"].startswith(reason + ": ")
        assert 'model_calls_total{endpoint="text-1",outcome="refused",role="text"} 1' in client.get("/prometheus/metrics").text
        stub.order(behave="good")
        limit = time.monotonic() + 10  # without anybody asking
        while seen()["model_server"]["status"] != "healthy" and time.monotonic() < limit:
            time.sleep(0.1)
        assert seen()["status"] == "healthy" and seen()["model_server"]["endpoints"][0]["last_failure"] is None
    assert server.stop() == 0


def test_after_failures_in_a_row_the_rules_answer_at_once(phrasing, stub):
    stub.order(behave="good")
    question(phrasing)
    stub.order(behave="status_500", health=500)
    for _ in range(6):
        body, _ = question(phrasing)
    body, seconds = question(phrasing)
    assert body["degraded"] is True and seconds < 0.5
    health = phrasing.get("/health").json()
    assert health["reliability"]["circuit_breakers"]["text-1"]["state"] == "open"
    assert health["model_server"]["status"] == "unhealthy" and "failing" in health["model_server"]["reason"], health["model_server"]
    assert body["degraded_reason"].startswith("resting: "), body
    assert 'model_breaker_state{endpoint="text-1",role="text"} 2' in phrasing.get("/prometheus/metrics").text
    phrasing.post("/reliability/circuit-breaker/model_server/reset")
    half_open = phrasing.get("/health").json()["model_server"]
    assert half_open["endpoints"][0]["breaker"] == "half_open" and half_open["status"] != "healthy"
    stub.order(behave="good")
    limit = time.monotonic() + 15  # one may try
    while question(phrasing)[0]["degraded"] and time.monotonic() < limit:
        time.sleep(0.2)
    assert question(phrasing)[0]["degraded"] is False


def test_health_shows_the_endpoints_and_waits_for_none_of_them(phrasing, stub):
    stub.order(behave="hang")
    began = time.monotonic()
    health = phrasing.get("/health").json()
    assert time.monotonic() - began < 0.5
    endpoint = health["model_server"]["endpoints"][0]
    assert endpoint["name"] == "text-1" and endpoint["slots"] == 4 and endpoint["model"] == "stub"
    assert health["asr_ocr_server"]["status"] == "not_configured"


def test_neither_the_key_nor_the_prompt_is_in_the_log(phrasing):
    log = phrasing.server.log.read_text()
    assert "answer_degraded" in log and KEY not in log and "robotics" not in log and QUESTION not in log


def test_when_nobody_may_wait_the_rules_answer_at_once(stub, tmp_path):
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_TEXT_SLOTS": "1",
                                        "DOSSIER_MODELS_TEXT_WAITING_MAX": "0", "DOSSIER_MODELS_ANSWER_SECONDS": "3"})
    server.start()
    stub.order(behave="hang")
    with client_of(server.base) as client:
        wait_until_read(client, upload(client, SAMPLE).json()["document_id"])
        first = threading.Thread(target=lambda: httpx.post(server.base + "/api/chat/query", json={"query": next(unasked)}, timeout=20))
        first.start()
        time.sleep(0.5)
        body, seconds = question(client)
        first.join()
    assert body["degraded_reason"].startswith("full") and seconds < 0.5
    assert server.stop() == 0


def test_without_a_model_the_answer_does_not_speak_of_models(loaded):
    body, _ = question(loaded)
    assert "degraded" not in body and "degraded_reason" not in body
    assert loaded.get("/health").json()["model_server"]["status"] == "not_configured"


def test_a_wrong_setting_is_named_and_the_server_works_without_the_model(tmp_path):
    wrong = {"DOSSIER_MODELS_TEXT_URL": f"http://127.0.0.1:{free_port()}/"}
    server = Server(tmp_path / "data", wrong)
    server.start()
    left_out = server.lines_saying("model_server_left_out")
    assert "models.text_url" in left_out[0]["setting"] and "/v1" in left_out[0]["error"]
    with client_of(server.base) as client:
        assert client.post("/api/chat/query", json={"query": next(unasked)}).status_code == 200
        assert "models.text_url" in json.dumps(client.get("/health").json()["model_server"]["faults"])
    assert server.stop() == 0
    doctor = command("doctor", "--data", tmp_path / "data", environment=wrong)
    assert doctor.returncode == 4 and "models.text_url" in doctor.stdout


def test_a_server_that_is_gone_costs_nothing_but_the_words(tmp_path):
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": f"http://127.0.0.1:{free_port()}/v1"})
    server.start()
    with client_of(server.base) as client:
        wait_until_read(client, upload(client, SAMPLE).json()["document_id"])
        body, seconds = question(client)
        assert body["degraded"] is True and body["degraded_reason"].startswith("unavailable") and seconds < 2
        assert client.get("/health").json()["status"] == "degraded"
        assert client.get("/health/ready").status_code == 200
    assert server.stop() == 0


def test_every_metric_of_the_alert_rules_exists(phrasing, stub):
    stub.order(behave="good")
    question(phrasing)
    metrics = phrasing.get("/prometheus/metrics").text
    rules = (ROOT / "packaging/alerts.yml").read_text()
    expressions = " ".join(re.findall(r"expr: >?\s*(.*?)\n\s+for:", rules, re.S))
    names = set(re.findall(r"\b[a-z]+(?:_[a-z]+){2,}\b", expressions)) - {"histogram_quantile"}
    assert len(names) >= 6
    for name in names:
        assert re.search(rf"^{name}[{{ ]", metrics, re.M), name


@pytest.fixture
def meaning(stub, tmp_path):
    """A server with a text and an embedding model, which has read a report."""
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_EMBEDDING_URL": stub.url,
                                        "DOSSIER_MODELS_ANSWER_SECONDS": "5"})
    server.start()
    stub.order(behave="good")
    with client_of(server.base) as client:
        wait_until_read(client, upload(client, SAMPLE).json()["document_id"])
        client.server = server
        yield client
    assert server.stop() == 0


UNSAID = "Which kinds of enterprises are backed?"


def meaning_has_decided(client):
    return re.search(r'passage_searches_total\{by="words_and_meaning"\} [1-9]', client.get("/prometheus/metrics").text)


def test_a_question_in_other_words_is_answered_from_the_passages_alike_in_meaning(meaning, stub):
    question(meaning, UNSAID)  # from now on the passages are being embedded
    limit = time.monotonic() + 10
    while not meaning_has_decided(meaning) and time.monotonic() < limit:
        time.sleep(0.1)
        question(meaning, UNSAID + " " * random.randint(1, 99))
    body, _ = question(meaning, UNSAID)
    assert body["degraded"] is False and body["sources"] and re.search(r"\[\d\]", body["answer"]), body
    before = stub.calls("/v1/embeddings")
    question(meaning, UNSAID + "  ")
    assert stub.calls("/v1/embeddings") <= before + 1  # the passages are remembered, only the question is new


@pytest.mark.parametrize("behave", ["declines", "wrong_numbers", "invented_names"])
def test_where_no_passage_says_it_the_refusal_stands(meaning, stub, behave):
    stub.order(behave=behave)
    body, _ = question(meaning, UNSAID)
    assert body["answer"].startswith(("The documents do not say", "That was not understood")) and "Goldman" not in body["answer"]


def test_without_an_embedding_server_words_alone_decide(meaning, stub):
    stub.order(behave="status_500", only="/v1/embeddings")
    body, seconds = question(meaning, UNSAID)
    assert body["answer"] and seconds < 3
    body, _ = question(meaning, QUESTION)
    assert "robotics" in body["answer"]


def ask_until_meaning_decides(client):
    limit = time.monotonic() + 10
    while not meaning_has_decided(client):
        assert time.monotonic() < limit
        question(client, UNSAID)
        time.sleep(0.05)


def test_passages_are_embedded_once_and_not_once_in_each_life_of_the_server(meaning, stub):
    ask_until_meaning_decides(meaning)
    server, before = meaning.server, stub.seen()["embedded"]
    assert before > 2
    assert server.stop() == 0
    server.start()
    ask_until_meaning_decides(meaning)
    assert stub.seen()["embedded"] == before + 1, "the one word that tells whether the model is still the same"
    caches = meaning.get("/health").json()["caches"]
    assert caches["embeddings_kept"]["hits"] > 2 and caches["embeddings_kept"]["misses"] == 0
    assert caches["embeddings_kept"]["hit_rate"] == 1 and caches["embeddings"]["entries"] == caches["embeddings_kept"]["hits"]
    assert 'cache_hits{cache="embeddings_kept"}' in meaning.get("/prometheus/metrics").text


def test_vectors_of_another_size_are_named_by_the_doctor_and_at_the_start_and_made_anew(meaning, stub):
    ask_until_meaning_decides(meaning)
    server = meaning.server
    assert server.stop() == 0
    stub.order(behave="good", vector_size=48)
    changed = "with vectors of 64 numbers and is now"
    said = command("doctor", "--data", server.folder, environment=server.environment)
    assert said.returncode == 4 and changed in said.stdout and "set models.embedding_model" in said.stdout, said.stdout
    server.start()
    told = server.lines_saying("embedding_model_changed")
    assert changed in told[0]["what"] and "48 numbers" in told[0]["what"]
    before = stub.seen()["embedded"]
    ask_until_meaning_decides(meaning)
    assert stub.seen()["embedded"] > before + 2 and question(meaning, UNSAID)[0]["sources"]
    assert command("doctor", "--data", server.folder, environment=server.environment).returncode == 0
    assert sum(line["event"] == "embedding_model_changed" for line in server.log_lines()) == 1
    stub.order(behave="good")


def test_a_server_that_comes_up_is_woken_by_one_word(stub, tmp_path):
    stub.order(behave="good")
    before = stub.calls()
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url})
    server.start()
    limit = time.monotonic() + 5
    while stub.calls() == before and time.monotonic() < limit:
        time.sleep(0.02)
    assert stub.calls() == before + 1 and server.stop() == 0


def test_a_model_that_takes_long_to_load_delays_no_start_and_nobody_who_needs_no_model(stub, tmp_path):
    stub.order(behave="hang")
    server = Server(tmp_path / "data", {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_TEXT_SLOTS": "1"})
    assert server.start() < 2
    with client_of(server.base) as client:
        limit = time.monotonic() + 5
        while not stub.seen()["open"] and time.monotonic() < limit:
            time.sleep(0.02)
        assert stub.seen()["open"] == 1
        wait_until_read(client, upload(client, SAMPLE).json()["document_id"])
        body, seconds = question(client, "What is the DPI of this fund?")
        assert body["answer"] and seconds < 1
        assert client.get("/health").json()["model_server"]["endpoints"][0]["calls"] == 0, "its gate is free"
    began = time.monotonic()
    assert server.stop() == 0 and time.monotonic() - began < 3
    stub.order(behave="good")


def test_what_models_settings_cannot_be_used_is_named_and_left_out(tmp_path):
    wrong = {"DOSSIER_MODELS_TEXT_URI": "http://127.0.0.1:1/v1", "DOSSIER_MODELS_TEXT_SLOTS": "many"}
    server = Server(tmp_path / "data", wrong)
    server.start()
    told = {line["setting"]: line["error"] for line in server.lines_saying("setting_left_out", count=2)}
    assert "did you mean DOSSIER_MODELS_TEXT_URL?" in told["DOSSIER_MODELS_TEXT_URI"]
    assert "a whole number is needed" in told["DOSSIER_MODELS_TEXT_SLOTS"]
    with client_of(server.base) as client:
        health = client.get("/health").json()
        assert health["status"] == "degraded" and len(health["settings_left_out"]) == 2
        assert client.get("/health/ready").status_code == 200
    assert server.stop() == 0
    said = command("doctor", "--data", tmp_path / "data", environment=wrong)
    assert said.returncode == 4 and "DOSSIER_MODELS_TEXT" in said.stdout


# ---- figures ----

FIGURES = "What is the DPI?"
more_figures = (FIGURES + " " * n for n in itertools.count(1))


@pytest.fixture(scope="module")
def figures(stub, tmp_path_factory):
    """A server that lets its model phrase computed answers too."""
    server = Server(tmp_path_factory.mktemp("figures") / "data",
                    {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_TEXT_MODEL": "stub", "DOSSIER_MODELS_PHRASE_FIGURES": "true",
                     "DOSSIER_MODELS_ANSWER_SECONDS": str(ANSWER_SECONDS)})
    server.start()
    with client_of(server.base) as client:
        wait_until_read(client, upload(client, SAMPLE).json()["document_id"])
        yield client
    assert server.stop() == 0


def test_computed_answers_are_not_phrased_unless_it_is_asked_for(phrasing, stub):
    stub.order(behave="good")
    before = stub.calls()
    body, _ = question(phrasing, FIGURES)
    assert body["degraded"] is False and stub.calls() == before and body["details"]["values"]


def test_a_computed_answer_may_be_said_otherwise_but_with_all_its_figures(figures, stub, phrasing):
    rules = question(phrasing, FIGURES)[0]["answer"]
    first, *_, last = rules.rstrip(".").split(". ")
    other = f"{last}. {first}. " + rules
    stub.order(behave="good", text=other)
    body, _ = question(figures, next(more_figures))
    assert body["degraded"] is False and body["answer"] == other
    assert body["details"]["answer"] == rules, "what was computed stands beside it"


def test_a_computed_answer_with_a_figure_left_out_or_another_is_the_rules(figures, stub, phrasing):
    rules = question(phrasing, FIGURES)[0]["answer"]
    number = re.search(r"\d[\d,.]*\d", rules).group()
    for wrong in (rules.replace(number, "987,654.32"), "The DPI is as the report has it.", "I am sorry, I cannot help."):
        stub.order(behave="good", text=wrong)
        body, seconds = question(figures, next(more_figures))
        assert body["degraded"] is True and body["degraded_reason"].startswith("ungrounded"), (wrong, body)
        assert body["answer"] == rules and seconds < ANSWER_SECONDS + 1
