"""Texts in several languages where one has to stand alone: how a desk writes them."""

import re
from collections.abc import Mapping
from typing import Any

from spotbrief.model.briefing import Briefing
from spotbrief.reading.languages import own_names

_BESIDE = "run spotbrief translate, which begins that file"
_LONGEST = 40
_NEEDS_QUOTES = re.compile(r"[^\w .-]")
_IN_CODE = re.compile(r"(?P<field>.+)[_-](?P<code>[a-z]{2,3})")


def of_texts(kind: Any, texts: Mapping[Any, Any]) -> str:
    """The mend for a text that stands in several languages, by their codes; empty where it does not."""
    codes = [str(code) for code in texts]
    if len(codes) < 2 or not own_names().keys() >= set(codes):
        return ""
    if kind is Briefing:
        return f"write it in the language of the briefing alone; what it says in another stands in a file beside this one: {_BESIDE}"
    return f"write it in the language of the desk alone; or {_named(*codes)}"


def of_field(kind: Any, name: str, value: Any, known: tuple[str, ...], around: Mapping[str, Any]) -> str:
    """The mend for an unknown field that holds a translation, such as `title_uk` or `uk`; empty for any other."""
    found = _IN_CODE.fullmatch(name)
    field, code = (found["field"], found["code"]) if found and found["field"] in known else ("", name)
    if name == "translations":
        field, code = "", next(iter(value), "") if isinstance(value, dict) else ""
    elif code not in own_names() or code == "id":  # Indonesian, and what many call an id
        return ""
    if kind is Briefing:
        return f"a translation of a briefing is a file beside it, with its texts alone: {_BESIDE}"
    other = next(one for one in ("en", "uk") if one != code)
    if field:
        both = f"{field}: {{{other}: {_short(around.get(field))}, {code}: {_short(value)}}}"
        return f"write both in one field: {both}; and {_named(other, code)}"
    return _named(other, code) if code else ""


def _short(text: object) -> str:
    """*text* where it can stand between braces as it is."""
    return text if isinstance(text, str) and len(text) <= _LONGEST and not _NEEDS_QUOTES.search(text) else "…"


def _named(*codes: str) -> str:
    said = ", ".join(f"{code}: {own_names().get(code, code)}" for code in codes)
    return f"name all languages of the desk in mkdocs.yml, among the options of briefings: languages: {{{said}}}"
