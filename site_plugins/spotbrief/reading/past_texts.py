"""Texts as they were once -> briefings, with the fields that an audit looks at."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yaml.nodes import MappingNode, ScalarNode

from spotbrief.model.briefing import Briefing
from spotbrief.model.origin import Origin
from spotbrief.parallel import spread
from spotbrief.reading import front_matter
from spotbrief.reading.git import NoHistory, blobs
from spotbrief.reading.past_shelf import State, Unread
from spotbrief.reading.past_walk import Text, id_of
from spotbrief.reading.text import Unreadable, decode
from spotbrief.reading.validate import Wrong, build
from spotbrief.reading.yaml import compose, value_of

_ALWAYS = frozenset({"title", "published", "what_to_expect", "authors", "topics", "storyline"})
_SELDOM = frozenset({"status", "withdrawn", "keep_text", "embargo", "corrections", "former_slugs"})
"""The fields that are read of a briefing as it was: those that most have, and those that excuse one from the audit."""

_HISTORY = "history"
"""What stood in place of `revisions` before; it said what had been thought earlier, and is not compared."""

_KEY = re.compile(r"[\"']?(\w+)[\"']?[ \t]*:(?:\s|$)")
_OTHER_BREAK = re.compile(r"[\x85\u2028\u2029]")
"""What ends a line in YAML and is no line feed."""

_QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
_QUOTE_BEGINS = re.compile(r"(?:^|[\s\[{,])[\"']")

_INSIDE = frozenset({"", " ", "#"})
"""How a line begins that is no field of its own, beside an entry of a list."""


def read_texts(root: Path, texts: Iterable[Text], zone: ZoneInfo, top: str = "") -> dict[Text, State | None]:
    """Each text read once: a briefing, or why it is none; None for prose beside a file of fields.

    Paths lose the way from *top*. Raises NoHistory.
    """
    ordered = sorted(texts)
    found = dict(blobs(root, dict.fromkeys(name for _, name in ordered)))
    if None in found.values():
        raise NoHistory("this clone lacks what files held (it is a partial one): clone it anew, without --filter")

    def share(some: Sequence[Text]) -> list[State | None]:
        return [_read(path.removeprefix(top), found[name] or b"", zone) for path, name in some]

    return dict(zip(ordered, (one for part in spread(share, ordered) for one in part), strict=True))


def _read(path: str, data: bytes, zone: ZoneInfo) -> State | None:
    try:
        values = _values(path, decode(data))
    except Unreadable as error:
        return Unread(error.message)
    if values is None:
        return None
    made: Any = build(Briefing, values, id_of(path), Origin(file=path, prose_file=path), zone)
    return Unread(made.problems[0].message) if isinstance(made, Wrong) else made


def _values(path: str, text: str) -> dict[str, Any] | None:
    parts = front_matter.split(text) if path.lower().endswith(".md") else None
    if parts and parts.data is None:
        return None
    node = compose(_of_interest((parts.data if parts else text) or ""))
    if not isinstance(node, MappingNode):
        raise Unreadable("shape", "there are no fields", "")
    values = {key.value: value_of(value) for key, value in node.value if isinstance(key, ScalarNode) and key.value in _ALWAYS | _SELDOM}
    for entry in values.get("what_to_expect") or ():
        if isinstance(entry, dict):
            entry.pop(_HISTORY, None)
    return values


def _of_interest(text: str) -> str:
    """The fields of *text* that are read, which spares YAML most of it; all of it where fields are not simply one below the other.

    What goes on in the next line, in quotes or brackets, may hold a line that looks like a field; then all of it is left to YAML, and so is
    what excuses a briefing from the audit.
    """
    if not text.isascii() and _OTHER_BREAK.search(text):
        return text
    kept: list[str] = []
    names: set[str] = set()
    is_wanted = False
    for line in text.split("\n"):
        if _may_go_on(line):
            return text
        if line[:1] not in _INSIDE and line[:2] != "- ":
            key = _KEY.match(line)
            if not key or key[1] in names or key[1] in _SELDOM:
                return text
            names.add(key[1])
            is_wanted = key[1] in _ALWAYS
        if is_wanted:
            kept.append(line)
    return "\n".join(kept) if names else text


def _may_go_on(line: str) -> bool:
    """Whether quotes or brackets that begin here may end in a later line."""
    if "'" in line or '"' in line:
        if "'" in line and '"' in line:
            return True  # which of them is inside of the other, only YAML knows
        line = _QUOTED.sub("", line)
        if _QUOTE_BEGINS.search(line):
            return True
    return line.count("[") != line.count("]") or line.count("{") != line.count("}")
