"""How judgements ended, in one list: what was said and by when, what came, and the score, or why there is none."""

from collections.abc import Iterator, Mapping
from functools import partial, reduce
from itertools import groupby

from markupsafe import Markup

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.ledger import whole_ledger
from spotbrief.corpus.score import COIN
from spotbrief.corpus.scored import probability_of
from spotbrief.corpus.track_record import Ended, Reason, ended
from spotbrief.model.record import record
from spotbrief.views.components import Parts, PartsAt
from spotbrief.views.facets import Choice, Facets, Offer
from spotbrief.views.judgement_rows import A_PAGE, claim
from spotbrief.views.judgements import NOTHING
from spotbrief.views.likelihoods import share
from spotbrief.views.page import Page, Plan
from spotbrief.views.paging import Pager, Slice, pages
from spotbrief.views.track_record_figures import brier
from spotbrief.views.track_record_parts import RESOLVED, facets_of_ended
from spotbrief.views.verdicts import verdict

NARROWED = ("verdict", "topic", "actor", "likelihood", "author", "storyline", "confidence", "year", "horizon", "which")
"""What the list is narrowed down by; the first five stay in sight."""

WHY_NOT: Mapping[Reason, str] = {
    "early": "does not count yet: its date has not passed",
    "void": "does not count: the question fell away",
    "no_date": "does not count: it has no date",
    "no_likelihood": "does not count: it has no likelihood",
    "told_twice": "does not count: said before, by the same date",
    "told_late": "does not count: published when its date had passed or its end was known",
}


@record
class EndedRow:
    """A judgement that ended."""

    link: Markup
    """The claim, which leads to its card."""
    of: str
    """Its topics, and who wrote it."""
    by: Markup
    said: str
    """The word that was held longest, and the probabilities, one after the other; empty where nothing was said."""
    came: str
    when: Markup
    """When that was known; empty where nobody said."""
    verdict: str
    """Whether that is what the desk leaned to, in words; empty where it cannot be said."""
    leaned: str
    """The same as a key, by which styles tell one from another."""
    held: Markup
    """The score; empty where it does not count."""
    why_not: str
    """Why it does not count; empty where it does."""
    facets: Facets


@record
class EndedView:
    """What ended.html may see."""

    title: str
    answered: str
    """How many have an answer."""
    overdue: str
    """How many have none though their date has passed."""
    choices: tuple[Choice, ...]
    first: str
    """The address of the first page, on which the list is narrowed down; empty where it cannot be."""
    judgements: tuple[EndedRow, ...]
    pager: Pager
    record: str
    outlook: str
    file: str
    """The file with all judgements."""


def plans(corpus: Corpus, at: PartsAt) -> Iterator[Plan]:
    """`/outlook/resolved/`, `/outlook/resolved/page/2/` …"""
    offered = Offer(rows=partial(_rows, corpus), names=NARROWED, led_to=True)
    for part in pages(RESOLVED, ended(corpus), A_PAGE):
        yield Plan(path=part.path, section="outlook", make=partial(_page, at, offered, part))


def _rows(corpus: Corpus) -> Iterator[Facets]:
    return (facets_of_ended(one, corpus) for one in ended(corpus))


def _page(at: PartsAt, offered: Offer, part: Slice[Ended]) -> Page:
    parts = at(part.depth)
    links, words, book = parts.links, parts.words, whole_ledger(parts.corpus)
    title = part.titled(words("How our judgements ended"), words)
    view = EndedView(
        title=title,
        answered=words.number(len(book.resolved)),
        overdue=words.number(len(book.overdue)),
        choices=offered.choices(links, part),
        first=offered.address(links, part),
        judgements=tuple(ended_row(one, parts) for one in part.items),
        pager=part.pager(links),
        record=links.to("outlook/track-record/"),
        outlook=links.to("outlook/"),
        file=links.to("outlook/track-record.csv"),
    )
    site = parts.corpus.settings.site_name
    description = words("What {site} said, what came, and how it scored: {list}.", site=site, list=title)
    return Page(title=title, description=description, template="ended.html", view=view)


def ended_row(one: Ended, parts: Parts) -> EndedRow:
    """A judgement in a list."""
    expected, resolution = one.expected, one.expected.resolution
    return EndedRow(
        link=claim(parts, expected, expected.briefing),
        of=_about(one, parts),
        by=parts.marks.date(expected.judgement.by) if expected.judgement.by else NOTHING,
        said=_said(one, parts),
        came=_came(one, parts),
        when=parts.marks.date(resolution.when) if resolution else NOTHING,
        verdict=_verdict(one, parts),
        leaned=verdict(expected, parts.corpus.settings) or "",
        held=brier(one.scored.brier, parts.words) if one.scored else NOTHING,
        why_not=parts.words(WHY_NOT[one.why_not]) if one.why_not else "",
        facets=facets_of_ended(one, parts.corpus),
    )


def _verdict(one: Ended, parts: Parts) -> str:
    """What the last odds came to; where the score of every day says otherwise, that it was only at the end."""
    found = verdict(one.expected, parts.corpus.settings)
    if found == "as_expected" and one.scored and one.scored.brier > COIN:
        return parts.words("As expected at the end, not before")
    return parts.words.verdict(found) if found else ""


def _about(one: Ended, parts: Parts) -> str:
    names = [parts.links.name("topics", id) for id in one.expected.topics]
    return parts.words.all_of((*names, *(parts.links.name("authors", id) for id in one.expected.authors)))


def _said(one: Ended, parts: Parts) -> str:
    """The word that was held longest, and all numbers; of what does not count, the last word and all that readers may see."""
    words, scale = parts.words, parts.corpus.settings.scale
    calls = (call for call in one.expected.calls if not call.taken_down)
    called = [found for call in calls if (found := probability_of(call, scale))] if not one.scored else []
    term = one.scored.longest.term if one.scored else called[-1][0] if called else None
    if not term:
        return ""
    spells = one.scored.spells if one.scored else ()
    held = [(spell.term, spell.probability, spell.estimated) for spell in spells] or called
    shares = [share(said, words) for said, _ in groupby(held)]
    odds = reduce(lambda before, then: words("{before}, then {then}", before=before, then=then), shares)
    return words("{term}: {odds}", term=words.sentence(words(term.term)), odds=odds)


def _came(one: Ended, parts: Parts) -> str:
    words, resolution = parts.words, one.expected.resolution
    if one.scored and not one.scored.answered:
        return words("Void only after its date: counts as wrong") if resolution else words("No answer: counts as wrong")
    if one.scored and resolution and resolution.outcome == "happened" and not one.scored.truth:
        return words("Happened, but after its date")
    return words.outcome(resolution.outcome) if resolution else words("Not known yet")
