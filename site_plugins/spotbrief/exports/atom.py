"""Feeds as Atom 1.0 (RFC 4287)."""

from collections.abc import Iterable
from urllib.parse import quote

from spotbrief.exports.entry import Entry, Feed, Person
from spotbrief.exports.text import xml

NAME = "feed.xml"


def entry(of: Entry) -> bytes:
    """One entry with its content; the same in every feed."""
    tags = "".join(f'<category term="{xml(tag.id)}" scheme="{xml(tag.scheme)}" label="{xml(tag.name)}"/>\n' for tag in of.tags)
    summary = f"<summary>{xml(of.summary)}</summary>\n" if of.summary else ""
    spoken = f' xml:lang="{xml(of.language)}"' if of.language else ""
    return (
        f"<entry{spoken}>\n<title>{xml(of.title)}</title>\n<id>{xml(of.id)}</id>\n"
        f"<published>{of.published.isoformat()}</published>\n<updated>{of.updated.isoformat()}</updated>\n"
        f'<link rel="alternate" type="text/html" href="{xml(of.url)}"/>\n{"".join(map(_author, of.authors))}{tags}{summary}'
        f'<content type="html">{xml(of.html)}</content>\n</entry>\n'
    ).encode()


def feed(of: Feed, entries: Iterable[bytes]) -> bytes:
    """The whole feed."""
    here = of.base + quote(of.folder)
    subtitle = f"<subtitle>{xml(of.description)}</subtitle>\n" if of.description else ""
    head = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml(of.language)}">\n'
        f"<title>{xml(of.title)}</title>\n{subtitle}<id>{xml(of.id)}</id>\n<updated>{of.updated.isoformat()}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{xml(here)}{NAME}"/>\n'
        f'<link rel="alternate" type="text/html" href="{xml(of.home)}"/>\n'
        f'<link rel="alternate" type="application/feed+json" href="{xml(here)}feed.json"/>\n'
        f"{_author(Person(name=of.author, url=of.base))}<generator>Spotbrief</generator>\n"
    )
    return b"".join((head.encode(), *entries, b"</feed>\n"))


def _author(person: Person) -> str:
    address = f"<uri>{xml(person.url)}</uri>" if person.url else ""
    return f"<author><name>{xml(person.name)}</name>{address}</author>\n"
