"""The scenarios of one question exclude one another: their probabilities sum to 1 at any moment, and one comes at most."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from spotbrief.checks.rule import Finding, rule
from spotbrief.corpus.corpus import Call, Corpus, Expected
from spotbrief.corpus.scored import probability_of
from spotbrief.model.scale import Scale
from spotbrief.words.dates import day_words

NEAR = 0.005
"""How far from 1 the sum of published numbers may lie: rounding to whole percents."""


@rule("scenarios", "error")
def scenarios(corpus: Corpus) -> Iterator[Finding]:
    """The scenarios of a group are two at least, due on one day, each with odds, and one of them comes at most."""
    for members in _groups(corpus):
        first, group = members[0], members[0].judgement.group
        if len(members) == 1:
            known = sorted({j.group for _, _, j in first.briefing.judgements() if j.group and j.group != group})
            hint = f"write the same words in each, such as {known[0]}" if known else "add the other scenarios, or take the line out"
            yield first.at("group"), f"'{group}' has only this scenario", hint
        for one in members[1:]:
            if (one.judgement.by and one.judgement.by.text) != (first.judgement.by and first.judgement.by.text):
                yield one.at("by"), f"the scenarios of '{group}' are due on different days", "write the same day in each"
        for one in members:
            if not probability_of(one.first, corpus.settings.scale):
                yield one.at(), f"this scenario of '{group}' does not say how likely it is", "add a line such as probability: 30%"
        yield from _fallen_away(members)
        came = [one for one in members if one.resolution and one.resolution.outcome == "happened"]
        for one in came[1:]:
            message = f"two scenarios of '{group}' happened, which exclude one another: '{came[0].key}' is the other"
            yield one.at(), message, "mend one of the two outcomes, or take the group out of both"


@rule("scenarios-sum", "error")
def scenarios_sum(corpus: Corpus) -> Iterator[Finding]:
    """The probabilities of the scenarios of a group sum to 1, whenever one of them changes."""
    scale, zone = corpus.settings.scale, corpus.settings.timezone
    for members in _groups(corpus):
        if len(members) == 1 or any(one.resolution and one.resolution.outcome == "void" for one in members):
            continue
        for moment in sorted({call.when for one in members for call in one.calls}):
            low, high = _sum([_held(one, moment) for one in members], scale)
            if not low - NEAR <= 1 <= high + NEAR:
                last = max(members, key=lambda one: max(call.when for call in one.calls if call.when <= moment))
                total = f"{low * 100:g}%" if low == high else f"{low * 100:g} to {high * 100:g}%"
                message = f"the scenarios of '{last.judgement.group}' sum to {total} on {day_words(moment, zone)}"
                yield last.at(), message, "write probabilities that sum to 1; revise all that change on the same day"
                break


def _fallen_away(members: Sequence[Expected]) -> Iterator[Finding]:
    void = [one for one in members if one.resolution and one.resolution.outcome == "void"]
    for one in void if len(void) < len(members) else ():
        message = f"only this scenario of '{one.judgement.group}' is void: a question falls away as a whole"
        yield one.at(), message, "write outcome: did_not_happen, or void in each scenario"


def _groups(corpus: Corpus) -> Iterator[list[Expected]]:
    found: dict[tuple[str, str], list[Expected]] = defaultdict(list)
    for expected in corpus.judgements.values():
        if expected.judgement.group:
            found[expected.briefing.id, expected.judgement.group].append(expected)
    return iter(found.values())


def _held(expected: Expected, moment: datetime) -> Call:
    return next((call for call in reversed(expected.calls) if call.when <= moment), expected.calls[0])


def _sum(calls: Sequence[Call], scale: Scale) -> tuple[float, float]:
    """The least and the most that *calls* can sum to: a number counts as such, a word alone as its band."""
    low = high = 0.0
    for call in calls:
        if said := probability_of(call, scale):
            term, number, estimated = said
            low, high = low + (term.low if estimated else number), high + (term.high if estimated else number)
    return round(low, 9), round(high, 9)
