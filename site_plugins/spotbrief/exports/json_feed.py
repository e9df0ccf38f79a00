"""Feeds as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from spotbrief.exports.entry import Entry, Feed, Person

NAME = "feed.json"


def entry(of: Entry) -> bytes:
    """One item with its content; the same in every feed."""
    item = {
        "id": of.id,
        "url": of.url,
        "title": of.title,
        "summary": of.summary,
        "content_html": of.html,
        "image": of.image,
        "language": of.language,
        "date_published": of.published.isoformat(),
        "date_modified": of.updated.isoformat(),
        "authors": [_author(person) for person in of.authors],
        "tags": [tag.name for tag in of.tags],
    }
    return _dumped(item)


def feed(of: Feed, entries: Iterable[bytes]) -> bytes:
    """The whole feed."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": of.title,
        "description": of.description,
        "home_page_url": of.home,
        "feed_url": f"{of.base}{quote(of.folder)}{NAME}",
        "language": of.language,
        "authors": [_author(Person(name=of.author, url=of.base))],
    }
    return b'%b,\n"items":[%b]}\n' % (_dumped(head)[:-1], b",\n".join(entries))


def _author(person: Person) -> dict[str, str]:
    return {"name": person.name, "url": person.url} if person.url else {"name": person.name}


def _dumped(values: dict[str, Any]) -> bytes:
    return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False).encode()
