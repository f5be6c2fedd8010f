#!/usr/bin/python3
"""Score `dossier funds analyse --json` on generated reports, and show which layouts are weak.

usage: score_generated.py --dossier BIN --seeds A-B [--kind KIND] [--keep DIR] [--axes] [--verbose] [--jobs N]

Each seed of A..B is generated into a temporary folder (or DIR) and analysed. Definitions: a row is exact when kind,
date and signed amount agree, or when the rows of its kind and day have the same sum; a silent error is a missed or
invented row that no flag's box holds, beyond the number of the other flags on its page; a false flag is one on a page
where nothing is wrong.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from decimal import Decimal

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from generate import BUILDERS, make  # noqa: E402

TIME_LIMIT_SECONDS = 60
REPORTED = {"total_capital_called": "total_calls", "cumulative_distributions": "total_distributions",
            "paid_in_capital": "pic", "nav": "nav",
            "commitment": "commitment", "unfunded_commitment": "unfunded", "dpi": "dpi", "rvpi": "rvpi",
            "tvpi": "tvpi", "net_irr": "irr"}
METRICS = {"paid_in_capital": "pic", "dpi": "dpi", "rvpi": "rvpi", "tvpi": "tvpi", "irr": "irr"}


@dataclass
class Outcome:
    """What one document scored: counts, and the reasons it is not whole."""
    seed: int
    features: list
    seconds: float = 0
    counts: Counter = field(default_factory=Counter)
    reasons: list = field(default_factory=list)

    def share(self, name, right, what):
        self.counts[name] += 1
        self.counts[name + " right"] += bool(right)
        if not right:
            self.reasons.append(what)


def near(got, want, tolerance):
    if isinstance(want, list):
        return any(near(got, w, tolerance) for w in want)
    if want is None or got is None:
        return want is None and got is None
    return abs(float(got) - float(want)) <= tolerance * max(1.0, abs(float(want)))


def row_key(row):
    return row["kind"], row["date"], Decimal(str(row["amount"]))


def match_rows(truth, found):
    """(exact pairs, rows that only split or merge, missed, invented)."""
    waiting = defaultdict(list)
    for row in found:
        waiting[row_key(row)].append(row)
    pairs, missed = [], []
    for row in truth:
        queue = waiting[row_key(row)]
        at_place = (r for r in queue if r.get("page") == row["page"] and covers(r.get("box"), row["amount_box"]))
        twin = next(at_place, queue[0] if queue else None)
        if twin is None:
            missed.append(row)
        else:
            queue.remove(twin)
            pairs.append((row, twin))
    extra = [row for queue in waiting.values() for row in queue]
    merged = 0
    for day in {row_key(r)[:2] for r in missed}:
        ours = [r for r in missed if row_key(r)[:2] == day]
        theirs = [r for r in extra if row_key(r)[:2] == day]
        if theirs and sum(row_key(r)[2] for r in ours) == sum(row_key(r)[2] for r in theirs):
            merged += len(ours)
            missed = [r for r in missed if row_key(r)[:2] != day]
            extra = [r for r in extra if row_key(r)[:2] != day]
    return pairs, merged, missed, extra


def covers(box, true_box):
    """Whether a found box holds the middle of the printed amount and is not much larger than it."""
    if not box or len(box) != 4:
        return False
    x, y = (true_box[0] + true_box[2]) / 2, (true_box[1] + true_box[3]) / 2
    inside = box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1
    return inside and box[3] - box[1] <= 3 * (true_box[3] - true_box[1]) + 4


def count_silent(missed, wrong, flags):
    """Wrong rows by page that neither a flag's box around them nor a flag of their own accounts for."""
    def holds(flag, row):
        box = flag.get("box") or [0, 0, 0, 0]
        x, y = (row["amount_box"][0] + row["amount_box"][2]) / 2, (row["amount_box"][1] + row["amount_box"][3]) / 2
        return flag.get("page") == row["page"] and box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1

    held = Counter(row["page"] for row in missed if any(holds(flag, row) for flag in flags))
    others = Counter(flag.get("page") for flag in flags if not any(holds(flag, row) for row in missed))
    return sum(max(0, count - held[page] - others[page]) for page, count in wrong.items())


def brief(row):
    return f"{row['kind']} {row['date']} {row['amount']}"


