"""How a report prints days, months and quarters."""
import calendar
from datetime import date, timedelta

MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}
SHORT = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "de": "Jan Feb Mrz Apr Mai Jun Jul Aug Sep Okt Nov Dez".split(),
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
}
DAY_STYLES = {
    "en": [("iso", 4), ("dd-Mon-yyyy", 5), ("dd-Mon-yy", 2), ("d Month yyyy", 3), ("Month d, yyyy", 3),
           ("Mon d, yyyy", 2), ("mm/dd/yyyy", 4), ("dd/mm/yyyy", 3), ("dd.mm.yyyy", 1), ("yyyy/mm/dd", 1),
           ("d Mon yyyy", 2), ("dd-mm-yyyy", 1)],
    "de": [("dd.mm.yyyy", 8), ("d. Month yyyy", 3), ("iso", 2), ("dd.mm.yy", 2), ("dd/mm/yyyy", 1)],
    "fr": [("dd/mm/yyyy", 6), ("d month yyyy", 4), ("dd.mm.yyyy", 2), ("iso", 1), ("d mon yyyy", 1)],
}
MONTH_STYLES = {
    "en": ["Mon-yy", "Month yyyy", "Mon yyyy"], "de": ["Month yyyy", "mm/yyyy"], "fr": ["month yyyy", "mm/yyyy"],
}
QUARTER_STYLES = {"en": ["Q1 2023", "1Q23", "Q1'23", "2023Q1", "2023-Q1", "Q1-2023"],
                  "de": ["Q1 2023", "Q1/2023", "1. Quartal 2023"],
                  "fr": ["T1 2023", "1er trimestre 2023"]}
WRAPPABLE = {"d Month yyyy", "Month d, yyyy", "d. Month yyyy", "d month yyyy", "1. Quartal 2023", "1er trimestre 2023"}


def last_of_month(year, month):
    return date(year, month, calendar.monthrange(year, month)[1])


def last_of_quarter(day):
    return last_of_month(day.year, (day.month - 1) // 3 * 3 + 3)


def quarter_text(day, style):
    q, year = (day.month - 1) // 3 + 1, day.year
    ordinal = "1er" if q == 1 else f"{q}e"
    return {"Q1 2023": f"Q{q} {year}", "1Q23": f"{q}Q{year % 100:02d}", "Q1'23": f"Q{q}'{year % 100:02d}",
            "2023Q1": f"{year}Q{q}", "2023-Q1": f"{year}-Q{q}", "Q1-2023": f"Q{q}-{year}", "Q1/2023": f"Q{q}/{year}",
            "1. Quartal 2023": f"{q}. Quartal {year}", "T1 2023": f"T{q} {year}",
            "1er trimestre 2023": f"{ordinal} trimestre {year}"}[style]


def day_text(day, style, lang):
    """A day, or the month or quarter that ends with it, in the style named by an example."""
    if style in sum(QUARTER_STYLES.values(), []):
        return quarter_text(day, style)
    d, m, y = day.day, day.month, day.year
    long, short = MONTHS[lang][m - 1], SHORT[lang][m - 1]
    first = "1er" if lang == "fr" and d == 1 else str(d)
    return {
        "iso": f"{y}-{m:02d}-{d:02d}", "dd-Mon-yyyy": f"{d:02d}-{short}-{y}",
            "dd-Mon-yy": f"{d:02d}-{short}-{y % 100:02d}",
        "d Month yyyy": f"{d} {long} {y}", "Month d, yyyy": f"{long} {d}, {y}", "Mon d, yyyy": f"{short} {d}, {y}",
        "d Mon yyyy": f"{d} {short} {y}", "mm/dd/yyyy": f"{m:02d}/{d:02d}/{y}", "dd/mm/yyyy": f"{d:02d}/{m:02d}/{y}",
        "dd.mm.yyyy": f"{d:02d}.{m:02d}.{y}", "dd.mm.yy": f"{d:02d}.{m:02d}.{y % 100:02d}",
        "yyyy/mm/dd": f"{y}/{m:02d}/{d:02d}", "dd-mm-yyyy": f"{d:02d}-{m:02d}-{y}", "d. Month yyyy": f"{d}. {long} {y}",
        "d month yyyy": f"{first} {long} {y}", "d mon yyyy": f"{first} {short} {y}",
        "Mon-yy": f"{short}-{y % 100:02d}", "Month yyyy": f"{long} {y}", "month yyyy": f"{long} {y}",
        "Mon yyyy": f"{short} {y}", "mm/yyyy": f"{m:02d}/{y}",
    }[style]


def headline_style(style, lang):
    """The long form that goes with a table's style, in the same order of day and month."""
    if lang == "de":
        return "dd.mm.yyyy" if style in ("dd.mm.yyyy", "iso") else "d. Month yyyy"
    if lang == "fr":
        return "d month yyyy"
    return "Month d, yyyy" if style in ("mm/dd/yyyy", "Month d, yyyy", "Mon d, yyyy", "iso") else "d Month yyyy"


def working_day(day):
    return day + timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))


def settles_order(days, style):
    """Whether a reader of these days alone can tell day from month."""
    return style not in ("mm/dd/yyyy", "dd/mm/yyyy", "dd-mm-yyyy") or any(d.day > 12 for d in days)
