"""What something refers to has an id of its own: its number moves when an entry is added above it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from spotbrief.checks.rule import Finding, Reach, rule
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import find_target

_LISTS = {"takeaway": "key_takeaways", "judgement": "what_to_expect", "event": "timeline", "statement": "statements"}
_NUMBERED = re.compile(r"(takeaway|judgement|event|statement):(\d+)\Z", re.ASCII)


@rule("link-by-number", "warning", Reach.ALL)
def link_by_number(corpus: Corpus) -> Iterator[Finding]:
    """A link to a takeaway, a judgement, an event or a statement names its id and not its number."""
    for text in corpus.written:
        for address in dict.fromkeys(text.prose.links):
            found = _NUMBERED.search(unquote(address.partition("#")[2])) if "#" in address else None
            if not found:
                continue
            target = find_target(address, text.file, corpus)
            of = text.of if target.to == "anchor" else (target.kind, target.id)
            briefing = corpus.briefings.get(of[1]) if of[0] == "briefings" else None
            entries = getattr(briefing, _LISTS[found[1]]) if briefing else ()
            place = int(found[2]) - 1
            if briefing and place < len(entries) and not entries[place].id:
                where = briefing.origin.at(_LISTS[found[1]], place)
                message = f"{text.where.file} links to this {found[1]} by its number, which moves when another is added above it"
                yield where, message, f"give it an id, and write #{found[1]}: and that id there"
