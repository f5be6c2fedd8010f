#!/usr/bin/python3
"""Score `dossier funds analyse --json` on the papers set by hand (set_papers/).

usage: score_papers.py --dossier BIN [--keep DIR] [NAME...]

A paper is right when every row, printed figure, statement line and portfolio row is, nothing is invented, and no flag
stands on it that a right reading does not have.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from set_papers import (abroad, accounts, administrators, corners, habits, ledgers, letters, notices,  # noqa: E402
                        offices, quarterlies, statements, templates, trackers)

SETS = (quarterlies, ledgers, notices, abroad, habits, trackers, administrators, statements, offices, templates,
        letters, accounts, corners)
PAPERS = {paper.name: paper for papers in SETS for paper in papers.PAPERS}
assert len(PAPERS) == sum(len(papers.PAPERS) for papers in SETS), "two papers have one name"


def number(text):
    return Decimal(str(text).replace(",", "").replace("-", "0") if str(text) == "-" else str(text).replace(",", ""))


def close(got, want):
    return got is not None and abs(float(got) - float(want)) <= 1e-6 * max(1.0, abs(float(want)))


def faults_of_rows(paper, answer):
    found = [dict(t, fund=f.get("name") or "") for f in answer.get("funds", []) for t in f.get("transactions", [])]
    faults, matched = [], set()
    for want in paper.rows:
        same = next((i for i, t in enumerate(found) if i not in matched and t["kind"] == want.kind
                     and t["date"] == want.date and number(t["amount"]) == number(want.amount)), None)
        if same is None:
            faults.append(f"missed {want.kind} {want.date} {want.amount}")
            continue
        matched.add(same)
        faults += faults_of_row(want, found[same])
    return faults + [f"invented {t['kind']} {t['date']} {t['amount']}" for i, t in enumerate(found)
                     if i not in matched]


def faults_of_row(want, got):
    where = f"{want.kind} {want.date} {want.amount}"
    faults = []
    for name, value in (("paid_in_effect", want.paid_in), ("distribution_effect", want.distributed)):
        if value is not None and number(got[name]) != number(value):
            faults.append(f"{name} of {where}: {got[name]}")
    if want.recallable is not None and got["recallable"] is not want.recallable:
        faults.append(f"recallable of {where}: {got['recallable']}")
    if want.number is not None and got["number"] != want.number:
        faults.append(f"number of {where}: {got['number']}")
    if want.fund and want.fund not in got["fund"]:
        faults.append(f"fund of {where}: {got['fund']}")
    return faults


def faults_of_figures(paper, answer):
    funds, faults = answer.get("funds", []), []
    if paper.funds is not None and len(funds) != paper.funds:
        faults.append(f"{len(funds)} funds, wanted {paper.funds}")
    for block, wanted in (("reported", paper.reported), ("metrics", paper.metrics)):
        for name, value in wanted.items():
            got = funds[0].get(block, {}).get(name) if funds else None
            if not close(got, value):
                faults.append(f"{block} {name}: {got}, wanted {value}")
    lines = Counter((l.get("qtd"), l.get("ytd"), l.get("itd")) for f in funds for l in f.get("statement_lines", []))
    return faults + [f"statement line {line}" for line in paper.lines if tuple(line) not in lines]


def faults_of_portfolio(paper, answer):
    rows = [r for d in answer.get("documents", []) for r in d.get("portfolio_rows", [])]
    faults = []
    for name, *figures in paper.portfolio:
        row = next((r for r in rows if r["name"] == name), None)
        got = [row.get(k) for k in ("commitment", "cash_in", "cash_out")] if row else None
        if got is None or any(g is None or number(g) != number(w) for g, w in zip(got, figures)):
            faults.append(f"portfolio row {name}: {got}")
    return faults + (["portfolio rows invented"] if len(rows) > len(paper.portfolio) else [])


def faults_of(dossier, paper, folder):
    file = folder / f"{paper.name}.pdf"
    paper.draw(file)
    run = subprocess.run([str(dossier), "funds", "analyse", "--json", str(file)], capture_output=True, text=True,
                         timeout=60)
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        wanted = (paper.rows, paper.portfolio, paper.lines, paper.reported, paper.metrics, paper.flags)
        return [] if not any(wanted) and run.returncode == 3 else [f"no answer: {run.stderr}"]
    flags = [f for d in answer.get("documents", []) for f in d.get("flags", [])]
    faults = faults_of_rows(paper, answer) + faults_of_figures(paper, answer) + faults_of_portfolio(paper, answer)
    faults += [f"false flag {f['code']}: {f['message']}" for f in flags if f["code"] not in paper.flags]
    return faults + [f"no flag {code}" for code in paper.flags - {f["code"] for f in flags}]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--dossier", required=True, type=pathlib.Path)
    a.add_argument("--keep", type=pathlib.Path, help="folder for the papers; a temporary one otherwise")
    a.add_argument("names", nargs="*", metavar="NAME")
    a = a.parse_args()
    right = 0
    with tempfile.TemporaryDirectory() as scrap:
        folder = a.keep or pathlib.Path(scrap)
        folder.mkdir(parents=True, exist_ok=True)
        chosen = [PAPERS[name] for name in a.names or PAPERS]
        for paper in chosen:
            faults = faults_of(a.dossier, paper, folder)
            right += not faults
            print(f"{paper.name}: " + ("right" if not faults else "\n    ".join([""] + faults).lstrip("\n")))
    print(f"{right} of {len(chosen)} papers right")
    return 0 if right == len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())
