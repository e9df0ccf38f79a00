"""Who stands behind the desk, and the rules it works by; only what the desk has filled in."""

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import safe_url
from spotbrief.model.record import record
from spotbrief.model.trust import Trust
from spotbrief.views.components import Parts, PartsAt, PicturePart
from spotbrief.views.links import mail
from spotbrief.views.marks import anchor
from spotbrief.views.page import Page, Plan
from spotbrief.views.scales import Legend

TITLE = "Trust"

HEADINGS: Mapping[str, str] = {
    "how_we_work": "How we work",
    "verification": "How we check",
    "unnamed_sources": "Unnamed sources",
    "corrections": "Corrections",
    "ethics": "Independence and conflicts of interest",
    "ownership": "Who owns and pays for us",
}
"""The sections of the page, by the field that fills each."""


@record
class PolicyPart:
    """One section."""

    anchor: str
    title: str
    text: Markup


@record
class TrustView:
    """What trust.html may see."""

    title: str
    publisher: str
    picture: PicturePart | None
    facts: tuple[tuple[str, Markup], ...]
    policies: tuple[PolicyPart, ...]
    legend: Legend
    corrections: str
    record: str


def trust_of(corpus: Corpus) -> Trust | None:
    """What the desk says of itself; None where it says nothing."""
    return next(iter(corpus.desk.trust), None)


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/trust/`, where the desk has filled in anything."""
    if trust := trust_of(corpus):
        yield Plan(path="trust/", section="trust", make=partial(_page, at, trust))


def policy_anchor(name: str) -> str:
    """The anchor of a section."""
    return f"section:{name.replace('_', '-')}"


def _page(at: PartsAt, trust: Trust) -> Page:
    parts = at(1)
    corpus, words = parts.corpus, parts.words
    name = trust.name or corpus.settings.site_name
    view = TrustView(
        title=words(TITLE),
        publisher=name,
        picture=parts.picture(trust),
        facts=tuple(_facts(parts, trust)),
        policies=tuple(_policies(parts, trust)),
        legend=parts.legend,
        corrections=parts.links.to("corrections/"),
        record=parts.links.to("outlook/track-record/") if "outlook" in corpus.settings.sections else "",
    )
    description = words("Who {publisher} is, and the rules it works by.", publisher=name)
    return Page(title=view.title, description=description, template="trust.html", view=view)


def _facts(parts: Parts, trust: Trust) -> Iterator[tuple[str, Markup]]:
    words = parts.words
    told = {
        words("Publisher"): Markup.escape(trust.name or ""),
        words("Founded"): parts.marks.date(trust.founded) if trust.founded else Markup(""),
        words("Address"): Markup.escape(trust.address or ""),
        words("Mail"): mail(trust.email),
        words("Licence of our texts"): anchor(safe_url(trust.licence) or "", trust.licence or ""),
        words("Elsewhere"): Markup(", ").join(anchor(safe_url(url) or "", url) for url in trust.same_as),
    }
    return ((name, value) for name, value in told.items() if value)


def _policies(parts: Parts, trust: Trust) -> Iterator[PolicyPart]:
    for name, title in HEADINGS.items():
        if text := getattr(trust, name):
            made = parts.writer.block(text, trust.origin, within=name)
            yield PolicyPart(anchor=policy_anchor(name), title=parts.words(title), text=made)
