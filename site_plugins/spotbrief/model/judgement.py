"""What the desk expects, how likely it is, how sure the desk is, and how it ended."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from spotbrief.model.fields import Markdown, Probability, Text, When
from spotbrief.model.record import record

Confidence = Literal["low", "moderate", "high"]
Outcome = Literal["happened", "did_not_happen", "partly", "void"]


@record
class Revision:
    """An earlier or later likelihood of the same judgement."""

    when: When
    likelihood: Text | None = None
    probability: Probability | None = None
    why: Markdown | None = None


@record
class Resolution:
    """How a judgement ended."""

    outcome: Outcome
    when: When
    note: Markdown | None = None
    sources: tuple[str, ...] = ()


@record
class Judgement:
    """One entry of *what to expect*; likelihood and confidence are kept apart (ICD 203)."""

    text: Markdown
    id: str = ""
    likelihood: Text | None = None
    probability: Probability | None = None
    confidence: Confidence | None = None
    by: When | None = None
    criteria: Markdown | None = None
    indicators: tuple[Markdown, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    history: tuple[Revision, ...] = ()
    resolution: Resolution | None = None


def sentence_or_mapping(value: Any) -> Any:
    """A plain sentence stands for an entry that is only its text."""
    return {"text": value} if isinstance(value, str) else value


JudgementEntry = Annotated[Judgement, BeforeValidator(sentence_or_mapping, json_schema_input_type=str | Judgement)]
