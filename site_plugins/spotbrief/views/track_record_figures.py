"""Figures of the track record, each as readers see it and, for whoever computes it again, with four decimals."""

from markupsafe import Markup

from spotbrief.corpus.score import Score, Skill
from spotbrief.corpus.track_record import FEW
from spotbrief.model.record import record
from spotbrief.views.marks import written
from spotbrief.words.words import Words

_FIGURE = Markup('<data value="{}">{}</data>')


def whole(number: int, words: Words) -> Markup:
    """A count."""
    return _FIGURE.format(number, words.number(number))


def share(number: float, words: Words) -> Markup:
    """So many of a hundred."""
    return _FIGURE.format(exact(number), words.percent(round(number * 100)))


def brier(number: float, words: Words) -> Markup:
    """A Brier score, or a part of one."""
    return written(f'<data value="{exact(number)}">{words.two_decimals(shown(number))}</data>')  # lists hold very many


def shown(number: float) -> float:
    """A Brier score as readers see it. Words about two scores follow what is seen of them."""
    return round(number, 2)


def exact(number: float) -> str:
    """Four decimals at most."""
    return str(round(number, 4) + 0)  # no -0.0


@record
class ScoreRow:
    """A row of scores: the judgements that have something in common."""

    name: Markup
    href: str
    """The list of them."""
    count: Markup
    unanswered: Markup
    few: bool
    """Whether there are too few to tell, so that nothing more is said."""
    said: Markup
    came: Markup
    brier: Markup


def row(name: Markup, href: str, found: Score, words: Words) -> ScoreRow:
    """What judgements come to that have a *name* in common."""
    return ScoreRow(
        name=name,
        href=href,
        count=whole(found.judgements, words),
        unanswered=whole(found.unanswered, words),
        few=found.count < FEW,
        said=share(found.said, words),
        came=share(found.came, words),
        brier=brier(found.held, words),
    )


@record
class SkillPart:
    """How much better than a reference."""

    skill: Markup
    reference: Markup
    count: Markup


def skill(of: Skill | None, words: Words) -> SkillPart | None:
    """The same in words."""
    if not of:
        return None
    return SkillPart(skill=share(of.skill, words), reference=brier(of.reference, words), count=whole(of.count, words))
