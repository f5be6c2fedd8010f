"""What an officer adds, corrects and takes out, and what each route may be finalised as."""

import json

import pytest

from cases import COMPLAINT, act, approve_current, create, finish, settle_duties, step_of, wait_for, wait_for_review
from described import client_of
from server import Server, command


def enter(ask, case, reason=None, **facts):
    body = {"facts": [{"field": name.replace("__", "."), "value": value} for name, value in facts.items()]}
    return ask.put(f"/api/cases/{case}/facts", json=body | ({"reason": reason} if reason else {}))


def facts_of(ask, case):
    return {fact["field"]: fact for fact in ask.get(f"/api/cases/{case}/facts").json()}


def form_of(ask, case, **query):
    return ask.get(f"/api/cases/{case}/report.txt", params=query).text


def prepared(ask, text=COMPLAINT):
    case = create(ask, text)["id"]
    wait_for(ask, case, lambda seen: seen["route"])
    return case


def walk_to_final(ask, case):
    while wait_for_review(ask, case)["step"] != "final":
        assert approve_current(ask, case).status_code == 200
    enter(ask, case, information__kind="written")
    settle_duties(ask, case)


def test_entries_are_added_corrected_and_taken_out_and_all_of_it_is_kept(ask):
    case = prepared(ask)
    assert facts_of(ask, case)["witness.1.name"]["value"] == "Suresh Yadav"
    assert enter(ask, case, accused__1__name="Raju", accused__1__age="22", accused__1__tattoo="left arm").status_code == 200
    assert enter(ask, case, witness__2__name="Gita Bai", witness__2__address="Main Road").status_code == 200
    refused = enter(ask, case, witness__1="")
    assert refused.status_code == 400 and refused.json()["where"] == "reason"
    assert enter(ask, case, "he saw another matter", witness__1="").status_code == 200
    wait_for(ask, case, lambda seen: step_of(seen, "summary")["state"] == "ready")
    form = form_of(ask, case)
    assert "Raju, aged 22" in form and "left arm" in form and "Gita Bai, Main Road" in form
    history = ask.get(f"/api/cases/{case}/facts/history").json()
    rows = [row for row in history if row["field"] == "witness.1.name"]
    assert [row["value"] for row in rows] == ["Suresh Yadav", ""] and rows[0]["until"] and rows[1]["until"] is None
    assert rows[1]["reason"] == "he saw another matter" and rows[1]["author"] == "officer"
    events = ask.get(f"/api/cases/{case}/history").json()
    assert any(event["words"] == "he saw another matter" for event in events)


def test_dates_times_ages_and_property_are_corrected(ask):
    case = prepared(ask)
    done = enter(ask, case, "asked again", occurrence__date="2026-05-04", occurrence__date_to="2026-05-05", occurrence__time="22:00",
                 occurrence__time_to="01:30", complainant__age="41", property__1__description="Moto phone", property__1__value="7000",
                 property__2__description="purse", property__2__value="300")
    assert done.status_code == 200, done.text
    wait_for(ask, case, lambda seen: step_of(seen, "summary")["state"] == "ready")
    facts = facts_of(ask, case)
    assert facts["occurrence.date_to"]["value"] == "2026-05-05" and facts["occurrence.time_to"]["value"] == "01:30"
    form = form_of(ask, case)
    for shown in ("04/05/2026", "05/05/2026", "22:00", "01:30", "age as stated: 41", "Moto phone", "7,000", "purse"):
        assert shown in form, shown
    approve_current(ask, case)
    summary = step_of(wait_for_review(ask, case), "summary")["shown"]["text"]
    assert "Moto phone" in summary and "purse" in summary


@pytest.mark.parametrize("facts,told", [
    ({"occurrence.date_to": "2026-05-01"}, "before the first"), ({"occurrence.time_to": "17:00"}, "past midnight"),
    ({"occurrence.date": "2031-01-01"}, "not to come"), ({"complainant.name": "9876543210"}, "a name has letters"),
    ({"complainant.phone": "ring me"}, "in digits"), ({"accused.1.age": "400"}, "from 0 to 120"), ({"property.1.value": "much"}, "rupees"),
    ({"accused.1.colour": "red"}, "no such field"), ({"accused.99.name": "Raju"}, "no such field"), ({"accused.4": ""}, "no such entry"),
    ({"gd.at": "2031-01-01 10:00"}, "not to come")])
def test_what_cannot_be_is_refused_by_name(ask, facts, told):
    case = prepared(ask)
    body = {"facts": [{"field": name, "value": value} for name, value in facts.items()], "reason": "asked again"}
    refused = ask.put(f"/api/cases/{case}/facts", json=body)
    assert refused.status_code == 400 and told in refused.text, refused.text


def test_facts_are_listed_and_corrected_on_the_command_line(tmp_path):
    server = Server(tmp_path / "data")
    server.start()
    with client_of(server.base) as client:
        case = prepared(client)
    assert server.stop() == 0
    sets = ("--set", "accused.1.name=Raju", "--set", "witness.1=")
    unexplained = command("fir", "cases", "correct", case, *sets, "--data", server.folder)
    assert unexplained.returncode == 2 and "reason" in unexplained.stderr, unexplained.stderr
    done = command("fir", "cases", "correct", case, *sets, "--why", "asked again", "--officer", "SI Rao", "--data", server.folder)
    assert done.returncode == 0 and "prepared anew" in done.stdout, done.stderr
    listed = command("fir", "cases", "facts", case, "--history", "--data", server.folder).stdout
    assert "Raju" in listed and "SI Rao" in listed and "asked again" in listed and "(until " in listed
    assert command("fir", "cases", "facts", 99, "--data", server.folder).returncode == 3
    server.start()
    with client_of(server.base) as client:
        seen = wait_for(client, case, lambda seen: step_of(seen, "summary")["state"] == "ready")
        approve_current(client, case)
        assert "Raju" in step_of(wait_for_review(client, case), "summary")["shown"]["text"] and seen["route"]
    assert server.stop() == 0
    assert command("audit", "verify", "--data", server.folder).returncode == 0


