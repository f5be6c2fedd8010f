"""The chat as it comes: the rules' answer at once, the model's sentences as they pass the check, then what stands."""

import itertools
import json
import time

import httpx
import pytest

from described import client_of
from server import SAMPLES, Server, upload, wait_until_read

QUESTION = "What is the strategy of the fund?"
unasked = (QUESTION + " " * n for n in itertools.count(1))  # what was phrased well is remembered: each is a new one


@pytest.fixture(scope="module")
def desk(stub, tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("streaming") / "data",
                    {"DOSSIER_MODELS_TEXT_URL": stub.url, "DOSSIER_MODELS_ANSWER_SECONDS": "5"})
    server.start()
    with client_of(server.base) as client:
        wait_until_read(client, upload(client, SAMPLES / "northlight_ventures_ii_2024q4.pdf").json()["document_id"])
        client.server = server
        yield client
    assert server.stop() == 0


def events(client, text):
    """(name, data, seconds since it was asked) of every event, as it comes: the described client reads all of it first."""
    began, received = time.monotonic(), ""
    with httpx.stream("POST", f"{client.base_url}/api/chat/stream", json={"query": text}, timeout=20) as answer:
        assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/event-stream")
        for piece in answer.iter_raw():  # iter_lines keeps the last line back until more comes
            received += piece.decode()
            *whole, received = received.split("\n\n")
            for event in whole:
                fields = dict(line.split(": ", 1) for line in event.split("\n"))
                if "event" in fields:  # not a comment that keeps the connection alive
                    yield fields["event"], json.loads(fields["data"]), time.monotonic() - began


def good_words(client, stub):
    """Two sentences that a model may say."""
    stub.order(behave="good")
    one = client.post("/api/chat/query", json={"query": next(unasked)}).json()
    assert one["degraded"] is False
    return one["answer"] + " " + one["answer"], one["answer"]


def test_the_rules_answer_at_once_and_the_models_sentences_come_as_they_are_written(desk, stub):
    words, sentence = good_words(desk, stub)
    stub.order(behave="good", text=words + " " + sentence, tokens_per_second=60)
    told = list(events(desk, next(unasked)))
    assert [name for name, _, _ in told] == ["rules", "sentence", "sentence", "answer"]
    (_, rules, rules_at), (_, first, first_at), _, (_, answer, answer_at) = told
    assert rules["answer"].startswith("The document says:") and rules["sources"] and rules_at < 0.3
    assert first["text"] == sentence and first_at < answer_at - 0.1
    assert answer["degraded"] is False and answer["answer"] == words + " " + sentence


@pytest.mark.parametrize("behave", ["wrong_numbers", "forged_citation", "invented_names", "obeys"])
def test_no_sentence_is_shown_that_did_not_pass(desk, stub, behave):
    stub.order(behave=behave)
    told = list(events(desk, next(unasked)))
    assert [name for name, _, _ in told] == ["rules", "answer"]
    assert told[-1][1]["degraded"] is True and told[-1][1]["answer"] == told[0][1]["answer"]


@pytest.mark.parametrize("behave, reason", [("invalid", "invalid"), ("wrong_schema", "empty"), ("breaks", "invalid"), ("status_401", "key")])
def test_a_stream_that_is_none_is_the_rules_answer_with_the_reason(desk, stub, behave, reason):
    good_words(desk, stub)  # the breaker begins anew
    stub.order(behave=behave)
    told = list(events(desk, next(unasked)))
    assert told[0][0] == "rules" and told[-1][1]["answer"] == told[0][1]["answer"]
    assert told[-1][1]["degraded_reason"].startswith((reason, "unavailable") if behave == "breaks" else reason), told[-1][1]
    good_words(desk, stub)


def test_a_hanging_model_costs_only_its_words(desk, stub):
    stub.order(behave="hang")
    told = list(events(desk, next(unasked)))
    assert [name for name, _, _ in told] == ["rules", "answer"] and told[0][2] < 0.3 and told[1][2] < 6
    assert told[1][1]["degraded_reason"].startswith("late")


def test_what_is_computed_comes_as_the_answer(desk, stub):
    before = stub.calls()
    told = list(events(desk, "What is the DPI of this fund?"))
    assert [name for name, _, _ in told] == ["answer"] and "DPI" in told[0][1]["answer"] and stub.calls() == before


def test_a_client_that_leaves_ends_its_call(desk, stub):
    stub.order(behave="hang")
    leaving = events(desk, next(unasked))
    assert next(leaving)[0] == "rules"
    limit = time.monotonic() + 3
    while stub.seen()["open"] == 0 and time.monotonic() < limit:
        time.sleep(0.02)
    assert stub.seen()["open"] == 1
    leaving.close()
    limit = time.monotonic() + 2
    while stub.seen()["open"] and time.monotonic() < limit:
        time.sleep(0.02)
    assert stub.seen()["open"] == 0
    stub.order(behave="good")


def test_without_a_model_the_rules_answer_is_the_answer(loaded):
    told = list(events(loaded, QUESTION))
    assert [name for name, _, _ in told] == ["answer"] and told[0][1]["answer"]


def test_what_is_no_question_is_refused_before_anything_is_told(desk):
    assert desk.post("/api/chat/stream", json={}).status_code == 422
