"""Plain values -> things of the model, or problems in the editor's words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from spotbrief.model.fields import ID_KEY, ORIGIN_KEY
from spotbrief.model.origin import Origin, Pointer
from spotbrief.model.problem import Hint, Problem, WordHint
from spotbrief.model.record import record
from spotbrief.reading.field_lists import lists_of_sentences
from spotbrief.reading.fields import adapter, class_at, did_you_mean, field_names, listed, meant, nearest, words_at
from spotbrief.reading.recovery import names_meant, pointer_of, rest_of, value_at
from spotbrief.reading.synonyms import IN_PART, value_for
from spotbrief.reading.unknown import unknown_field
from spotbrief.reading.wrong_types import named, short, unlisted, wrong_shape
from spotbrief.reading.yaml_hints import odd_start

_EXAMPLES = {
    "published": "published: 2025-03-03T18:00",
    "title": "title: What the piece is called",
    "when": "when: 2025-02-12",
    "text": "text: One sentence.",
    "type": "type: person, organization or state",
    "name": "name: The full name",
    "alt": "alt: What the picture shows",
}


@record
class Wrong:
    """The problems of the values of a thing, and the thing without the wrong values; None if it cannot be made."""

    problems: tuple[Problem, ...]
    rest: Any = None
    made_up: frozenset[Pointer] = frozenset()
    """The places in it that hold a stand-in, or nothing any more."""


def build(kind: Any, values: Any, id: str, origin: Origin, zone: ZoneInfo) -> Any | Wrong:
    """A thing of *kind* made of *values*, or what is wrong with them."""
    if not isinstance(values, dict):
        return Wrong(problems=(_not_a_mapping(kind, values, origin),))
    ours = {ORIGIN_KEY: origin, ID_KEY if "id" not in field_names(kind) else "id": id}
    context = {"timezone": zone}
    try:
        return adapter(kind).validate_python({**values, **ours}, context=context)
    except ValidationError:
        pass  # blanks count as absent: most files have none, and are spared the search for them
    typed = {**_without_blanks(kind, values), **ours}
    try:
        return adapter(kind).validate_python(typed, context=context)
    except ValidationError as error:
        problems = _problems(kind, values, origin, error.errors(include_url=False))
        rest, made_up = rest_of(kind, typed, context)
        return Wrong(problems=tuple(problems), rest=rest, made_up=made_up)


def beside_slips(made: Any, slips: Iterable[Problem], lost: Iterable[str]) -> Wrong:
    """What was *made* of a file with *slips*: of the fields in which they stand no more is said, and what is *lost* is not missing."""
    of_slips, absent = {slip.where.pointer for slip in slips}, {(name,) for name in lost}
    wrong = made if isinstance(made, Wrong) else Wrong(problems=(), rest=made)
    told = (problem for problem in wrong.problems if problem.where.pointer not in of_slips)
    told = (problem for problem in told if problem.rule != "missing-field" or problem.where.pointer not in absent)
    return replace(wrong, problems=tuple(told), made_up=wrong.made_up | absent)


def _without_blanks(kind: Any, values: dict[str, Any], at: Pointer = ()) -> dict[str, Any]:
    """Without blank fields; a blank that is no field is kept, to be reported: `{probability: 0,7}` has a blank `7`."""
    known = _known(kind, (*at, ""))
    return {
        key: _cleaned(kind, value, (*at, key))
        for key, value in values.items()
        if value is not None or (known and key not in (*known, "name"))
    }


def _cleaned(kind: Any, value: Any, at: Pointer) -> Any:
    if type(value) is dict:
        return _without_blanks(kind, value, at)
    return [_cleaned(kind, item, (*at, i)) for i, item in enumerate(value)] if type(value) is list else value


def _not_a_mapping(kind: Any, values: Any, origin: Origin) -> Problem:
    shape = "nothing" if values is None else "a list" if isinstance(values, list) else f"only the text '{short(values)}'"
    if isinstance(values, str) and (odd := odd_start(values)):
        return Problem(rule="shape", severity="error", where=origin.at(), message=odd[0], hint=odd[1])
    hint = f"write fields, one a line, such as title or name; known: {listed(field_names(kind))}"
    return Problem(rule="shape", severity="error", where=origin.at(), message=f"there is {shape} where fields are wanted", hint=hint)


def _problems(kind: Any, values: Any, origin: Origin, errors: list[ErrorDetails]) -> Iterator[Problem]:
    told = [(error, _is_sentence_with_colon(values, error)) for error in errors if not _said_otherwise(kind, values, error)]
    broken = {pointer_of(error)[:-1] for error, slip in told if slip}
    for error, slip in told:
        if slip or pointer_of(error)[:-1] not in broken:
            yield _problem(kind, values, origin, error, slip)


def _said_otherwise(kind: Any, values: Any, error: ErrorDetails) -> bool:
    """Whether a missing field stands there under another name or misspelt. Then only that is reported."""
    if _RULES.get(error["type"]) != "missing-field":
        return False
    pointer = pointer_of(error)
    around, known = value_at(values, pointer[:-1]), _known(kind, pointer)
    others = [key for key in around if key not in known] if isinstance(around, dict) else []
    return any(pointer[-1] in names_meant(str(key), known) for key in others)


def _is_sentence_with_colon(values: Any, error: ErrorDetails) -> bool:
    if error["type"] not in ("unexpected_keyword_argument", "extra_forbidden"):
        return False
    pointer = pointer_of(error)
    inside = value_at(values, pointer[:-1])
    return len(pointer) > 2 and pointer[-3] in lists_of_sentences() and isinstance(inside, dict) and len(inside) == 1


def _problem(kind: Any, values: Any, origin: Origin, error: ErrorDetails, slip: bool) -> Problem:
    pointer = pointer_of(error)
    if slip:
        message, hint = f"the colon after '{pointer[-1]}' makes a field of it", "put the whole sentence in quotes"
    else:
        message, hint = _words(kind, values, pointer, error)
    rule = _RULES.get(error["type"], "value")
    where = replace(origin.at(*pointer), of_key=rule == "unknown-field")
    return Problem(rule=rule, severity="error", where=where, message=message, hint=hint)


_RULES = {
    "missing": "missing-field",
    "missing_argument": "missing-field",
    "missing_keyword_only_argument": "missing-field",
    "unexpected_keyword_argument": "unknown-field",
    "extra_forbidden": "unknown-field",
    "literal_error": "unknown-value",
    "string_type": "shape",
    "tuple_type": "shape",
    "dict_type": "shape",
    "dataclass_type": "shape",
}


def _words(kind: Any, values: Any, pointer: Pointer, error: ErrorDetails) -> tuple[str, str]:
    name, value = str(pointer[-1]) if pointer else "", error["input"]
    match _RULES.get(error["type"]):
        case "missing-field":
            return _missing(values, pointer, name)
        case "unknown-field":
            return unknown_field(kind, values, pointer, value)
        case "unknown-value":
            expected = [word.strip("' ") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
            if isinstance(value, str):
                return f"'{short(value)}' is not a known {named(pointer)}", _meant(kind, values, pointer, value, expected)
            return wrong_shape(kind, values, pointer, "string_type", value)
        case "shape":
            return wrong_shape(kind, values, pointer, error["type"], value)
    said = str(error.get("ctx", {}).get("error", error["msg"]))
    if name == "by":  # which says itself that it is an end
        said = said.replace("write ../", "write ").replace(" or ../", " or ")
    return _of_value(said, unlisted(values, pointer) if isinstance(value, list) else "", value)


def _of_value(said: str, hint: str, value: Any) -> tuple[str, str]:
    """Splits what the field's parser says of *value* into message and mend; *hint* wins over the latter."""
    message, colon, words = said.partition(": write ")
    if hint or not colon:
        return said, hint
    exact = isinstance(value, str) and words and not any(map(str.isspace, words))
    return message, Hint(f"write {words}", value, words) if exact else f"write {words}"


