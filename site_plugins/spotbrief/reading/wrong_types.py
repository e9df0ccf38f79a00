"""Values of a wrong shape, such as a text in place of a list: what they are, and how to write them."""

import re
from typing import Any

from spotbrief.model.countries import is_country_alone, spoken_in
from spotbrief.model.origin import Pointer
from spotbrief.model.problem import Hint
from spotbrief.model.sorts import TEXTS
from spotbrief.reading.field_lists import lists_of_ids, lists_of_sentences
from spotbrief.reading.fields import class_at, field_names, sort_at
from spotbrief.reading.ids import slugs, suggestion
from spotbrief.reading.language_hints import of_texts
from spotbrief.reading.languages import of_country
from spotbrief.reading.names_hint import of_names
from spotbrief.reading.recovery import value_at
from spotbrief.reading.unknown import as_image, as_typed, flow, in_quotes, name_on_machine
from spotbrief.reading.yaml_hints import odd_start

_NUMBERED = re.compile(r"\d{1,2}[.)]\s+(?P<entry>\S.*?)(?=\s+\d{1,2}[.)]\s|$)", re.DOTALL)
_URL = re.compile(r"(?:https?://|www\.)\S+\Z")
_WORD = re.compile(r"[\w.-]+")
_FIRST_FIELDS: dict[str, tuple[str, ...]] = {"corrections": ("when", "was", "now")}
"""Fields that examples show, for kinds whose first fields are not the important ones."""


def wrong_shape(kind: Any, values: Any, pointer: Pointer, error_type: str, value: Any) -> tuple[str, str]:
    """The message about the shape of *value* at *pointer* in *values* of *kind*, and the mend."""
    given = {str: f"the text '{short(value)}'", list: "a list", dict: "a mapping", type(None): "nothing"}.get(type(value), "something else")
    if error_type == "tuple_type":
        return f"{named(pointer)} is {given}, but a list is wanted", _list_hint(kind, pointer, value)
    if error_type == "string_type":
        return f"{named(pointer)} is {given}, but a text is wanted", _text_hint(kind, values, pointer, value)
    return f"{named(pointer)} is {given}, but fields are wanted", _fields_hint(kind, pointer, value)


def unlisted(values: Any, pointer: Pointer) -> str:
    """The mend for words in brackets where one word is wanted, or in more brackets than one pair; empty for anything else."""
    if in_list := bool(pointer) and isinstance(pointer[-1], int):
        pointer = pointer[:-1]
    words = list(_flat(value_at(values, pointer)))
    if not words or not all(isinstance(word, str) and _WORD.fullmatch(word) for word in words):
        return ""
    name, typed = _name(pointer), as_typed(value_at(values, pointer))
    if in_list:
        return f"write {name}: [{short(', '.join(words))}]"
    if len(words) > 1:
        return ""
    return Hint(f"write {name}: {short(words[0])}", f"{name}: {typed}", f"{name}: {words[0]}")


def named(pointer: Pointer) -> str:
    """A place in an editor's words."""
    if pointer and isinstance(pointer[-1], int):
        return f"entry {pointer[-1] + 1} of '{_name(pointer)}'"
    return f"'{_name(pointer)}'"


def short(value: Any) -> str:
    """The start of what was typed."""
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _flat(value: Any) -> list[Any]:
    return [word for item in value for word in _flat(item)] if isinstance(value, list) else [value]


def _list_hint(kind: Any, pointer: Pointer, value: Any) -> str:
    name, first = _name(pointer), next(iter(value), "") if isinstance(value, dict) else value
    if isinstance(first, str) and (odd := odd_start(first)):
        return ": ".join(odd)
    if isinstance(first, str) and (numbered := _NUMBERED.match(first)):
        return f"write a hyphen in place of each number: - {short(numbered['entry'])}"
    if isinstance(value, dict):
        return _entries_hint(kind, pointer, value)
    if not isinstance(value, str):
        return f"write {name}: […]"
    if name == "sources" and (way := _of_url(value)):
        return f"write below it {way}"
    fields = _fields_of(kind, (*pointer, 0))
    if name in lists_of_ids() and not (fields and "\n" in value.strip()):
        guess = ", ".join(_ids(name, value))
        hint = Hint(f"write {name}: [{guess}]{_where_from(name)}", value, f"[{guess}]")
        return of_names(hint, re.split("[,;]", value), guess, kind, pointer)
    if name not in lists_of_sentences() and fields:
        return f"write its entries below it, each with a hyphen and fields such as {', '.join(fields)}"
    if value == short(value):
        return Hint(f"write {name}: [{flow(value)}]", value, f"[{flow(value)}]")
    return f"write it below {name}: after a hyphen and a blank"


