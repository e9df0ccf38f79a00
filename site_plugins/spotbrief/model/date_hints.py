"""Dates as people write them in several languages, turned into EDTF (levels 0 and 1)."""

import re
from collections.abc import Callable, Iterator

_MONTHS = {
    1: "jan january janvier jänner januar січ січня січень янв января январь enero",
    2: "feb february février fevrier februar лют лютого лютий фев февраля февраль febrero",
    3: "mar march mars märz maerz бер березня березень мар марта март marzo",
    4: "apr april avril кві квітня квітень апр апреля апрель abril",
    5: "may mai май мая тра травня травень mayo",
    6: "jun june juin juni чер червня червень июн июня июнь junio",
    7: "jul july juillet juli лип липня липень июл июля июль julio",
    8: "aug august août aout сер серпня серпень авг августа август agosto",
    9: "sep sept september septembre вер вересня вересень сен сентября сентябрь septiembre",
    10: "oct october octobre okt oktober жов жовтня жовтень окт октября октябрь octubre",
    11: "nov november novembre лис листопада листопад ноя ноября ноябрь noviembre",
    12: "dec december décembre decembre dez dezember гру грудня грудень дек декабря декабрь diciembre",
}
_SEASONS = {
    21: "spring printemps frühling frühjahr весна навесні весни",
    22: "summer été ete sommer літо влітку літа лето",
    23: "autumn fall automne herbst осінь восени осені осень",
    24: "winter hiver зима взимку зими",
}
_NUMBER_OF = {word: number for table in (_MONTHS, _SEASONS) for number, words in table.items() for word in words.split()}
_ABOUT = re.compile(r"(?:~|≈|ca?\.|circa|about|around|approx(?:\.|imately)?|roughly|близько|um|vers)[\s-]*(.+)", re.IGNORECASE)
_MIDDLE = re.compile(r"(?:in |в |у |at )?(?:the )?(?:mid|middle of|середина|середині|mitte|mi)[\s-]+(.+)", re.IGNORECASE)
_EDGE = re.compile(
    r"(?:in |at |by |на |am |à la |au )?(?:the )?(?:very )?"
    r"(?:early|late|end of|beginning of|start of|кінець|наприкінці|початок|початку|ende|anfang|fin|début)[\s-]+(.+)",
    re.IGNORECASE,
)
"""The start or the end of a month or a year lies within it, and so does a deadline at its end."""
_PERHAPS = re.compile(r"(?:\?|probably|perhaps|maybe|possibly)\s*(.+)|(.+?)\s*\(\?\)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:before|until|till|up to|by(?: the)? end of|by|to|до(?: кінця)?|bis(?: ende)?|<)\s*(.+)", re.IGNORECASE)
_SINCE = re.compile(
    r"(?:since|from|after|з|від|seit|ab|depuis|>)\s*(.+)|(.+?)\s*(?:-|–|to|until|/)\s*(?:now|present|today|ongoing)", re.IGNORECASE
)
_TO = re.compile(r"\s+(?:-|to|until|till|and|bis|до|по|à)\s+|\s*(?:\.\.\.?|/|--)\s*", re.IGNORECASE)
_FROM = re.compile(r"(?:from|between|з|від|vom|du)\s+", re.IGNORECASE)
_TIGHT = re.compile(r"(\d{1,2})-(\d{1,2}\s+.+)|(\d{4})-(\d{2,4})|([^\W\d]+ ?\d*)-([^\W\d]+ \d{4}|\d{1,2},? \d{4})")
_QUARTER = re.compile(r"([qh])([1-4])[ /-]*(\d{4})|(\d{4})[ /-]*([qh])([1-4])", re.IGNORECASE)
_NOISE = re.compile(
    r"\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b,?|\b(?:the|of|on|le|der|am|den|du|року|рік|г|р|года)\b\.?"
    r"|(?<=\d)(?:st|nd|rd|th|er|e)\b",
    re.IGNORECASE,
)
_FIGURES = (
    (re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?"), "ymd"),
    (re.compile(r"(\d{4})(\d{2})(\d{2})"), "ymd"),
    (re.compile(r"(\d{4})\s?年(?:\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?)?"), "ymd"),
    (re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})"), "dmy"),
    (re.compile(r"(\d{1,2})[-/ ]+(\d{1,2})[-/ ]+(\d{4}|\d{2})"), "mdy"),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), "mdy"),
    (re.compile(r"(\d{1,2})[-/.](\d{4})"), "my"),
)
_TWO_YEARS = re.compile(r"\d{4}-2[1-4]")
"""Most people mean this by the figures; EDTF would read a season."""

_DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212\u00a0", "------ ")


def in_edtf(typed: str, valid: Callable[[str], bool]) -> list[str]:
    """The EDTF dates that *typed* may mean. Keeps only those that are *valid*; gives several where *typed* is ambiguous."""
    text = _tidy(typed)
    for way in (one_date, _qualified, _open, _span, _quarter):
        found = [made for made in dict.fromkeys(way(text)) if made != typed and valid(made)]
        if found:
            return found
    return []


def likeliest(typed: str) -> str:
    """The likeliest EDTF date for *typed*, even one that the calendar lacks; empty if there is none."""
    return next((made for made in one_date(_tidy(typed)) if re.fullmatch(r"\d{4}-\d{2}(?:-\d{2})?", made)), "")


def _tidy(typed: str) -> str:
    return " ".join(typed.translate(_DASHES).split()).strip(" .“”„«»‘’")


def one_date(text: str) -> Iterator[str]:
    """One date, in figures or with the name of its month or season."""
    if not _TWO_YEARS.fullmatch(text):
        yield text
    bare = " ".join(_NOISE.sub(" ", text).replace(",", " ").split())
    for form, order in _FIGURES:
        if found := form.fullmatch(bare):
            part = dict(zip(order, (figure and figure.zfill(2) for figure in found.groups()), strict=True))
            year = part["y"] if len(part["y"]) == 4 else f"20{part['y']}"
            made = "-".join(figure for figure in (year, part.get("m"), part.get("d")) if figure)
            if not _TWO_YEARS.fullmatch(made):
                yield made
    if found := re.fullmatch(r"(\d{3})0'?s", bare):
        yield f"{found[1]}X"
    yield from _named(bare)


def _named(bare: str) -> Iterator[str]:
    words = [word.casefold() for word in re.split(r"[ \-/.]+", bare) if word]
    names = [_NUMBER_OF[word] for word in words if word in _NUMBER_OF]
    figures = [word for word in words if word.isdecimal()]
    years = [figure for figure in figures if len(figure) == 4]
    days = [figure.zfill(2) for figure in figures if len(figure) <= 2]
    if len(names) == len(years) == 1 and len(days) <= 1 and len(words) == 2 + len(days):
        yield "-".join((years[0], f"{names[0]:02}", *days))


def _qualified(text: str) -> Iterator[str]:
    if found := _EDGE.fullmatch(text):
        yield from one_date(found[1])
    if found := _MIDDLE.fullmatch(text):
        yield from (f"{made}-15~" if len(made) == len("2025-03") else f"{made}~" for made in one_date(found[1]))
    if found := _ABOUT.fullmatch(text):
        yield from (f"{made}~" for made in one_date(found[1]))
    if found := _PERHAPS.fullmatch(text):
        yield from (f"{made}?" for made in one_date(found[1] or found[2]))


def _open(text: str) -> Iterator[str]:
    if found := _UNTIL.fullmatch(text):
        yield from (f"../{made}" for made in one_date(found[1]))
    if found := _SINCE.fullmatch(text):
        yield from (f"{made}/.." for made in one_date(found[1] or found[2]))


def _span(text: str) -> Iterator[str]:
    """A span. Each end may leave out the month or the year that the other end gives."""
    text = _FROM.sub("", text, count=1) if _FROM.match(text) else text
    parts = _TO.split(text)
    if len(parts) != 2 and (found := _TIGHT.fullmatch(text)):
        parts = [part for part in found.groups() if part]
    if len(parts) != 2:
        return
    first, last = parts
    last = first[:2] + last if re.fullmatch(r"\d{4}", first) and re.fullmatch(r"\d{2}", last) else last
    month, tail = next((word for word in first.split() if word.casefold() in _NUMBER_OF), ""), last.split()
    ends = [end for whole in (last, f"{month} {last}") for end in one_date(whole)]
    starts = [start for more in ([], tail[-1:], tail[-2:]) for start in one_date(" ".join([first, *more]))]
    yield from (f"{start}/{end}" for end in ends for start in starts)


def _quarter(text: str) -> Iterator[str]:
    """Quarters and halves of years."""
    if found := _QUARTER.fullmatch(text):
        letter, number, year = found.group(1, 2, 3) if found[1] else found.group(5, 6, 4)
        months = 3 if letter in "qQ" else 6
        last = int(number) * months
        yield f"{year}-{last - months + 1:02}/{year}-{last:02}"
