"""What the desk expects, how likely it is, how sure the desk is, and how it ended."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from spotbrief.model.fields import ActorId, Likelihood, OwnId, Probability, Sentence, SourceId, TopicId, When
from spotbrief.model.record import record

Confidence = Literal["low", "moderate", "high"]
Outcome = Literal["happened", "did_not_happen", "partly", "void"]


@record
class Revision:
    """An earlier or later likelihood of the same judgement."""

    when: When
    """Since when it was thought so."""
    likelihood: Likelihood | None = None
    """A term of the site's scale."""
    probability: Probability | None = None
    """A number inside the band of the term."""
    why: Sentence | None = None
    """Why."""


@record
class Resolution:
    """How a judgement ended."""

    outcome: Outcome
    """Whether it happened."""
    when: When
    """The date on which that was clear."""
    note: Sentence | None = None
    """How it came about."""
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
    """A term of the site's scale."""
    probability: Probability | None = None
    """A number inside the band of the term, such as 0.7 or 70%."""
    confidence: Confidence | None = None
    """How sure the desk is of its judgement, apart from how likely the thing is."""
    by: When | None = None
    """The date by which it is to happen; without one it is never scored."""
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
    history: tuple[Revision, ...] = ()
    """What was thought before, oldest first."""
    resolution: Resolution | None = None
    """How it ended."""


def sentence_or_mapping(value: Any) -> Any:
    """Turns a plain sentence into an entry that has only a text."""
    return {"text": value} if isinstance(value, str) else value


SENTENCE_OR_FIELDS = "sentence or fields"
"""Stands in the annotation of an entry that may be a plain sentence."""

JudgementEntry = Annotated[Judgement, BeforeValidator(sentence_or_mapping, json_schema_input_type=str | Judgement), SENTENCE_OR_FIELDS]
