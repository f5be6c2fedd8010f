"""What a report looks like: one value per axis, drawn at random, then made to agree with each other."""
from dataclasses import dataclass, field, replace

from . import days, words
from .numbers import NumberStyle
from .sheet import FAMILIES
from .tables import WHITE, TableStyle


def pick(rng, weighted):
    """One of {value: weight}."""
    return rng.choices(list(weighted), weights=list(weighted.values()))[0]


KINDS = {"ledger": 66, "statement": 7, "notice": 8, "portfolio": 6, "several funds": 6, "other": 7, "odd ledger": 8}
LAYOUTS = {
    "three tables": 30,
    "combined": 20,
    "two columns": 14,
    "components": 12,
    "side by side": 7,
    "sections": 10,
    "call components": 7,
}
RULES = {"grid": 24, "horizontal": 18, "header rule": 17, "stripes": 12, "none": 14, "outer box": 8, "columns": 7}
LANGUAGES = {"en": 60, "de": 22, "fr": 18}
CURRENCIES = {
    "en": {"USD": 60, "EUR": 18, "GBP": 14, "CHF": 3, "INR": 5},
    "de": {"EUR": 85, "CHF": 15},
    "fr": {"EUR": 92, "CHF": 8},
}
FIGURES_AS = {"lines": 34, "one line": 16, "two columns": 28, "tiles": 10, "pairs": 12}


def words_of(group, lang, role):
    options = getattr(words, group)[lang][role]
    return options if isinstance(options, list) else [options]


def separators_of(rng, lang, currency):
    if currency == "INR":
        return "12,34,567.89"
    if currency == "CHF":
        return pick(rng, {"1'234.56": 8, "1,234.56": 2})
    if lang == "de":
        return pick(rng, {"1.234,56": 9, "1'234.56": 1, "1,234.56": 1})
    if lang == "fr":
        return pick(rng, {"1 234,56": 5, "1 234,56 narrow": 4, "1.234,56": 1})
    return pick(rng, {"1,234.56": 90, "1.234,56": 4, "1 234,56": 3, "1'234.56": 2}) if currency == "EUR" else "1,234.56"


@dataclass
class Plan:
    lang: str
    kind: str
    features: dict = field(default_factory=dict)
    # The axes below are read by the documents; `features` names them for the score.
    numbers: NumberStyle = NumberStyle()
    table: TableStyle = None
    heading_color: tuple = (0, 0, 0)
    chosen: dict = field(default_factory=dict)  # one synonym per role, so that a report keeps to its words

    def word(self, rng, group, role):
        """The synonym of this report for a role; in both languages where the report is bilingual."""
        if (group, role) not in self.chosen:
            of = lambda lang: rng.choice(words_of(group, lang, role))
            own = of(self.lang)
            both = self.features.get("bilingual") == "yes" and group in ("COLUMNS", "TITLES", "FIGURES")
            english = of("en") if both else own
            self.chosen[group, role] = own if english == own else f"{own} / {english}"
        return self.chosen[group, role]

    def __getattr__(self, axis):
        try:
            return self.__dict__["features"][axis.replace("_", " ")]
        except KeyError:
            raise AttributeError(axis) from None


def draw(rng, kind=None):
    kind = kind or pick(rng, KINDS)
    lang = pick(rng, LANGUAGES)
    plan = Plan(lang, kind)
    f = plan.features
    f["kind"], f["language"] = kind, lang
    f["bilingual"] = "yes" if lang != "en" and rng.random() < 0.12 else "no"
    f["layout"] = pick(rng, LAYOUTS) if kind in ("ledger", "several funds") else kind
    if kind == "several funds" and f["layout"] == "side by side":
        f["layout"] = "three tables"
    _page(rng, f)
    _numbers(rng, plan)
    _table(rng, plan)
    _dates(rng, plan)
    _ledger(rng, f)
    _breaks(rng, f)
    _agree(rng, plan)
    return plan


def _page(rng, f):
    f["paper"] = pick(rng, {"A4": 50, "letter": 45, "legal": 5})
    wide = f["layout"] == "components" or f["kind"] == "portfolio"
    f["orientation"] = pick(rng, {"portrait": 35 if wide else 80, "landscape": 45 if wide else 12, "rotated 90": 6,
                                  "rotated 270": 2})
    f["font"] = rng.choice(FAMILIES)
    f["size"] = rng.choice([8, 8.5, 9, 9.5, 10])
    f["margin"] = rng.choice([36, 44, 54, 64])
    f["heading"] = pick(rng, {"lines": 5, "one line": 3, "table": 3})
    f["title"] = pick(rng, {"left": 7, "center": 3})