def score_rows(out, truth, answer, flags):
    found = [dict(t, amount=t.get("amount", "0")) for f in answer.get("funds", []) for t in f.get("transactions", [])]
    pairs, merged, missed, extra = match_rows(truth["transactions"], found)
    wrong = Counter(r["page"] for r in missed)
    for row in extra:
        wrong[row.get("page")] = max(wrong[row.get("page")], 1)
    silent = count_silent(missed, wrong, flags)
    false = [f for f in flags if not wrong[f.get("page")] and f.get("code") not in truth["flags_expected"]]
    out.counts.update({"rows": len(truth["transactions"]), "exact": len(pairs) + merged, "invented": len(extra),
                       "silent": silent, "false flags": len(false)})
    out.reasons += [f"missed {brief(r)} ({r['amount_printed']})" for r in missed[:3]] + [f"invented {brief(r)}"
                                                                                         for r in extra[:3]]
    out.reasons += [f"false flag {f.get('code')} p{f.get('page')}" for f in false[:2]]
    for want, got in pairs:
        out.share("effects", near(got.get("paid_in_effect"), want["pic_effect"], 1e-9)
                  and near(got.get("distribution_effect"), want["dist_effect"], 1e-9),
                  f"effects of {brief(want)}: {got.get('paid_in_effect')}/{got.get('distribution_effect')}")
        out.share("places", got.get("page") == want["page"] and covers(got.get("box"), want["amount_box"]),
                  f"place of {brief(want)}")
        if want["recallable"]:
            out.share("recallable", got.get("recallable") is True,
                      f"recallable of {brief(want)}: {got.get('recallable')}")


def plain_name(name):
    return [w for w in re.findall(r"\w+", (name or "").lower())
            if w not in ("l", "p", "lp", "slp", "scsp", "fpci", "gmbh", "co", "kg")]


def score_fund(out, block, fund):
    label = block.get("name", "")
    for key, metric in METRICS.items():
        if key in block.get("computed", {}):
            got = (fund or {}).get("metrics", {}).get(metric)
            out.share("metrics", fund is not None and near(got, block["computed"][key], 1e-4),
                      f"{label}: {metric} {got} wanted {block['computed'][key]}")
    for key, value in block.get("reported_metrics", {}).items():
        text = str(value)
        if not re.fullmatch(r"-?[\d.]+[x%]?", text):
            continue
        want = float(text.rstrip("x%")) / (100 if text.endswith("%") else 1)
        got = (fund or {}).get("reported", {}).get(REPORTED[key])
        out.share("printed", near(got, want, 1e-6), f"{label}: printed {REPORTED[key]} {got} wanted {value}")


def score_ledger(out, truth, answer, flags):
    score_rows(out, truth, answer, flags)
    funds = answer.get("funds", [])
    if "funds" not in truth:
        block = {"name": truth["fund"]["name"], "computed": truth.get("computed", {}),
                 "reported_metrics": truth["reported_metrics"]}
        score_fund(out, block, funds[0] if len(funds) == 1 else None)
        return
    for block in truth["funds"]:
        score_fund(out, block, next((f for f in funds if plain_name(f.get("name")) == plain_name(block["name"])), None))


def score_other(out, truth, answer, code):
    """Documents without a dated ledger: nothing invented, and what they hold is read."""
    found = [t for f in answer.get("funds", []) for t in f.get("transactions", [])]
    out.share("others", code in (0, 1) and not found,
              f"expected {truth['expect']}, got exit {code} and {len(found)} rows")
    lines = [l for f in answer.get("funds", []) for l in f.get("statement_lines", [])]
    for want in truth.get("statement_lines", []):
        same = lambda l: all(near(l.get(a), want[b], 1e-9) for a,
                             b in (("qtd", "current_quarter"), ("ytd", "year_to_date"), ("itd", "since_inception")))
        out.share("lines", any(same(l) for l in lines), f"statement line {want['line']}")
    table = [r for d in answer.get("documents", []) for r in d.get("portfolio_rows", [])]
    for want in truth.get("funds", []):
        same = lambda r: plain_name(r.get("name")) == plain_name(want["fund"]) and all(near(r.get(k), want[k], 1e-9)
                                                                                       for k in ("commitment",
                                                                                                 "cash_in", "cash_out"))
        out.share("portfolio", any(same(r) for r in table), f"portfolio row {want['fund']}")


