"""`spotbrief audit` and the names that judgements are counted under: nobody's record becomes that of somebody else."""

import pytest

from tests.cli.run import run
from tests.desks import Desk
from tests.histories import ENDED, ROUND, History, talks

ADA, BOB = "name: Ada Merrow\n", "name: Bob Tarnow\n"
MISS = ROUND + ENDED.replace("happened, when: 2025-05-16", "did_not_happen, when: 2025-05-31")


def by(author: str, more: str = "") -> str:
    """The talks as *author* tells them."""
    return talks(MISS, f"authors: [{author}]\n{more}")


@pytest.fixture
def history(desk: Desk) -> History:
    """A judgement of Ada's that did not come."""
    made = History(desk)
    desk.write("content/authors/ada.yml", ADA).write("content/authors/bob.yml", BOB).write("content/topics.yml", "gas: {name: Gas}\n")
    made.commit("2025-03-03", talks=talks(ROUND, "authors: [ada]\n"))
    made.commit("2025-05-31", talks=by("ada"))
    return made


def rename(history: History, new: str, text: str) -> None:
    """Ada's id to somebody."""
    (history.root / "content/authors/ada.yml").unlink()
    history.desk.write(f"content/authors/{new}.yml", f"{text}former_slugs: [ada]\n")


def test_an_author_who_was_there_beside_another_is_not_the_same(history: History) -> None:
    """Whatever former ids he names: what is his now was told under her name."""
    rename(history, "bob", BOB)
    history.commit("2025-06-01", talks=by("bob"))
    assert history.kinds() == [("authors", "changed")]


def test_nor_is_somebody_new_of_another_name(history: History) -> None:
    """Whose id nobody had before."""
    rename(history, "zed", "name: Zed Ostrom\n")
    history.commit("2025-06-01", talks=by("zed"))
    assert history.kinds() == [("authors", "changed")]


@pytest.mark.parametrize("name", ["name: Ada Merrow\n", "name: Ada Tarnow-Merrow\n"])
def test_an_id_of_her_own_is_hers(history: History, name: str) -> None:
    """Renamed, she keeps her record."""
    rename(history, "ada-merrow", name)
    history.commit("2025-06-01", talks=by("ada-merrow"))
    assert history.kinds() == []


def test_an_author_may_move_into_a_list(history: History) -> None:
    """Another file is no other person."""
    for name in ("ada", "bob"):
        (history.root / f"content/authors/{name}.yml").unlink()
    history.desk.write("content/authors.yml", "ada-m:\n  name: Ada Merrow\n  former_slugs: [ada]\nbob: {name: Bob Tarnow}\n")
    history.commit("2025-06-01", talks=by("ada-m"))
    assert history.kinds() == []


@pytest.mark.parametrize("is_committed", [True, False])
def test_names_that_were_exchanged(history: History, is_committed: bool) -> None:
    """The ids stay, and with them the lists of authors; the record of each is read as that of the other."""
    history.desk.write("content/authors/ada.yml", BOB).write("content/authors/bob.yml", ADA)
    if is_committed:
        history.commit("2025-06-01")
    told = history.findings()
    assert [(one["briefing"], one["field"], one["was"], one["now"]) for one in told] == [
        ("authors/ada", "name", "Ada Merrow", "Bob Tarnow"),
        ("authors/bob", "name", "Bob Tarnow", "Ada Merrow"),
    ]
    assert [(one["file"], one["line"]) for one in told] == [("content/authors/ada.yml", 1), ("content/authors/bob.yml", 1)]
    assert all(bool(one["commit"]) is is_committed for one in told)


def test_changes_says_so_before_it_happens(history: History) -> None:
    """In the report of a pull request."""
    history.git("checkout", "-q", "-b", "work")
    history.desk.write("content/authors/ada.yml", BOB).write("content/authors/bob.yml", ADA)
    history.commit("2025-06-01")
    said = run(history.desk, "changes", "main").output
    assert "the name was 'Ada Merrow' and is 'Bob Tarnow'" in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: Ada M. Merrow\n", 0),
        ("name: Zoe Ostrom\n", 1),
        ("name: Zoe Ostrom\nbio: She wrote as Ada Merrow until 2025.\n", 0),
        ("name: [Ada\n", 0),
    ],
)
def test_who_is_called_otherwise_keeps_the_old_name(history: History, text: str, told: int) -> None:
    """In a part of the new one, or in what is said of him."""
    history.desk.write("content/authors/ada.yml", text)
    history.commit("2025-06-01")
    assert len(history.findings()) == told


