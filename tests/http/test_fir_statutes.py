"""The text of the law that a user loads: shown beside a case and searched, and nothing depends on it."""

import json

import pytest

from cases import COMPLAINT, create, step_of, wait_for
from described import client_of
from server import ROOT, Server, command

SAMPLE = ROOT / "tests/fir/sample_act.jsonl"
THEFT = "My cycle worth 7,000 was stolen on 5 May 2026 at 4 pm from the market."


def load(client, content, **fields):
    return client.post("/api/statutes", files={"file": ("act.jsonl", content)}, data=fields)


def prepared(client, text):
    case = create(client, text=text)["id"]
    return wait_for(client, case, lambda seen: step_of(seen, "narrative")["state"] == "ready")["id"]


def test_what_is_loaded_is_shown_searched_and_taken_away(ask):
    assert ask.get("/api/statutes").json()["acts"] == []
    assert ask.get("/api/statutes/section", params={"act": "Lamp Act", "section": "4"}).status_code == 404
    loaded = load(ask, SAMPLE.read_bytes()).json()
    assert loaded["acts"] == [{"act": "Lamp Act", "source": "written for the tests", "sections": 3},
                              {"act": "BNS", "source": "written for the tests", "sections": 1}]
    assert "neither supplies nor checks" in loaded["notice"]
    shown = ask.get("/api/statutes/section", params={"act": "lamp act", "section": "4(2)"}).json()
    assert shown["section"] == "4" and shown["shown_for"] == "lamp act 4(2)" and "light it for a week" in shown["text"]
    found = ask.get("/api/statutes/search", params={"q": "breaking glass with stones"}).json()
    assert found["items"][0]["section"] == "4A" and "stone" in found["items"][0]["excerpt"]
    assert ask.get("/api/statutes/search", params={"q": "lamp", "act": "BNS"}).json()["items"] == []
    assert [act["act"] for act in ask.delete("/api/statutes", params={"act": "LAMP ACT"}).json()["acts"]] == ["BNS"]
    assert ask.delete("/api/statutes", params={"act": "Lamp Act"}).status_code == 404


def test_every_faulty_line_is_named_and_nothing_is_loaded(ask):
    answer = load(ask, b'{"section": 1, "text": "t"}\n{"section": 1, "text": "t"}\nnot json\n', act="Lamp Act")
    assert answer.status_code == 422, answer.text
    assert "line 2" in answer.text and "line 3" in answer.text and "/incoming" not in answer.text
    assert ask.get("/api/statutes").json()["acts"] == []


def test_the_users_text_stands_beside_the_proposal_marked_as_such(ask):
    case = prepared(ask, THEFT)
    assert ask.get(f"/api/cases/{case}/offences").json()["statutes"] == []
    before = ask.get(f"/api/cases/{case}/offences.html")
    assert before.status_code == 200 and "BNS 303(2)" in before.text and "Source:" not in before.text
    load(ask, SAMPLE.read_bytes())
    beside = ask.get(f"/api/cases/{case}/offences").json()["statutes"]
    assert [(one["act"], one["section"], one["shown_for"]) for one in beside] == [("BNS", "303", "BNS 303(2)")]
    page = ask.get(f"/api/cases/{case}/offences.html").text
    assert "These words stand where" in page and "Source: written for the tests. Text loaded by the user" in page


def test_a_case_is_prepared_the_same_with_and_without(ask):
    def made(case):
        seen = ask.get(f"/api/cases/{case}/offences").json()
        texts = [ask.get(f"/api/cases/{case}/steps/{step}").json()[-1]["text"] for step in ("summary", "narrative")]
        return texts, seen["offences"], seen["assessment"], ask.get(f"/api/cases/{case}/duties").json()[0]["text"]

    without = made(prepared(ask, THEFT))
    load(ask, SAMPLE.read_bytes())
    assert made(prepared(ask, THEFT)) == without


def test_a_draft_is_the_same_byte_for_byte(tmp_path):
    complaint = tmp_path / "complaint.txt"
    for text in (COMPLAINT, THEFT):
        complaint.write_text(text)
        plain = command("fir", "draft", complaint, "--json", cwd=tmp_path)
        with_text = command("fir", "draft", complaint, "--json", cwd=tmp_path, environment={"DOSSIER_STATUTES_FILE": str(SAMPLE)})
        assert plain.returncode == 0 and plain.stdout == with_text.stdout


@pytest.mark.parametrize("sound", (True, False))
def test_a_file_of_the_configuration_is_read_at_the_start(tmp_path, sound):
    file = tmp_path / "law.jsonl"
    file.write_bytes(SAMPLE.read_bytes() if sound else b'{"act": "A"}\n')
    running = Server(tmp_path / "data", environment={"DOSSIER_STATUTES_FILE": str(file)})
    running.start()
    with client_of(running.base) as client:
        held = client.get("/api/statutes").json()
        assert [act["act"] for act in held["acts"]] == (["Lamp Act", "BNS"] if sound else [])
        assert held["problem"] is None if sound else "line 1" in held["problem"]
        assert create(client)["status"] == "in_review"
    running.lines_saying("statutes_read" if sound else "statutes_left_out")
    assert running.stop() == 0


def test_the_command_line_loads_lists_shows_and_searches(tmp_path):
    data = ("--data", tmp_path / "data")
    loaded = command("knowledge", "statutes", "load", SAMPLE, *data)
    assert loaded.returncode == 0 and "Lamp Act: 3 section(s)" in loaded.stdout, loaded.stderr
    assert "Lamp Act: 3 section(s)" in command("knowledge", "statutes", "list", *data).stdout
    assert "light it for a week" in command("knowledge", "statutes", "show", "Lamp Act 4(2)", *data).stdout
    assert "Lamp Act 4A" in command("knowledge", "statutes", "search", "broken glass", *data).stdout
    faulty = tmp_path / "faulty.jsonl"
    faulty.write_text('{"act": "A", "section": "1"}\n[]\n')
    refused = command("knowledge", "statutes", "load", faulty, *data)
    assert refused.returncode == 3 and "line 1" in refused.stderr and "line 2" in refused.stderr


def test_the_knowledge_check_names_every_fault_and_the_schema_is_the_one_beside_it(tmp_path):
    schema = command("knowledge", "schema")
    assert json.loads(schema.stdout)["$defs"]["offence"]["properties"]["max_years"]["maximum"] == 100
    assert schema.stdout == (ROOT / "knowledge/schema.json").read_text()
    folder = tmp_path / "knowledge"
    folder.mkdir()
    (folder / "a.toml").write_text('act = "BNS"\n[[offence]]\nsection = "115(2)"\nmax_years = -1\nipc = ["999999"]\nroute = "BANANA"\n'
                                   'cognizable = "perhaps"\ndepends_on = "x"\ncolour = "red"\n')
    told = command("knowledge", "check", environment={"DOSSIER_KNOWLEDGE_DIR": str(folder)})
    assert told.returncode == 3
    for place in ("a.toml:4: BNS 115(2): 'max_years'", "a.toml:5: BNS 115(2): 'ipc'", "a.toml:6: BNS 115(2): 'route'",
                  "a.toml:7: BNS 115(2): 'cognizable'", "a.toml:9: BNS 115(2): an offence knows no 'colour'"):
        assert place in told.stdout, told.stdout
