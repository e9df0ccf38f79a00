"""`python -m tests.words.cldr FOLDER`: what the Unicode Consortium says about languages (CLDR), as far as pages need it.

Months, weekdays, the order of dates, numbers and lists come from Babel; the alphabets, which Babel leaves out, from the package
`cldr-misc-full` of npm, unpacked in FOLDER. `make cldr` calls it. A file for each language whose texts CLDR calls modern.
"""

import calendar
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import babel
from babel import Locale, UnknownLocaleError
from babel.core import get_global

LOCALE = Path(__file__).parents[2] / "site_plugins" / "spotbrief" / "locale"
LANGUAGES = (
    "ar az be bg bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt lv mk ms nb nl nn pl pt ro "
    "sk sl sq sr sv sw tr uk ur uz vi zh"
).split()
_NAMES = {
    "M": "{m}",
    "MM": "{mm}",
    "d": "{day}",
    "dd": "{day}",
    "MMMM": "{month}",
    "LLLL": "{month}",
    "MMM": "{month}",
    "LLL": "{month}",
    "y": "{year}",
    "EEEE": "{weekday}",
    "cccc": "{weekday}",
}
BRITISH = {"en": "en_GB"}
OURS: dict[str, dict[str, Any]] = {
    "en": {
        "cities": {},
        "name": "English",
        "own": "English",
        "long_day": "{weekday} {day} {month} {year}",
        "months_short": [name[:3] for name in calendar.month_name[1:]],
        "months_short_alone": [name[:3] for name in calendar.month_name[1:]],
    },
    "uk": {
        "weekdays": ["понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя"],  # the sign that editors type
        "alphabet": list("АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"),  # an index leaves out what no name begins with
    },
    "be": {"alphabet": list("АБВГҐДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯ")},
    "bg": {"alphabet": list("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ")},
    "pl": {"alphabet": list("AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ")},
}
"""What we write otherwise, as newspapers do."""
_YEAR = re.compile(r"[\s\u202f]*'(?:р|г)\.?'\.?|[\s\u202f]*(?:р|г)\.$")
"""The word for year, which texts leave out where it is plain."""
_PIECE = re.compile(r"'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+")


def pattern(cldr: str) -> str:
    """A pattern of CLDR with names: `{day} {month} {year}`."""
    pieces = _PIECE.finditer(_YEAR.sub("", cldr))
    said = "".join(found[1] if found[0].startswith("'") else _NAMES.get(found[0], found[0]) for found in pieces)
    return said.replace("\u202f", "\xa0")


def months(locale: Locale, context: str, width: str) -> list[str]:
    """January to December."""
    return [str(locale.months[context][width][number]) for number in range(1, 13)]


def skeleton(locale: Locale, *names: str) -> str:
    """The first of some patterns that the language has."""
    return next(pattern(locale.datetime_skeletons[name].pattern) for name in names if name in locale.datetime_skeletons)


def alphabet(folder: Path, language: str) -> list[str]:
    """The letters under which an index lists, in their order; none where the data has no such list for the language."""
    path = folder / "main" / language / "characters.json"
    if not path.is_file():
        return []
    index = json.loads(path.read_text("utf-8"))["main"][language]["characters"]["index"]
    return [letter.strip("{}") for letter in index.strip("[]").split(" ")]


def cities(locale: Locale) -> Iterator[tuple[str, str]]:
    """The cities after which timezones in and around Europe are named, where the language calls them otherwise."""
    for zone, said in sorted(locale.time_zones.items()):
        name = said.get("city", "")
        if zone.startswith(("Europe/", "Asia/", "Africa/Cairo")) and name and name != zone.rpartition("/")[2].replace("_", " "):
            yield zone, name


def conventions(language: str, folder: Path) -> dict[str, Any]:
    """What pages need to know of *language*."""
    locale = Locale.parse(BRITISH.get(language, language), sep="_")
    likely = Locale.parse(get_global("likely_subtags").get(language, language))
    joined = {name: str(locale.list_patterns["standard"][name]) for name in ("2", "middle", "end")}
    symbols = locale.number_symbols["latn"]
    return {
        "source": f"CLDR, by Babel {babel.__version__} and cldr-misc-full 48.2.0",
        "language": language,
        "name": locale.get_display_name("en"),
        "own": locale.get_display_name(language),
        "territory": locale.territory or likely.territory or "",
        "dir": locale.text_direction,
        "months": months(locale, "format", "wide"),
        "months_alone": months(locale, "stand-alone", "wide"),
        "months_short": months(locale, "format", "abbreviated"),
        "months_short_alone": months(locale, "stand-alone", "abbreviated"),
        "weekdays": [str(locale.days["format"]["wide"][number]) for number in range(7)],
        "day": pattern(locale.date_formats["long"].pattern),
        "long_day": pattern(locale.date_formats["full"].pattern),
        "month": skeleton(locale, "yMMMM"),
        "day_and_month": skeleton(locale, "MMMMd", "MMMd"),
        "short_day": skeleton(locale, "yMMMd"),
        "short_month": skeleton(locale, "yMMM"),
        "group": symbols["group"].replace("\u202f", "\xa0"),
        "decimal": symbols["decimal"],
        "minimum_grouping": int(locale._data.get("minimum_grouping_digits") or 1),
        "percent": re.sub("[#,0]+", "{number}", locale.percent_formats[None].pattern),
        "list": joined,
        "alphabet": alphabet(folder, language),
        "cities": dict(cities(locale)),
    } | OURS.get(language, {})


def main(folder: Path) -> None:
    """Write all of them."""
    for language in LANGUAGES:
        try:
            made = conventions(language, folder)
        except UnknownLocaleError:
            continue
        lines = (f" {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in made.items())
        text = "{\n" + ",\n".join(lines) + "\n}"
        (LOCALE / f"{language}.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
