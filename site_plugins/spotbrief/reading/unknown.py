"""A key that its place does not have: what was probably meant, and how to say it here."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from spotbrief.model.countries import is_country_alone, spoken_in
from spotbrief.model.instants import parse_instant
from spotbrief.model.judgement import Followup, Judgement, is_followup
from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Hint
from spotbrief.reading.field_lists import field_names_of_all, lists_of_ids
from spotbrief.reading.fields import class_at, did_you_mean, field_names, is_list, listed, nearest, very_near
from spotbrief.reading.ids import slugs, suggestion
from spotbrief.reading.language_hints import of_field
from spotbrief.reading.languages import of_country
from spotbrief.reading.names_hint import of_names
from spotbrief.reading.recovery import value_at
from spotbrief.reading.synonyms import EXPIRIES, LANGUAGES, NEEDLESS, OF_FILE_NAME, foreign, ours_for
from spotbrief.reading.yaml_hints import odd_start

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}\Z", re.ASCII)
_TAKE_OUT = "take this line out"
_TITLED = re.compile(r"(?P<src>[^\s\"']+)\s+[\"'](?P<alt>[^\"']+)[\"']")
"""A path with words behind it, as Markdown has them inside the brackets."""
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(\s*<?(?P<src>[^\s<>)]+)>?(?:\s+[\"'].*)?\)")
_OF_MACHINE = re.compile(r"[A-Za-z]:[\\/](?!/)|file:|\\\\|~/|/(?:home|Users|tmp|mnt|Volumes)/")
"""How paths begin that lead nowhere on another machine."""
_LONGEST = 60
"""Characters of a value that a hint says again."""


def unknown_field(kind: Any, values: Any, pointer: Pointer, value: Any) -> tuple[str, str]:
    """The message about the unknown key at *pointer*, and the mend."""
    name, inside = str(pointer[-1]), class_at(kind, pointer[:-1])
    around = value_at(values, pointer[:-1])
    around = around if isinstance(around, dict) else {}
    inside = Followup if inside is Judgement and is_followup(around) else inside
    known = field_names(inside) if inside else ()
    if odd := odd_start(name):
        return odd
    message = f"there is no field '{name if len(name) <= _LONGEST else name[: _LONGEST - 1] + '…'}' here"
    meant = nearest(name, known)
    if meant and name.startswith(f"{meant}_"):  # withdrawn_by says something else than withdrawn, which takes a text down
        meant = None
    near = meant if meant and very_near(name, meant) else None
    if inside is Followup and name in field_names(Judgement):
        return f"'{name}' is said where the judgement was made, and nowhere else", _TAKE_OUT
    if hint := _from_elsewhere(kind, pointer, value, known, around):
        return message, hint
    if hint := ("" if near else _wrong_level(kind, values, pointer, known, around)):
        return message, hint
    near = meant
    if "when" in known and "title" in known and _DAY.match(name) and isinstance(value, str):
        return message, f"write when: {name}, and on the next line title: {plain(value)}"
    if value is None and not near:
        return f"{message}, and it has no value", "a comma ends a text between { and }: put the text in quotes"
    if " " in name and not near:
        return message, "put a text with a colon in it in quotes; one that goes over several lines needs | after the colon of its key"
    if near and near.casefold() in {str(key).casefold() for key in around if key != name}:
        return message, f"'{near}' is there already: {_TAKE_OUT}, or name the field that is meant"
    if near and isinstance(value, str) and is_list(kind, (*pointer[:-1], near)):
        return message, _renamed(kind, pointer, near, value, around)
    return message, did_you_mean(name, known) if near else f"known: {listed(known)}" if known else ""


def _from_elsewhere(kind: Any, pointer: Pointer, value: Any, known: tuple[str, ...], around: Mapping[str, Any]) -> str:
    """The mend for a field of another system; empty where it is none."""
    name = str(pointer[-1])
    word, text = foreign(name), value if isinstance(value, str) else ""
    if is_country_alone(name) and (language := spoken_in(name)):
        return Hint(f"{of_country(name)}: write {language}", name, language)
    if hint := of_field(kind, name, value, known, around):
        return hint
    if word == "draft" and "status" in known:
        return _instead(around, "status", "status: draft") if text.casefold() not in ("false", "no", "off", "0") else _public()
    if word == "history" and "revisions" in known:
        return "likelihood and probability say what was thought first; write each later view below revisions, newest last"
    if ours := ours_for(name, known):
        return _renamed(kind, pointer, ours, value, around)
    if word in OF_FILE_NAME or (word == "url" and "former_slugs" in known):
        wanted = suggestion(text.strip("/").rpartition("/")[2])
        return f"the address comes from the file's name: {_TAKE_OUT}" + (f", and name the file {wanted}" if wanted else "")
    if word in LANGUAGES and "language" in known:
        return _renamed(kind, pointer, "language", value, around)
    if word in LANGUAGES:
        return f"the language is that of the whole site: {_TAKE_OUT}"
    if word in EXPIRIES:
        return f"nothing is taken down by a date: {_TAKE_OUT}, and write status: withdrawn when the time comes"
    return f"the site sees to that by itself: {_TAKE_OUT}" if word in NEEDLESS else ""


def _public() -> str:
    return f"what is no draft is public: {_TAKE_OUT}"


def _instead(around: Mapping[str, Any], ours: str, line: str) -> str:
    return f"'{ours}' says that here, and is there already: {_TAKE_OUT}" if ours in around else f"write {line}"


def _renamed(kind: Any, pointer: Pointer, ours: str, value: Any, around: Mapping[str, Any]) -> str:
    at = (*pointer[:-1], ours)
    name, written = str(pointer[-1]), _written(kind, at, ours, value)
    if ours in around:
        return _instead(around, ours, "")
    if not written:
        return Hint(f"call it {ours}", name, ours)
    typed = as_typed(value)
    if ours in lists_of_ids():
        hint = Hint(f"write {ours}: {written}", f"{name}: {typed}", f"{ours}: {written}")
        return of_names(hint, value if isinstance(value, list) else [value], written[1:-1], kind, at)
    if written in (typed, plain(typed)):  # what needs quotation marks has them already
        return Hint(f"write {ours}: {written}", name, ours)
    return Hint(f"write {ours}: {written}", f"{name}: {typed}", f"{ours}: {written}")


def _written(kind: Any, pointer: Pointer, ours: str, value: Any) -> str:
    """*value* as the field *ours* takes it, on one line; empty where it is too long for a hint or cannot be known."""
    texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    if not texts or not all(isinstance(text, str) and len(text) <= _LONGEST and "\n" not in text for text in texts):
        return ""
    if ours == "image":
        return as_image(texts[0])
    if ours in ("published", "updated", "embargo", "as_of") and not _is_moment(texts[0]):
        return ""
    if ours == "former_slugs":
        return f"[{', '.join(made for text in texts if (made := suggestion(text.strip('/').rpartition('/')[2])))}]"
    if ours in lists_of_ids():
        return f"[{', '.join(id for text in texts for id in slugs(text))}]"
    if is_list(kind, pointer):
        return f"[{', '.join(map(flow, texts))}]"
    return plain(texts[0]) if len(texts) == 1 else ""


def as_image(text: str) -> str:
    """The field `image` for a path, or for a picture as Markdown has it."""
    found = _PICTURE.fullmatch(text.strip()) or _TITLED.fullmatch(text.strip())
    src, alt = (found["src"], found["alt"]) if found else (text, "")
    src = name_on_machine(src) or src.replace("\\", "/")
    return f"{{src: {flow(src)}, alt: {flow(alt) if alt else 'What it shows'}}}"


def name_on_machine(path: str) -> str:
    """The name of a file whose *path* leads somewhere on one machine alone; empty for other paths."""
    return re.split(r"[\\/]", path.strip())[-1] if _OF_MACHINE.match(path.strip()) else ""


def as_typed(value: Any) -> str:
    """A text or a list of texts as most people type it on one line."""
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def _is_moment(text: str) -> bool:
    try:
        return bool(parse_instant(text, ZoneInfo("UTC")))
    except ValueError:
        return False


def plain(text: str) -> str:
    """*text* after a colon, in quotes where it needs them."""
    odd = text[:1] in "\"'[]{}>|*&!%#`@,?:-" or ": " in text or " #" in text or text != text.strip() or text.endswith(":")
    return in_quotes(text) if odd or not text else text


def flow(text: str) -> str:
    """*text* inside brackets, in quotes where it needs them."""
    return in_quotes(text) if any(sign in text for sign in ",[]{}:#") or not text else plain(text)


def in_quotes(text: str) -> str:
    """*text* in the quotation marks that it does not hold."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def _wrong_level(kind: Any, values: Any, pointer: Pointer, known: tuple[str, ...], around: Mapping[str, Any]) -> str:
    """The mend for a field of what stands around this place, or inside something beside it."""
    name = str(pointer[-1])
    if name not in field_names_of_all():
        return ""
    for field in _with(kind, pointer[:-1], name, known, around):
        first = _first_key(around.get(field))
        if first:
            return f"it belongs to '{field}' above it: indent it as far as '{first}' there"
        if field in around:
            return f"it belongs to an entry of '{field}': write the sentence there as - text: …, and this below it, indented like text"
        return f"it is a field of '{field}': write it there"
    for length in range(len(pointer) - 2, -1, -1):
        outer = class_at(kind, pointer[:length])
        if outer and name in field_names(outer) and isinstance(value_at(values, pointer[:length]), dict):
            of = f"'{pointer[length - 2]}'" if length > 1 and isinstance(pointer[length - 1], int) else "the whole"
            return f"it is a field of {of}, and stands too deep: indent it less" if name not in value_at(values, pointer[:length]) else ""
    return ""


def _with(kind: Any, at: Pointer, name: str, known: tuple[str, ...], around: Mapping[str, Any]) -> Iterator[str]:
    """The fields beside a key that have *name* inside, the one that was typed last before it first."""
    typed = [key for key in around if key in known]
    before = typed if name not in around else [key for key in typed if list(around).index(key) < list(around).index(name)]
    for field in dict.fromkeys((*reversed(before), *known)):
        inside = class_at(kind, (*at, field, 0)) or class_at(kind, (*at, field))
        if inside and name in field_names(inside):
            yield field


def _first_key(value: Any) -> str:
    last = value[-1] if isinstance(value, list) and value else value
    return str(next(iter(last))) if isinstance(last, dict) and last else ""
