"""A file that is looked at alone, beside a desk that is known: what is said of it is what a check of all says."""

from collections.abc import Iterable

import pytest

from spotbrief.checks.near import FAR, examine_near, look_again
from spotbrief.corpus.live import Live
from spotbrief.model.problem import Problem
from spotbrief.reading.briefing import by_briefing
from spotbrief.reading.desk import read_desk, read_texts
from spotbrief.reading.files import walk
from spotbrief.reading.settings import read_config
from tests.checks.test_rules import CASES
from tests.desks import Desk

_FAR = {rule.id for rule in FAR}
_OF_FOLDERS = {"dot-file", "unread-file"}


class Open:
    """A desk that was read once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.settings, self.folders = read_config(desk.root / "mkdocs.yml", desk.now)
        read, _ = read_desk(desk.root, self.settings.timezone, self.folders.briefings, self.folders.content, None, self.settings.tags)
        self.live = Live(read, self.settings)

    def files(self) -> Iterable[tuple[str, ...]]:
        """All texts, pairs together, and originals with their translations."""
        briefings = walk(self.desk.root, self.folders.briefings).texts
        content = walk(self.desk.root, self.folders.content, with_readme=True).texts
        return [*by_briefing(briefings, self.settings.tags), *by_briefing(content, self.settings.tags)]

    def near(self, files: Iterable[str], unsaved: dict[str, bytes] | None = None) -> list[Problem]:
        """What is said of files alone."""
        texts = unsaved or {}
        read = read_texts(
            self.desk.root, files, self.settings.timezone, self.folders.briefings, self.folders.content, self.settings.tags, texts
        )
        return examine_near(self.live, files, read, self.desk.root, texts)


@pytest.mark.parametrize("case", CASES)
def test_one_file_alone_is_told_what_the_whole_desk_is_told(desk: Desk, case: str) -> None:
    """But for what only a comparison of all can find."""
    lay, _ = CASES[case]
    lay(desk)
    here = Open(desk)
    whole = [problem for problem in desk.examine().problems if problem.rule not in _FAR | _OF_FOLDERS]
    for files in here.files():
        assert here.near(files) == [problem for problem in whole if problem.where.file in files]


@pytest.mark.parametrize("case", CASES)
def test_it_is_so_after_every_file_was_away(desk: Desk, case: str) -> None:
    """What each file holds is taken out and put back in, so that nothing is left but what was taken in alone."""
    lay, _ = CASES[case]
    lay(desk)
    here = Open(desk)
    whole = [problem for problem in desk.examine().problems if problem.rule not in _FAR | _OF_FOLDERS]
    for files in here.files():
        here.near(files, dict.fromkeys(files, b"---\ntitle: Gone\npublished: 2020-01-01\n---\nText.\n"))
    for files in here.files():
        here.near(files)
    for files in here.files():
        assert here.near(files) == [problem for problem in whole if problem.where.file in files]


def test_another_file_is_told_of_a_change(desk: Desk) -> None:
    """Without being read again."""
    desk.brief("a", "what_to_expect: [{id: rain, text: It rains., by: 2025-12-31}]\n")
    desk.brief("b", "what_to_expect: [{id: 'a:rain', likelihood: likely}]\n").brief("c", body="[a](a.md)")
    here = Open(desk)
    assert look_again(here.live, ["briefings/b.md"], desk.root) == []
    text = (desk.root / "briefings/a.md").read_bytes().replace(b"id: rain", b"id: snow")
    here.near(["briefings/a.md"], {"briefings/a.md": text})
    (told,) = look_again(here.live, ["briefings/b.md"], desk.root)
    assert str(told).startswith("briefings/b.md:4:23: error[unknown-reference] there is no judgement 'a:rain'\n  hint: write the id")
    assert here.live.naming(("briefings", "a")) == {"briefings/c.md"}
    assert here.live.naming(("judgements", "a:rain")) == {"briefings/b.md"}
