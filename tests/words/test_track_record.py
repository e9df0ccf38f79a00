"""A long track record asks for its words as all pages do; a small desk says little on its page."""

import re
from dataclasses import replace

from markupsafe import Markup

from spotbrief.corpus.linker import link
from spotbrief.corpus.public import public_desk
from spotbrief.exports.site import Site
from tests.desks import Desk
from tests.newsroom.record_desk import lay, lay_odd_ones
from tests.words.outside import outside, texts
from tests.words.pseudo import Pseudo

CODES = {
    "TermRow.verdict",
    "WholeScore.coin",
    "ScoreTable.by",
    "EndedRow.by",
    "EndedRow.leaned",
    "EndedRow.facets",
    "Choice.name",
    "Option.value",
}
"""Values by which templates and styles tell things apart."""


def test_pages_of_a_long_record_say_nothing_by_themselves(desk: Desk) -> None:
    """Nothing but what editors typed."""
    corpus = lay_odd_ones(lay(desk, 80)).examine().corpus
    typed = {word for file in desk.root.rglob("*.yml") for word in re.findall("[a-z]{2,}", file.read_text("utf-8").casefold())}
    public = link(public_desk(corpus.desk, corpus.settings.now), corpus.settings)
    site = Site(replace(public, words=Pseudo(corpus.settings.timezone)), desk.root)
    plans = [plan for plan in site.plans if plan.path.startswith(("outlook/resolved/", "outlook/track-record/", "outlook/how-we-score/"))]
    assert len(plans) >= 4
    found = set[str]()
    for plan in plans:
        page = plan.make()
        said = [text for path, text in texts(page.view, "") if path not in CODES]
        found |= {word.casefold() for text in (*said, page.title, page.description) for word in outside(text)}
        found |= {word.casefold() for word in outside(site.content(plan.path) or Markup(""))}
    assert found <= typed