def _of_url(text: str) -> str:
    first, *others = re.split(r"[,;]\s*|\s+", text.strip())
    if not all(map(_URL.match, (first, *filter(None, others)))):
        return ""
    way = f"- url: {first}, and on the next line, indented like url, title: What it is called"
    return f"{way}; and so on, an entry each" if any(others) else way


def _ids(name: str, value: str) -> list[str]:
    if name == "former_slugs":
        return [suggestion(value.strip("/").rpartition("/")[2])]
    parts = [part.strip() for part in re.split("[,;]", value) if part.strip()]
    are_ids = all(_WORD.fullmatch(part) and part.isascii() and not part[0].isupper() for part in parts)
    return parts if are_ids else slugs(value)


def _where_from(name: str) -> str:
    return ", the name of a file in content/authors/ without .yml" if name == "authors" else ""


def _entries_hint(kind: Any, pointer: Pointer, value: dict[str, Any]) -> str:
    """The mend for a mapping where a list is wanted: of one entry without its hyphen, or of entries by their ids."""
    name, first = _name(pointer), str(next(iter(value), ""))
    fields = field_names(inside) if (inside := class_at(kind, (*pointer, 0))) else ()
    if fields and first not in fields and "id" in fields and isinstance(value[first], dict):
        return f"write a hyphen before each entry, and its id after it: - id: {short(first)}"
    if name in lists_of_ids() and not fields:
        guess = ", ".join(slugs(", ".join(map(str, value))))
        return of_names(Hint(f"write {name}: [{guess}]"), map(str, value), guess, kind, pointer)
    if first not in fields and isinstance(value[first], str) and (not fields or name in lists_of_sentences()):
        return f"write a hyphen in place of each name and its colon: - {flow(short(value[first]))}"
    return f"write a hyphen before the first field of each entry: - {short(first)}: …"


def _fields_of(kind: Any, pointer: Pointer) -> tuple[str, ...]:
    """The first few fields of what stands there; empty where it has none."""
    inside: Any = class_at(kind, pointer)
    return _FIRST_FIELDS.get(_name(pointer), field_names(inside)[:3]) if inside else ()


def _text_hint(kind: Any, values: Any, pointer: Pointer, value: Any) -> str:
    if value is None:
        return "write something, or take the line out"
    if isinstance(value, dict) and value and _name(pointer) in lists_of_ids():
        called = next((value[key] for key in ("id", "name", "title") if key in value), next(iter(value.values())))
        guess = ", ".join(slugs(str(called)))
        return of_names(Hint(f"write the id alone: {guess}"), [str(called)], guess, kind, pointer)
    if isinstance(value, dict) and (code := next((str(key) for key in value if is_country_alone(str(key))), "")):
        return Hint(f"{of_country(code)}: write {spoken_in(code)}", f"{code}:", f"{spoken_in(code)}:")
    if isinstance(value, dict) and (hint := of_texts(kind, value)):
        return hint
    if isinstance(value, dict) and isinstance(text := value.get("text"), str):
        return f"write the text alone: {_name(pointer)}: {short(text)}"
    if isinstance(value, dict) and len(value) == 1:
        key, rest = next(iter(value.items()))
        return f"a colon and a space make a field: put the text in quotes: {in_quotes(f'{key}: {rest}')}"
    if isinstance(value, list) and len(value) > 1 and isinstance(value[0], str) and sort_at(kind, pointer) not in TEXTS:
        return f"it takes one alone: write {_name(pointer)}: {short(value[0])}"
    if isinstance(value, dict) and any(part is not None for part in value.values()):  # {one word} is a mapping to nothing
        return "write the text alone, without fields below it; put text that starts with { in quotes"
    return unlisted(values, pointer) or "put text that starts with [ or { in quotes, and take hyphens out: they make a list of it"


def _fields_hint(kind: Any, pointer: Pointer, value: Any) -> str:
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) and _name(pointer) in lists_of_sentences():
        return f"take one of the two hyphens out; if it is a minus, put the text in quotes: {in_quotes(f'- {value[0]}')}"
    if isinstance(value, str) and not name_on_machine(value) and (odd := odd_start(value)):
        return ": ".join(odd)
    if _name(pointer) == "image" and isinstance(value, str) and "\n" not in value:
        made = as_image(value)
        beside = ", and put the picture beside this file: that is a path of one machine" if name_on_machine(value) else ""
        return Hint(f"write image: {made}{beside}", value, made)
    if _name(pointer) == "body":
        return "the text of a Markdown file stands below the second ---: take this line out"
    if _name(pointer) == "implications":
        return "write the name of an audience before them, such as diplomats: [A sentence]"
    known = _fields_of(kind, pointer)
    return f"write fields below it, each as name: value{', such as ' + ', '.join(known) if known else ''}"


def _name(pointer: Pointer) -> str:
    return next((step for step in reversed(pointer) if isinstance(step, str)), "value")
