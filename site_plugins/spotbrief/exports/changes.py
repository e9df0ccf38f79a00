"""What changed since any moment of the last thirty days, in ready words: a page reads it only for who was here before."""

import json
from collections.abc import Iterator

from spotbrief.exports.output import Edition, Output, one
from spotbrief.views.news import SINCE_VISIT, steps


def outputs(edition: Edition) -> Iterator[Output]:
    """`/changes/since.json`."""
    yield one(SINCE_VISIT, lambda: _file(edition))


def _file(edition: Edition) -> bytes:
    corpus = edition.corpus
    whole = {"until": int(corpus.settings.now.timestamp()), "steps": [(step.start, step.text) for step in steps(corpus)]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
