#!/usr/bin/env python3
"""How many wordings of a question get the answer that its plainest wording gets.

usage: score_paraphrases.py --dossier BIN [--held] [--verbose] [FILE.jsonl]

A line has `documents` (of samples/), `plain`, `said` (other wordings), `before` (turns before `said`, where it is a
follow-up; `plain` is then whole by itself) and `refuse` (every wording must be refused). Every fourth line is held out:
nobody reads those, --held scores them alone.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINES = pathlib.Path(__file__).with_name("paraphrases.jsonl")


def ask(dossier, documents, questions):
    """The answers to `questions`, each asked by itself, from one process."""
    command = [str(dossier), "funds", "ask", "--json", "--apart", *(str(ROOT / "samples" / name) for name in documents)]
    for question in questions:
        command += ["-q", question]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)  # without the command, which holds the questions
    return json.loads(done.stdout)["answers"]


def figures(answer):
    return [round(float(v["value"]), 4) for v in answer["values"] if isinstance(v.get("value"), (int, float))]


def rows(answer):
    return sorted((row["kind"], row["date"], str(row["amount"])) for row in answer["rows"])


def same(plain, said, refuse):
    """Whether `said` was answered as `plain` was: the figure asked for (the first) is there, and the rows are the same."""
    if refuse or said["answered"] is False:
        return bool(refuse) and said["answered"] is False
    if figures(plain):
        return figures(plain)[0] in figures(said) and (not rows(plain) or rows(plain) == rows(said))
    return rows(plain) == rows(said) if rows(plain) else plain["answer"][:50] == said["answer"][:50]


def score(dossier, lines):
    """(number alike, number asked, the wordings that were not alike with their answers)."""
    by_documents = collections.defaultdict(list)
    for line in lines:
        by_documents[tuple(line["documents"])].append(line)
    asked, unlike = 0, []
    for documents, some in by_documents.items():
        questions = []
        for line in some:
            turns = line.get("before") or []
            questions += [line["plain"]] + ["\n".join([*turns, said]) for said in line["said"]]
        answers = iter(ask(dossier, documents, questions))
        for line in some:
            plain = next(answers)
            for said in line["said"]:
                answer = next(answers)
                asked += 1
                if not same(plain, answer, line.get("refuse")):
                    unlike.append((line, plain, said, answer))
    return asked - len(unlike), asked, unlike


def read(path, held):
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [line for number, line in enumerate(lines, 1) if (number % 4 == 0) == held]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--dossier", required=True)
    options.add_argument("--held", action="store_true")
    options.add_argument("--verbose", action="store_true")
    options.add_argument("file", nargs="?", type=pathlib.Path, default=LINES)
    options = options.parse_args()
    alike, asked, unlike = score(options.dossier, read(options.file, options.held))
    for line, plain, said, answer in unlike if options.verbose and not options.held else ():
        print(f"{line['id']} {line['plain']!r} -> {plain['answer'][:120]!r}\n   {said!r} -> {answer['answer'][:160]!r}")
    refused = sum(answer["answered"] is False for _, _, _, answer in unlike)
    print(f"{alike} of {asked} wordings alike ({alike / asked:.1%}); unlike: {refused} refused, {len(unlike) - refused} other")
    return 0


if __name__ == "__main__":
    sys.exit(main())
