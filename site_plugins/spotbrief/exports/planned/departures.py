"""What the HTML in ordinary pages does that no policy stops: it leads readers on to another host, or has their browsers call one."""

import re
from collections.abc import Callable, Iterator

from spotbrief.corpus.corpus import Corpus
from spotbrief.exports.planned.unguarded import elsewhere
from spotbrief.model.page import OrdinaryPage
from spotbrief.model.problem import Problem
from spotbrief.reading.embeds import Reader

_MAY = re.compile(r"<(?:meta|link)\b", re.IGNORECASE)
_SAID = {
    "departures": ("this page leads its readers on to {}", "take it out, and link to it: [words]({})"),
    "calls": ("this page has browsers call {} before anybody follows a link", "take it out: it only makes another page come sooner"),
}


def departures(whole: Corpus, made: Callable[[OrdinaryPage], str | None]) -> Iterator[Problem]:
    """The HTML that is *made* is looked into, since there it is certain what is a tag."""
    for page in whole.desk.pages:
        reader = Reader()
        reader.feed((made(page) or "") if _MAY.search(page.body.text) else "")
        for embed in reader.found:
            if embed.purpose in _SAID and (said := elsewhere(embed, whole.settings)):
                message, hint = _SAID[embed.purpose]
                where = page.origin.prose(embed.typed)
                yield Problem(
                    rule="goes-elsewhere",
                    severity="error",
                    where=where,
                    message=message.format(said.removeprefix("something of ")),
                    hint=hint.format(embed.url),
                )
