"""A judgement as the API tells it."""

from datetime import datetime

from spotbrief.exports.api.values import Date, Markdown, Share, Url
from spotbrief.model.judgement import Confidence, Outcome
from spotbrief.model.record import record


@record
class Likelihood:
    """A term of the site's scale, with its band."""

    term: str
    low: Share
    high: Share


@record
class Call:
    """What was thought of a judgement from a moment on, and the briefing that says so."""

    when: datetime
    briefing: str | None = None
    """Where it is not the one of the judgement."""
    likelihood: Likelihood | None = None
    probability: Share | None = None
    confidence: Confidence | None = None
    why: Markdown | None = None
    sources: tuple[str, ...] = ()


@record
class BaseRate:
    """How often such things happen."""

    probability: Share
    of: Markdown
    sources: tuple[str, ...] = ()


@record
class Resolution:
    """How a judgement ended."""

    outcome: Outcome
    when: Date
    briefing: str | None = None
    """The one that says so, where it is not the one of the judgement."""
    note: Markdown | None = None
    learned: Markdown | None = None
    sources: tuple[str, ...] = ()


@record
class Kept:
    """Since its publication nothing was changed in silence, by the git history of its file."""

    commit: str
    """The hash of the commit in which readers first had it."""
    url: Url | None = None
    """Where that commit can be seen."""
    changes: int = 0
    """Later words and corrections; 0 where it stands as it was published."""


@record
class ListedJudgement:
    """A judgement in the list of all; the whole of it stands in the file of its briefing."""

    id: str
    text: Markdown
    taken_down: bool = False
    likelihood: str | None = None
    """The term."""
    probability: Share | None = None
    confidence: Confidence | None = None
    by: Date | None = None
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    outcome: Outcome | None = None


@record
class Judgement:
    """One entry of what to expect; likelihood and confidence are kept apart."""

    id: str
    text: Markdown
    taken_down: bool = False
    """Whether its briefing was withdrawn with its text: what it said in numbers stays, and is scored."""
    likelihood: Likelihood | None = None
    probability: Share | None = None
    confidence: Confidence | None = None
    by: Date | None = None
    criteria: Markdown | None = None
    indicators: tuple[Markdown, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    group: str | None = None
    """What it is a scenario of; the scenarios of a briefing's group exclude one another."""
    base_rate: BaseRate | None = None
    calls: tuple[Call, ...] = ()
    """Where it was revised: what was thought of it, the first word first; the last one is what the judgement itself says above."""
    followed_by: tuple[str, ...] = ()
    """The later briefings that take it up again, the oldest first; it stands in `what_to_expect` of each."""
    resolution: Resolution | None = None
    kept: Kept | None = None
    """None where the desk does not say so, or something was changed in silence."""