def score_seed(dossier, seed, folder, kind=None):
    truth = make(seed, folder, kind)
    out = Outcome(seed, truth["layout_features"])
    started = time.monotonic()
    try:
        run = subprocess.run([str(dossier), "funds", "analyse", "--json", str(folder / truth["document"])],
                             capture_output=True, text=True, timeout=TIME_LIMIT_SECONDS)
        answer, code = json.loads(run.stdout), run.returncode
    except (subprocess.TimeoutExpired, ValueError) as e:
        answer, code = {}, -1
        out.reasons.append(f"no answer: {type(e).__name__}")
    out.seconds = time.monotonic() - started
    flags = [f for d in answer.get("documents", []) for f in d.get("flags", [])]
    if truth["expect"] == "parse":
        score_ledger(out, truth, answer, flags)
    else:
        score_other(out, truth, answer, code)
    return out


def score_seeds(dossier, seeds, folder, kind=None, jobs=1):
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda seed: score_seed(dossier, seed, folder, kind), seeds))


def total(outcomes):
    counts = Counter()
    for out in outcomes:
        counts.update(out.counts)
    return counts


def rows_text(n):
    exact = 100 * n["exact"] / max(1, n["rows"])
    return (f"rows exact {n['exact']}/{n['rows']} ({exact:.2f} %), invented {n['invented']}, "
            f"silent errors {n['silent']}, false flags {n['false flags']}")


def shares_text(n, names):
    return ", ".join(f"{name} {n[name + ' right']}/{n[name]}" for name in names)


def summary(outcomes):
    n = total(outcomes)
    shares = shares_text(n, "effects places recallable metrics printed lines portfolio others".split())
    whole = sum(not out.reasons for out in outcomes)
    slowest = max(out.seconds for out in outcomes)
    return f"{len(outcomes)} documents, {whole} without a fault; {rows_text(n)}, {shares}; slowest {slowest:.2f} s"


def axis_lines(outcomes):
    """Each axis value whose documents are not all whole, the weakest first."""
    groups = defaultdict(list)
    for out in outcomes:
        for feature in out.features:
            groups[feature].append(out)
    lines = []
    for feature, outs in groups.items():
        n = total(outs)
        rows = n["exact"] / n["rows"] if n["rows"] else 1
        faulty = sum(bool(o.reasons) for o in outs)
        shares = shares_text(n, ["metrics", "printed"])
        text = f"  {feature:34} with a fault {faulty}/{len(outs)}; {rows_text(n)}, {shares}"
        lines.append((rows, -faulty / len(outs), feature, text, faulty))
    return [text for _, _, _, text, faulty in sorted(lines) if faulty]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--dossier", required=True, type=pathlib.Path)
    a.add_argument("--seeds", required=True, help="A-B or a single seed")
    a.add_argument("--kind", choices=sorted(BUILDERS))
    a.add_argument("--keep", type=pathlib.Path, help="folder for the documents; a temporary one otherwise")
    a.add_argument("--axes", action="store_true", help="the score by axis value")
    a.add_argument("--verbose", action="store_true", help="every reason of every seed")
    a.add_argument("--jobs", type=int, default=1)
    a = a.parse_args()
    first, _, last = a.seeds.partition("-")
    with tempfile.TemporaryDirectory() as scrap:
        folder = a.keep or pathlib.Path(scrap)
        folder.mkdir(parents=True, exist_ok=True)
        outcomes = score_seeds(a.dossier, range(int(first), int(last or first) + 1), folder, a.kind, a.jobs)
    for out in outcomes:
        if out.reasons:
            print(f"seed {out.seed}: " + "; ".join(out.reasons if a.verbose else out.reasons[:3]) +
                  ("" if a.verbose or len(out.reasons) < 4 else f" (+{len(out.reasons) - 3})"))
            if a.verbose:
                print("    " + ", ".join(out.features))
    if a.axes:
        print("\n".join(axis_lines(outcomes)))
    print(summary(outcomes))
    n = total(outcomes)
    return 0 if n["exact"] >= 0.995 * n["rows"] and not n["silent"] else 1


if __name__ == "__main__":
    sys.exit(main())
