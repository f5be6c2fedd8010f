"""Questions and conversations, as the fund contract's clients know them."""

import re

import pytest

from server import SAMPLES, truth, upload, wait_until_read

UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
NORTHLIGHT = truth("northlight_ventures_ii_2024q4")


@pytest.fixture
def fund(loaded):
    return next(f for f in loaded.get("/api/funds/").json() if f["name"] == NORTHLIGHT["fund"]["name"])


def question(client, text, **more):
    answer = client.post("/api/chat/query", json={"query": text, **more})
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert isinstance(body["processing_time"], float) and body["processing_time"] > 0 and len(body["sources"]) <= 3
    return body


def test_a_metric_is_answered_with_the_figure_and_its_places(loaded, fund):
    body = question(loaded, "What is the DPI of this fund?", fund_id=fund["id"])
    assert f"{fund['metrics']['dpi']:.2f}" in body["answer"] and body["metrics"]["dpi"] == fund["metrics"]["dpi"]
    value = next(v for v in body["details"]["values"] if v["name"] == "dpi")
    assert value["value"] == pytest.approx(fund["metrics"]["dpi"], abs=1e-4)
    for source in body["sources"]:
        meta = source["metadata"]
        assert meta["page"] == meta["page_number"] >= 1 and meta["document_id"] >= 1 and len(meta["box"]) == 4
        assert meta["file_name"] == NORTHLIGHT["document"] and meta["fund_id"] == fund["id"] and len(source["content"]) <= 200
    assert body["sources"]


@pytest.mark.parametrize("text", ["What is the DPI of this fund?", "Show me the IRR", "What are the recent capital calls?"])
def test_the_old_clients_find_their_metrics(loaded, fund, text):
    assert set(question(loaded, text, fund_id=fund["id"])["metrics"]) >= {"dpi", "irr", "pic", "tvpi"}
    assert question(loaded, text)["metrics"] is None


def test_rows_of_a_year_are_listed(loaded, fund):
    expected = [row for row in NORTHLIGHT["transactions"] if row["kind"] == "capital_call" and row["date"].startswith("2022")]
    rows = question(loaded, "Show all capital calls in 2022", fund_id=fund["id"])["details"]["rows"]
    assert sorted((row["date"], row["amount"]) for row in rows) == sorted((row["date"], row["amount"]) for row in expected)


def test_a_definition_needs_no_fund(loaded):
    body = question(loaded, "What does DPI mean?")
    assert "istribution" in body["answer"] and body["details"]["answered"] is True


def test_a_text_question_is_answered_with_its_passage_and_page(loaded, fund):
    body = question(loaded, "What is the strategy of the fund?", fund_id=fund["id"])
    assert "robotics" in body["answer"] and body["sources"][0]["metadata"]["page"] == 2


def test_what_nobody_knows_is_said_and_not_made_up(loaded, fund):
    body = question(loaded, "Who won the football world cup?", fund_id=fund["id"])
    assert body["details"]["answered"] is False and body["sources"] == []
    assert question(loaded, "What is the DPI?", fund_id=9999)["metrics"] is None
    assert question(loaded, "")["details"]["answered"] is False


def test_follow_ups_lean_on_the_conversation(ask):
    wait_until_read(ask, upload(ask, SAMPLES / NORTHLIGHT["document"]).json()["document_id"])
    fund = ask.get("/api/funds/").json()[0]["id"]
    talk = ask.post("/api/chat/conversations", json={"fund_id": fund}).json()
    assert UUID.match(talk["conversation_id"]) and talk["messages"] == [] and talk["fund_id"] == fund
    chat = {"fund_id": fund, "conversation_id": talk["conversation_id"]}
    question(ask, "Show all capital calls in 2022", **chat)
    rows = question(ask, "And in 2023?", **chat)["details"]["rows"]
    expected = [row["date"] for row in NORTHLIGHT["transactions"] if row["kind"] == "capital_call" and row["date"].startswith("2023")]
    assert sorted(row["date"] for row in rows) == sorted(expected)
    messages = ask.get(f"/api/chat/conversations/{talk['conversation_id']}").json()["messages"]
    assert [message["role"] for message in messages] == ["user", "assistant"] * 2 and messages[2]["content"] == "And in 2023?"


def test_a_conversation_may_bring_its_own_id_and_can_be_deleted(ask):
    question(ask, "What is DPI?", conversation_id="mine")
    assert len(ask.get("/api/chat/conversations/mine").json()["messages"]) == 2
    assert ask.delete("/api/chat/conversations/mine").json() == {"message": "Conversation deleted successfully"}
    for method in ("GET", "DELETE"):
        answer = ask.request(method, "/api/chat/conversations/mine")
        assert answer.status_code == 404 and answer.json() == {"detail": "Conversation not found"}


def test_wrong_questions_name_the_field(ask):
    assert ask.post("/api/chat/query", json={}).json()["detail"][0]["loc"] == ["body", "query"]
    assert ask.post("/api/chat/query", json={"query": "x" * 10_001}).json()["detail"][0]["type"] == "string_too_long"
    assert ask.post("/api/chat/conversations").status_code == 422
    assert ask.post("/api/chat/conversations", json={}).status_code == 200
