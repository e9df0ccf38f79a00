"""`spotbrief audit` reads old texts as YAML does, and takes for owned up to only what readers saw."""

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import ROUND, History, talks

BOLDER = ROUND.replace("likelihood: likely", "likelihood: almost certain")
GONE = "status: withdrawn\nwithdrawn: It was a mistake.\n"
OWNED = "corrections: [{when: 2025-04-02, was: likely, now: almost certain, text: The likelihood of `round`.}]\n"


@pytest.fixture
def history(desk: Desk) -> History:
    """Nothing yet."""
    return History(desk)


@pytest.mark.parametrize(
    "title", ['title: "Talks\nto: come"', "title: 'Talks\nto: come'", "title: [Talks,\nto: come]", 'title: "a \\" b\nto: come"']
)
def test_a_text_that_goes_on_at_the_start_of_a_line_hides_nothing(history: History, title: str) -> None:
    """YAML reads it, so the site had it; a line in quotes looks like a field."""
    first = talks().replace(
        "title: Talks", title if "[" not in title else "title: Talks\nnotes: [x,\nto: come]".replace("[x,\nto: come]", '"x,\nto: come"')
    )
    history.commit("2025-03-03", talks=first)
    assert history.kinds() == []
    history.commit("2025-04-02", talks=talks(BOLDER))
    assert ("likelihood", "changed") in history.kinds()


def test_what_quotes_hold_is_no_judgement(history: History) -> None:
    """A judgement that moved into a text was taken away."""
    history.commit("2025-03-03", talks=talks())
    inside = talks().replace("what_to_expect:\n", 'summary: "The rest.\nwhat_to_expect:\n').replace("\n---\nTalks.", '"\n---\nTalks.')
    history.commit("2025-04-02", talks=inside)
    assert ("judgement", "taken_away") in history.kinds()


def test_a_correction_that_nobody_saw_owns_up_to_nothing(history: History) -> None:
    """It came with the withdrawal, which takes it down; the numbers count all the same."""
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-04-02", talks=talks(BOLDER, OWNED + GONE))
    assert ("likelihood", "changed") in history.kinds()
    history.commit("2025-04-03", talks=talks(BOLDER, OWNED + GONE + "keep_text: true\n"))
    assert history.kinds() == []


def test_a_correction_that_readers_saw_stays_one(history: History) -> None:
    """Though its briefing is withdrawn later."""
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-04-02", talks=talks(BOLDER, OWNED))
    history.commit("2025-04-20", talks=talks(BOLDER, OWNED + GONE))
    assert history.kinds() == []


@pytest.mark.parametrize(
    ("attributes", "is_said"),
    [
        ("*.md filter=lfs diff=lfs merge=lfs -text\n", True),
        ("/briefings/**/*.md working-tree-encoding=UTF-16\n", True),
        ("[attr]secret filter=x\nbriefings/* secret\n", True),
        ("*.png filter=lfs diff=lfs merge=lfs -text\n", False),
        ("content/*.md filter=x\n# *.md filter=x\n", False),
        ("*.md -text -diff merge=ours ident eol=crlf\n", False),
    ],
)
def test_a_filter_of_texts_is_said(history: History, attributes: str, is_said: bool) -> None:
    """Also once it is gone: git keeps what goes through it in another form, and knows not what readers had meanwhile."""
    history.commit("2025-03-03", talks=talks())
    history.desk.write(".gitattributes", attributes)
    history.git("add", ".gitattributes")
    history.at("2025-03-10", "commit", "-q", "-m", "All", "--only", ".gitattributes")
    (history.root / ".gitattributes").unlink()
    history.commit("2025-03-20")
    assert (".gitattributes has texts changed" in run(history.desk, "audit").output) is is_said
    assert history.kinds() == []


@pytest.mark.parametrize(
    "attributes", ["*.md -text", "*.md binary", "*.md -diff", "*.md ident", "*.md text eol=crlf", "*.md diff=x merge=x"]
)
def test_no_other_attribute_hides_anything(history: History, attributes: str) -> None:
    history.desk.write(".gitattributes", f"{attributes}\n")
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-04-02", talks=talks(BOLDER))
    assert history.kinds() == [("likelihood", "changed")]


@pytest.mark.parametrize("form", ["utf-16", "utf-16-le", "utf-8-sig", "latin-1"])
def test_a_text_in_another_encoding_is_no_way_round(history: History, form: str) -> None:
    """What could not be read was not in the site, and what comes after it is compared with what was."""
    history.commit("2025-03-03", talks=talks())
    (history.root / "briefings/talks.md").write_bytes(talks(BOLDER, prose="Café.").encode(form))
    history.commit("2025-03-20")
    history.commit("2025-04-02", talks=talks(BOLDER))
    assert history.kinds() == [("likelihood", "changed")]


@pytest.mark.parametrize(
    "unread",
    [ROUND + "    likelihood: unlikely\n", ROUND.replace(": likely", ": &x likely"), "  - <<: {likelihood: unlikely}\n    text: It.\n"],
)
def test_what_yaml_shares_or_says_twice_is_no_way_round(history: History, unread: str) -> None:
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-03-20", talks=talks(unread))
    assert run(history.desk, "check").exit_code == 1
    history.commit("2025-04-02", talks=talks(BOLDER))
    assert history.kinds() == [("likelihood", "changed")]


def test_a_briefing_that_becomes_a_file_of_another_kind_is_the_same(history: History) -> None:
    """Fields and prose in one, or a pair of them."""
    history.commit("2025-03-03", talks=talks())
    fields = talks(BOLDER).split("---")[1].lstrip()
    history.commit("2025-03-20", talks=None, talks_yml=fields)
    assert history.kinds() == [("likelihood", "changed")]
    history.commit("2025-03-21", talks="Talks.\n", talks_yml=fields.replace("almost certain", "likely"))
    assert history.kinds() == []