def _numbers(rng, plan):
    f, lang = plan.features, plan.lang
    currency = pick(rng, CURRENCIES[lang])
    scale = pick(rng, {"units": 78, "thousands": 14, "millions": 8}) if currency != "INR" else "units"
    decimals = {"units": rng.choice([0, 0, 2]), "thousands": rng.choice([0, 0, 0, 1]),
                "millions": rng.choice([1, 2, 2, 3])}[scale]
    if lang != "en" and scale == "units":
        decimals = rng.choice([0, 2, 2])
    place = {"before": 20, "header": 34, "code before": 6, "accounting": 10, "none": 10} if lang == "en" else \
        {"after": 18, "header": 40, "code after": 10, "code before": 6, "none": 12, "spaced before": 4}
    plan.numbers = NumberStyle(separators_of(rng, lang, currency), decimals,
                               pick(rng, {"parentheses": 45, "minus": 32, "typographic minus": 13, "trailing minus": 5,
                                          "angle": 2}),
                               currency, pick(rng, place), scale)
    if scale != "units" and plan.numbers.place in ("after", "code after", "spaced before", "code before"):
        plan.numbers = replace(plan.numbers, place="header")
    f["scale note"] = rng.choice(["document", "header"]) if scale != "units" else "none"
    f["currency"], f["scale"], f["separators"] = currency, scale, plan.numbers.separators
    f["currency place"], f["negative"] = plan.numbers.place, plan.numbers.negative


def _table(rng, plan):
    f = plan.features
    f["rules"], f["header"] = pick(rng, RULES), pick(rng, {"plain": 45, "light fill": 35, "white on dark": 20})
    f["cells"] = pick(rng, {"top": 70, "centred by height": 30})
    tint = rng.choice([(0.10, 0.22, 0.42), (0.05, 0.35, 0.33), (0.35, 0.12, 0.15), (0.2, 0.2, 0.22)])
    light = tuple(0.86 + 0.1 * c for c in tint)
    plan.heading_color = tint if rng.random() < 0.5 else (0, 0, 0)
    plan.table = TableStyle(
        rules=f["rules"], header_fill={"plain": None, "light fill": light, "white on dark": tint}[f["header"]],
        header_ink=WHITE if f["header"] == "white on dark" else None, middle=f["cells"] != "top",
        header_bold=f["header"] != "plain" or rng.random() < 0.8, size=f["size"] - rng.choice([0, 0.5, 1]),
        air=rng.choice([2, 3, 4, 5]), full_width=rng.random() < 0.75, header_align_center=rng.random() < 0.12)
    f["width"] = "full" if plan.table.full_width else "natural"


def _dates(rng, plan):
    f, lang = plan.features, plan.lang
    f["precision"] = "day"
    if f["layout"] in ("components", "two columns"):
        f["precision"] = pick(rng, {"day": 40, "quarter": 45, "month": 15} if f["layout"] == "components"
                              else {"day": 80, "quarter": 12, "month": 8})
    if f["precision"] == "quarter":
        f["dates"] = rng.choice(days.QUARTER_STYLES[lang])
    elif f["precision"] == "month":
        f["dates"] = rng.choice(days.MONTH_STYLES[lang])
    else:
        f["dates"] = pick(rng, dict(days.DAY_STYLES[lang]))
    if f["currency"] == "USD" and f["dates"] == "dd/mm/yyyy" and rng.random() < 0.6:
        f["dates"] = "mm/dd/yyyy"
    if f["currency"] in ("GBP", "INR", "EUR") and f["dates"] == "mm/dd/yyyy":
        f["dates"] = "dd/mm/yyyy"
    wrapped = f["dates"] in days.WRAPPABLE and f["layout"] != "side by side" and rng.random() < 0.35
    f["wrapped dates"] = "yes" if wrapped else "no"


