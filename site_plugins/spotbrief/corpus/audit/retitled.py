"""Judgements that show the title of a briefing by a bare link, which is whatever that is called by now."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import takewhile

from spotbrief.corpus.audit.finding import Finding
from spotbrief.corpus.audit.followed import Followed, PresentId
from spotbrief.corpus.audit.owned_up import owns_up
from spotbrief.corpus.audit.said import as_read
from spotbrief.reading.past_versions import Past, Version

_BARE, _BRIEFING = re.compile(r"\[\[([^\[\]|]+)\]\]"), "briefing:"


def shown_by_judgements(past: Past) -> frozenset[str]:
    """What judgements named once without words of their own: ids of actors, and `briefing:id`."""
    briefings = (version.briefing for life in past.lives for version in life.versions if version.briefing)
    judgements = (judgement for briefing in briefings for _, _, judgement in briefing.judgements())
    texts = (text for one in judgements for text in (one.text, one.criteria) if text and "[[" in text)
    return frozenset(name.strip() for text in texts for name in _BARE.findall(text))


def retitled(past: Past, followed: Iterable[Followed], present_id: PresentId, shown: Set[str]) -> Iterator[Finding]:
    """The titles that were changed since readers had them, where a judgement has them *shown*, and that no correction owns up to."""
    named = {present_id(name.removeprefix(_BRIEFING)) for name in shown if name.startswith(_BRIEFING)}
    lives = {life.id: life.versions for life in past.lives if life.id in named}
    for one in followed:
        versions = lives.get(one.id, ())
        first, last = one.opening and one.opening.briefing, versions[-1].briefing if versions else None
        if not first or not last or as_read(first.title) == as_read(last.title):
            continue
        came = _since(versions, last.title)
        finding = Finding(
            kind="changed",
            briefing=one.id,
            field="title",
            was=first.title,
            now=last.title,
            commit=came.commit,
            when=came.when,
            where=last.origin.at("title"),
        )
        if not any(owns_up(correction, finding) for correction in last.corrections if correction not in first.corrections):
            yield finding


def _since(versions: Sequence[Version], title: str) -> Version:
    """The version that brought the title that holds."""
    return list(takewhile(lambda version: version.briefing and version.briefing.title == title, reversed(versions)))[-1]
