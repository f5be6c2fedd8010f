"""Makes up a ledger that a fund of this size and age could have."""
from datetime import date, timedelta

from . import days, names, words
from .flows import Entry, Ledger
from .plan import pick

LENGTHS = {"short": ((2, 5), (0, 4)), "medium": ((5, 11), (3, 10)), "long": ((14, 26), (10, 24))}
RECALLED = {
    "refund_call": (-1, 0),
    "raise_call": (1, 0),
    "refund_distribution": (0, -1),
    "raise_distribution": (0, 1),
    "recall": (1, 0),
}


def rounded(rng, amount, numbers):
    """To an amount that GPs print: whole thousands often, odd units or cents at times; exact in the number style."""
    whole = rng.choice([1, 1, 500 * 100, 1000 * 100, 10000 * 100, 100])
    step = max(numbers.step, whole if whole % numbers.step == 0 else numbers.step)
    return max(step, int(round(amount / step)) * step)


def make(rng, plan):
    numbers, lang = plan.numbers, plan.lang
    as_of, days_of_calls, days_of_distributions = _calendar(rng, plan)
    commitment = rng.choice([20, 25, 40, 50, 75, 120] + ([2, 3, 5, 7.5, 10, 12, 15] if plan.scale != "millions"
                                                         else [])) * 10**6 * 100
    commitment = int(commitment * (50 if plan.currency == "INR" else 1)) // numbers.step * numbers.step
    called_share = rng.uniform(0.3, 0.95) if plan.age == "old" else rng.uniform(0.1, 0.3)
    calls = [_call(rng, plan, day, i) for i, day in enumerate(days_of_calls)]
    _spread(rng, calls, commitment * called_share, numbers)
    called = sum(e.amount for e in calls)
    distributions = [_distribution(rng, plan, day) for day in days_of_distributions]
    _spread(rng, distributions, called * rng.uniform(0.05, 1.6), numbers)
    entries = calls + distributions
    if plan.reversal == "yes":
        entries += _reversal(rng, plan, calls, distributions)
    if plan.adjustments != "none":
        entries += _adjustments(rng, plan, calls, distributions, as_of)
    for e in entries:
        e.settle()
        e.precision = plan.precision
        if plan.two_dates == "yes":
            e.notice_day = days.working_day(e.day - timedelta(days=rng.randint(9, 14)))
        if plan.fund_and_share == "yes" and e.kind != "adjustment":
            e.fund_total = e.amount * rng.choice([12, 18, 25, 40])
    order = ["capital_call", "distribution", "adjustment"]
    ledger = Ledger(sorted(entries, key=lambda e: (order.index(e.kind), e.day)), as_of, commitment, None)
    if plan.nav == "nil" and not distributions:
        plan.features["nav"] = "unknown"
    if plan.nav == "known":
        target = ledger.paid_in * rng.uniform(0.7, 2.4) - ledger.distributed
        ledger.nav = rounded(rng, max(target, ledger.paid_in * 0.15), numbers)
    elif plan.nav == "nil":
        ledger.nav = 0
    return ledger


def _calendar(rng, plan):
    """The report's day, the days of calls and those of distributions, in order and told apart by kind."""
    (c0, c1), (d0, d1) = LENGTHS[plan.length]
    calls, dists = rng.randint(c0, c1), rng.randint(d0, d1)
    if plan.layout in ("side by side", "two columns", "components"):
        dists = max(dists, 2)
    start = days.working_day(date(rng.randint(2008, 2021), rng.randint(1, 12), rng.randint(1, 28)))
    if plan.age != "old":
        as_of = days.last_of_quarter(start + timedelta(days=rng.randint(100, 210)))
        calls, dists = min(calls, 4), min(dists, 1)
        plan.features["nav"] = "known"
        if plan.precision != "day":
            plan.features["precision"], plan.features["dates"] = "day", rng.choice(["iso", "dd.mm.yyyy"])
    else:
        years = max(2 + (calls + dists) / 8, rng.uniform(2, 10))
        as_of = days.last_of_quarter(min(start + timedelta(days=int(365 * years)), date(2025, 6, 30)))
    span = (as_of - start).days - 5
    if span < 90:
        as_of = days.last_of_quarter(start + timedelta(days=160))
        span = (as_of - start).days - 5
    coarse = {"quarter": days.last_of_quarter, "month": lambda d: days.last_of_month(d.year,
                                                                                     d.month)}.get(plan.precision)
    choose = lambda low, high, count: sorted({days.working_day(start + timedelta(days=rng.randint(low, high)))
                                              for _ in range(count)})
    first = [start] + [d for d in choose(30, max(31, int(span * 0.75)), calls - 1) if d > start]
    later = choose(int(span * 0.25) + 20, span - 3, dists) if dists else []
    if coarse:
        first, later = sorted({coarse(d) for d in first}), sorted({coarse(d) for d in later})
    first, later = [d for d in first if d <= as_of], [d for d in later if d <= as_of]
    if plan.precision == "day" and not days.settles_order(first + later, plan.dates):
        first[0] = days.working_day(first[0].replace(day=15))  # at most the 17th
    return as_of, sorted(first), later


