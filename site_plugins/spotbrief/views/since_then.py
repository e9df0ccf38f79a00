"""What became of what a briefing expected, told beside its bottom line: what is answered, or overdue, is not how things stand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.corpus.ledger import last_day, standing
from spotbrief.corpus.scored import probability_of
from spotbrief.model.briefing import Briefing
from spotbrief.model.record import record
from spotbrief.views.components import Parts
from spotbrief.views.judgements import NOTHING, anchor_of
from spotbrief.views.likelihoods import share
from spotbrief.views.marks import bare
from spotbrief.views.scenarios import group_of
from spotbrief.views.verdicts import odds_at_the_end, verdict
from spotbrief.words.marked import phrases

MOST = 4
"""Judgements of either sort that are told; the table of the briefing has them all."""

CAME: Mapping[str, str] = phrases({"happened": "happened", "did_not_happen": "did not happen", "void": "void"})
LEANED: Mapping[str, str] = phrases({"as_expected": "as expected", "against_our_odds": "against our odds", "toss_up": "a toss-up"})
"""How a judgement ended, and whether we had leaned to that, within a sentence."""


@record
class SinceLine:
    """A judgement that ended, or those that are overdue since a day."""

    kind: str
    """The key of the verdict, or overdue; empty where there is no verdict."""
    text: Markup


@record
class SinceThen:
    """What became of the judgements of a briefing."""

    lines: tuple[SinceLine, ...]
    """Those that ended, the last first, then those that are overdue."""
    more: Markup
    """How many others there are, with the way to them; empty for none."""


def since_then(parts: Parts, briefing: Briefing) -> SinceThen | None:
    """What became of its own judgements up to the day of the build; None while all of them are open, and for a withdrawn one."""
    ended, overdue = _answers(parts.corpus, briefing), _questions(parts.corpus, briefing)
    if not ended and not overdue:
        return None
    left = len(ended[MOST:]) + len(overdue[MOST:])
    href = parts.links.thing("briefings", briefing.id, "section:expected")
    return SinceThen(
        lines=(*(_ended(parts, one) for one in ended[:MOST]), *_overdue(parts, overdue[:MOST])),
        more=parts.marks.link(href, parts.words("and {count} more", count=parts.words.number(left))) if left else NOTHING,
    )


def since_in_short(parts: Parts, briefing: Briefing) -> str:
    """The same in numbers: `Since then: 1 came as expected, 3 are overdue`; empty for none."""
    said = ", ".join(_numbers(parts, briefing))
    return parts.words("Since then: {judgements}", judgements=said) if said else ""


def _numbers(parts: Parts, briefing: Briefing) -> Iterator[str]:
    count, settings = parts.words.count, parts.corpus.settings
    verdicts = [verdict(one, settings) for one in _answers(parts.corpus, briefing)]
    if found := verdicts.count("as_expected"):
        yield count(found, "came as expected", "came as expected")
    if found := verdicts.count("against_our_odds"):
        yield count(found, "came against our odds", "came against our odds")
    if found := verdicts.count("toss_up"):
        yield count(found, "was a toss-up", "were toss-ups")
    if found := verdicts.count(None):
        yield count(found, "ended otherwise", "ended otherwise")
    if found := len(_questions(parts.corpus, briefing)):
        yield count(found, "is overdue", "are overdue")


def _own(corpus: Corpus, briefing: Briefing) -> list[Expected]:
    """As they were written; none of a withdrawn briefing."""
    return [] if briefing.is_withdrawn() else [one for one in corpus.expected_in(briefing) if one.briefing is briefing]


def _answers(corpus: Corpus, briefing: Briefing) -> Sequence[Expected]:
    """Those that ended, the last first; of the scenarios of a question the one that came says what became of all."""
    ended = [(one, one.resolution) for one in _own(corpus, briefing) if one.resolution]
    came = {group_of(one): one for one, end in ended if end.outcome == "happened"}
    told = [(one, end) for one, end in ended if not group_of(one) or came.get(group_of(one), one) is one]
    return [one for one, _ in sorted(told, key=lambda pair: pair[1].when.latest, reverse=True)]


def _questions(corpus: Corpus, briefing: Briefing) -> Sequence[Expected]:
    """Those that are overdue, by date; of the scenarios of a question the first stands for all."""
    overdue = [one for one in _own(corpus, briefing) if standing(one, corpus.settings.today) == "overdue"]
    first = {group_of(one): one for one in reversed(overdue)}
    return sorted((one for one in overdue if not group_of(one) or first[group_of(one)] is one), key=last_day)


def _ended(parts: Parts, expected: Expected) -> SinceLine:
    ended, words = expected.resolution, parts.words
    assert ended
    found = verdict(expected, parts.corpus.settings)
    end = words(CAME[ended.outcome])
    named = {
        "date": parts.marks.date(ended.when),
        "claim": _linked(parts, expected, _claim(parts, expected)),
        "end": words.all_of((end, words(LEANED[found]))) if found else end,
    }
    odds = _odds(parts, expected)
    phrase = parts.marks.phrase
    text = phrase("{date}: {claim} (we said {odds}): {end}", odds=odds, **named) if odds else phrase("{date}: {claim}: {end}", **named)
    return SinceLine(kind=found or "", text=text)


def _odds(parts: Parts, expected: Expected) -> str:
    """What was said last before the end: `almost certain, 97%`; empty where nothing was."""
    words, scale = parts.words, parts.corpus.settings.scale
    held = odds_at_the_end(expected, parts.corpus.settings)
    said = probability_of(held, scale) if held else None
    return words.all_of((words(said[0].term), share(said, words))) if said else ""


def _overdue(parts: Parts, found: Sequence[Expected]) -> Iterator[SinceLine]:
    for by, members in groupby(found, key=lambda one: one.judgement.by):
        if by:
            claims = Markup(" · ").join(_linked(parts, one, _question(parts, one)) for one in members)
            yield SinceLine(
                kind="overdue", text=parts.marks.phrase("Overdue since {date}: {claims}", date=parts.marks.date(by), claims=claims)
            )


def _question(parts: Parts, expected: Expected) -> Markup:
    group = expected.judgement.group
    return parts.marks.markup.escape(group) if group else _claim(parts, expected)


def _claim(parts: Parts, expected: Expected) -> Markup:
    """Its words without a full stop, as they stand within a line."""
    typed, origin = expected.judgement.text, expected.briefing.origin
    text = bare(parts.writer.line(typed, origin)).removesuffix(".")
    return parts.writer.spoken(parts.marks.markup.escape(text), origin, typed)


def _linked(parts: Parts, expected: Expected, text: Markup) -> Markup:
    briefing = expected.briefing
    return parts.marks.link(parts.links.thing("briefings", briefing.id, anchor_of(expected, briefing)), text)
