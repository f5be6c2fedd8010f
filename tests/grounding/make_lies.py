#!/usr/bin/env python3
"""Makes lies_by_rule.jsonl: each rule turns the true sentences of truths*.jsonl into lies told in words.

Nobody chose these lies one by one, so that they try the check where the lies written by hand did not look."""

import json
import pathlib
import re

HERE = pathlib.Path(__file__).parent
NAME = r"(?!In |On |At |Of )[A-Z][a-z]+"
PLACED = r"(?<=[a-z] )"  # within a sentence
NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|\\d"
THINGS = r"(?= [a-z]+s\b)"

# kind, what is looked for, what stands in its place
RULES = [
    ("quantity", rf"\b(?:{NUMBERS}){THINGS}", "a dozen"),
    ("quantity", rf"\b(?:{NUMBERS}){THINGS}", "hundreds of"),
    ("quantity", rf"\b(?:{NUMBERS}){THINGS}", "several"),
    ("quantity", r"\b[Tt]wo thirds\b", "three quarters"),
    ("quantity", r"\bone third\b", "two thirds"),
    ("quantity", r"\b50 per cent\b", "a quarter"),
    ("quantity", r"\b15 per cent\b", "a third"),
    ("quantity", r"\b(?<=worth )Rs", "twice Rs"),
    ("quantity", r"$", " for the third time"),
    ("quantity", r"$", " half a dozen times"),
    ("time", r"\b(\d[\d:]*) am\b", r"\1 pm"),
    ("time", r"\b(\d[\d:]*) pm\b", r"\1 am"),
    ("time", r"\bmorning\b", "evening"),
    ("time", r"\bnight\b", "afternoon"),
    ("time", r"$", " at the stroke of midnight"),
    ("time", r"$", ", and that was yesterday"),
    ("name", r"^", "According to sanjay mishra, "),
    ("name", rf"{PLACED}by (?={NAME})", "by sanjay and "),
    ("charge", r"$", ", which is punishable with life imprisonment"),
    ("charge", r"$", ", and a murder followed"),
    ("denial", r"\b(was|were|is|are|has|have|had)\b(?! not)", r"\1 never"),
    ("denial", r"\b(reports|states) that\b", r"\1 that it is untrue that"),
    ("denial", r"\b(did|does|could|has|had|was) not\b", r"\1"),
    ("denial", r"\b[Nn]obody\b", "somebody"),
    ("denial", r"\b(?:neither|no)\b(?= [a-z])", "every"),
    ("denial", r"\bcannot\b", "can"),
    ("denial", r"\bmay not\b", "may"),
]


def exchanged(sentence):
    """The first two full names of a sentence with their family names exchanged, and the two persons exchanged."""
    names = list(dict.fromkeys(re.findall(rf"{NAME} {NAME}", sentence)))
    if len(names) < 2:
        return
    (one, first), (other, second) = names[0].split(), names[1].split()
    yield "name", sentence.replace(names[0], f"{one} {second}")
    yield "deed", re.sub(f"{names[0]}|{names[1]}", lambda m: names[1] if m.group() == names[0] else names[0], sentence)


def lies_of(text):
    for sentence in re.split(r"(?<=[a-z\d])[.;] (?=[A-Za-z])", text.rstrip(".")):
        for kind, wanted, lie in RULES:
            told = re.sub(wanted, lie, sentence, count=1)
            if told != sentence:
                yield kind, told
        yield from exchanged(sentence)


def main():
    truths = [json.loads(line) for file in ("truths", "truths_held_out") for line in (HERE / f"{file}.jsonl").read_text().splitlines()]
    told, of_rule = [], {}
    for truth in truths:
        for kind, text in lies_of(truth["text"]):
            told.append({"source": truth["source"], "kind": kind, "text": text + "."})
    # What every sentence can have behind it would be most of the set: every seventh of these is enough.
    kept = []
    for lie in told:
        ending = next((e for e in ("third time.", "dozen times.", "midnight.", "yesterday.", "imprisonment.", "followed.") if lie["text"].endswith(e)),
                      "According" if lie["text"].startswith("According") else None)
        of_rule[ending] = of_rule.get(ending, 0) + 1
        if ending is None or of_rule[ending] % 7 == 1:
            kept.append(lie)
    with (HERE / "lies_by_rule.jsonl").open("w") as out:
        for lie in kept:
            out.write(json.dumps(lie, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