def _ledger(rng, f):
    f["length"] = pick(rng, {"short": 30, "medium": 50, "long": 20})
    f["signs"] = "positive"
    if f["layout"] in ("combined", "three tables", "sections", "two columns"):
        odds = {"positive": 60, "investor cash": 30, "fund side": 6,
                "DR/CR": 5} if f["layout"] == "combined" else {"positive": 80, "investor cash": 20}
        f["signs"] = pick(rng, odds)
    f["adjustments"] = "none"
    if f["layout"] in ("three tables", "sections", "combined", "side by side",
                       "call components") and f["signs"] not in ("fund side", "DR/CR"):
        f["adjustments"] = pick(rng, {"none": 45, "investor cash": 20, "effect": 18, "left to the totals": 17})
    f["adjustment words"] = "none" if f["adjustments"] == "none" else rng.choice(["clear", "vague"])
    f["recallable"] = pick(rng, {"unsaid": 35, "column": 25, "description": 20, "footnote": 20})
    f["reversal"] = "yes" if rng.random() < 0.12 else "no"
    f["totals"] = pick(rng, {"labelled": 45, "yearly": 18, "without a word": 12, "none": 25})
    f["balance column"] = "yes" if rng.random() < 0.22 else "no"
    f["percent column"] = "yes" if rng.random() < 0.16 else "no"
    f["two dates"] = "yes" if rng.random() < 0.12 else "no"
    f["fund and share"] = "yes" if rng.random() < 0.12 else "no"
    f["number column"] = rng.choice(["yes", "no"])
    f["description column"] = "yes" if rng.random() < 0.85 else "no"
    f["net column"] = rng.choice(["yes", "no"])
    f["nil"] = rng.choice(["–", "-", "empty", "0", "—"])
    f["figures as"] = pick(rng, FIGURES_AS)
    f["figures"] = pick(rng, {"before": 35, "after": 55, "none": 10})
    f["nav"] = pick(rng, {"known": 82, "unknown": 13, "nil": 5})
    f["hidden text"] = "yes" if rng.random() < 0.04 else "no"
    f["age"] = pick(rng, {"old": 93, "under a year": 7})
    f["trap"] = pick(rng, {"none": 66, "holdings": 12, "nav history": 9, "prose amounts": 13})
    f["footnote mark"] = rng.choice(["*", "†", "¹", "raised 1", "(1)"])


def _breaks(rng, f):
    f["page break"] = pick(rng, {"as it falls": 62, "inside the table": 20, "title stranded": 10,
                                 "table on its own page": 8})
    f["repeated header"] = rng.choice(["yes", "yes", "no"])
    f["carried forward"] = "yes" if rng.random() < 0.12 else "no"
    f["commentary"] = pick(rng, {"none": 60, "before": 25, "after": 15})


def _agree(rng, plan):
    """Takes back what does not go together."""
    f, n = plan.features, plan.numbers
    if f["signs"] == "investor cash" and f["adjustments"] not in ("none", "investor cash"):
        f["adjustments"] = "investor cash"
    if f["layout"] in ("combined", "sections") and f["signs"] == "positive" and f["adjustments"] == "investor cash":
        f["adjustments"] = "effect"  # calls printed positive beside a cash convention would contradict each other
    if f["signs"] == "DR/CR":
        plan.numbers = replace(n, negative="DR/CR", place="header")
        f["negative"], f["currency place"] = "DR/CR", "header"
    if f["adjustments"] == "left to the totals":
        f["figures"] = "after" if f["figures"] == "none" else f["figures"]
    if f["layout"] == "components":
        f["recallable"] = rng.choice(["unsaid", "footnote"])
        f["reversal"] = f["two dates"] = f["fund and share"] = "no"
    if f["layout"] == "two columns":
        f["recallable"] = rng.choice(["unsaid", "description"])
        f["two dates"] = f["fund and share"] = f["percent column"] = "no"
    if f["layout"] == "side by side":
        f["length"], f["description column"], f["page break"] = "short", "no", "as it falls"
        f["two dates"] = f["fund and share"] = f["balance column"] = f["percent column"] = f["number column"] = "no"
        f["recallable"] = rng.choice(["unsaid", "footnote"])
        plan.table.repeat_header = True
    if f["layout"] in ("combined", "sections"):
        f["fund and share"] = f["percent column"] = "no"
    if f["precision"] != "day":
        f["two dates"] = "no"
    if f["description column"] == "no" and f["recallable"] == "description" and f["layout"] == "two columns":
        f["recallable"] = "unsaid"
    if f["kind"] == "several funds":
        f["length"], f["trap"], f["page break"] = "short", "none", rng.choice(["as it falls", "table on its own page"])
        f["nav"], f["age"], f["figures"] = "known", "old", "after"
    if f["kind"] in ("notice", "other") and plan.numbers.scale != "units":
        n = plan.numbers = replace(plan.numbers, scale="units", decimals=2)
        f["scale"], f["scale note"] = "units", "none"
    special = {"typographic minus": f["negative"], "1 234,56 narrow": f["separators"], "INR": f["currency"]}
    if any(k == v for k, v in special.items()) and f["font"] in ("Helvetica", "Times"):
        f["font"] = rng.choice(["DejaVu Sans", "DejaVu Condensed", "DejaVu Serif"])
    if f["footnote mark"] == "¹" and f["font"] == "Noto Serif":
        f["footnote mark"] = "*"
    if f["carried forward"] == "yes" and (f["layout"] not in ("three tables", "combined")
                                          or f["signs"] in ("DR/CR", "fund side")):
        f["carried forward"] = "no"
    plan.table.repeat_header = f["repeated header"] == "yes"
