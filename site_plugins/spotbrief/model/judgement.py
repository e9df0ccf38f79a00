"""What the desk expects, how likely it is, how sure the desk is, how that changed, and how it ended."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Tag

from spotbrief.model.fields import (
    ActorId,
    Instant,
    JudgementId,
    Likelihood,
    OwnId,
    Probability,
    Sentence,
    SourceId,
    Text,
    TopicId,
    When,
)
from spotbrief.model.record import record

Confidence = Literal["low", "moderate", "high"]
Outcome = Literal["happened", "did_not_happen", "void"]


@record
class Revision:
    """A later view of the same judgement; what it does not say stays as it was."""

    when: Instant
    """Since when it was thought so."""
    likelihood: Likelihood | None = None
    """A term of the site's scale."""
    probability: Probability | None = None
    """A number inside the band of the term."""
    confidence: Confidence | None = None
    """How sure the desk is since then."""
    why: Sentence | None = None
    """Why."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""


@record
class Resolution:
    """How a judgement ended."""

    outcome: Outcome
    """Whether it happened."""
    when: When
    """The date on which that was clear."""
    note: Sentence | None = None
    """How it came about."""
    learned: Sentence | None = None
    """What the desk takes from it."""
    sources: tuple[SourceId, ...] = ()
    """What shows it, by id."""


@record
class BaseRate:
    """How often such things happen, by which the judgement is measured."""

    probability: Probability
    """The share of the cases in which it happened."""
    of: Sentence
    """The cases: the reference class."""
    sources: tuple[SourceId, ...] = ()
    """What shows it, by id."""


@record
class Judgement:
    """One entry of *what to expect*; likelihood and confidence are kept apart (ICD 203)."""

    text: Sentence
    """What is expected, so that it can be told later whether it came true."""
    id: OwnId = ""
    """Its anchor and its name in the ledger; better given than counted."""
    likelihood: Likelihood | None = None
    """A term of the site's scale: what was said first, and is never edited."""
    probability: Probability | None = None
    """A number inside the band of the term, such as 0.7 or 70%: what was said first."""
    confidence: Confidence | None = None
    """How sure the desk was at first, apart from how likely the thing is."""
    by: When | None = None
    """The date by which it is to happen; without one it is never scored."""
    group: Text | None = None
    """What it is a scenario of, in the same words in each; the scenarios of a briefing's group exclude one another."""
    base_rate: BaseRate | None = None
    """How often such things happen."""
    criteria: Sentence | None = None
    """How we will know."""
    indicators: tuple[Sentence, ...] = ()
    """What to watch."""
    topics: tuple[TopicId, ...] = ()
    """What it is about, by id."""
    actors: tuple[ActorId, ...] = ()
    """Whom it concerns, by id."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""
    revisions: tuple[Revision, ...] = ()
    """What was thought since, newest last."""
    resolution: Resolution | None = None
    """How it ended."""


@record
class Followup:
    """A later word on a judgement of an earlier briefing: it stays one judgement, which both briefings show."""

    id: JudgementId
    """The id of the earlier briefing, a colon, and the id of the judgement."""
    likelihood: Likelihood | None = None
    """A term of the site's scale: what is thought now."""
    probability: Probability | None = None
    """A number inside the band of the term: what is thought now."""
    confidence: Confidence | None = None
    """How sure the desk is now."""
    why: Sentence | None = None
    """Why it is thought so now."""
    sources: tuple[SourceId, ...] = ()
    """What it rests on, by id."""
    resolution: Resolution | None = None
    """How it ended."""


@record
class TakenDown:
    """What the score needs of an entry whose briefing was withdrawn: its numbers, and what it is counted under."""

    entry: Judgement | Followup
    """Without its words."""
    saying: str = ""
    """A digest of its words, by which one that says the same is known."""
    topics: tuple[str, ...] = ()
    storyline: str | None = None
    authors: tuple[str, ...] = ()


@record
class Kept:
    """What the history of its file tells of a judgement that was never changed in silence."""

    commit: str
    """The hash of the commit in which readers first had it."""
    corrected: int = 0
    """How often a correction owns up to a change of it."""


View = Judgement | Revision | Followup
"""What says how likely something is."""


def sentence_or_mapping(value: Any) -> Any:
    """Turns a plain sentence into an entry that has only a text."""
    return {"text": value} if isinstance(value, str) else value


def is_followup(value: Any) -> bool:
    """Whether an entry as it was typed takes an earlier judgement up again: its id is a full one."""
    return isinstance(value, dict) and isinstance(value.get("id"), str) and ":" in value["id"]


def _kind_of(value: Any) -> str:
    return "<followup>" if isinstance(value, Followup) or is_followup(value) else "<judgement>"


SENTENCE_OR_FIELDS = "sentence or fields"
"""Stands in the annotation of an entry that may be a plain sentence."""

JudgementEntry = Annotated[
    Annotated[
        Judgement, BeforeValidator(sentence_or_mapping, json_schema_input_type=str | Judgement), SENTENCE_OR_FIELDS, Tag("<judgement>")
    ]
    | Annotated[Followup, Tag("<followup>")],
    Discriminator(_kind_of),
]