def _meant(kind: Any, values: Any, pointer: Pointer, value: str, expected: list[str]) -> str:
    """The word that was meant, of this field or of one beside it."""
    field, around = str(pointer[-1]), value_at(values, pointer[:-1])
    if field == "outcome" and value.casefold().replace("_", " ") in IN_PART:
        return "split the judgement into what happened and what did not, or write void if nobody can say"
    if word := value_for(field, value, expected):
        return meant(value, word)
    if not nearest(value, expected, 0.8):
        for other in _known(kind, pointer):
            if other != field and other not in around and value.casefold() in words_at(kind, (*pointer[:-1], other)):
                words = f"that is a word for '{other}': write {other}: {value.casefold()}"
                return Hint(words, f"{field}: {value}", f"{other}: {value.casefold()}")
    return WordHint.of(did_you_mean(value, expected), value, tuple(expected))


def _known(kind: Any, pointer: Pointer) -> tuple[str, ...]:
    inside: Any = class_at(kind, pointer[:-1])
    return field_names(inside) if inside else ()


def _missing(values: Any, pointer: Pointer, name: str) -> tuple[str, str]:
    around = value_at(values, pointer[:-1])
    typed = isinstance(around, dict) and name in around
    example = _EXAMPLES.get(name, f"{name}: …")
    if name == "text" and isinstance(around, dict) and "what_to_expect" in pointer and "id" in around:
        example += "; or, for a judgement of an earlier briefing, its full id, such as id: 2025-03-03-talks:second-round"
    return f"'{name}' is {'empty' if typed else 'missing'}", f"write a line such as {example}"
