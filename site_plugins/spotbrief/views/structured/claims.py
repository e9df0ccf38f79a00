"""Judgements as schema.org's Claim, with the briefings that make them and take them up again.

The text of a claim says how likely it is held now, and how it ended: a bare sentence would be claimed more boldly than it was.
How it ended is no ClaimReview, which is a fact check of somebody's claim, and its likelihood no Rating, which is a grade on a
scale from bad to good: schema.org has no word for a forecast that is resolved. The API has all of it in fields. Whose claim it is stands
at the article in which it first appears.
"""

from collections.abc import Iterator

from spotbrief.corpus.corpus import Corpus, Expected
from spotbrief.model.briefing import Briefing
from spotbrief.views.likelihoods import said
from spotbrief.views.links import Links
from spotbrief.views.marks import bare
from spotbrief.views.prose import Writer
from spotbrief.views.structured.node import ARTICLE, Node, node, reference


class Claims:
    """Makes the nodes of judgements; *links* are absolute."""

    def __init__(self, corpus: Corpus, links: Links) -> None:
        self._corpus, self._links, self._writer = corpus, links, Writer(links)

    def on(self, briefing: Briefing) -> Iterator[Node]:
        """Those of a briefing, and those of earlier ones that it takes up again."""
        for expected in self._corpus.expected_in(briefing):
            if not expected.taken_down:
                yield self._claim(expected, briefing)

    def _claim(self, expected: Expected, on: Briefing) -> Node:
        judgement, made, zone = expected.judgement, expected.briefing, self._corpus.settings.timezone
        page = "" if made is on else self._links.thing("briefings", made.id)
        name = bare(self._writer.line(judgement.text, made.origin))
        last = max(call.when for call in expected.calls if not call.taken_down)
        return {
            "@id": f"{page}#judgement:{expected.key}",
            **node(
                "Claim",
                text=" ".join((name, *self._words(expected))),
                datePublished=made.opens().astimezone(zone).isoformat(),
                dateModified=last.astimezone(zone).isoformat() if last > made.opens() else "",
                firstAppearance=reference(page + ARTICLE),
                appearance=[self._article(later) for later in expected.followed_by],
                creativeWorkStatus="Withdrawn" if made.is_withdrawn() else "",
            ),
        }

    def _article(self, briefing: Briefing) -> Node:
        return reference(self._links.thing("briefings", briefing.id) + ARTICLE)

    def _words(self, expected: Expected) -> Iterator[str]:
        words, now, by, ended = self._links.words, expected.now, expected.judgement.by, expected.resolution
        due = words("by {date}", date=words.date(by)) if by else ""
        held = "; ".join(filter(None, (said(now, self._corpus.settings.scale, words), words.sureness(now.confidence), due)))
        if held:
            yield f"{words.sentence(held)}."
        if ended:
            yield words("Outcome: {outcome}, {when}.", outcome=words.outcome(ended.outcome), when=words.date(ended.when))
