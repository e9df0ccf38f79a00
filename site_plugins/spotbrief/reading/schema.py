"""What editors may type, as JSON Schemas (draft 2020-12), for editors' tools that check and complete YAML live."""

import ast
import inspect
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from spotbrief.model.event import EVENT_KINDS
from spotbrief.model.kinds import KINDS, REFERENCE_KINDS
from spotbrief.model.prose import Prose
from spotbrief.model.sorts import OFFERS
from spotbrief.reading.fields import adapter
from spotbrief.reading.schema_languages import spoken

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}
_BLANK = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}
"""A field that is left blank: said in this way, editors' tools do not offer `null`."""
_TEXT = ["string", "number"]
"""A text may look like a number; were truths allowed too, editors' tools would offer them first."""

Offers = Mapping[str, Sequence[str]]
"""By kind: the ids of a desk, the terms of its scale, its audiences, its languages where it has several."""


def schemas(offers: Offers | None = None) -> dict[str, Schema]:
    """By name: `briefing`, each kind of reference data alone in its file (`actor`), and all of a kind in one file (`actors`).

    Where *offers* has words for a field, editors' tools offer them; other words stay possible, and `check` looks at them.
    """
    given = {"event_kinds": EVENT_KINDS, **(offers or {})}
    return {name: _offering(made, given) for name, made in _bare(given.get("languages", ())).items()}


def _bare(languages: Sequence[str]) -> dict[str, Schema]:
    one = {kind.one: _schema(kind.thing) for kind in KINDS.values()}
    one |= {KINDS[name].one: spoken(one[KINDS[name].one], languages) for name in REFERENCE_KINDS if languages}
    many = {name: _mapping(one[kind.one]) for name, kind in KINDS.items() if name in REFERENCE_KINDS and not kind.is_single}
    return one | many


def _offering(made: Schema, offers: Offers) -> Schema:
    """*made* with the words that *offers* has in place of its marks; each list of words is told once, below `$defs`."""
    used: dict[str, Schema] = {}
    filled: Schema = _filled(made, offers, used)
    return {**filled, "$defs": {**filled.get("$defs", {}), **used}} if used else filled


def _filled(made: Any, offers: Offers, used: dict[str, Schema]) -> Any:
    if isinstance(made, list):
        return [_filled(one, offers, used) for one in made]
    if not isinstance(made, dict):
        return made
    kind = made.get(OFFERS)
    rest = {key: _filled(value, offers, used) for key, value in made.items() if key != OFFERS}
    words = list(offers.get(kind, ())) if isinstance(kind, str) else []
    if not words:
        return rest
    if "additionalProperties" in rest:  # words that are keys
        return {**rest, "properties": dict.fromkeys(words, rest["additionalProperties"])}
    used[f"known {kind}"] = {"enum": words}
    either = [{"$ref": f"#/$defs/known%20{kind}"}, {"type": rest["type"]}]
    return {**{key: value for key, value in rest.items() if key != "type"}, "anyOf": either}


def _schema(kind: Any) -> Schema:
    return {"$schema": _DIALECT, **adapter(kind).json_schema(schema_generator=_AsTyped)}


def _mapping(one: Schema) -> Schema:
    """Ids with a thing each."""
    name = one["title"]
    thing = {key: value for key, value in one.items() if key not in ("$schema", "$defs")}
    defs = {**one.get("$defs", {}), name: thing}
    return {"$schema": _DIALECT, "type": ["object", "null"], "additionalProperties": {"$ref": f"#/$defs/{name}"}, "$defs": defs}


class _AsTyped(GenerateJsonSchema):
    """Texts may look like numbers, optional fields may be blank, and what the reader hands in is left out."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {"type": _TEXT}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        either = [one for one in inner["anyOf"] if one != _NULL] if _NULL in inner.get("anyOf", ()) else [inner]
        return {"anyOf": [*either, _BLANK]}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        made = super().tagged_union_schema(schema)
        return {"anyOf": made["oneOf"]}  # a mapping that is only an id is of both kinds

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        kind: Any = schema["cls"]
        if kind is Prose:
            return {"type": "string", "description": "Text in GitHub-flavoured Markdown."}
        made = super().dataclass_schema(schema)
        for name, said in notes_of(kind).items():
            if name in made["properties"]:
                made["properties"][name] = {**made["properties"][name], "description": said}
        for other in (way["required"][0] for way in made.get("anyOf", ())):
            made["properties"][other] = made["properties"][made["anyOf"][0]["required"][0]]
        return made

    def dataclass_args_schema(self, schema: core_schema.DataclassArgsSchema) -> JsonSchemaValue:
        typed = [field for field in schema["fields"] if not _handed_in(field)]
        made = super().dataclass_args_schema({**schema, "fields": typed})
        for names in (field.get("validation_alias") for field in typed):
            if isinstance(names, list):
                _either(made, [str(way[0]) for way in names if isinstance(way, list)])
        return made


def _handed_in(field: Mapping[str, Any]) -> bool:
    alias = field.get("validation_alias")
    return isinstance(alias, str) and alias.startswith("\0")


def _either(made: JsonSchemaValue, names: list[str]) -> None:
    """Let a field be called by any of *names*, of which pydantic knows the first."""
    made["properties"] |= dict.fromkeys(names, made["properties"][names[0]])
    made["required"] = [name for name in made["required"] if name != names[0]]
    made["anyOf"] = [{"required": [name]} for name in names]


@cache
def notes_of(kind: Any) -> dict[str, str]:
    """What the model says of the fields of *kind*, below each."""
    names = {field.name for field in fields(kind)}
    (body,) = (node.body for node in ast.parse(textwrap.dedent(inspect.getsource(kind))).body if isinstance(node, ast.ClassDef))
    said = {}
    for field, note in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(note, ast.Expr):
            said[field.target.id] = str(ast.literal_eval(note.value))
    return {name: note for name, note in said.items() if name in names}
