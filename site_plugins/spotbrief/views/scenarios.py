"""The scenarios of one question together: how likely each is, what changed, which one came."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from markupsafe import Markup

from spotbrief.corpus.corpus import Expected
from spotbrief.corpus.scored import probability_of
from spotbrief.model.record import record
from spotbrief.model.scale import Scale
from spotbrief.views.likelihoods import share
from spotbrief.words.words import Words


@record
class ScenarioRow:
    """One scenario."""

    link: Markup
    """Its words, which lead to its card."""
    share: str
    """The probability, or the band of the word."""
    was: str
    """The first word, where it was another one."""
    outcome: str
    outcome_words: str
    """How it ended; empty for what has not."""


@record
class ScenariosPart:
    """All scenarios of a question, in the order in which they were written."""

    question: str
    rows: tuple[ScenarioRow, ...]
    total: str
    """What they sum to; empty where a word alone was said of one."""


Group = tuple[str, str]
"""A briefing, and the words of a question that it asks."""


def group_of(expected: Expected) -> Group | None:
    """What it is a scenario of; None for most, and for what was taken down."""
    group = expected.judgement.group
    return (expected.briefing.id, group) if group and not expected.taken_down else None


def whole_groups(listed: Iterable[Expected]) -> Mapping[Group, Sequence[Expected]]:
    """The groups of which a list holds every scenario, each in the order in which they were written."""
    found: dict[Group, list[Expected]] = defaultdict(list)
    for expected in listed:
        if group := group_of(expected):
            found[group].append(expected)
    return {group: _in_order(members) for group, members in found.items() if _is_whole(members)}


def _in_order(members: Sequence[Expected]) -> Sequence[Expected]:
    keys = _written(members[0])
    return sorted(members, key=lambda one: keys.index(one.key))


def _is_whole(members: Sequence[Expected]) -> bool:
    return 1 < len(members) == len(_written(members[0]))


def _written(expected: Expected) -> Sequence[str]:
    """The keys of all scenarios of its question."""
    return [key for _, key, judgement in expected.briefing.judgements() if judgement.group == expected.judgement.group]


def scenarios(members: Sequence[Expected], link: Callable[[Expected], Markup], scale: Scale, words: Words) -> ScenariosPart:
    """What the *members* of a group say together; *link* says one's words and leads to its card."""
    said = [found for one in members if (found := probability_of(one.now, scale)) and not found[2]]
    total = words("Together {share}", share=words.percent(round(sum(number for _, number, _ in said) * 100, 1)))
    return ScenariosPart(
        question=members[0].judgement.group or "",
        rows=tuple(_row(one, link(one), scale, words) for one in members),
        total=total if len(said) == len(members) else "",
    )


def _row(one: Expected, link: Markup, scale: Scale, words: Words) -> ScenarioRow:
    first, found = probability_of(one.first, scale), probability_of(one.now, scale)
    is_now, was = (share(said, words) if said else "" for said in (found, first))
    return ScenarioRow(
        link=link,
        share=is_now,
        was=was if was != is_now else "",
        outcome=one.resolution.outcome if one.resolution else "",
        outcome_words=words.outcome(one.resolution.outcome) if one.resolution else "",
    )