def test_a_draft_takes_entries_of_lists_on_the_command_line(tmp_path):
    (tmp_path / "c.txt").write_text(COMPLAINT)
    sets = ("--set", "accused.1.name=Raju", "--set", "accused.1.build=thin", "--set", "witness.1=", "--set", "witness.2.name=Gita Bai")
    draft = json.loads(command("fir", "draft", tmp_path / "c.txt", "--json", *sets).stdout)
    assert draft["facts"]["accused"]["persons"][0]["name"] == "Raju"
    assert [w["text"] for w in draft["facts"]["witnesses"]] == ["Gita Bai"]
    assert "thin" in draft["document"]
    assert command("fir", "draft", tmp_path / "c.txt", "--set", "accused.1.colour=red").returncode == 2


LOST = "I lost my purse with my PAN card and driving licence somewhere in the bus on 5 May 2026. I need a report for the duplicate."
UNCLEAR = "The moon sings over the quiet river and my heart is full of silver light."


def test_what_is_to_be_clarified_is_not_finalised_and_says_what_is_needed(ask):
    case = prepared(ask, UNCLEAR)
    walk_to_final(ask, case)
    refused = approve_current(ask, case)
    assert refused.status_code == 409 and "this is no report" in refused.json()["detail"]
    form = form_of(ask, case)
    assert "has to be asked first" in ask.get(f"/api/cases/{case}").json()["outcome"]
    assert "INFORMATION TO BE CLARIFIED" in form and "FIRST INFORMATION REPORT" not in form
    assert "To be asked of the informant" in form and "reveals commission" not in form


def test_a_loss_is_finalised_as_what_it_is(ask):
    case = prepared(ask, LOST)
    assert finish(ask, case)["route"] == "LOST_REPORT"
    form = form_of(ask, case)
    assert "LOST PROPERTY REPORT" in form and "FIRST INFORMATION REPORT" not in form and "reveals commission" not in form
    assert "This is no First Information Report" in form
    enter(ask, case, action__taken="recorded")
    assert "[x] (1)" in form_of(ask, case).lower() or "☒" in form_of(ask, case)


def test_the_boxes_and_the_order_of_a_non_cognizable_report_are_filled(ask):
    case = prepared(ask, "My umbrella was stolen in the park on 5 May 2026. It is worth 400 rupees.")
    assert finish(ask, case)["route"] == "NCR"
    before = form_of(ask, case)
    assert enter(ask, case, action__taken="registered", magistrate__court="CJM Lucknow", magistrate__order="41 of 07/05/2026").status_code == 200
    after = form_of(ask, case)
    assert "CJM Lucknow" in after and "41 of 07/05/2026" in after and "CJM" not in before


def test_conduct_across_the_change_of_codes_names_both_in_item_two(ask):
    case = prepared(ask, "I am Rekha Jain, wife of Mohan Jain. From January 2024 to October 2024 my husband beat me, burnt me with an iron and "
                         "demanded dowry of Rs 5 lakh from my father again and again.")
    assert ask.get(f"/api/cases/{case}").json()["law"] == "BOTH"
    form = form_of(ask, case)
    assert "Bharatiya Nyaya Sanhita" in form and "Indian Penal Code" in form and "498A" in form


def test_an_edited_narrative_is_held_against_what_was_found(ask):
    case = prepared(ask)
    for _ in range(3):
        approve_current(ask, case)
    version = step_of(wait_for_review(ask, case), "narrative")["shown"]["version"]
    edited = act(ask, case, "edit", "narrative", version, text="Two boys snatched a phone near Gandhi Chowk on 5 May 2026.")
    assert edited.status_code == 200
    note = step_of(edited.json(), "narrative")["shown"]["note"]
    assert "Suresh Yadav" in note and "Gandhi" in note and "9,000" in note
    assert approve_current(ask, case).status_code == 200


SENSITIVE = ("My daughter Asha Verma, aged 14, student of Saraswati Vidya Mandir school, r/o 14 Shanti Nagar, was touched by our neighbour Vinod "
             "Tiwari on 5 May 2026 at 6 pm. He put his hand inside her clothes. Her phone is 98765 43210.")


def test_an_officer_looks_the_marks_of_a_redacted_copy_through(ask):
    case = prepared(ask, SENSITIVE)
    seen = ask.get(f"/api/cases/{case}/redaction").json()
    marks = {mark["words"] for mark in seen["marks"]}
    assert any("Asha" in mark for mark in marks) and "[withheld]" in seen["complaint"]
    for word in ("Asha", "Verma", "Saraswati", "Vidya", "Shanti", "98765"):
        assert word not in seen["complaint"] and word not in seen["narrative"] and word not in form_of(ask, case, copy="redacted")
    assert "neighbour" in seen["complaint"]
    assert enter(ask, case, "it tells who she is", redaction__hide="neighbour", redaction__show="Saraswati").status_code == 200
    seen = ask.get(f"/api/cases/{case}/redaction").json()
    assert "neighbour" not in seen["complaint"] and "Saraswati" in seen["complaint"]
    assert seen["hide"] == "neighbour" and seen["show"] == "Saraswati"
