"""Which feeds a site has: its own, those of topics, actors and the like, of corrections, of judgements, of all that changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial
from heapq import nlargest
from typing import TypeVar
from urllib.parse import quote

from spotbrief.corpus.broader import gathered
from spotbrief.corpus.changes import changes
from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.corrections import corrected
from spotbrief.corpus.turns import turns
from spotbrief.exports import atom, json_feed
from spotbrief.exports.addresses import first_id, tag
from spotbrief.exports.entries import Entries
from spotbrief.exports.entry import Entry, Feed
from spotbrief.exports.output import Edition, Output
from spotbrief.exports.text import clean
from spotbrief.model.briefing import Briefing
from spotbrief.model.kinds import WITH_FEEDS
from spotbrief.views.feed_links import CHANGES, CORRECTIONS, OUTLOOK, feed_folder, feed_title

T = TypeVar("T")

SITE, THING = 50, 10
"""The most entries in the feeds of the site, of corrections, of judgements and of all that changes, and in those of a thing."""

KEPT = 512
"""The most entries kept in memory, each with a briefing: feeds share the newest."""

FORMATS = (atom, json_feed)

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was updated."""

Written = Callable[[str], tuple[bytes, ...]]
"""The entry of a briefing, in each format."""


def outputs(edition: Edition) -> Iterator[Output]:
    """`feed.xml` and `feed.json` of everything that has feeds.

    The site's own tell briefings in full, those of a thing in short; either is written once, however many feeds it is in.
    """
    corpus = edition.corpus
    entries = Entries(edition)
    written: Written = lru_cache(KEPT)(lambda id: _in_all(entries.of_briefing(corpus.briefings[id])))
    in_short: Written = lru_cache(KEPT)(lambda id: _in_all(entries.in_short(corpus.briefings[id])))
    yield _output("", partial(_site, corpus, written))
    for kind in WITH_FEEDS:
        for id, thing in getattr(corpus, kind).items():
            if feed_folder(corpus, f"{kind}/{id}/"):
                make = partial(_thing, corpus, kind, id, in_short)
                for name in (id, *(former for former in thing.former_slugs if former.casefold() != id.casefold())):
                    yield _output(f"{kind}/{name}/", make)
    yield _output(CORRECTIONS, partial(_corrections, corpus, entries))
    yield _output(CHANGES, partial(_all_changes, corpus, entries, written))
    if "outlook" in corpus.settings.sections:
        yield _output(OUTLOOK, partial(_judgements, corpus, entries))


def _output(folder: str, make: Callable[[], Iterable[bytes]]) -> Output:
    return Output(paths=tuple(folder + format.NAME for format in FORMATS), make=make)


def _in_all(entry: Entry) -> tuple[bytes, ...]:
    return tuple(format.entry(entry) for format in FORMATS)


def _fed(feed: Feed, written: list[tuple[bytes, ...]]) -> list[bytes]:
    return [format.feed(feed, [made[i] for made in written]) for i, format in enumerate(FORMATS)]


def _site(corpus: Corpus, written: Written) -> list[bytes]:
    settings, newest = corpus.settings, _newest(corpus.own_briefings.values(), SITE)
    feed = _feed(corpus, "", settings.site_description, _changes(newest))
    return _fed(feed, [written(briefing.id) for briefing in newest])


def _thing(corpus: Corpus, kind: str, id: str, written: Written) -> list[bytes]:
    newest = _newest(_spoken(corpus, gathered(corpus, kind, id).briefings, lambda one: one), THING)
    feed = _feed(corpus, f"{kind}/{id}/", "", _changes(newest), first_id(getattr(corpus, kind)[id]))
    return _fed(feed, [written(briefing.id) for briefing in newest])


def _corrections(corpus: Corpus, entries: Entries) -> list[bytes]:
    found = _spoken(corpus, corrected(corpus), lambda one: one.briefing)[:SITE]
    description = corpus.words("What was wrong after publication, and what it says now.")
    feed = _feed(corpus, CORRECTIONS, description, _changes(one.briefing for one in found))
    return _fed(feed, [_in_all(entries.of_correction(one)) for one in found])


def _judgements(corpus: Corpus, entries: Entries) -> list[bytes]:
    found = _spoken(corpus, turns(corpus), lambda turn: turn.expected.briefing)[:SITE]
    description = corpus.words("Judgements that were made, were revised or came to their end.")
    feed = _feed(corpus, OUTLOOK, description, (turn.when for turn in found))
    return _fed(feed, [_in_all(entries.of_turn(turn)) for turn in found])


def _all_changes(corpus: Corpus, entries: Entries, written: Written) -> list[bytes]:
    found = _spoken(corpus, changes(corpus), lambda change: change.briefing)[:SITE]
    description = corpus.words(
        "Briefings that came, were updated, corrected or withdrawn; judgements that were revised or came to their end."
    )
    feed = _feed(corpus, CHANGES, description, (change.when for change in found))
    return _fed(feed, [written(one.briefing.id) if one.kind == "new" else _in_all(entries.of_change(one)) for one in found])


def _spoken(corpus: Corpus, found: Sequence[T], briefing: Callable[[T], Briefing]) -> Sequence[T]:
    """Of what was *found*, what is told in the language of the site: a feed speaks one."""
    elsewhere = corpus.desk.elsewhere
    return [one for one in found if briefing(one).id not in elsewhere] if elsewhere else found


def _newest(briefings: Iterable[Briefing], most: int) -> list[Briefing]:
    """Those that opened last: one whose embargo has just been lifted is news, whenever it was written."""
    return nlargest(most, briefings, key=lambda briefing: (briefing.opens(), briefing.id))


def _changes(briefings: Iterable[Briefing]) -> Iterator[datetime]:
    return (briefing.changed() for briefing in briefings)


def _feed(corpus: Corpus, folder: str, description: str, changes: Iterable[datetime], first: str = "") -> Feed:
    settings = corpus.settings
    known = f"{folder.partition('/')[0]}/{first}/" if first else folder
    return Feed(
        id=tag(settings, f"feeds/{known}"),
        folder=folder,
        title=clean(feed_title(corpus, folder)),
        description=clean(description),
        home=settings.base + quote(folder),
        base=settings.base,
        updated=max(changes, default=LONG_AGO),
        language=settings.language,
        author=clean(settings.site_name),
    )