def _spread(rng, entries, total, numbers):
    weights = [rng.uniform(0.4, 1.6) for _ in entries]
    for e, w in zip(entries, weights):
        e.amount = rounded(rng, total * w / sum(weights), numbers)


def _call(rng, plan, day, i):
    texts = words.DESCRIPTIONS[plan.lang]["first" if i == 0 and rng.random() < 0.6 else "call"]
    text = rng.choice(texts).format(co=rng.choice(names.COMPANIES[plan.lang]), year=day.year)
    style = plan.chosen.setdefault("numbering", rng.choice(["{n}", "{n}", "#{n}", "DD-{n:02d}", "CC-{n}"]))
    return Entry("capital_call", day, 0, type=plan.chosen.setdefault("call type",
                                                                     rng.choice(words.CALL_TYPES[plan.lang])),
                 subject="call",
                 description=text, number=style.format(n=i + 1))


def _distribution(rng, plan, day):
    subject = pick(rng, {"return_of_capital": 35, "gain": 30, "income": 15, "dividend": 12, "interest": 8})
    text = rng.choice(words.DESCRIPTIONS[plan.lang][subject]).format(co=rng.choice(names.COMPANIES[plan.lang]),
                                                                     year=day.year)
    kind = plan.chosen.setdefault(("component", subject), rng.choice(words.COMPONENTS[plan.lang][subject]))
    recallable = plan.recallable != "unsaid" and subject == "return_of_capital" and rng.random() < 0.6
    return Entry("distribution", day, 0, type=kind, subject=subject, description=text, recallable=recallable)


def _reversal(rng, plan, calls, distributions):
    """A call or distribution entered a second time with the opposite sign, where enough others show the direction."""
    many = [group for group in (calls, distributions) if len(group) >= 4]
    if not many:
        plan.features["reversal"] = "no"
        return []
    group = rng.choice(many)
    e = group[rng.randrange(1, len(group) - 1)]
    what = words.REVERSED[plan.lang][0 if e.kind == "capital_call" else 1]
    text = rng.choice(words.REVERSAL[plan.lang]).format(what=what, n=e.number or days.day_text(e.day, "iso", "en"))
    coarse = {"quarter": days.last_of_quarter, "month": lambda d: days.last_of_month(d.year,
                                                                                     d.month)}.get(plan.precision,
                                                                                                   days.working_day)
    day = min(coarse(e.day + timedelta(days=rng.randint(8, 25))), max(x.day for x in calls + distributions))
    if plan.layout == "call components" and any(x.day == day for x in group):
        plan.features["reversal"] = "no"  # parts of one day share a row, and a row of two events has no one total
        return []
    plan.features["description column"] = "yes"
    return [Entry(e.kind, day, -e.amount, e.type, e.subject, text, number="", recallable=False
                  if e.kind == "distribution" else None)]


def _adjustments(rng, plan, calls, distributions, as_of):
    sorts = ["refund_call", "raise_call", "recall"] + (["refund_distribution", "raise_distribution"] if distributions
                                                       else [])
    if plan.adjustment_words == "vague":
        sorts.remove("recall")
    out, used = [], set()
    for _ in range(rng.choice([1, 2, 2, 3])):
        sort = pick(rng, {s: {"refund_call": 4, "refund_distribution": 3}.get(s, 1) for s in sorts})
        e = rng.choice(distributions if "distribution" in sort else calls)
        low = e.day + timedelta(days=25)
        day = days.working_day(low + timedelta(days=rng.randint(0, 90)))
        if day >= as_of or day in used:
            continue
        used.add(day)
        name, clear, vague = rng.choice(words.ADJUSTMENTS[plan.lang][sort])
        text = (clear if plan.adjustment_words == "clear" else vague).format(n=e.number or "1",
                                                                             co=rng.choice(names.COMPANIES[plan.lang]))
        size = rounded(rng, abs(e.amount) * rng.uniform(0.01, 0.12), plan.numbers)
        on_pic, on_dist = RECALLED[sort]
        entry = Entry("adjustment", day, 0, type=name, subject=sort, description=text, paid_in=on_pic * size,
                      distributed=on_dist * size)
        effect = entry.paid_in + entry.distributed
        sides = ["effect"] if plan.layout in ("combined",
                                              "sections") and plan.signs == "positive" else ["investor cash", "effect"]
        side = plan.chosen.setdefault("adjustment side", rng.choice(sides))
        convention = side if plan.adjustments == "left to the totals" else plan.adjustments
        entry.amount = entry.lp_cash if convention == "investor cash" else effect
        out.append(entry)
    if not out:
        plan.features["adjustments"] = plan.features["adjustment words"] = "none"
    return out
