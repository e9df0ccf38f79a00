"""Links to a part of a briefing, such as `2025-02-18-riyadh.md#takeaway:teams`, where they stand in the text of a file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import find_target
from spotbrief.reading.files import one_form
from spotbrief.reading.markdown import read_prose

PARTS = {"takeaway": "key_takeaways", "judgement": "what_to_expect", "event": "timeline", "statement": "statements"}
"""What a part is called in an address, and the field of a briefing that lists such parts."""

_LINK = re.compile(r"(?:\]\(<?|^[ \t]*\[[^\]\n]+\]:[ \t]*<?)([^()\s<>]+)", re.MULTILINE)
_PART = re.compile(rf"#({'|'.join(PARTS)})(?::|%3[Aa])([^\s#()<>\"']+)\Z")


class Anchored(NamedTuple):
    """A link to a part."""

    address: str
    """As it was typed."""
    part: str
    """What the part is called: `judgement`."""
    id: str
    """Its id or number; behind that of its briefing and a colon, where it is shown beside others'."""
    start: int
    end: int
    """Where the id stands in the text."""


def anchored(text: str, first: int = 0) -> Iterator[Anchored]:
    """All of them in *text*, whose Markdown begins at the sign *first*; what stands in code there is no link."""
    for link in _LINK.finditer(text):
        if found := _PART.search(link[1]):
            start = link.start(1) + found.start(2)
            if link.start() < first or _is_link(text[first:], start - first):
                yield Anchored(link[1], found[1], found[2], start, start + len(found[2]))


def meant(link: Anchored, file: str, corpus: Corpus) -> tuple[str, str]:
    """The id of the briefing whose part a link in *file* leads to, and the id or number of the part."""
    of, colon, own = link.id.rpartition(":")
    if not colon:
        target = find_target(link.address, file, corpus)
        of = corpus.files.get(one_form(file), ("", ""))[1] if target.to == "anchor" else target.id
    return of, own


def _is_link(body: str, at: int) -> bool:
    """Whether another id there would make another link."""
    return read_prose(body).links != read_prose(f"{body[:at]}-{body[at:]}").links
