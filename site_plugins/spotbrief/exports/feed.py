"""The news feed as Atom (RFC 4287); every date comes from content, so that the same input gives the same bytes."""

from datetime import datetime
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree as Xml

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.output import Output
from spotbrief.model.briefing import Briefing

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 20
"""How many briefings the feed holds."""


def feed(corpus: Corpus) -> Output:
    """`/feed.xml`, newest first."""
    settings = corpus.settings
    base = settings.site_url if settings.site_url.endswith("/") else f"{settings.site_url}/"
    latest = list(corpus.briefings.values())[:ENTRIES]
    root = Xml.Element("feed", xmlns=ATOM)
    _add(root, "title", settings.site_name)
    _add(root, "id", base)
    _add(root, "updated", max((b.changed() for b in latest), default=datetime.fromtimestamp(0, settings.timezone)).isoformat())
    Xml.SubElement(root, "link", rel="alternate", type="text/html", href=base)
    Xml.SubElement(root, "link", rel="self", type="application/atom+xml", href=f"{base}feed.xml")
    for briefing in latest:
        root.append(_entry(briefing, corpus, base))
    Xml.indent(root)
    return Output(path="feed.xml", data=Xml.tostring(root, "utf-8", xml_declaration=True) + b"\n")


def _entry(briefing: Briefing, corpus: Corpus, base: str) -> Xml.Element:
    href = f"{base}briefings/{quote(briefing.id)}/"
    entry = Xml.Element("entry")
    _add(entry, "title", briefing.title)
    _add(entry, "id", _tag(href, briefing))
    _add(entry, "published", briefing.published.isoformat())
    _add(entry, "updated", briefing.changed().isoformat())
    Xml.SubElement(entry, "link", rel="alternate", type="text/html", href=href)
    for author in briefing.authors or ("",):
        known = corpus.authors.get(author)
        _add(Xml.SubElement(entry, "author"), "name", known.name if known else corpus.settings.site_name)
    for topic in briefing.topics:
        if known_topic := corpus.topics.get(topic):
            Xml.SubElement(entry, "category", term=topic, label=known_topic.name)
    _add(entry, "summary", briefing.summary or briefing.bottom_line or briefing.title)
    return entry


def _tag(href: str, briefing: Briefing) -> str:
    """A tag URI (RFC 4151), which stays the same when the site moves to another path."""
    host = urlsplit(href).netloc or "localhost"
    return f"tag:{host},{briefing.published:%Y-%m-%d}:{quote(briefing.id)}"


def _add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text
