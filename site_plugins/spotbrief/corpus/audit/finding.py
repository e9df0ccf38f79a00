"""One change of what was published that nothing on the page owns up to."""

from datetime import datetime, timedelta
from typing import Literal

from spotbrief.model.origin import Where
from spotbrief.model.record import record

BAND = "the band of "
"""How the field of a finding begins that tells of a word of the scale."""

Kind = Literal["changed", "taken_away", "added", "backdated", "put_back"]


@record
class Finding:
    """What a commit did to a published judgement or to its briefing."""

    kind: Kind
    briefing: str
    """The id of the briefing; the file that gives the scale, for a band of it; kind and id of whose name was changed."""
    judgement: str = ""
    """Its full id; empty where the whole briefing is meant."""
    field: str
    was: str | None = None
    """What it said; of what is backdated, the day that it names."""
    now: str | None = None
    """What it says; of what is backdated, the day on which it came."""
    days: int | None = None
    """Of what was put back: for how many days it had stood; None where it stood until it was known what came."""
    commit: str
    """Empty for what is not committed yet."""
    when: datetime
    where: Where | None = None
    """Where it stands, or stood nearest, in the files of today; None where its file is gone."""

    @property
    def what(self) -> str:
        """What happened, as a sentence."""
        subject = _SUBJECTS.get(self.field, f"the {self.field}")
        if self.field in _BORN:
            return _BORN[self.field].format(was=self.was, now=self.now)
        if self.kind == "put_back":
            stood = "until it was known what came" if self.days is None else f"from {self.when.date() - timedelta(self.days)} on"
            return f"{subject} was {_quoted(self.was)} {stood}, and was put back to {_quoted(self.now)}"
        if self.kind == "backdated":
            return f"{subject} is dated {self.was} and came on {self.now}"
        if self.field.startswith(BAND):
            return f"{self.field} was {self.was} and is {self.now or 'gone'}, though published judgements are scored by it"
        if self.field in ("briefing", "judgement"):
            name = "the briefing" if self.field == "briefing" else f"the judgement '{self.was or self.now}'"
            return f"{name} was taken away" if self.now is None else f"{name} was added to a briefing that readers had already"
        return f"{subject} was {_quoted(self.was)} and is {_quoted(self.now)}"

    @property
    def mend(self) -> str:
        """What puts it right."""
        if self.kind == "put_back" and self.field in ("revision", "followup"):
            return "say below corrections what readers had meanwhile, with the id of the judgement and the day"
        if self.kind == "put_back":
            return f"write what readers had until then below revisions, with the day on which it came, {_OR_OWN_UP}"
        if self.kind == "backdated":
            return _BACKDATED.get(self.field, _REVISED)
        if self.field.startswith(BAND):
            return "put it back; a word for another band takes another name, for judgements that are still to come"
        return _MENDS.get(self.field, _OTHERS)[0 if self.kind == "added" else 1]


def _quoted(value: str | None) -> str:
    return f"'{value}'" if value else "not said"


_BORN = {
    "answer": "the judgement came on {now} with its answer of {was}, so readers never had it open",
    "withdrawn": "the briefing came on {now} withdrawn, so readers never had what it says of judgements, which is scored",
}
_SUBJECTS = {
    "by": "the date 'by'",
    "published": "the date 'published'",
    "base_rate": "the base rate",
    "resolved": "the date of the resolution",
    "authors": "the list of authors",
    "topics": "the list of topics",
}
_OR_OWN_UP = "or say below corrections what was wrong and what is right"
_FIRST = (
    f"take it out, and write it below revisions, {_OR_OWN_UP}",
    f"put it back, and write what is thought now below revisions, {_OR_OWN_UP}",
)
_OTHERS = (f"take it out, {_OR_OWN_UP}", f"put it back, {_OR_OWN_UP}")
_MENDS = {
    **dict.fromkeys(("likelihood", "probability", "confidence"), _FIRST),
    "name": (
        "",
        "put it back: judgements are counted under it, and somebody else has an id of his own; of one who is called otherwise now, "
        "say in bio or other_names what he was called",
    ),
    "briefing": ("", "put it back with status: withdrawn and the reason below withdrawn"),
    "judgement": (
        "put it into a briefing of its own day, or own up to it below corrections",
        "put it back; what can no longer be answered is resolved as void",
    ),
}
"""By field: for what was added, and for what was changed or taken away."""
_REVISED = f"write the day on which it was written, {_OR_OWN_UP}"
_BACKDATED = {
    "resolved": "write the day on which it was voided; what fell away after its day is scored as it came out",
    "answer": "take the judgement out: what is known is a fact; or say below corrections when it was made, with its id",
    "withdrawn": "take its entries below what_to_expect out, or publish it first",
    "briefing": "write the day on which readers first had it, or say below corrections which day it bears and on which it came",
    "followup": "take it up again in a briefing of today, or write it below revisions of the judgement itself",
}
