"""What is part of something broader counts there, too."""

from spotbrief.corpus.broader import all_below, gathered, parts_of, with_broader
from spotbrief.corpus.linker import link
from tests.desks import Desk

REGIONS = """\
world: {name: World}
europe: {name: Europe, broader: world}
east: {name: East, broader: europe}
west: {name: West, broader: europe}
"""


def test_a_broader_region_holds_what_its_parts_hold(desk: Desk) -> None:
    """Each once, newest first; judgements by what is due first."""
    expects = "what_to_expect: [{text: It rains, likelihood: likely, by: 2025-12-31}]\n"
    desk.write("content/regions.yml", REGIONS).brief("a", f"regions: [east, west]\n{expects}").brief("b", "regions: [europe]\n")
    found = desk.examine()
    corpus = link(found.corpus.desk, found.corpus.settings)
    assert parts_of(corpus, "regions") == {"world": ["europe"], "europe": ["east", "west"]}
    assert all_below(corpus, "regions", "world") == ["europe", "east", "west"]
    trail = gathered(corpus, "regions", "world")
    assert [briefing.id for briefing in trail.briefings] == ["b", "a"]
    assert [one.id for one in trail.judgements] == ["a:1"]
    assert gathered(corpus, "regions", "east") is corpus.backlinks("regions", "east")


def test_a_circle_ends(desk: Desk) -> None:
    """The checks report it; who only looks must not hang."""
    desk.write("content/topics.yml", "a: {name: A, broader: b}\nb: {name: B, broader: a}\n")
    corpus = desk.examine().corpus
    assert all_below(corpus, "topics", "a") == ["b"]
    assert list(with_broader(["a"], corpus.topics)) == ["a", "b"]
