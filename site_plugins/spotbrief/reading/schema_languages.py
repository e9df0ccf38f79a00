"""Schemas of reference data for a desk in several languages, whose texts may be said in each of them."""

from collections.abc import Sequence
from typing import Any

from spotbrief.model.sorts import OFFERS

Schema = dict[str, Any]

_EACH = "in several languages"
_SAID = {"$ref": f"#/$defs/{_EACH.replace(' ', '%20')}"}
_TEXTS: tuple[Any, ...] = (["string", "number"], "string")
"""How schemas say that something is a text."""


def spoken(made: Schema, languages: Sequence[str]) -> Schema:
    """*made*, the schema of a thing, with a text in each of *languages* for every text, and a block of texts for each but the first."""
    each = {"type": "object", "properties": {tag: {"type": _TEXTS[0]} for tag in languages}, "additionalProperties": False}
    blocks = {tag: {"type": "object", "description": f"Its texts in this language ({tag})."} for tag in languages[1:]}
    properties = {name: _said(field) for name, field in made["properties"].items()}
    defs = {name: _said(one) for name, one in made.get("$defs", {}).items()}
    return {**made, "properties": properties | blocks, "$defs": {**defs, _EACH: each}}


def _said(made: Any) -> Any:
    """*made* with mappings of languages beside its texts."""
    if isinstance(made, list):
        return [_said(one) for one in made]
    if not isinstance(made, dict) or "not" in made or OFFERS in made:  # a blank, or one of the words of the desk
        return made
    if made.get("type") in _TEXTS and not {"enum", "const", "format"} & made.keys():
        return {**{key: value for key, value in made.items() if key != "type"}, "anyOf": [{"type": made["type"]}, _SAID]}
    return {key: _said(value) for key, value in made.items()}
