"""What each thing leads to: by an id, a link or a picture."""

from collections.abc import Iterator, Mapping
from typing import Any

from spotbrief.corpus.own_address import path_on_site
from spotbrief.corpus.references import references, references_of_prose
from spotbrief.corpus.resolve import path_of
from spotbrief.model.origin import Pointer
from spotbrief.model.prose import Prose
from spotbrief.model.record import record
from spotbrief.model.sorts import PROSE, Mark, Sort
from spotbrief.model.translation import Translation
from spotbrief.model.walk import value_at, walk
from spotbrief.reading.markdown import read_prose

_IDS = frozenset({Sort.REFERENCE})
_LEADING = frozenset({*PROSE, Sort.BODY, Sort.URL, Sort.IDENTIFIER, Sort.PATH})
"""Fields in which an address may stand."""

_NAMED: Mapping[Pointer, str] = {("what_to_expect",): "judgements", ("timeline",): "events"}
"""Lists whose entries may name what is told elsewhere."""

Node = tuple[str, str]
"""A thing of the desk by kind and id; of an attachment, `attachments` and its path."""


@record
class Places:
    """All that resolves an address: what each file holds, the address of the site, and the present ids of former ones."""

    files: Mapping[str, Node]
    site_url: str
    former: Mapping[Node, str]

    def node(self, address: str, file: str) -> Node | None:
        """What *address*, typed in *file*, leads to; None for what is not of the desk."""
        path = path_on_site(address, self.site_url)
        if path is None:
            return self.files.get(path_of(address, file))
        kind, _, rest = path.partition("/")
        kind, id = "storylines" if kind == "timelines" else kind, rest.partition("/")[0]
        return kind, self.former.get((kind, id), id)


def outgoing(kind: str, thing: Any, places: Places) -> Iterator[Node]:
    """Everything that *thing*, which is of *kind*, leads to."""
    yield from ((reference.kind, reference.id) for reference in references(kind, thing))
    yield from (("events", id) for _, id, mark in walk(thing, _IDS) if mark.kinds == ("events",))
    if not thing.origin:
        return
    for _, value, mark in walk(thing, _LEADING):
        file = thing.origin.prose_file or thing.origin.file if mark.sort is Sort.BODY else thing.origin.file
        for address in _addresses(value, mark):
            if node := places.node(address, file):
                yield node


def outgoing_of(one: Translation, places: Places) -> Iterator[tuple[str, Node]]:
    """What the texts of a translation lead to, each with its file; and the shared events and the earlier judgements that it tells of."""
    for at, where in one.places.items():
        value = value_at(one.thing, at)
        prose = value if isinstance(value, Prose) else read_prose(value)
        yield from ((where.file, (reference.kind, reference.id)) for reference in references_of_prose(prose))
        yield from ((where.file, node) for address in _in_prose(prose) if (node := places.node(address, where.file)))
        entry = value_at(one.thing, at[:2]) if at[:1] in _NAMED else None
        if entry and entry.id:
            yield where.file, (_NAMED[at[:1]], entry.id)


def _addresses(value: Any, mark: Mark) -> tuple[str, ...]:
    """The addresses that stand in the value of a field."""
    if mark.sort is Sort.BODY:
        return _in_prose(value)
    if mark.sort in PROSE:
        return _in_prose(read_prose(value)) if "](" in value or "]:" in value or "://" in value else ()
    return (value,)


def _in_prose(prose: Prose) -> tuple[str, ...]:
    return (*prose.links, *(src for src, _ in prose.images))