def test_a_topic_may_be_renamed_and_not_exchanged(desk: Desk) -> None:
    """A name is a topic's own; that of another topic brings its record along."""
    history = History(desk)
    desk.write("content/topics.yml", "gas: {name: Gas}\noil: {name: Oil}\n")
    history.commit("2025-03-03", talks=talks(MISS, "topics: [gas]\n"))
    desk.write("content/topics.yml", "gas: {name: Natural gas}\noil: {name: Petrol}\n")
    history.commit("2025-06-01")
    assert history.kinds() == [("answer", "backdated")]
    desk.write("content/topics.yml", "gas: {name: Oil}\noil: {name: Gas}\n")
    history.commit("2025-06-02")
    assert history.kinds() == [("answer", "backdated"), ("name", "changed"), ("name", "changed")]


@pytest.mark.parametrize(("was_there", "told"), [(True, [("topics", "changed")]), (False, [])])
def test_a_topic_that_takes_in_another_takes_no_answer(desk: Desk, was_there: bool, told: list[tuple[str, str]]) -> None:
    """What is known stays under the topic that it was told under; a new id for the same one is another matter."""
    history = History(desk)
    desk.write("content/topics.yml", "gas: {name: Gas}\n" + ("oil: {name: Oil}\n" if was_there else ""))
    history.commit("2025-03-03", talks=talks(ROUND, "topics: [gas]\n"))
    history.commit("2025-05-31", talks=talks(MISS, "topics: [gas]\n"))
    desk.write("content/topics.yml", "oil: {name: Oil, former_slugs: [gas]}\n")
    history.commit("2025-06-02", talks=talks(MISS, "topics: [oil]\n"))
    assert history.kinds() == told


@pytest.mark.parametrize(
    ("claim", "becomes", "told"),
    [
        ("[[eastwick]] wins the cup.", "name: Northport\n", 1),
        ("[[eastwick]] wins the cup.", "name: Northport\nother_names: [Eastwick]\n", 0),
        ("[[eastwick]] wins the cup.", "name: Eastwick City\n", 0),
        ("[[eastwick|Eastwick]] wins the cup.", "name: Northport\n", 0),
    ],
)
def test_a_claim_speaks_of_whom_it_spoke(desk: Desk, claim: str, becomes: str, told: int) -> None:
    """An actor whom it names is called as its file says: nobody else takes the name's place."""
    history = History(desk)
    desk.write("content/actors/eastwick.yml", "name: Eastwick\ntype: organization\n")
    history.commit("2025-03-03", talks=talks(ROUND.replace("text: A second round takes place.", f'text: "{claim}"')))
    desk.write("content/actors/eastwick.yml", f"{becomes}type: organization\n")
    history.commit("2025-06-02")
    assert [one["briefing"] for one in history.findings()] == ["actors/eastwick"] * told


@pytest.mark.parametrize(
    ("link", "more", "told"),
    [
        ("[[briefing:q]]", "", 1),
        ("[[briefing:q|The bridge opens]]", "", 0),
        ("[[briefing:q]]", "corrections: [{when: 2025-03-20, was: The bridge opens, now: The bridge stays shut}]\n", 0),
    ],
)
def test_nor_does_the_title_that_it_shows_change(desk: Desk, link: str, more: str, told: int) -> None:
    """Of another briefing, in whose place readers would read another claim."""
    history = History(desk)
    question = talks("  - Rain.\n", published="2025-03-02").replace("title: Talks", "title: The bridge opens")
    claim = talks(ROUND.replace("text: A second round takes place.", f'text: "This comes true: {link}."'))
    history.commit("2025-03-03", q=question, talks=claim)
    shut = question.replace("The bridge opens", "The bridge stays shut").replace("what_to_expect", f"{more}what_to_expect")
    commit = history.commit("2025-03-20", q=shut)
    history.commit("2025-03-21", q=shut.replace("Talks.", "More talks."))
    assert [(one["field"], one["commit"]) for one in history.findings()] == [("title", commit[:10])] * told


@pytest.mark.parametrize("word", ["Likely", "LIKELY", "likely"])
def test_a_word_of_the_scale_in_capitals_is_the_same_word(desk: Desk, word: str) -> None:
    """It means the same."""
    history = History(desk)
    history.commit("2025-03-03", talks=talks())
    history.commit("2025-03-10", talks=talks().replace("likelihood: likely", f"likelihood: {word}"))
    assert history.kinds() == []
