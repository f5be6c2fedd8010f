#!/usr/bin/python3
"""Make varied fund reports whose truth is known: report_<seed>.pdf beside report_<seed>.json.

usage: generate.py --seed N --count K --out DIR [--kind KIND]

The same seed gives the same bytes. The JSON has the fields that the project's scorers read (README.md).
"""
import argparse
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from reports import ledger_report, odd_ledgers, others, plan, portfolio, statements  # noqa: E402
from reports.sheet import Unfit  # noqa: E402

BUILDERS = {"ledger": ledger_report.build, "several funds": ledger_report.build_several,
            "odd ledger": odd_ledgers.build, "statement": statements.build_statement,
            "notice": statements.build_notice, "portfolio": portfolio.build, "other": others.build}


def make(seed, folder, kind=None):
    """Writes one report and returns its truth. A plan that does not fit its paper is drawn again."""
    for attempt in range(60):
        rng = random.Random(f"dossier {seed} {attempt} {kind or ''}")
        wanted = plan.draw(rng, kind)
        document = BUILDERS[wanted.kind](rng, wanted)
        if document is None:
            continue
        pdf = folder / f"report_{seed}.pdf"
        try:
            document.write(pdf)
        except Unfit:
            continue
        truth = document.json()
        truth["document"] = pdf.name
        pdf.with_suffix(".json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
        return truth
    raise SystemExit(f"seed {seed}: no plan fits its paper")


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--seed", type=int, required=True, help="the first seed")
    a.add_argument("--count", type=int, default=1)
    a.add_argument("--out", type=pathlib.Path, required=True)
    a.add_argument("--kind", choices=sorted(BUILDERS), help="only this kind of document (other bytes than without it)")
    a = a.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    for seed in range(a.seed, a.seed + a.count):
        make(seed, a.out, a.kind)


if __name__ == "__main__":
    main()
